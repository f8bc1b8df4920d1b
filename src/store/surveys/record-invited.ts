import { permissionToRecord } from '#core/people/act-permission.ts'
import { promisesOf } from '#core/promises/edition.ts'
import type { Instant } from '#core/time/instant.ts'
import { invitationEvent, promisedSurveys } from '#core/surveys/promised.ts'
import type { Transaction } from '../database.ts'
import { recordStep } from '../ledger/append.ts'
import type { Store } from '../store.ts'
import type { Today } from './today.ts'
import { withLeave } from '../ledger/with-leave.ts'

/** Who was invited after what, as far as it concerns a case. */
export interface InvitedIn {
  readonly caseId: string | null
  readonly follows: string | null
  readonly code: string
  /** When; now, where it is not said. */
  readonly at?: Instant
}

/**
 * Records in the case that its customer was asked, where a promise counts that. What the case does not take (it was merged into another
 * meanwhile) is left: the invitation itself has gone.
 */
export async function recordInvited(
  tx: Transaction,
  store: Store,
  { terms }: Today,
  { caseId, follows, code, at }: InvitedIn,
): Promise<void> {
  if (caseId === null || follows === null) return
  const type = invitationEvent(promisedSurveys(promisesOf(terms.editions)), code, follows)
  if (type === undefined) return
  const leave = withLeave(tx, permissionToRecord(type, store.vocabulary))
  await recordStep(leave, store, {
    in: caseId,
    act: { type, ...(at !== undefined && { at: new Date(at).toISOString() }) },
  })
}
