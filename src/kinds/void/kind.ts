import { asked, id } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** A home that stands empty between two tenancies. */
export const voidHome: KindDefinition = {
  kind: 'void',
  says: 'An empty home, from the day it was left to the day it is let. Its works end with `works-finished`.',
  with: ['works-finished'],
  events: {
    'home-vacated': {
      says: 'The home was left empty.',
      plainly: { says: 'a home became empty' },
      act: 'Record that a home is empty',
      opens: true,
      once: true,
      fields: { home: asked('Which home?', id('the home'), { of: 'home' }) },
    },
    'home-let': {
      says: 'The home was let again.',
      plainly: { says: 'we let the home again' },
      act: 'Record that it is let',
      follows: ['home-vacated'],
      notAfter: ['home-let'],
      closes: true,
    },
  },
}
