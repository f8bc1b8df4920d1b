import type { TrainingRecord } from '#core/duties/training-record.ts'
import type { Acting } from '#core/people/acting.ts'
import type { Edition } from '#core/promises/edition.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { dutiesIn } from '../duties/read-duties.ts'
import { recordIn } from '../duties/record-case.ts'
import { recordStep } from '../ledger/append.ts'
import { newId } from '../new-id.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { type Employed, employedStaff, trainingRecords } from './records.ts'

/** In one round; the next takes up the rest. */
const mostAtOnce = 200

/**
 * Keeps the records of training in step with the list of staff: whoever came has one from when they were first known here, and
 * the record of whoever left ends. Only where some promise is about training.
 */
export function keepTrainingInStep(
  store: Store,
  acting: Acting,
): Promise<{ readonly joined: number; readonly left: number } | Refused> {
  return store.database.transact(acting, 'jobs.write', async (tx) => {
    const duties = await dutiesIn(tx, store)
    if (isRefused(duties)) return duties.because === 'not found' ? { joined: 0, left: 0 } : duties
    const edition = duties.find(({ sort }) => sort === 'of each member of staff')?.edition
    if (edition === undefined) return { joined: 0, left: 0 }
    const records = await trainingRecords(tx, edition.calendar.zone, store.now())
    const staff = await employedStaff(tx)
    const came = staff
      .filter((each) => each.active && openOf(records, each) === undefined)
      .slice(0, mostAtOnce)
    for (const each of came) {
      const joined = await joinIn(tx, store, each, { edition, records })
      if (isRefused(joined)) return joined
    }
    const gone = staff
      .flatMap((each) => (each.active ? [] : (openOf(records, each) ?? [])))
      .slice(0, mostAtOnce)
    for (const { caseId } of gone) {
      const left = await recordStep(tx, store, { in: caseId, act: { type: 'staff-left', id: newId() } })
      if (isRefused(left)) return left
    }
    return { joined: came.length, left: gone.length }
  })
}

/** The record of somebody that is open, where there is one. */
export function openOf(
  records: readonly TrainingRecord[],
  { staffId }: Pick<Employed, 'staffId'>,
): TrainingRecord | undefined {
  return records.find((record) => record.staffId === staffId && record.leftAt === undefined)
}

/** Opens the record of somebody who has none; whoever comes back begins a new one. */
export async function joinIn(
  tx: Transaction,
  store: Store,
  { staffId, since }: Employed,
  ground: { readonly edition: Edition; readonly records: readonly TrainingRecord[] },
): Promise<{ readonly caseId: string } | Refused> {
  const earlier = ground.records.filter((record) => record.staffId === staffId)
  const nth = earlier.length === 0 ? '' : `-${earlier.length + 1}`
  const left = Math.max(0, ...earlier.map(({ leftAt = 0 }) => leftAt))
  const caseId = `training-${staffId}${nth}`.slice(0, 200)
  const at = Math.min(Math.max(since, left, ground.edition.from), store.now())
  const act = { type: 'staff-joined', id: newId(), at: new Date(at).toISOString(), data: { staff: staffId } }
  const recorded = await recordIn(tx, store, { kind: 'training', caseId }, act)
  return isRefused(recorded) ? recorded : { caseId }
}

/** The edition whose promises are about training, or the newest. */
export async function editionOfTraining(tx: Transaction, store: Store): Promise<Edition | Refused> {
  const terms = await termsNow(tx, store)
  if (isRefused(terms)) return terms
  const edition = terms.editions.at(-1)
  if (edition === undefined) throw new Error('terms have at least one edition')
  return edition
}
