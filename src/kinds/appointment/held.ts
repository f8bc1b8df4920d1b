import { codeOrYes, promised, yesOrNo } from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'

/** What happens on the day and after. */
export const appointmentHeld: Readonly<Record<string, EventDefinition>> = {
  'appointment-started': { says: 'We were there and it began.', closes: true },
  'no-access': {
    says: 'We were there and nobody let us in.',
    closes: true,
    fields: {
      cardLeft: promised(yesOrNo('a card was left')),
      purpose: promised(codeOrYes('the card says who called and why')),
      telephone: promised(codeOrYes('the card gives the number to ring')),
      rearranged: codeOrYes('the card offers another time'),
    },
  },
  'appointment-missed': { says: 'We did not come.', closes: true },
  'follow-up-told': {
    says: 'The customer was told what happens next.',
    fields: { action: codeOrYes('what happens next') },
  },
}
