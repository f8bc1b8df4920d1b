import { answeredInTime } from '#core/staffing/people-needed.ts'
import type { PlannedHalfHour, PlanTerms, StaffPlan } from '#core/staffing/staff-plan.ts'
import type { Raw } from '#http/html/raw.ts'
import { peopleText, shareText, whenText } from './words.ts'

const mostShown = 8

interface BusiestProps {
  readonly halfHours: readonly PlannedHalfHour[]
  readonly people: number | undefined
  /** On the duty rota today, by half hour. */
  readonly rota: ReadonlyMap<number, number>
  readonly terms: PlanTerms
  readonly plan: StaffPlan
}

/** The half hours with most to do, and what one person more or fewer makes of each. */
export function Busiest({ halfHours, people, rota, terms, plan }: BusiestProps): Raw {
  const busiest = halfHours
    .toSorted((a, b) => b.load.callsAnHour * b.load.talkSeconds - a.load.callsAnHour * a.load.talkSeconds)
    .slice(0, mostShown)
  const titles = ['When', 'Calls', 'Needed', 'With one fewer', 'As needed', 'With one more']
  return (
    <>
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--m">The busiest half hours</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {titles.map((title, place) => (
              <th
                scope="col"
                class={`govuk-table__header${place > 0 ? ' govuk-table__header--numeric' : ''}`}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {busiest.map((each) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                {whenText(each)}
              </th>
              {cellsOf(each).map((text) => (
                <td class="govuk-table__cell govuk-table__cell--numeric">{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <PeopleNow busiest={busiest} people={people} rota={rota} terms={terms} plan={plan} />
    </>
  )
}

function cellsOf({ load, needed, shares }: PlannedHalfHour): readonly string[] {
  const calls = String(Math.round(load.callsAnHour * 5) / 10)
  if (needed === undefined || shares === undefined) return [calls, '–', '–', '–', '–']
  return [
    calls,
    peopleText(needed),
    shareText(shares.oneFewer),
    shareText(shares.asNeeded),
    shareText(shares.oneMore),
  ]
}

/** What those who are there now keep: the number given, or today’s duty rota. */
function PeopleNow({
  busiest,
  people,
  rota,
  terms,
  plan,
}: Omit<BusiestProps, 'halfHours'> & { readonly busiest: readonly PlannedHalfHour[] }): Raw {
  const lines = busiest.flatMap((each) => {
    const there = people ?? rota.get(each.half)
    if (there === undefined) return []
    const share = (count: number) => answeredInTime(count, each.load, plan.patience, terms.promise)
    return [
      `${whenText(each)}: ${peopleText(there)} would answer ${shareText(share(there))} in time; with one more you would keep ${shareText(share(there + 1))}.`,
    ]
  })
  if (lines.length === 0)
    return (
      <p class="govuk-body">
        Say above how many people answer now, and this page says what they would keep. Nobody is on today’s
        duty rota.
      </p>
    )
  return (
    <>
      <h2 class="govuk-heading-m">
        {people === undefined
          ? 'With those on today’s duty rota'
          : `With ${peopleText(people)} at the telephone`}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {lines.map((says) => (
          <li>{says}</li>
        ))}
      </ul>
    </>
  )
}
