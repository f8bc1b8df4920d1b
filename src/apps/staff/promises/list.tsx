import type { StandingPromise } from '#core/promises/attention.ts'
import { figureText, targetText } from '#core/promises/shown-figure.ts'
import type { PromiseOfEdition } from '#core/promises/edition.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { countedText } from '#http/page/counted-words.ts'
import { MonthsForm } from './months-form.tsx'
import type { MonthsShown } from './months.ts'
import { Standing } from './standing.tsx'

/** Every clause of the pack in its order; with its figure for those who may see figures. */
export function PromisesList({
  title,
  promises,
  standings,
  months,
}: {
  readonly title: string
  readonly promises: readonly PromiseOfEdition[]
  /** By promise; nothing for who may not see figures. */
  readonly standings: ReadonlyMap<string, StandingPromise> | undefined
  readonly months: MonthsShown
}): Raw {
  const sections = [...Map.groupBy(promises, ({ promise }) => promise.section)]
  return (
    <>
      <h1 class="govuk-heading-l">Our promises</h1>
      <p class="govuk-body-l">{title}</p>
      {standings !== undefined && <MonthsForm action={local`/promises`} months={months} />}
      {standings !== undefined && <HowManyStand standings={standings} />}
      {sections.map(([section, found]) => (
        <table class="govuk-table">
          <caption class="govuk-table__caption govuk-table__caption--m">{section}</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">
                Promise
              </th>
              {standings !== undefined && (
                <>
                  <th scope="col" class="govuk-table__header kept-figure-column">
                    Figure
                  </th>
                  <th scope="col" class="govuk-table__header kept-standing-column">
                    How it stands
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {found.map((each) => (
              <Row
                of={each}
                standing={standings?.get(each.promise.id)}
                withFigures={standings !== undefined}
              />
            ))}
          </tbody>
        </table>
      ))}
    </>
  )
}

function Row({
  of: { promise },
  standing,
  withFigures,
}: {
  readonly of: PromiseOfEdition
  readonly standing: StandingPromise | undefined
  readonly withFigures: boolean
}): Raw {
  return (
    <tr class="govuk-table__row">
      <td class="govuk-table__cell">
        <a class="govuk-link" href={local`/promises/${promise.id}`}>
          {promise.promise}
        </a>{' '}
        <span class="kept-clause">{promise.id}</span>
      </td>
      {withFigures && (
        <td class="govuk-table__cell">
          {standing !== undefined && (
            <>
              <strong>{figureText(promise, standing.whole)}</strong>
              {promise.target !== undefined && (
                <span class="kept-below">{`Target: ${targetText(promise)}`}</span>
              )}
              {standing.whole.value !== null && (
                <span class="kept-below">{countedText(promise, standing.whole)}</span>
              )}
            </>
          )}
        </td>
      )}
      {withFigures && (
        <td class="govuk-table__cell">{standing !== undefined && <Standing promise={standing} />}</td>
      )}
    </tr>
  )
}

function HowManyStand({ standings }: { readonly standings: ReadonlyMap<string, StandingPromise> }): Raw {
  const all = [...standings.values()]
  const many = (standing: StandingPromise['standing']) =>
    all.filter((each) => each.standing === standing).length
  return (
    <p class="govuk-body">
      {`Of ${all.length} promises ${many('missed')} were missed, ${many('overdue')} have something overdue, ${many('signal') + many('kept')} were kept, and for ${many('nothing to count')} there is nothing to count.`}
    </p>
  )
}
