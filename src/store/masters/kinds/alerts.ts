import { master } from '../definition.ts'

/** What staff must know before they visit or ring. Each has a day on which it is looked at again. */
export const alerts = master({
  kind: 'alerts',
  one: 'alert',
  says: 'What staff must know before they visit or ring, and when it is looked at again.',
  table: 'customer_alerts',
  id: 'alertId',
  read: 'customers.read',
  write: 'customers.write',
  shows: 'customer',
  listedBy: ['customer'],
  removable: true,
  fields: {
    customer: { says: 'whom it concerns', type: 'id', of: 'customers', required: true, fixed: true },
    alert: {
      says: 'what to know',
      type: 'one of',
      oneOf: [
        'visit-in-pairs',
        'office-visits-only',
        'letters-only',
        'dog',
        'slow-to-answer-the-door',
        'oxygen-in-the-home',
        'vulnerable',
        'safeguarding',
        'password-scheme',
        'do-not-disclose-address',
      ],
      required: true,
    },
    setOn: { says: 'when it was set', type: 'date', required: true },
    reviewOn: { says: 'when it is looked at again', type: 'date', required: true, notBefore: 'setOn' },
    endedOn: { says: 'when it was taken off', type: 'date', notBefore: 'setOn' },
  },
})
