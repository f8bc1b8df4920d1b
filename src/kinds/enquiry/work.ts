import { code, codeOrYes, dateOrInstant, oneOf, promised, yesOrNo } from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'

/** What happens to it inside the house. */
export const enquiryWork: Readonly<Record<string, EventDefinition>> = {
  referred: {
    says: 'It was passed to another team.',
    fields: {
      team: promised(code('the team it was passed to')),
      for: dateOrInstant('by when that team is asked to act'),
      urgent: yesOrNo('staff decided that it is urgent'),
      customerTold: yesOrNo('the customer knows to whom it went'),
    },
  },
  'referral-acknowledged': { says: 'The other team took it up.' },
  'note-kept': {
    says: 'A note was kept of what was said or of what came; its words are in the drawer.',
    fields: { of: code('what it is a note of'), where: codeOrYes('where it is kept') },
  },
  'enquiry-closed': {
    says: 'Nothing more is to be done. Closing is no answer.',
    closes: true,
    fields: {
      reason: oneOf(
        ['answered', 'withdrawn', 'duplicate', 'wrong-person', 'no-answer-needed'],
        'why nothing more is to be done',
      ),
    },
  },
}
