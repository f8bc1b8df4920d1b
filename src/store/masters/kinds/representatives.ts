import { refused } from '#core/refused.ts'
import { master } from '../definition.ts'

/** By what authority one customer may speak for another. */
export const representatives = master({
  kind: 'representatives',
  one: 'authority to speak for a customer',
  says: 'By what authority somebody may speak for a customer, and how far it reaches.',
  table: 'representatives',
  id: 'authorityId',
  read: 'customers.read',
  write: 'customers.write',
  shows: 'customer',
  listedBy: ['customer', 'representative'],
  removable: true,
  fields: {
    customer: { says: 'for whom they speak', type: 'id', of: 'customers', required: true, fixed: true },
    representative: { says: 'who speaks', type: 'id', of: 'customers', required: true, fixed: true },
    kind: {
      says: 'who they are to the customer',
      type: 'one of',
      oneOf: [
        'family',
        'friend',
        'carer',
        'advocate',
        'support-worker',
        'councillor',
        'member-of-parliament',
        'solicitor',
        'power-of-attorney',
        'deputy',
        'appointee',
        'other',
      ],
      required: true,
    },
    scope: {
      says: 'what they may be told and decide',
      type: 'one of',
      oneOf: ['everything', 'repairs', 'rent', 'complaint', 'application', 'one-matter', 'being-copied'],
      required: true,
    },
    seenOn: { says: 'when we saw their authority', type: 'date', required: true },
    validFrom: { says: 'from when it holds', type: 'date' },
    validUntil: { says: 'until when it holds', type: 'date', notBefore: 'validFrom' },
  },
  fault: ({ customer, representative }) =>
    customer === representative
      ? refused(
          'not valid',
          'representative: nobody needs authority to speak for themselves',
          'name another customer',
          '/representative',
        )
      : undefined,
})
