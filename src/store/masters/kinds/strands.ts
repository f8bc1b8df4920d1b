import { master } from '../definition.ts'

/** What a customer told us of themselves, so that we can see whether we serve everybody alike. */
export const strands = master({
  kind: 'strands',
  one: 'strand of a profile',
  says: 'What a customer told us of themselves, so that we can see whether we serve everybody alike.',
  table: 'profile_strands',
  id: 'strandId',
  read: 'customers.read',
  write: 'customers.write',
  shows: 'customer',
  listedBy: ['customer'],
  removable: true,
  fields: {
    customer: { says: 'whose profile it is', type: 'id', of: 'customers', required: true, fixed: true },
    strand: {
      says: 'which strand',
      type: 'one of',
      oneOf: [
        'age-band',
        'disability',
        'ethnicity',
        'nationality',
        'gender',
        'gender-identity',
        'religion',
        'sexual-orientation',
        'marital-status',
        'language',
        'literacy',
      ],
      required: true,
      fixed: true,
    },
    value: {
      says: 'what they said, as a code; prefer-not-to-say is an answer',
      type: 'code',
      required: true,
    },
    toldOn: { says: 'when they told us', type: 'date' },
    source: { says: 'how they told us, such as survey, sign-up or visit', type: 'code' },
  },
})
