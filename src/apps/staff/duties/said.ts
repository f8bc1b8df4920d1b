import { coursesOf } from '#core/duties/courses.ts'
import { isLate } from '#core/duties/duty-now.ts'
import type { DutyOwed } from '#core/duties/duty-owed.ts'
import { capitalised } from '#core/capitalised.ts'
import { inPlainWords } from '#core/promises/plain-words.ts'
import type { Instant } from '#core/time/instant.ts'
import type { DutyShown } from '#store/duties/read-duties.ts'
import type { ClockSaid } from '../clocks/clock-line.tsx'

/** What is owed of a duty, as lines of clocks say it. */
export function owedSaid(owed: DutyOwed, now: Instant): ClockSaid {
  return {
    outcome: isLate(owed, now) ? 'missed' : 'running',
    due_on: 'on' in owed.due ? owed.due.on : null,
    due_at: 'at' in owed.due ? owed.due.at : null,
    keeps_until: owed.keepsUntil,
    stopped_at: null,
    ended_at: null,
    void_reason: null,
  }
}

/** What a duty is called: the name its evidence carries, the course it asks for, or the subject of its promise. */
export function dutyName({ promise }: Pick<DutyShown, 'promise'>): string {
  const courses = coursesOf(promise).map(inPlainWords)
  if (courses.length > 0) return `Training in ${courses.join(', ')}`
  return capitalised(inPlainWords(promise.clauses.duty ?? promise.subject))
}

/** “3 done of 5 due so far, 12 in the year”. */
export function timesWords({ times }: Pick<DutyShown, 'times'>): string | undefined {
  if (times === undefined) return undefined
  return `${times.done} done of ${times.due} due by the end of this month, ${times.inAll} in all`
}
