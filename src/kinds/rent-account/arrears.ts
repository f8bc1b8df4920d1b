import { asked, number, toRecord } from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'

/** What is done for a customer who owes rent. */
export const rentArrears: Readonly<Record<string, EventDefinition>> = {
  'arrears-passed': {
    says: 'A check found that more is owed than this many weeks’ rent.',
    plainly: { says: 'you owed rent', when: { weeks: { 'at least 2': 'of two weeks or more' } } },
    act: 'Record that rent is owed',
    fields: { weeks: asked('How many weeks’ rent?', toRecord(number('how many weeks’ rent'))) },
  },
  'arrears-contacted': {
    says: 'We got in touch with the customer about it.',
    plainly: { says: 'we got in touch with you about it' },
    act: 'Record a contact about what is owed',
    asksFor: { kind: 'note', label: 'What was said?' },
  },
  'support-offered': {
    says: 'We offered help and support.',
    plainly: { says: 'we offered you help' },
    act: 'Offer help and support',
  },
  'debt-advice-offered': {
    says: 'We offered to refer the customer to free debt advice.',
    plainly: { says: 'we offered you free advice on debt' },
    act: 'Offer free debt advice',
  },
  'agreement-offered': {
    says: 'We offered an agreement to pay in parts.',
    plainly: { says: 'we offered that you pay in parts' },
    act: 'Offer to let them pay in parts',
  },
  'agreement-made': {
    says: 'An agreement to pay in parts was come to.',
    plainly: { says: 'we agreed with you how to pay in parts' },
    act: 'Record an agreement to pay in parts',
    asksFor: { kind: 'note', label: 'What was agreed?' },
  },
  'agreement-broken': {
    says: 'What was agreed was not paid.',
    plainly: { says: 'you did not pay as we had agreed' },
    act: 'Record that the agreement was not kept',
    follows: ['agreement-made'],
    notAfter: ['agreement-broken'],
  },
  'arrears-cleared': {
    says: 'Nothing is owed any more.',
    plainly: { says: 'you owed nothing any more' },
    act: 'Record that nothing is owed',
    follows: ['arrears-passed'],
    notAfter: ['arrears-cleared'],
  },
}
