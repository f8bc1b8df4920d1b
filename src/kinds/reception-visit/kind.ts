import { code, codeOrYes, dateOrInstant, id, number, promised, yesOrNo } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** A visitor at an office, with an appointment or without. */
export const receptionVisit: KindDefinition = {
  kind: 'reception-visit',
  says: 'A visitor at an office, from the door to leaving.',
  events: {
    'visitor-arrived': {
      says: 'A visitor came to reception.',
      fields: {
        appointmentAt: dateOrInstant('the time of their appointment, if they have one'),
        wants: code('the person or team they want to see'),
        private: yesOrNo('they wish to talk in private'),
      },
    },
    'wait-advised': {
      says: 'Reception said how long the wait is, offered somebody else, or both.',
      fields: {
        minutes: number('how long the wait is'),
        alternative: codeOrYes('somebody else, or another time, was offered'),
      },
    },
    'no-staff-available': { says: 'Nobody who could see the visitor was free.' },
    'visitor-seen': {
      says: 'A member of staff saw the visitor.',
      fields: {
        by: promised(id('who saw them')),
        designated: yesOrNo('it was the member of staff the appointment was with'),
        privateRoom: yesOrNo('they talked in a private room'),
      },
    },
    'visitor-left': {
      says: 'The visitor left.',
      closes: true,
      fields: {
        action: promised(codeOrYes('they know what will be done')),
        confirmation: codeOrYes('it was confirmed in writing'),
      },
    },
  },
}
