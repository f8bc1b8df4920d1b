import { channel, code, dateOrInstant, oneOf, toRecord, yesOrNo } from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'

/** What comes in from the customer. */
export const enquiryContacts: Readonly<Record<string, EventDefinition>> = {
  'contact-received': {
    says: 'Somebody got in touch. The oldest contact that has no answer yet is the one that counts.',
    fields: {
      channel: toRecord(channel('how it came')),
      from: oneOf(['customer', 'councillor', 'mp', 'representative', 'other'], 'who got in touch'),
      urgent: yesOrNo('staff decided that it is urgent'),
      answerNeeded: yesOrNo('it needs an answer; taken as yes unless it says no, as of a thank-you'),
      away: yesOrNo('the person it was meant for is away'),
      nameNoted: yesOrNo('a message taken: it has the caller’s name'),
      telephoneNoted: yesOrNo('a message taken: it has the caller’s telephone number'),
      addressNoted: yesOrNo('a message taken: it has the caller’s address'),
      subjectNoted: yesOrNo('a message taken: it says what it was about'),
      timeNoted: yesOrNo('a message taken: it has the date and time of the call'),
    },
  },
  'contact-opened': {
    says: 'A letter or e-mail was opened.',
    fields: {
      dateStamped: yesOrNo('it was stamped with the date'),
      forColleague: yesOrNo('it is for a colleague to answer'),
    },
  },
  'information-requested': {
    says: 'We asked somebody for information that the answer needs.',
    fields: {
      of: code('who was asked: the customer, a team, another body'),
      for: dateOrInstant('by when it is asked for'),
    },
  },
  'information-received': { says: 'The information asked for came.' },
  'urgency-changed': {
    says: 'Staff decided anew whether it is urgent; clocks already running are read again.',
    fields: { urgent: toRecord(yesOrNo('whether it is urgent now')) },
    rereads: true,
  },
}
