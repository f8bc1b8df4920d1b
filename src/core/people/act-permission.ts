import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import type { Permission } from './permission.ts'

/**
 * What somebody must be allowed to do to record an act of this type. Anybody at the counter takes a complaint in;
 * answering one is for those who answer complaints.
 */
export function permissionToRecord(type: string, { events, kinds }: Vocabulary): Permission {
  if (type === 'case-assigned') return 'cases.assign'
  const kind = events.get(type)?.kind
  if (kind === 'complaint' && type !== 'complaint-received') return 'complaints.write'
  if (kind !== undefined && kinds.get(kind)?.notACase === true) return 'returns.write'
  return 'cases.write'
}
