import { ownEvents, ownTimeline, type Timeline } from '#core/ledger/timeline.ts'
import type { Counting } from '#core/time/due.ts'
import type { Instant } from '#core/time/instant.ts'
import { firstDayOf, lastDayOf, type Month, monthOf } from '#core/time/period.ts'
import { type Awaits, awaitsNothing, justAfter } from '../awaited.ts'
import type { Clock } from '../clock-run.ts'
import { isOneOf } from '../event-ref.ts'
import type { RecurringClauses } from '../recurring.ts'
import { tallyClock } from './clock-meter.ts'
import type { ClockHearer, Landlord, Meter } from './meter.ts'
import { doneInTime, doneLate, dutyClock, recurrences } from './recurrences.ts'
import type { Tally } from './tally.ts'

/** A recurring promise of one edition, ready to run. */
export interface RecurringProgram {
  readonly promise: string
  readonly edition: string
  readonly clauses: RecurringClauses
  readonly counting: Counting
  /** When the edition came into force. */
  readonly from: Instant
}

/** Measures a recurring promise: of each case, or of the landlord as a whole. */
export function recurringMeter(program: RecurringProgram): Meter {
  const { clauses } = program
  if (clauses.starts !== undefined) return caseMeter(program)
  return {
    wakes: [],
    finish(landlord, into, hear) {
      if (clauses.times !== undefined) return countTimes(program, clauses.times, landlord, into)
      for (const clock of timesOwed(program, landlord, into)) {
        tallyDuty(clock, ownTimeline(clock.case, []), into, hear)
      }
    },
  }
}

/** The clocks of a duty on one case: a statement every three months, say. Once ended, a further start begins it anew. */
export function dutyClocks(
  program: RecurringProgram,
  timeline: Timeline,
  asOf: Instant,
  awaits: Awaits = awaitsNothing,
): readonly Clock[] {
  const { starts = [], doneBy = [], ends = [], every, first } = program.clauses
  if (every === undefined) return []
  const own = ownEvents(timeline)
  const done = own.filter((event) => isOneOf(doneBy, event)).map(({ at }) => at)
  const clocks: Clock[] = []
  let from = program.from
  for (const { at: startAt } of own.filter((event) => isOneOf(starts, event))) {
    if (startAt < from) continue
    const endsAt = own.find((event) => event.at >= startAt && isOneOf(ends, event))?.at
    const duty = {
      ...program,
      case: timeline.case,
      startAt,
      done,
      endsAt,
      asOf,
      awaits,
      before: clocks.length,
    }
    clocks.push(...recurrences(duty, every.length, first?.length))
    from = endsAt ?? Number.POSITIVE_INFINITY
  }
  return clocks
}

function caseMeter(program: RecurringProgram): Meter {
  return {
    wakes: (program.clauses.starts ?? []).map(({ event }) => event),
    look(timeline, into, hear) {
      for (const clock of dutyClocks(program, timeline, into.span.asOf, into.awaits))
        tallyDuty(clock, timeline, into, hear)
    },
  }
}

function tallyDuty(clock: Clock, timeline: Timeline, into: Tally, hear: ClockHearer): void {
  tallyClock(clock, undefined, into)
  hear(clock, timeline, undefined)
}

/** Every time that the landlord as a whole owed a duty. */
function timesOwed(program: RecurringProgram, landlord: Landlord, { span, awaits }: Tally): readonly Clock[] {
  const { every, by } = program.clauses
  const { asOf } = span
  const done = timesOf('evidence-recorded', program, landlord)
  const [endsAt] = timesOf('duty-ended', program, landlord)
  const duty = {
    ...program,
    case: 'the landlord',
    startAt: startOf(program, landlord),
    done,
    endsAt,
    asOf,
    awaits,
    before: 0,
  }
  if (every !== undefined) return recurrences(duty, every.length)
  if (by === undefined) return []
  const once = dutyClock(duty, 1, program.from, { on: by })
  const doneAt = done.find((at) => at >= program.from)
  if (doneAt === undefined && asOf <= once.keepsUntil) {
    awaits(justAfter(once.keepsUntil))
    return [once]
  }
  return [(doneAt === undefined ? undefined : doneInTime(once, doneAt)) ?? doneLate(once, doneAt)]
}

/** From when it began to be owed, or from the first fact known under the edition. */
function startOf(program: RecurringProgram, landlord: Landlord): Instant {
  const [begun] = timesOf('duty-begun', program, landlord)
  return Math.max(program.from, begun ?? landlord.firstAt)
}

function timesOf(type: string, { clauses }: RecurringProgram, { records }: Landlord): readonly Instant[] {
  return records
    .filter((record) => record.type === type && record.data['duty'] === clauses.duty)
    .map(({ at }) => at)
}

/** “12 a year, counted monthly” (reading 30): what was done in each month against what was due by its end. */
function countTimes(program: RecurringProgram, times: number, landlord: Landlord, into: Tally): void {
  const { span } = into
  const { zone } = span
  const startAt = startOf(program, landlord)
  for (const at of timesOf('evidence-recorded', program, landlord)) {
    const day = zone.dayOf(at)
    // What was done before anything was due makes up for nothing that was.
    if (at >= startAt && day >= span.from && day <= span.to) into.addDays(monthOf(day), 1, 0)
  }
  const months = program.clauses.every?.length.amount ?? 12
  const first = monthOf(zone.dayOf(startAt))
  const dueBy = (month: Month) => Math.floor((times * (month - first + 1)) / months)
  for (
    let month = first;
    lastDayOf(month) <= span.to && zone.startOf(lastDayOf(month) + 1) <= span.asOf + 1;
    month++
  ) {
    if (firstDayOf(month) >= span.from) into.addDays(month, 0, dueBy(month) - dueBy(month - 1))
  }
}
