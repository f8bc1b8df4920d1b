import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import type { Acting } from './acting.ts'
import type { Permission } from './permission.ts'

/**
 * What somebody must be allowed to do to record an act of this type, as the act or its kind says. Anybody at the
 * counter takes a complaint in; answering one is for those who answer complaints.
 */
export function permissionToRecord(type: string, { events, kinds }: Vocabulary): Permission {
  const known = events.get(type)
  if (known === undefined) return 'cases.write'
  const kind = kinds.get(known.kind)
  return known.definition.permission ?? kind?.permission ?? (kind?.notACase ? 'returns.write' : 'cases.write')
}

/** Whether an act is a contractor’s to do, in a job of their own. */
export function isForContractors(type: string, { events }: Vocabulary): boolean {
  return events.get(type)?.definition.contractor === true
}

/** Whether somebody may do acts of this type at all. */
export function mayRecord({ may, contractorId }: Acting, type: string, vocabulary: Vocabulary): boolean {
  if (contractorId !== undefined && !isForContractors(type, vocabulary)) return false
  return may.has(permissionToRecord(type, vocabulary))
}
