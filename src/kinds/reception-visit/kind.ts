import { asked, codeOrYes, dateOrInstant, id, number, promised, yesOrNo } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const arrived = ['visitor-arrived'] as const

/** A visitor at an office, with an appointment or without. */
export const receptionVisit: KindDefinition = {
  kind: 'reception-visit',
  says: 'A visitor at an office, from the door to leaving.',
  comesBy: 'reception',
  events: {
    'visitor-arrived': {
      says: 'A visitor came to reception.',
      plainly: {
        says: 'you came to our reception',
        when: {
          appointmentAt: { given: 'with an appointment', 'not given': 'without an appointment' },
          wants: { given: 'to see somebody by name', 'not given': 'without asking for anybody by name' },
          private: { yes: 'to talk in private' },
        },
      },
      act: 'Record a visitor',
      opens: true,
      once: true,
      fields: {
        appointmentAt: asked(
          'When is their appointment, if they have one?',
          dateOrInstant('the time of their appointment, if they have one'),
        ),
        wants: asked('Whom do they want to see?', id('the person they want to see'), {
          of: 'staff',
        }),
        office: { ...id('at which office they are'), of: 'office' },
        appointment: { ...id('the case in which that appointment was booked'), of: 'case' },
        private: asked('Do they wish to talk in private?', yesOrNo('they wish to talk in private')),
      },
      asksFor: { kind: 'message', label: 'What is it about?' },
    },
    'visitor-seen': {
      says: 'A member of staff saw the visitor.',
      plainly: {
        says: 'somebody saw you',
        record: { by: 'who saw you', designated: 'that it was who you had booked to see' },
        when: {
          designated: { yes: 'and it was who you had come to see' },
          privateRoom: { yes: 'in a private room' },
        },
      },
      act: 'See the visitor',
      follows: arrived,
      notAfter: ['visitor-left'],
      fields: {
        by: asked('Who sees them?', promised(id('who saw them')), { of: 'staff' }),
        designated: asked(
          'Is it the person they have the appointment with, or asked for?',
          yesOrNo('it was the member of staff the appointment was with'),
        ),
        room: { ...id('the room they talked in'), of: 'room' },
        privateRoom: asked('Is it in a private room?', yesOrNo('they talked in a private room')),
      },
    },
    'wait-advised': {
      says: 'Reception said how long the wait is, offered somebody else, or both.',
      plainly: {
        says: 'we told you',
        when: {
          minutes: { given: 'how long you would wait' },
          alternative: { given: 'that somebody else, or another time, would do' },
        },
      },
      act: 'Say how long the wait is',
      follows: arrived,
      notAfter: ['visitor-left'],
      fields: {
        minutes: asked('How many minutes?', number('how long the wait is')),
        alternative: asked(
          'Did you offer somebody else, or another time?',
          codeOrYes('somebody else, or another time, was offered'),
        ),
      },
    },
    'no-staff-available': {
      says: 'Nobody who could see the visitor was free.',
      plainly: { says: 'nobody was free to see you' },
      act: 'Say that nobody is available',
      follows: arrived,
      notAfter: ['visitor-left'],
    },
    'visitor-left': {
      says: 'The visitor left.',
      plainly: { says: 'you left', record: { action: 'that you knew what we would do' } },
      act: 'Record that they left',
      follows: arrived,
      notAfter: ['visitor-left'],
      closes: true,
      fields: {
        action: asked('Do they know what will be done?', promised(codeOrYes('they know what will be done'))),
        confirmation: asked('Did they get it in writing?', codeOrYes('it was confirmed in writing')),
      },
      asksFor: { kind: 'note', label: 'What was agreed?' },
    },
  },
}
