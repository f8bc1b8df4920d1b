import { code, dateOrInstant, id, ids, oneOf, promised, toRecord, yesOrNo } from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'

const place = oneOf(['office', 'home'], 'where')

/** What is agreed before the day. */
export const appointmentArranged: Readonly<Record<string, EventDefinition>> = {
  'appointment-requested': {
    says: 'The customer asked for an appointment or a visit.',
    fields: { reason: code('what it is about'), place },
  },
  'appointment-offered': {
    says: 'We offered a time.',
    fields: { for: toRecord(dateOrInstant('the time offered')), place },
  },
  'appointment-booked': {
    says: 'A time was agreed with the customer.',
    fields: {
      for: toRecord(dateOrInstant('the time agreed')),
      place: toRecord(place),
      homeOffered: yesOrNo('an office appointment: the customer could have had it at home'),
      staff: promised(ids('who will be there')),
      secondStaff: id('who comes along, as on evening visits'),
      evening: yesOrNo('it is in the evening'),
    },
  },
  'delay-notified': {
    says: 'The customer was told that we shall be late.',
    fields: { newTime: dateOrInstant('when we shall be there') },
  },
  'appointment-cancelled': {
    says: 'The appointment will not take place.',
    closes: true,
    fields: {
      by: toRecord(oneOf(['landlord', 'customer'], 'which side cancelled')),
      reason: code('why'),
      anotherWanted: yesOrNo('the customer wants another time; taken as yes unless it says no'),
    },
  },
  'customer-told': { says: 'The customer was told that the appointment cannot be kept.' },
}
