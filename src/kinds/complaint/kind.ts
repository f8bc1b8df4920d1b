import type { KindDefinition } from '#core/kind.ts'
import { complaintAnswered } from './answered.ts'
import { complaintTaken } from './taken.ts'

/** A customer says that we did not do as we should. */
export const complaint: KindDefinition = {
  kind: 'complaint',
  says: 'Somebody says that we did not do as we should, and wants it put right.',
  permission: 'complaints.write',
  events: { ...complaintTaken, ...complaintAnswered },
}
