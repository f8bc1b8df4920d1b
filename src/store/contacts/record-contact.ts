import type { Acting } from '#core/people/acting.ts'
import { type Permission, permissions } from '#core/people/permission.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { recordStep, type Step } from '../ledger/append.ts'
import { onceFor } from '../ledger/idempotency.ts'
import type { MasterValues } from '../masters/definition.ts'
import { customers } from '../masters/kinds/customers.ts'
import { readMasterValues } from '../masters/read-master.ts'
import { addMasterIn, type MasterPut } from '../masters/writing.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { dropDraftIn, recordingOf } from './drafts.ts'

/** A contact as it is to be recorded: all of it, or nothing. */
export interface ContactToRecord {
  /** The id of its draft: pressing the button twice records it once. */
  readonly draftId: string
  /** The case it is about, for the answer. */
  readonly caseId: string
  /** Somebody we did not know. */
  readonly customer?: { readonly id: string; readonly values: Readonly<Record<string, unknown>> }
  readonly steps: readonly [Step, ...Step[]]
  /** The call on which it came. */
  readonly callId?: string
}

/** In which case it stands, and how many acts there were. */
export interface ContactRecorded {
  readonly caseId: string
  readonly acts: number
}

/**
 * Records a contact in one transaction: the customer where they are new, the case, what was done at once, and who has it
 * next. What was typed is dropped with it. A second time with the same draft answers as the first did.
 */
export async function recordContact(
  store: Store,
  acting: Acting,
  contact: ContactToRecord,
): Promise<(ContactRecorded & { readonly repeated?: true }) | Refused> {
  const values = contact.customer && readMasterValues(customers, contact.customer.values)
  if (isRefused(values)) return values
  const once = { key: recordingOf(contact.draftId), request: contact.draftId }
  return store.database.transact(acting, 'cases.write', (tx) =>
    onceFor(tx, once, () => recordAll(tx, store, contact, values)),
  )
}

async function recordAll(
  tx: Transaction,
  store: Store,
  contact: ContactToRecord,
  values: MasterValues | undefined,
): Promise<ContactRecorded | Refused> {
  const added = await addNewCustomer(tx, store, contact, values)
  if (isRefused(added)) return added
  for (const step of contact.steps) {
    const done = await recordStep(atTheCounter(tx, step, contact), store, step)
    if (isRefused(done)) return done
  }
  if (contact.callId !== undefined) await putCall(tx, store, contact.callId, contact.caseId)
  await dropDraftIn(tx, contact.draftId)
  return { caseId: contact.caseId, acts: contact.steps.length }
}

async function addNewCustomer(
  tx: Transaction,
  store: Store,
  { customer }: ContactToRecord,
  values: MasterValues | undefined,
): Promise<MasterPut | Refused | undefined> {
  if (customer === undefined || values === undefined) return undefined
  if (!tx.acting.may.has(customers.write)) return barred(customers.write)
  return addMasterIn(tx, customers, { id: customer.id, values }, store.now())
}

/**
 * Giving out others’ work takes a team leader, and answering complaints an officer. But whoever takes a contact in says who
 * has this one next, and sends a neighbour’s quarrel to those who deal with antisocial behaviour.
 */
function atTheCounter(tx: Transaction, step: Step, { steps }: ContactToRecord): Transaction {
  const isTakenIn = 'in' in step && steps.some((each) => 'open' in each && each.open.caseId === step.in)
  const granted = takingIn.get('open' in step ? step.open.act.type : step.act.type)
  if (granted === undefined || (granted === 'complaints.write' && !isTakenIn)) return tx
  return { ...tx, acting: { ...tx.acting, may: new Set([...tx.acting.may, granted]) } }
}

const takingIn: ReadonlyMap<string, Permission> = new Map([
  ['case-assigned', 'cases.assign'],
  ['complaint-redirected', 'complaints.write'],
])

function barred(needed: Permission): Refused {
  return refused('not allowed', `this needs permission to ${permissions[needed]}`, 'ask an administrator')
}

async function putCall(tx: Transaction, store: Store, callId: string, caseId: string): Promise<void> {
  const { landlord, by } = tx.acting
  await tx.run(insertCallRecorded, [landlord, callId, caseId, instantText(store.now()), by])
}

const insertCallRecorded = statement(
  'insert-call-recorded',
  `insert into calls_recorded (landlord, call_id, case_id, recorded_at, recorded_by) values ($1, $2, $3, $4, $5)
   on conflict do nothing`,
)
