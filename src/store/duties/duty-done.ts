import { isRefused, type Refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import type { Store } from '../store.ts'
import { keepWords } from '../words/keep-words.ts'
import { textFault } from '../words/text.ts'
import { recordIn } from './record-case.ts'

/** That a duty of the landlord’s was done. */
export interface DutyDone {
  readonly duty: string
  /** The promise whose duty it is. */
  readonly promise: string | null
  /** What shows it. */
  readonly note: string
}

/**
 * Records now, inside a transaction of somebody else’s, that a duty was done, and gives the record’s reference. What shows it is kept as
 * the page of the duty shows it.
 */
export async function recordDutyDone(
  tx: Transaction,
  store: Store,
  { duty, promise, note }: DutyDone,
): Promise<string | Refused> {
  const text = note.trim()
  const fault = text === '' ? undefined : textFault(text, '/note')
  if (fault !== undefined) return fault
  const caseId = `duty-${duty}`
  const words = text === '' ? [] : [await keepWords(tx, { kind: 'evidence', text, caseId })]
  const data = { duty, ...(promise !== null && { promise }), ...(words.length > 0 && { words }) }
  const recorded = await recordIn(
    tx,
    store,
    { kind: 'obligation', caseId },
    { type: 'evidence-recorded', data },
  )
  return isRefused(recorded) ? recorded : caseId
}
