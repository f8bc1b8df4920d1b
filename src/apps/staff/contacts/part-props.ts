import type { Fault } from '#http/layout/fault.ts'
import type { AroundContact } from './around.ts'
import type { Typed } from './typed.ts'

/** What each part of the page is drawn from. */
export interface PartProps {
  readonly typed: Typed
  readonly around: AroundContact
  readonly faults: readonly Fault[]
}
