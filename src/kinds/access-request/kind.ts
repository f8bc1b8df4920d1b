import { asked, code, promised } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const decided = ['access-given', 'access-refused'] as const

/** A customer asks to see their own file. */
export const accessRequest: KindDefinition = {
  kind: 'access-request',
  says: 'A customer asks to see the file we hold about them.',
  events: {
    'access-requested': {
      says: 'The customer asked to see their file.',
      plainly: { says: 'you asked to see your file' },
      act: 'Record the request',
      opens: true,
      once: true,
      asksFor: { kind: 'message', label: 'What do they ask to see?' },
    },
    'identity-confirmed': {
      says: 'We made sure that it is really them.',
      plainly: { says: 'we made sure that it was you' },
      act: 'Confirm who they are',
      follows: ['access-requested'],
      notAfter: decided,
      asksFor: { kind: 'note', label: 'What did they show us?' },
    },
    'access-given': {
      says: 'They saw their file or were sent a copy.',
      plainly: { says: 'we showed you your file' },
      act: 'Give access',
      follows: ['access-requested'],
      notAfter: ['access-given'],
      closes: true,
      asksFor: { kind: 'note', label: 'What were they given, and what was left out?' },
    },
    'access-refused': {
      says: 'They were not given access, or not to all of it.',
      plainly: { says: 'we did not show you your file', when: { reason: { given: 'and said why' } } },
      act: 'Refuse access',
      follows: ['access-requested'],
      notAfter: decided,
      closes: true,
      fields: {
        reason: asked('Why?', promised(code('why')), {
          suggests: [
            'not-known-who-asks',
            'about-somebody-else',
            'law-forbids',
            'asked-too-often',
            'nothing-held',
          ],
        }),
      },
      asksFor: { kind: 'note', label: 'What were they told?' },
    },
  },
}
