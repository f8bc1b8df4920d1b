import type { Due } from '#core/time/due.ts'
import type { Instant } from '#core/time/instant.ts'

/** One time that a duty is owed. */
export interface DutyOwed {
  /** Which time it is, so that each is raised once. */
  readonly n: number
  readonly startedAt: Instant
  readonly due: Due
  readonly keepsUntil: Instant
}
