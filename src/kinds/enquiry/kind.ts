import type { KindDefinition } from '#core/kind.ts'
import { enquiryAnswers } from './answers.ts'
import { enquiryContacts } from './contacts.ts'
import { enquiryWork } from './work.ts'

/** Anything that needs an answer, on whatever channel it came. */
export const enquiry: KindDefinition = {
  kind: 'enquiry',
  says: 'Anything that needs an answer: a letter, an e-mail, a text, a voicemail, a message, a question at reception.',
  with: ['call-transferred', 'wanted-person-was-away'],
  events: { ...enquiryContacts, ...enquiryAnswers, ...enquiryWork },
}
