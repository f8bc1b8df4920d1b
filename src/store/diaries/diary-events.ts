import { isRefused, type Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import type { Act } from '../ledger/act.ts'
import { recordStep } from '../ledger/append.ts'
import { caseOf } from '../ledger/read-case.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** Promises that something knowingly does otherwise than, each with a reason. */
export type Overrides = Readonly<Record<string, string>>

interface Beginning {
  readonly staffId: string
  readonly fromAt: Instant
  readonly toAt: Instant
  readonly where: string
  readonly replies: boolean
  readonly alternativeStaffId: string | null
  readonly alternativeTeamId: string | null
}

/** The case that is one person’s diary in the ledger. */
function diaryCaseOf(staffId: string): string {
  return `diary-${staffId}`
}

/** Records in the diary that somebody has gone, and the automatic reply that names whom to turn to. */
export async function beginAbsence(
  tx: Transaction,
  store: Store,
  { staffId, fromAt, toAt, where, replies, alternativeStaffId, alternativeTeamId }: Beginning,
): Promise<Refused | undefined> {
  const at = instantText(Math.min(fromAt, store.now()))
  const alternative = alternativeStaffId ?? alternativeTeamId
  return recordInDiary(tx, store, staffId, [
    { type: 'absence-started', at, data: { where, until: instantText(toAt) } },
    ...(replies && alternative !== null ? [{ type: 'out-of-office-set', at, data: { alternative } }] : []),
  ])
}

/** Records that they are back, and that their automatic reply is off again. */
export async function endAbsenceInDiary(
  tx: Transaction,
  store: Store,
  { staffId, replies, overrides }: Pick<Beginning, 'staffId' | 'replies'> & { readonly overrides: Overrides },
): Promise<Refused | undefined> {
  const data = Object.keys(overrides).length > 0 ? { overrides } : {}
  return recordInDiary(tx, store, staffId, [
    { type: 'absence-ended', data },
    ...(replies ? [{ type: 'out-of-office-ended' }] : []),
  ])
}

/**
 * Records acts in somebody’s diary, which begins with being open to every colleague: here there are no others.
 */
export async function recordInDiary(
  tx: Transaction,
  store: Store,
  staffId: string,
  acts: readonly Act[],
): Promise<Refused | undefined> {
  const caseId = diaryCaseOf(staffId)
  const known = await caseOf(tx, caseId)
  if (isRefused(known)) {
    const at = acts[0]?.at
    const shared = { type: 'diary-shared', ...(at !== undefined && { at }), data: { by: staffId } }
    const opened = await recordStep(tx, store, { open: { kind: 'diary', caseId, act: shared } })
    if (isRefused(opened)) return opened
  }
  for (const act of acts) {
    const data = { by: staffId, ...(act.data as Readonly<Record<string, unknown>> | undefined) }
    const recorded = await recordStep(tx, store, { in: caseId, act: { ...act, data } })
    if (isRefused(recorded)) return recorded
  }
  return undefined
}
