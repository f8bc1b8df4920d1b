import { asked, code, dateOrInstant, oneOf, toRecord, yesOrNo } from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'
import { beginnings, ends } from './course.ts'

/** What happens to it inside the house. */
export const enquiryWork: Readonly<Record<string, EventDefinition>> = {
  'information-requested': {
    says: 'We asked somebody for information that the answer needs.',
    plainly: {
      says: 'we asked somebody for what the answer needs',
      record: { of: 'whom we asked', for: 'by when we need it' },
    },
    act: 'Ask for information',
    follows: beginnings,
    notAfter: ends,
    fields: {
      of: asked('Who is asked?', code('who was asked: the customer, a team, another body'), {
        suggests: ['customer', 'another-team', 'contractor', 'council', 'another-landlord'],
      }),
      for: asked('By when?', dateOrInstant('by when it is asked for')),
    },
    asksFor: { kind: 'note', label: 'What do we need to know?' },
  },
  'information-received': {
    says: 'The information asked for came.',
    act: 'Record that it came',
    follows: ['information-requested'],
    notAfter: ['information-received'],
    asksFor: { kind: 'note', label: 'What does it say?' },
  },
  'urgency-changed': {
    says: 'Staff decided anew whether it is urgent; clocks already running are read again.',
    act: 'Change how urgent it is',
    follows: beginnings,
    notAfter: ends,
    fields: { urgent: asked('Is it urgent?', toRecord(yesOrNo('whether it is urgent now'))) },
    rereads: true,
    asksFor: { kind: 'note', label: 'Why?' },
  },
  'enquiry-closed': {
    says: 'Nothing more is to be done. Closing is no answer.',
    plainly: {
      says: 'we closed it',
      when: {
        reason: {
          'withdrawn or duplicate or wrong-person or no-answer-needed':
            'because you withdrew it, had sent it twice, meant somebody else or needed no answer',
        },
      },
    },
    act: 'Close the enquiry',
    follows: beginnings,
    notAfter: ends,
    closes: true,
    fields: {
      reason: asked(
        'Why is nothing more to be done?',
        oneOf(
          ['answered', 'withdrawn', 'duplicate', 'wrong-person', 'no-answer-needed'],
          'why nothing more is to be done',
        ),
      ),
    },
  },
}
