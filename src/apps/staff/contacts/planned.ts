import type { Instant } from '#core/time/instant.ts'
import type { Step } from '#store/ledger/append.ts'
import type { Typed } from './typed.ts'

/** Who records it, and when. */
export interface Recording {
  readonly now: Instant
  readonly staffId: string
  readonly teamId: string | undefined
  /** In which team each colleague is; what is passed on to one of them goes to that team. */
  readonly teamsOfStaff: ReadonlyMap<string, string>
  /** The home of the customer chosen, for the case. */
  readonly homeId: string | undefined
  /** What is known of the customer: a message taken need not ask for it again. */
  readonly known: { readonly telephone: boolean; readonly address: boolean; readonly name: boolean }
}

/** A contact that nothing stands against, on its way to being acts. */
export interface Planned {
  readonly typed: Typed
  readonly recording: Recording
  readonly received: Instant
  readonly back: Instant
  readonly caseId: string
  readonly customerId: string | undefined
}

export interface PlannedSteps {
  readonly caseId: string
  readonly steps: readonly Step[]
}
