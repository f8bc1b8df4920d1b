import type { CaseEvent } from '#core/ledger/event.ts'
import { type Day, parseDay } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'

/** A course that somebody finished. */
export interface CourseTaken {
  readonly course: string
  readonly doneAt: Instant
  /** The references of what shows it. */
  readonly wordsIds: readonly string[]
}

/** What one person was trained in, from joining to leaving. */
export interface TrainingRecord {
  readonly caseId: string
  readonly staffId: string
  /** The event of joining, to be called by a correction. */
  readonly joining: CaseEvent
  readonly joinedOn: Day
  readonly leftAt: Instant | undefined
  /** The latest first. */
  readonly courses: readonly CourseTaken[]
}

/** Reads a record of training; undefined where nobody is said to have joined. */
export function trainingRecord(
  caseId: string,
  events: readonly CaseEvent[],
  zone: Zone,
): TrainingRecord | undefined {
  const joined = events.find(({ type }) => type === 'staff-joined')
  if (joined === undefined) return undefined
  const { staff, joinedOn } = joined.data
  return {
    caseId,
    staffId: typeof staff === 'string' ? staff : caseId,
    joining: joined,
    joinedOn: (typeof joinedOn === 'string' ? parseDay(joinedOn) : undefined) ?? zone.dayOf(joined.at),
    leftAt: events.findLast(({ type }) => type === 'staff-left')?.at,
    courses: events
      .flatMap(({ type, at, data }) =>
        type === 'training-completed' && typeof data['course'] === 'string'
          ? [{ course: data['course'], doneAt: at, wordsIds: wordsIn(data['words']) }]
          : [],
      )
      .toReversed(),
  }
}

function wordsIn(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words]
  return Array.isArray(words) ? words.filter((each) => typeof each === 'string') : []
}

/** A course as facts name it: “Fire safety” is `fire-safety`. */
export function courseCode(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80)
}
