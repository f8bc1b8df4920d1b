import { number, toRecord } from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'

/** What is done for a customer who owes rent. */
export const rentArrears: Readonly<Record<string, EventDefinition>> = {
  'arrears-passed': {
    says: 'A check found that more is owed than this many weeks’ rent.',
    fields: { weeks: toRecord(number('how many weeks’ rent')) },
  },
  'arrears-contacted': { says: 'We got in touch with the customer about it.' },
  'support-offered': { says: 'We offered help and support.' },
  'debt-advice-offered': { says: 'We offered to refer the customer to free debt advice.' },
  'agreement-offered': { says: 'We offered an agreement to pay in parts.' },
  'agreement-made': { says: 'An agreement to pay in parts was come to.' },
  'agreement-broken': { says: 'What was agreed was not paid.' },
  'arrears-cleared': { says: 'Nothing is owed any more.' },
}
