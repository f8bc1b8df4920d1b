import { type Calendar } from '#core/time/calendar.ts'
import { type Day, longDay } from '#core/time/day.ts'
import { padded } from '#core/time/digits.ts'
import { type Counting, dayZero } from '#core/time/due.ts'
import { formatMinute } from '#core/time/hours-span.ts'
import type { Instant } from '#core/time/instant.ts'
import { formatLength, type Length } from '#core/time/length.ts'
import type { Zone } from '#core/time/zone.ts'
import type { Clock, ClockProgram } from '../clock-run.ts'
import { limitInWords } from '../clock.ts'
import { daysOf, type WorkedDay } from './worked-days.ts'

/** One clock with its working: what a person needs to check it by hand. */
export interface ClockWorking {
  readonly clock: Clock
  /** The sentences of the working, in order. */
  readonly lines: readonly string[]
  /** Day by day from the start to the due date, where days are what is counted. */
  readonly days: readonly WorkedDay[]
}

/** The working of one clock, in plain words. */
export function clockWorking(clock: Clock, program: ClockProgram): ClockWorking {
  const { counting } = program
  const { calendar } = counting
  const days = daysOf(clock, program, countedLength(clock, program))
  const lines = [
    startLine(clock, calendar.zone),
    ...limitLines(clock, program),
    ...clock.pauses.map((pause) => pauseLine(pause.by, pause.from, pause.to, calendar.zone)),
    ...notCounted(days),
    dueLine(clock, calendar),
    ...leewayLine(clock, calendar.zone),
    stopLine(clock, calendar.zone),
    outcomeLine(clock, calendar.zone),
  ]
  return { clock, lines, days }
}

/** The length that gave the due date: the limit’s, or the one granted by an extension; none where a date was promised. */
function countedLength(clock: Clock, program: ClockProgram): Length | undefined {
  const { clauses } = program
  const then = clauses.extends?.then
  if (isPromised(clock, program)) return undefined
  if (clock.extension === undefined) return clauses.within?.length
  return then === undefined || typeof then === 'string' ? undefined : then.length
}

/** Whether it was begun by a reason that kept the clock before it, and is due on the date that the reason carried. */
function isPromised(clock: Clock, { clauses: { extends: more } }: ClockProgram): boolean {
  return clock.n > 1 && more?.as === 'new clock' && more.when.some(({ event }) => event === clock.startedBy)
}

function startLine(clock: Clock, zone: Zone): string {
  const started = `Started on ${moment(clock.startedAt, zone)} by ${clock.startedBy}.`
  return clock.countedFrom === clock.startedAt
    ? started
    : `${started} Counted from ${moment(clock.countedFrom, zone)}, which is later.`
}

function limitLines(clock: Clock, program: ClockProgram): readonly string[] {
  const { clauses, counting } = program
  if (isPromised(clock, program))
    return [`Allowed: until the date that ${clock.startedBy} carried, which kept the clock before.`]
  const limit = `Allowed: ${limitInWords(clauses)}${spelledOut(clauses.within)}.`
  const zero = clauses.within === undefined ? [] : zeroLine(clock, counting, clauses.within.length)
  if (clock.extension === undefined) return [limit, ...zero]
  const granted = clauses.extends?.then
  const more =
    typeof granted === 'string' ? `to the date it carried (${granted})` : `to ${granted?.words} from then`
  return [
    limit,
    `Extended on ${moment(clock.extension.at, counting.calendar.zone)} by ${clock.extension.by}, ${more}.`,
  ]
}

/** What is counted otherwise than it is said: 8 rings, that is 24 seconds. A loose word has its meaning with it already. */
function spelledOut(within: { readonly words: string; readonly length: Length } | undefined): string {
  if (within === undefined) return ''
  const length = formatLength(within.length)
  return length === within.words || !/^\d/.test(within.words) ? '' : `, that is ${length}`
}

function zeroLine(clock: Clock, counting: Counting, length: Length): readonly string[] {
  if (!/days|months/.test(length.unit)) return []
  const from = clock.extension?.at ?? clock.countedFrom
  const zero = dayZero(counting, length, from)
  const day = longDay(zero)
  if (zero === counting.calendar.zone.dayOf(from))
    return [`Day zero is ${day}; counting begins with the day after.`]
  return [`It came after closing or on a closed day, so day zero is ${day}.`]
}

function pauseLine(by: string, from: Instant, to: Instant | undefined, zone: Zone): string {
  const until = to === undefined ? 'and has not resumed' : `until ${moment(to, zone)}`
  return `Paused on ${moment(from, zone)} by ${by}, ${until}.`
}

function notCounted(days: readonly WorkedDay[]): readonly string[] {
  const left = days.filter(({ why }) => why !== undefined)
  if (left.length === 0) return []
  return [`Not counted: ${left.map(({ on, why }) => `${longDay(on)} (${why})`).join('; ')}.`]
}

function dueLine({ due, leavesOutHolidays }: Clock, calendar: Calendar): string {
  const day: Day = 'on' in due ? due.on : calendar.zone.dayOf(due.at)
  const when = 'on' in due ? `by the end of ${longDay(due.on)}` : `on ${moment(due.at, calendar.zone)}`
  if (!leavesOutHolidays || (day >= calendar.knownFrom && day <= calendar.knownUntil)) return `Due ${when}.`
  const known = `${longDay(calendar.knownFrom)} to ${longDay(calendar.knownUntil)}`
  return `Due ${when}. Bank holidays are known only from ${known}, so this date leaves out week-ends and closures alone.`
}

function leewayLine(clock: Clock, zone: Zone): readonly string[] {
  const last = 'on' in clock.due ? zone.startOf(clock.due.on + 1) - 1 : clock.due.at
  return last === clock.keepsUntil ? [] : [`Kept by a stop up to ${moment(clock.keepsUntil, zone)}.`]
}

function stopLine({ stoppedAt, stoppedBy, endedAt }: Clock, zone: Zone): string {
  if (stoppedAt !== undefined) return `Stopped on ${moment(stoppedAt, zone)} by ${stoppedBy}.`
  return endedAt === undefined ? 'Not stopped yet.' : `Ended on ${moment(endedAt, zone)} without a stop.`
}

function outcomeLine(clock: Clock, zone: Zone): string {
  const { outcome, decidedAt, voidReason } = clock
  if (outcome === 'void') return `Void: ${voidReason}; it is not counted.`
  if (decidedAt === undefined)
    return outcome === 'paused' ? 'Paused: a paused clock is not overdue.' : 'Running, in time so far.'
  const overdue = outcome === 'missed' && clock.endedAt === undefined ? ' It is overdue.' : ''
  return `${outcome === 'met' ? 'Met' : 'Missed'}: decided on ${moment(decidedAt, zone)}.${overdue}`
}

/** “Friday 20 March 2026 at 16:00:00”. */
function moment(at: Instant, zone: Zone): string {
  const seconds = Math.floor((((at % 60_000) + 60_000) % 60_000) / 1000)
  return `${longDay(zone.dayOf(at))} at ${formatMinute(zone.minuteOfDay(at))}:${padded(seconds, 2)}`
}
