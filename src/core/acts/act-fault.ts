import type { Refusal } from '#core/refusal.ts'
import type { PromiseAsks } from './promise-asks.ts'

/** Why staff may not do something as they told it: it does not belong there, or a promise asks for more. */
export interface ActFault extends Refusal {
  /** Set where it is a promise that asks; a reason for doing otherwise lets the act through. */
  readonly asks?: PromiseAsks
}
