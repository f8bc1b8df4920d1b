import { asked, codeOrYes, promised, yesOrNo } from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'

/** What ends an appointment, until another is booked. */
export const held: readonly string[] = [
  'appointment-started',
  'no-access',
  'appointment-missed',
  'appointment-cancelled',
]

/** What happens on the day and after. */
export const appointmentHeld: Readonly<Record<string, EventDefinition>> = {
  'appointment-started': {
    says: 'We were there and it began.',
    plainly: { says: 'we came' },
    act: 'Begin the appointment',
    follows: ['appointment-booked'],
    notAfter: held,
    contractor: true,
    closes: true,
  },
  'no-access': {
    says: 'We were there and nobody let us in.',
    plainly: {
      says: 'we came and nobody let us in',
      record: {
        cardLeft: 'that we left a card',
        purpose: 'that the card says who came and why',
        telephone: 'that the card gives the number to ring',
        rearranged: 'that the card offers another time',
      },
    },
    act: 'Record no access',
    follows: ['appointment-booked'],
    notAfter: held,
    contractor: true,
    closes: true,
    fields: {
      cardLeft: asked('Was a card left?', promised(yesOrNo('a card was left'))),
      purpose: asked(
        'Does the card say who called and why?',
        promised(codeOrYes('the card says who called and why')),
      ),
      telephone: asked(
        'Does it give the number to ring?',
        promised(codeOrYes('the card gives the number to ring')),
      ),
      rearranged: asked('Does it offer another time?', codeOrYes('the card offers another time')),
    },
  },
  'appointment-missed': {
    says: 'We did not come.',
    plainly: { says: 'we did not come' },
    act: 'Record that we did not come',
    follows: ['appointment-booked'],
    notAfter: held,
    contractor: true,
    closes: true,
  },
  'follow-up-told': {
    says: 'The customer was told what happens next.',
    plainly: { says: 'we told you what happens next' },
    act: 'Say what happens next',
    follows: ['appointment-started', 'no-access', 'appointment-missed'],
    contractor: true,
    fields: { action: asked('Do they know what happens next?', codeOrYes('what happens next')) },
    asksFor: { kind: 'note', label: 'What happens next?' },
  },
}
