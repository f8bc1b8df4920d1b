import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'
import { TableHead } from '#http/layout/table-head.tsx'
import type { TurnListed } from '#store/tries/read-tries.ts'
import { NextPage } from '../next-page.tsx'

/** The cases of a promise that came out otherwise, a page of them. */
export function TurnedCases({
  says,
  promise,
  turns,
  next,
}: {
  readonly says: string
  readonly promise: string
  readonly turns: readonly TurnListed[]
  readonly next: Url | undefined
}): Raw {
  return (
    <>
      <span class="govuk-caption-l">{says}</span>
      <h1 class="govuk-heading-l">{`Cases of ${promise} that turn`}</h1>
      {turns.length === 0 ? (
        <p class="govuk-body">There are no more. The first hundred thousand of a try are listed.</p>
      ) : (
        <table class="govuk-table">
          <caption class="govuk-table__caption govuk-visually-hidden">Cases that turn</caption>
          <TableHead columns={['Case', 'As it is', 'With the draft']} />
          <tbody class="govuk-table__body">
            {turns.map((turn) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href={local`/cases/${turn.case}`}>
                    {turn.case}
                  </a>
                  {turn.n > 1 && <span class="kept-below">{`clock ${turn.n} of this promise`}</span>}
                </th>
                <td class="govuk-table__cell">{outcomeWords[turn.before]}</td>
                <td class="govuk-table__cell">{outcomeWords[turn.after]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <NextPage href={next} />
    </>
  )
}

const outcomeWords: Readonly<Record<TurnListed['before'], string>> = {
  met: 'Kept',
  missed: 'Missed',
  running: 'Running',
  paused: 'Paused',
  void: 'Not counted',
  none: 'Nothing promised',
}
