import { code, dateOrInstant, promised } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** Abuse of or threats against staff, and what is done about it. */
export const behaviour: KindDefinition = {
  kind: 'behaviour',
  says: 'Abusive or threatening behaviour towards staff, and what is done about it.',
  events: {
    'incident-recorded': {
      says: 'An incident was put on record.',
      fields: { action: code('what was done about it') },
    },
    'warning-given': { says: 'The person was warned.' },
    'restriction-set': {
      says: 'How the person may get in touch was restricted.',
      fields: { review: promised(dateOrInstant('when the restriction is looked at again')) },
    },
    'restriction-ended': { says: 'The restriction was lifted.', closes: true },
  },
}
