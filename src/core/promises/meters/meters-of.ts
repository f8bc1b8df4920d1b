import type { RereadingTypes } from '../applies.ts'
import { clockPrograms, countingOf, type Edition, watchedClocks } from '../edition.ts'
import type { PackPromise } from '../pack.ts'
import { checkMeter, surveyMeter } from './answer-meters.ts'
import { clockMeter } from './clock-meter.ts'
import type { Meter } from './meter.ts'
import { publishedMeter } from './published-meter.ts'
import { ratioMeter } from './ratio-meter.ts'
import { type RecurringProgram, recurringMeter } from './recurring-meter.ts'
import type { RuleProgram } from '../rule-judging.ts'
import { ruleMeter } from './rule-meter.ts'

/**
 * The meter of one promise. Clocks and rules are measured in every edition, each start and act by the one in
 * force; what has no start (answers, ratios, duties, publications) by the newest.
 */
export function meterOf(
  promise: PackPromise,
  edition: Edition,
  editions: readonly Edition[],
  rereading: RereadingTypes,
): Meter {
  const counting = countingOf(edition, undefined, undefined)
  switch (promise.measure) {
    case 'clock':
      return clockMeter(clockPrograms(editions, promise.id), rereading)
    case 'rule':
      return ruleMeter(rulePrograms(editions, promise.id), rereading)
    case 'recurring':
      return recurringMeter(recurringProgram(edition, promise.id, promise.clauses))
    case 'ratio':
      return ratioMeter(promise.clauses, rereading)
    case 'survey':
      return surveyMeter(promise.clauses, counting)
    case 'check':
      return checkMeter(promise.clauses)
    case 'published':
      return publishedMeter(promise.clauses, counting)
  }
}

/** A rule in each edition that has it. */
export function rulePrograms(editions: readonly Edition[], id: string): readonly RuleProgram[] {
  return editions.flatMap((edition) => {
    const promise = edition.pack.promises.find((each) => each.id === id)
    if (promise?.measure !== 'rule') return []
    const watched = watchedClocks(editions, edition, id, promise.clauses)
    return [
      {
        promise: id,
        edition: edition.pack.edition,
        clauses: promise.clauses,
        counting: countingOf(edition, undefined, undefined),
        watched,
        from: edition.from,
        before: edition.before,
      },
    ]
  })
}

/** A duty of one edition, ready to run. */
export function recurringProgram(
  edition: Edition,
  id: string,
  clauses: RecurringProgram['clauses'],
): RecurringProgram {
  return {
    promise: id,
    edition: edition.pack.edition,
    clauses,
    counting: countingOf(edition, undefined, undefined),
    from: edition.from,
  }
}
