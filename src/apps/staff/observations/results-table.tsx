import { resultOf, resultsByItem } from '#core/observations/results.ts'
import { suppressed } from '#core/promises/small-numbers.ts'
import { percentText } from '#core/promises/percent.ts'
import { wilsonInterval } from '#core/surveys/interval.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { Scrolled } from '#http/layout/scrolled.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import type { RoundResults } from '#store/observations/results.ts'
import { placeWords } from './words.ts'

/** Each item of the form: how it was judged, the share with how sure it is, and the figure it feeds. */
export function ResultsTable({
  results: { programme, judged },
  figures,
}: {
  readonly results: RoundResults
  readonly figures: ReadonlyMap<string, string>
}): Raw {
  const found = resultsByItem(programme.items, judged)
  return (
    <Scrolled label="Items and how they were judged">
      <table class="govuk-table">
        <caption class="govuk-visually-hidden">Items and how they were judged</caption>
        <TableHead
          columns={[
            'Item',
            { text: 'Yes', isNumber: true },
            { text: 'No', isNumber: true },
            { text: 'Not applicable', isNumber: true },
            { text: 'Share of yes', isNumber: true },
            'The promise, over the year',
          ]}
        />
        <tbody class="govuk-table__body">
          {programme.items.map(({ item, says, promises }) => {
            const { yes, no, notApplicable } = found.get(item) ?? resultOf([])
            return (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header govuk-!-font-weight-regular">
                  {says}
                </th>
                {[yes, no, notApplicable].map((number) => (
                  <td class="govuk-table__cell govuk-table__cell--numeric">{String(number)}</td>
                ))}
                <td class="govuk-table__cell govuk-table__cell--numeric">
                  <Share yes={yes} no={no} />
                </td>
                <td class="govuk-table__cell">
                  {promises.map((id) => (
                    <div>
                      <a class="govuk-link" href={local`/promises/${id}`}>
                        {id}
                      </a>
                      {`: ${figures.get(id) ?? 'no longer promised'}`}
                    </div>
                  ))}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scrolled>
  )
}

/** The share of yes, and between which shares the true one lies 19 times out of 20. */
function Share({ yes, no }: { readonly yes: number; readonly no: number }): Raw {
  const interval = wilsonInterval(yes, yes + no)
  if (interval === undefined) return <>nothing to count</>
  return (
    <>
      {percentText(yes, yes + no, undefined)}
      <span class="kept-below">
        {`between ${Math.floor(interval.lower * 100)}% and ${Math.ceil(interval.upper * 100)}%`}
      </span>
    </>
  )
}

/** All items together by place; places with few observations are not shown, nor so many that they could be told from the rest. */
export function ByPlace({ results: { judged, placeNames } }: { readonly results: RoundResults }): Raw {
  const byPlace = Map.groupBy(
    judged.filter(({ answer }) => answer !== 'n-a'),
    ({ place }) => place ?? '',
  )
  if (byPlace.size < 2) return <></>
  const groups = suppressed(
    [...byPlace].map(([place, found]) => ({
      name: place === '' ? 'No place' : placeWords(place, placeNames),
      counted: found.length,
      ...resultOf(found),
    })),
  )
  return (
    <Scrolled label="By place, all items together">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--m">By place, all items together</caption>
        <TableHead
          columns={['Place', { text: 'Answers', isNumber: true }, { text: 'Share of yes', isNumber: true }]}
        />
        <tbody class="govuk-table__body">
          {groups.map(({ name, shown }) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header govuk-!-font-weight-regular">
                {name}
              </th>
              <td class="govuk-table__cell govuk-table__cell--numeric">
                {shown === undefined ? 'too few to show' : String(shown.counted)}
              </td>
              <td class="govuk-table__cell govuk-table__cell--numeric">
                {shown !== undefined && <Share yes={shown.yes} no={shown.no} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}
