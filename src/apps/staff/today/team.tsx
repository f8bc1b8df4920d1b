import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { TableHead } from '#http/layout/table-head.tsx'
import type { TeamToday } from '#store/today/read-team.ts'
import { type AroundDue, DuePart, partsOfDue } from './due-list.tsx'
import { counted } from './words.ts'

/** What a team has before it this week: how much each person has, and every case by when it falls due. */
export function TeamPage({
  today,
  around,
}: {
  readonly today: TeamToday
  readonly around: AroundDue & { readonly holders: ReadonlyMap<string, string> }
}): Raw {
  const { team, due, asOf, days, cut } = today
  const { overdue, today: dueToday, week } = partsOfDue(due, asOf, days.dayEnds)
  return (
    <div data-live="team">
      <span class="govuk-caption-l">Team</span>
      <h1 class="govuk-heading-l">{team.name}</h1>
      {due.length === 0 ? (
        <p class="govuk-body">Nothing is overdue or due by the end of this week.</p>
      ) : (
        <ByPerson today={today} around={around} />
      )}
      <DuePart title="Overdue" due={overdue} around={around} />
      <DuePart title="Due today" due={dueToday} around={around} />
      <DuePart title="Due this week" due={week} around={around} />
      {cut && <p class="govuk-inset-text">There is more than fits here.</p>}
      <p class="govuk-body">
        <a class="govuk-link" href={local`/cases?team=${team.id}`}>
          {`All open cases of ${team.name}`}
        </a>
      </p>
    </div>
  )
}

/** One row a person, who has most that is overdue first. */
function ByPerson({
  today: { due, asOf, days, team },
  around,
}: {
  readonly today: TeamToday
  readonly around: AroundDue & { readonly holders: ReadonlyMap<string, string> }
}): Raw {
  const people = [...Map.groupBy(due, ({ first }) => first.holder_id ?? '')]
    .map(([id, cases]) => ({ id, ...partsOfDue(cases, asOf, days.dayEnds) }))
    .toSorted((a, b) => b.overdue.length - a.overdue.length || b.today.length - a.today.length)
  return (
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--m">By person</caption>
      <TableHead
        columns={[
          'Who',
          { text: 'Overdue', isNumber: true },
          { text: 'Today', isNumber: true },
          { text: 'This week', isNumber: true },
        ]}
      />
      <tbody class="govuk-table__body">
        {people.map((person) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              <a
                class="govuk-link"
                href={local`/cases?team=${team.id}&holder=${person.id === '' ? 'nobody' : person.id}`}
              >
                {person.id === '' ? 'Nobody' : (around.holders.get(person.id) ?? person.id)}
              </a>
            </th>
            {[person.overdue, person.today, person.week].map((rows) => (
              <td class="govuk-table__cell govuk-table__cell--numeric">
                {String(rows.length)}
                <span class="govuk-visually-hidden">{counted(rows.length, ' case').replace(/^\d+/, '')}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
