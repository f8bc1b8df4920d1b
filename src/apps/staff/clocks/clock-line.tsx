import type { Outcome } from '#core/promises/clock-run.ts'
import { numberText } from '#core/promises/percent.ts'
import type { Day } from '#core/time/day.ts'
import { hour, type Instant, minute } from '#core/time/instant.ts'
import type { Raw } from '#http/html/raw.ts'
import { shortDay, shortMoment, staffZone, todayOf } from '../times.ts'

/** As much of a clock as a line says; a clock’s row has it. */
export interface ClockSaid {
  readonly outcome: Outcome
  readonly due_on: Day | null
  readonly due_at: Instant | null
  readonly keeps_until: Instant
  readonly stopped_at: Instant | null
  readonly ended_at: Instant | null
  readonly void_reason: string | null
}

/** What was promised, when it falls due and how it stands, in one line. The word says it; the colour only says it again. */
export function ClockLine({
  clock,
  says,
  now,
}: {
  readonly clock: ClockSaid
  /** The promise in the landlord’s own words. */
  readonly says: string
  readonly now: Instant
}): Raw {
  return (
    <p class="clock-line">
      <ClockTag clock={clock} now={now} /> <strong>{dueWords(clock, now)}</strong>{' '}
      <span class="clock-promise">{says}</span>
    </p>
  )
}

/** How a clock stands, in one or two words. */
function ClockTag({ clock, now }: { readonly clock: ClockSaid; readonly now: Instant }): Raw {
  const [word, colour] = tags[standingOf(clock, now)]
  return <strong class={`govuk-tag govuk-tag--${colour}`}>{word}</strong>
}

export type ClockStanding = 'overdue' | 'today' | 'running' | 'paused' | 'kept' | 'missed' | 'void'

/** How a clock stands at this moment. */
export function standingOf(clock: ClockSaid, now: Instant): ClockStanding {
  const { outcome, keeps_until: until, ended_at: ended } = clock
  if (outcome === 'met') return 'kept'
  if (outcome === 'void') return 'void'
  if (outcome === 'paused') return 'paused'
  if (ended !== null) return 'missed'
  if (until < now) return 'overdue'
  return dayDue(clock) === todayOf(now) ? 'today' : 'running'
}

/** When it falls due, from where we stand: “Due tomorrow”, “Due at 14:05, in 20 minutes”, “Was due yesterday, 1 day late”. */
export function dueWords(clock: ClockSaid, now: Instant): string {
  const standing = standingOf(clock, now)
  if (standing === 'void') return 'Not counted'
  if (standing === 'kept') return `Done ${when(clock.stopped_at ?? now, now)}`
  // The tag beside it says that it is today.
  if (standing === 'today' && clock.due_on !== null) return 'Due by the end of today'
  const due = dueText(clock, now)
  if (standing === 'paused') return `Paused; was due ${due}`
  if (standing === 'missed') return `Was due ${due}${doneWords(clock.stopped_at, now)}`
  if (standing === 'overdue') return `Was due ${due}, ${lateness(clock, now)} late`
  return `Due ${due}${clock.due_at === null ? '' : soon(clock.due_at, now)}`
}

function dueText({ due_on: on, due_at: at, keeps_until: until }: ClockSaid, now: Instant): string {
  if (on !== null) return shortDay(on, todayOf(now))
  return when(at ?? until, now)
}

/** “at 14:05”, “yesterday at 09:00”. */
function when(at: Instant, now: Instant): string {
  const words = shortMoment(at, now)
  return /^\d/.test(words) && !words.includes(' ') ? `at ${words}` : words
}

function doneWords(stopped: Instant | null, now: Instant): string {
  return stopped === null ? '' : `; done ${when(stopped, now)}`
}

/** Said of the last hours alone: before that, the date says it better. */
function soon(at: Instant, now: Instant): string {
  const left = at - now
  return left < 0 || left >= 3 * hour ? '' : `, in ${spell(left)}`
}

/** A date is late by days of the calendar, a moment by the time that has passed. */
function lateness(clock: ClockSaid, now: Instant): string {
  const { due_at: at, due_on: on } = clock
  if (on === null && at !== null && now - at < 24 * hour) return spell(now - at)
  const days = Math.max(1, todayOf(now) - dayDue(clock))
  return days === 1 ? '1 day' : `${numberText(days)} days`
}

function spell(milliseconds: number): string {
  const minutes = Math.max(1, Math.floor(milliseconds / minute))
  if (minutes < 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`
  const hours = Math.floor(minutes / 60)
  return hours === 1 ? '1 hour' : `${hours} hours`
}

function dayDue({ due_on: on, due_at: at, keeps_until: until }: ClockSaid): Day {
  return on ?? staffZone.dayOf(at ?? until)
}

const tags: Readonly<Record<ClockStanding, readonly [word: string, colour: string]>> = {
  overdue: ['Overdue', 'red'],
  today: ['Due today', 'orange'],
  running: ['Running', 'blue'],
  paused: ['Paused', 'grey'],
  kept: ['Kept', 'green'],
  missed: ['Missed', 'red'],
  void: ['Not counted', 'grey'],
}
