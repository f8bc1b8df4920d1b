import { codeOrYes, dateOrInstant, code, oneOf, promised, toRecord, yesOrNo } from '#core/field.ts'
import type { EventDefinition, FieldDefinition } from '#core/kind.ts'

/** What a letter or an e-mail of ours shows of whoever wrote it. */
const shown: Readonly<Record<string, FieldDefinition>> = {
  name: codeOrYes('it names the person handling the enquiry'),
  position: codeOrYes('it gives that person’s position'),
  telephone: codeOrYes('it gives a direct telephone number'),
  email: codeOrYes('it gives an e-mail address'),
  address: codeOrYes('it gives a return address'),
  copyKept: yesOrNo('a copy is kept'),
}

/** What goes out to the customer, or is agreed with them. */
export const enquiryAnswers: Readonly<Record<string, EventDefinition>> = {
  'acknowledgement-sent': { says: 'We said that it came, without answering it yet.', fields: shown },
  'reply-sent': {
    says: 'We answered, on any channel that reached the customer.',
    fields: { full: toRecord(yesOrNo('everything asked is answered')), ...shown },
  },
  'holding-reply-sent': {
    says: 'We said why the answer takes longer, and when it will come.',
    fields: {
      reason: promised(code('why it takes longer')),
      newDate: promised(dateOrInstant('when the answer will come')),
      ...shown,
    },
  },
  'call-back-agreed': {
    says: 'We agreed with the customer when to call back.',
    fields: { for: toRecord(dateOrInstant('when')) },
  },
  'call-returned': {
    says: 'We called back.',
    fields: {
      with: oneOf(['reply', 'timescale'], 'what the customer was given: a reply, or when to expect one'),
    },
  },
  'outside-our-services': {
    says: 'We said that this is not among our services.',
    closes: true,
    fields: { referredTo: code('who can help instead') },
  },
  'commitment-made': {
    says: 'Somebody gave the customer their word that something will be done.',
    fields: { by: promised(dateOrInstant('by when it will be done (not by whom)')) },
  },
  'commitment-kept': { says: 'What was promised to this customer was done.' },
}
