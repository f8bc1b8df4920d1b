import { code } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** Praise and comments. */
export const feedback: KindDefinition = {
  kind: 'feedback',
  says: 'Praise or a comment, and what came of it.',
  events: {
    'compliment-received': { says: 'Somebody praised what we did.' },
    'comment-received': { says: 'Somebody made a comment or a suggestion.' },
    'feedback-answered': { says: 'We answered.', closes: true },
    'improvement-made': {
      says: 'Something was improved because of it.',
      fields: { improvement: code('what') },
    },
  },
}
