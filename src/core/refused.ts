import type { PromiseAsks } from './acts/promise-asks.ts'
import type { Refusal } from './refusal.ts'

/** Why something asked of the store was not done: a refusal that a caller can also tell apart by program. */
export interface Refused extends Refusal {
  readonly because: Because
  /** The field of what was sent that is at fault, as a JSON pointer: `/data/queue`. */
  readonly field?: string
  /** What promises of the landlord ask for at this act; each can be given, or answered by a reason. */
  readonly asks?: readonly PromiseAsks[]
}

export type Because =
  | 'not valid'
  | 'not allowed'
  | 'not found'
  /** Somebody else changed it since it was read. */
  | 'changed meanwhile'
  | 'already there'
  | 'too large'
  | 'too many'

/** Makes a refusal with its reason; `fix` says what to do instead. */
export function refused(because: Because, refusal: string, fix?: string, field?: string): Refused {
  return { because, refusal, ...(fix !== undefined && { fix }), ...(field !== undefined && { field }) }
}

/** Tells it from a result. */
export function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'refusal' in value && 'because' in value
}
