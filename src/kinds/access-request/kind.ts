import { code, promised } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** A customer asks to see their own file. */
export const accessRequest: KindDefinition = {
  kind: 'access-request',
  says: 'A customer asks to see the file we hold about them.',
  events: {
    'access-requested': { says: 'The customer asked to see their file.' },
    'identity-confirmed': { says: 'We made sure that it is really them.' },
    'access-given': { says: 'They saw their file or were sent a copy.', closes: true },
    'access-refused': {
      says: 'They were not given access, or not to all of it.',
      closes: true,
      fields: { reason: promised(code('why')) },
    },
  },
}
