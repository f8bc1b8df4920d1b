import { answeredInTime } from '#core/staffing/people-needed.ts'
import type { PlannedHalfHour, PlanTerms, StaffPlan } from '#core/staffing/staff-plan.ts'
import type { Raw } from '#http/html/raw.ts'
import { TableHead } from '#http/layout/table-head.tsx'
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
  const there = (each: PlannedHalfHour) => people ?? rota.get(each.half)
  const isKnown = busiest.some((each) => there(each) !== undefined)
  const share = ({ load }: PlannedHalfHour, count: number) =>
    answeredInTime(count, load, plan.patience, terms.promise)
  const now = isKnown ? ['People now', 'Kept now', 'Kept with one more'] : []
  const titles = ['When', 'Calls', 'Needed', 'Kept with one fewer', 'Kept as needed', ...now]
  return (
    <>
      <div class="kept-scrolled" tabindex={0} role="region" aria-label="The busiest half hours">
        <table class="govuk-table">
          <caption class="govuk-table__caption govuk-table__caption--m">The busiest half hours</caption>
          <TableHead columns={titles.map((text, place) => ({ text, isNumber: place > 0 }))} />
          <tbody class="govuk-table__body">
            {busiest.map((each) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  {whenText(each)}
                </th>
                {[
                  ...neededCells(each),
                  ...(isKnown ? nowCells(there(each), (count) => share(each, count)) : []),
                ].map((text) => (
                  <td class="govuk-table__cell govuk-table__cell--numeric">{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="govuk-body">{sentenceOf(busiest[0], people, busiest[0] && there(busiest[0]), share)}</p>
    </>
  )
}

function neededCells({ load, needed, shares }: PlannedHalfHour): readonly string[] {
  const calls = String(Math.round(load.callsAnHour * 5) / 10)
  if (needed === undefined || shares === undefined) return [calls, '–', '–', '–']
  return [calls, String(needed), shareText(shares.oneFewer), shareText(shares.asNeeded)]
}

function nowCells(there: number | undefined, share: (count: number) => number): readonly string[] {
  if (there === undefined) return ['–', '–', '–']
  return [String(there), shareText(share(there)), shareText(share(there + 1))]
}

/** The busiest half hour in a sentence: with those who are there, who are the number given or today’s duty rota. */
function sentenceOf(
  busiest: PlannedHalfHour | undefined,
  given: number | undefined,
  there: number | undefined,
  share: (halfHour: PlannedHalfHour, count: number) => number,
): string {
  if (busiest === undefined || there === undefined)
    return 'Say above how many people answer now, and the table says what they keep. Nobody is on today’s duty rota.'
  const [now, more] = [share(busiest, there), share(busiest, there + 1)]
  const who = given === undefined ? `the ${peopleText(there)} on today’s duty rota` : peopleText(there)
  return `On ${whenText(busiest)}, ${who} would answer ${shareText(now)} of calls in time. With one more person you would keep ${shareText(more)}.`
}
