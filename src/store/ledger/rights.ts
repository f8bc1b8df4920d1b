import { isCalled } from '#core/ledger/effective.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import { isForContractors, permissionToRecord } from '#core/people/act-permission.ts'
import type { Acting } from '#core/people/acting.ts'
import { permissions } from '#core/people/permission.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import type { Store } from '../store.ts'
import { textIn } from './case-facts.ts'
import type { CaseRow } from './case-row.ts'
import { eventOf } from './event-row.ts'
import { eventsOfCases } from './recompute.ts'

/** Why somebody may not record this in a case, though they may record acts of its type. */
export async function rightsFault(
  tx: Transaction,
  store: Store,
  row: CaseRow,
  event: CaseEvent,
): Promise<Refused | undefined> {
  return contractorActFault(tx.acting, store, row, event) ?? (await mendingFault(tx, store, row, event))
}

/** A contractor is given its jobs, and opens none. */
export function openingFault({ contractorId }: Acting): Refused | undefined {
  return contractorId === undefined
    ? undefined
    : refused('not allowed', 'cases are opened by the landlord’s own staff', 'tell them what it is about')
}

/** What a contractor does stays with the customer and the home that its job was given for: by another it would see them. */
function contractorActFault(
  { contractorId }: Acting,
  { vocabulary }: Store,
  row: CaseRow,
  event: CaseEvent,
): Refused | undefined {
  if (contractorId === undefined) return undefined
  if (!isForContractors(event.type, vocabulary))
    return refused('not allowed', 'this is for the landlord’s own staff to record', 'ask them to')
  const own = { customer: row.customer_id, home: row.home_id }
  const other = (['customer', 'home'] as const).find(
    (field) => event.data[field] !== undefined && textIn(event, field) !== (own[field] ?? undefined),
  )
  if (other === undefined) return undefined
  return refused(
    'not allowed',
    `whose ${other} it is, is for the landlord’s own staff to say`,
    'ask them to',
    `/data/${other}`,
  )
}

/** It is whoever may record an act that may put it right or take it back. */
async function mendingFault(
  tx: Transaction,
  { vocabulary }: Store,
  { case_id: caseId }: CaseRow,
  { type, data }: CaseEvent,
): Promise<Refused | undefined> {
  if (type !== 'event-corrected' && type !== 'event-withdrawn') return undefined
  const told = await tx.run(eventsOfCases, [tx.acting.landlord, [caseId]])
  const needed = told
    .map(eventOf)
    .filter((each) => isCalled(each, data['event']))
    .map((each) => permissionToRecord(each.type, vocabulary))
    .find((permission) => !tx.acting.may.has(permission))
  if (needed === undefined) return undefined
  return refused('not allowed', `this needs permission to ${permissions[needed]}`, 'ask a team leader')
}
