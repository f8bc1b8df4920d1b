import type { Day } from '#core/time/day.ts'
import type { WeekHours } from '#core/time/hours.ts'
import type { Meanings } from '#core/time/length.ts'
import type { WeekDays } from '#core/time/week.ts'
import type { ChosenMeasure } from './measures.ts'
import type { OutOfHours } from './out-of-hours.ts'
import type { Target } from './target.ts'

/** A landlord’s promises as data: one edition of its published standards. */
export interface Pack {
  readonly id: string
  readonly landlord: string
  readonly title: string
  readonly edition: string
  readonly inForceFrom: Day
  readonly source: string
  /** Whose bank holidays count: `england-and-wales`, `scotland`, `northern-ireland`. */
  readonly nation: string
  readonly timeZone: string
  readonly workingWeek: WeekDays
  readonly hours: ReadonlyMap<string, WeekHours>
  readonly closures: readonly Closure[]
  readonly meanings: Meanings
  /** What the loose words were given to mean, as written, to be shown beside the figures. */
  readonly looseWords: ReadonlyMap<string, string>
  readonly receivedOutOfHours: OutOfHours
  readonly promises: readonly PackPromise[]
}

export interface Closure {
  readonly from: Day
  readonly to: Day
  readonly why: string
}

/** One clause of the standards under its id, with exactly one measure. */
export type PackPromise = ChosenMeasure & {
  readonly id: string
  readonly section: string
  readonly subject: string
  /** The promise in the landlord’s words to its customers. */
  readonly promise: string
  readonly target: Target | undefined
  readonly reported: readonly string[]
  readonly assuredBy: readonly string[]
  /** How an ambiguous clause is read. */
  readonly reading: string | undefined
  /** Where it stands in its file. */
  readonly line: number
}
