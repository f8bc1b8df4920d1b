import {
  asked,
  code,
  dateOrInstant,
  id,
  ids,
  oneOf,
  promised,
  toRecord,
  yesOrNo,
  wholeNumber,
} from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'
import { held } from './held.ts'

const place = asked('Where?', oneOf(['office', 'home'], 'where'))

/** What diaries need to know of it, as their own page asks for it. */
const whereabouts = {
  until: dateOrInstant('when it ends'),
  office: { ...id('at which office it is'), of: 'office' },
  room: { ...id('in which room it is'), of: 'room' },
  travel: wholeNumber('how many minutes it takes to get there, and as many back'),
} as const

/** What is agreed before the day. */
export const appointmentArranged: Readonly<Record<string, EventDefinition>> = {
  'appointment-requested': {
    says: 'The customer asked for an appointment or a visit.',
    plainly: {
      says: 'you asked for an appointment or a visit',
      without: { place: { 'not office': 'appointments at our office', 'not home': 'visits to your home' } },
    },
    act: 'Ask for an appointment',
    opens: true,
    fields: {
      reason: asked('What is it about?', code('what it is about'), {
        suggests: ['repair', 'rent', 'tenancy', 'neighbour', 'application', 'inspection'],
      }),
      place,
    },
    asksFor: { kind: 'note', label: 'What does the customer want to talk about?' },
  },
  'appointment-offered': {
    says: 'We offered a time.',
    plainly: { says: 'we offered you a time' },
    act: 'Offer a time',
    contractor: true,
    fields: { for: asked('Which time?', toRecord(dateOrInstant('the time offered'))), place, ...whereabouts },
  },
  'appointment-booked': {
    says: 'A time was agreed with the customer.',
    plainly: {
      says: 'we agreed a time with you',
      record: { secondStaff: 'who would come along', homeOffered: 'that you could have had it at home' },
      without: { place: { 'not office': 'appointments at our office', 'not home': 'visits to your home' } },
      when: { place: { home: 'at your home', office: 'at our office' }, evening: { yes: 'in the evening' } },
    },
    act: 'Book an appointment',
    opens: true,
    contractor: true,
    fields: {
      for: asked('Which time?', toRecord(dateOrInstant('the time agreed'))),
      place: toRecord(place),
      ...whereabouts,
      homeOffered: asked(
        'At the office: could they have had it at home?',
        yesOrNo('an office appointment: the customer could have had it at home'),
      ),
      staff: asked('Who will be there?', promised(ids('who will be there')), { of: 'staff' }),
      secondStaff: asked('Who comes along?', id('who comes along, as on evening visits'), { of: 'staff' }),
      evening: asked('Is it in the evening?', yesOrNo('it is in the evening')),
    },
  },
  'delay-notified': {
    says: 'The customer was told that we shall be late.',
    plainly: { says: 'we told you that we would be late' },
    act: 'Tell the customer that we are late',
    follows: ['appointment-booked'],
    notAfter: held,
    contractor: true,
    fields: { newTime: asked('When shall we be there?', dateOrInstant('when we shall be there')) },
  },
  'appointment-cancelled': {
    says: 'The appointment will not take place.',
    plainly: {
      says: 'the appointment fell through',
      without: {
        place: { 'not office': 'appointments at our office' },
        anotherWanted: { 'not no': 'appointments that you no longer wanted' },
      },
      when: { by: { landlord: 'because we called it off', customer: 'because you called it off' } },
    },
    act: 'Cancel the appointment',
    follows: ['appointment-requested', 'appointment-offered', 'appointment-booked'],
    notAfter: held,
    contractor: true,
    closes: true,
    fields: {
      by: asked('Who cancels?', toRecord(oneOf(['landlord', 'customer'], 'which side cancelled'))),
      reason: asked('Why?', code('why'), {
        suggests: ['illness', 'emergency', 'staff-away', 'no-longer-needed', 'another-time', 'weather'],
      }),
      anotherWanted: asked(
        'Does the customer want another time?',
        yesOrNo('the customer wants another time; taken as yes unless it says no'),
      ),
    },
  },
  'customer-told': {
    says: 'The customer was told that the appointment cannot be kept.',
    plainly: { says: 'we told you that we could not come' },
    act: 'Tell the customer that we cannot come',
    follows: ['appointment-booked', 'appointment-cancelled', 'appointment-missed'],
    contractor: true,
    asksFor: { kind: 'note', label: 'How were they told?' },
  },
}
