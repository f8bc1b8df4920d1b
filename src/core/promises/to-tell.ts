import type { CaseEvent } from '#core/ledger/event.ts'
import type { Timeline } from '#core/ledger/timeline.ts'
import type { Due } from '#core/time/due.ts'
import { type Instant, minute } from '#core/time/instant.ts'
import type { RereadingTypes } from './applies.ts'
import type { Clock, ClockProgram } from './clock-run.ts'
import { clocksOf } from './clocks-of.ts'
import type { Edition } from './edition.ts'
import { rulePrograms } from './meters/meters-of.ts'
import type { RuleProgram } from './rule-judging.ts'
import { isOneOf } from './event-ref.ts'

/** Something of which the customer is to be told, if it will not be done in time: before it falls due. */
export interface ToTell {
  /** The promise to tell them. */
  readonly promise: string
  /** What would be late. */
  readonly clock: Clock
  /** When they were told since it began, if they were. */
  readonly toldAt: Instant | undefined
  /** From when it is time to decide whether to tell them: two working days before a date, two hours before a moment. */
  readonly warnFrom: Instant
}

/** What the `late` rules of the editions watch in a case that is still to be done, what falls due first coming first. */
export function toTellIn(
  editions: readonly Edition[],
  timeline: Timeline,
  rereading: RereadingTypes,
  asOf: Instant,
): readonly ToTell[] {
  return editions
    .flatMap((edition) => {
      const rules = edition.pack.promises.filter(
        ({ measure, clauses }) => measure === 'rule' && clauses.late !== undefined,
      )
      return rules.flatMap(({ id }) =>
        rulePrograms(editions, id)
          .filter((program) => program.edition === edition.pack.edition)
          .flatMap((program) =>
            toTellBy(program, edition, (programs) => clocksOf(programs, timeline, rereading, asOf), timeline),
          ),
      )
    })
    .toSorted((a, b) => a.clock.keepsUntil - b.clock.keepsUntil)
}

function toTellBy(
  { watched, clauses, promise }: RuleProgram,
  edition: Edition,
  run: (programs: readonly ClockProgram[]) => readonly Clock[],
  { events }: Timeline,
): readonly ToTell[] {
  return watched
    .flatMap(run)
    .filter((clock) => clock.edition === edition.pack.edition && clock.endedAt === undefined)
    .map((clock) => ({
      promise,
      clock,
      toldAt: events.find((event) => event.at >= clock.startedAt && isToldBy(clauses, event))?.at,
      warnFrom: warnFrom(edition, clock.due),
    }))
}

function isToldBy({ toldBy = [] }: RuleProgram['clauses'], event: CaseEvent): boolean {
  return event.data['by'] !== 'system' && isOneOf(toldBy, event)
}

function warnFrom({ calendar }: Edition, due: Due): Instant {
  if ('at' in due) return due.at - 120 * minute
  return calendar.zone.startOf(calendar.addWorkingDays(due.on, -2))
}
