import type { Instant } from '#core/time/instant.ts'
import type { DutyOwner } from '../../duties/owners.ts'

/** Something to be raised with whoever it concerns. */
export interface ToRaise {
  readonly kind: 'duty' | 'return'
  /** In words, as the mail names it. */
  readonly what: string
  readonly promise: string
  /** Which time of it, so that each is raised once. */
  readonly n: number
  readonly keepsUntil: Instant
  readonly dueOn: number | undefined
  readonly owner: DutyOwner | undefined
}
