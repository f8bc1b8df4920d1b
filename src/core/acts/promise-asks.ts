import type { Instant } from '#core/time/instant.ts'

/** What one promise asks for in a case, in its own words. */
export interface PromiseAsks {
  readonly promise: string
  /** The promise in the landlord’s words to its customers. */
  readonly says: string
  /** Fields the act must carry: any one of each list. */
  readonly fields: readonly (readonly string[])[]
  /** Acts that must have been done before: any one of them, or each where the promise says so. */
  readonly earlier?: readonly string[]
  /** Acts that must still follow: any one of them, or each where the promise says so. */
  readonly later?: readonly string[]
  /** Until when they must have followed, where the promise gives a time. */
  readonly until?: Instant
}
