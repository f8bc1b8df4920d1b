import type { Timeline } from '#core/ledger/timeline.ts'
import type { Instant } from '#core/time/instant.ts'
import type { RereadingTypes } from '../applies.ts'
import type { Clock } from '../clock-run.ts'
import { clocksOf } from '../clocks-of.ts'
import { clockPrograms, type Edition, type PromiseOfEdition, promisesOf } from '../edition.ts'
import { formulaOf } from '../measures.ts'
import { recurringProgram, rulePrograms } from '../meters/meters-of.ts'
import { dutyClocks } from '../meters/recurring-meter.ts'
import { type Judged, judgedActs } from '../meters/rule-meter.ts'
import type { PackPromise } from '../pack.ts'
import { type ClockWorking, clockWorking } from './clock-working.ts'

/** What one promise made of a case. */
export interface Explained {
  readonly promise: PackPromise
  readonly edition: string
  readonly formula: string
  readonly clocks: readonly ClockWorking[]
  /** Acts a rule applied to. */
  readonly acts: readonly Judged[]
  /** A duty’s times on this case. */
  readonly duties: readonly Clock[]
}

/** What each promise (or the one named) made of a case; promises that did not concern it are left out unless named. */
export function explainCase(
  timeline: Timeline,
  editions: readonly Edition[],
  rereading: RereadingTypes,
  asOf: Instant,
  only: string | undefined,
): readonly Explained[] {
  const looked = { timeline, editions, rereading, asOf }
  return promisesOf(editions)
    .filter(({ promise }) => only === undefined || promise.id === only)
    .map((each) => explainPromise(each, looked))
    .filter(
      ({ clocks, acts, duties }) => only !== undefined || clocks.length + acts.length + duties.length > 0,
    )
}

interface Looked {
  readonly timeline: Timeline
  readonly editions: readonly Edition[]
  readonly rereading: RereadingTypes
  readonly asOf: Instant
}

function explainPromise({ promise, edition }: PromiseOfEdition, looked: Looked): Explained {
  const { timeline, editions, rereading, asOf } = looked
  const programs = clockPrograms(editions, promise.id)
  const clocks = clocksOf(programs, timeline, rereading, asOf).flatMap((clock) => {
    const program = programs.find((each) => each.edition === clock.edition)
    return program === undefined ? [] : [clockWorking(clock, program)]
  })
  const acts = rulePrograms(editions, promise.id).flatMap((program) =>
    judgedActs(program, timeline, rereading, asOf),
  )
  const perCase = promise.measure === 'recurring' && promise.clauses.starts !== undefined
  const duties = perCase
    ? dutyClocks(recurringProgram(edition, promise.id, promise.clauses), timeline, asOf)
    : []
  return { promise, edition: edition.pack.edition, formula: formulaOf(promise), clocks, acts, duties }
}
