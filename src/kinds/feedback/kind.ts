import { asked, code } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const received = ['compliment-received', 'comment-received'] as const

/** Praise and comments. */
export const feedback: KindDefinition = {
  kind: 'feedback',
  says: 'Praise or a comment, and what came of it.',
  events: {
    'compliment-received': {
      says: 'Somebody praised what we did.',
      plainly: { says: 'you praised us' },
      act: 'Record praise',
      opens: true,
      asksFor: { kind: 'message', label: 'What did they say?' },
    },
    'comment-received': {
      says: 'Somebody made a comment or a suggestion.',
      plainly: { says: 'you sent us a comment' },
      act: 'Record a comment',
      opens: true,
      asksFor: { kind: 'message', label: 'What did they say?' },
    },
    'improvement-made': {
      says: 'Something was improved because of it.',
      act: 'Record what was improved',
      follows: received,
      fields: {
        improvement: asked('What?', code('what'), {
          suggests: ['information', 'procedure', 'training', 'building', 'website'],
        }),
      },
      asksFor: { kind: 'note', label: 'What is better now?' },
    },
    'feedback-answered': {
      says: 'We answered.',
      plainly: { says: 'we answered praise or a comment' },
      act: 'Answer',
      follows: received,
      notAfter: ['feedback-answered'],
      closes: true,
      asksFor: { kind: 'message', label: 'What did we say?' },
    },
  },
}
