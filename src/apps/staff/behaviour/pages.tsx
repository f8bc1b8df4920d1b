import type { Instant } from '#core/time/instant.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { CaseworkRow } from '#store/casework/list-casework.ts'
import { codeInLine } from '../acts/field-words.ts'
import { valueText } from '../casework/code-words.ts'
import { kindListPage } from '../casework/kind-list.tsx'
import { dayText, shortDay, todayOf } from '../times.ts'
import { isRestricted, reviewOn } from './reviews.ts'

/** Behaviour towards staff: incidents, and restrictions with the day on which each is looked at again. */
export const behaviourPages = [
  kindListPage({
    kind: 'behaviour',
    path: '/behaviour',
    heading: 'Behaviour towards staff',
    says: 'Incidents and what was done about them. A restriction has a day on which it is looked at again.',
    facts: (row) => {
      const incidents = row.events.filter(({ type }) => type === 'incident-recorded')
      const action = valueText(incidents.at(-1)?.data['action'])
      const review = reviewOn(row)
      return [
        incidents.length === 1 ? '1 incident' : `${incidents.length} incidents`,
        ...(action === '' ? [] : [codeInLine(action)]),
        ...(row.events.some(({ type }) => type === 'warning-given') ? ['warned'] : []),
        ...(isRestricted(row) ? ['restricted'] : []),
        ...(review === undefined ? [] : [`looked at again ${dayText(review)}`]),
      ]
    },
    warning: (row, now) => {
      const review = reviewOn(row)
      if (review === undefined)
        return isRestricted(row) ? 'It was not said when the restriction is looked at again.' : undefined
      return review <= todayOf(now) ? 'The restriction is to be looked at again now.' : undefined
    },
    above: (rows, now) => (
      <>
        <p class="govuk-body">
          <a class="govuk-link" href={local`/cases/new/incident-recorded`}>
            Record an incident
          </a>
          {', or begin on the page of the customer whom it concerns.'}
        </p>
        <Reviews rows={rows} now={now} />
      </>
    ),
  }),
]

/** Restrictions that are to be looked at again within four weeks, the first coming first. */
function Reviews({ rows, now }: { readonly rows: readonly CaseworkRow[]; readonly now: Instant }): Raw {
  const today = todayOf(now)
  const due = rows
    .map((row) => ({ id: row.case.case_id, on: reviewOn(row) }))
    .filter((each): each is { readonly id: string; readonly on: number } => each.on !== undefined)
    .filter(({ on }) => on <= today + 28)
    .toSorted((a, b) => a.on - b.on)
  return (
    <section>
      <h2 class="govuk-heading-m">To be looked at again</h2>
      {due.length === 0 ? (
        <p class="govuk-body">Nothing in the next four weeks.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {due.map(({ id, on }) => (
            <li>
              <a class="govuk-link" href={local`/cases/${id}`}>
                {id}
              </a>
              {`: ${on < today ? `since ${dayText(on)}` : shortDay(on, today)}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
