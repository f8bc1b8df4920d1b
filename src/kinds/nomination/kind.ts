import { asked, code, dateOrInstant, toRecord } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const received = ['nomination-received'] as const
const decided = ['offer-accepted', 'offer-refused'] as const

/** A council names somebody for an empty home. */
export const nomination: KindDefinition = {
  kind: 'nomination',
  says: 'A council names somebody for a home, who views it and says yes or no.',
  events: {
    'nomination-received': {
      says: 'The nomination came.',
      plainly: { says: 'a council named somebody for a home' },
      act: 'Record a nomination',
      opens: true,
      once: true,
    },
    'viewing-arranged': {
      says: 'A time to see the home was agreed.',
      plainly: { says: 'we agreed a time to see the home' },
      act: 'Arrange a viewing',
      follows: received,
      notAfter: decided,
      fields: { for: asked('When?', toRecord(dateOrInstant('the time agreed'))) },
    },
    'viewing-held': {
      says: 'They saw the home.',
      act: 'Record the viewing',
      follows: ['viewing-arranged'],
      notAfter: decided,
    },
    'offer-made': {
      says: 'We offered the home.',
      act: 'Offer the home',
      follows: received,
      notAfter: ['offer-made', ...decided],
    },
    'offer-accepted': {
      says: 'They said yes.',
      act: 'Record that they accept',
      follows: ['offer-made'],
      notAfter: decided,
      closes: true,
    },
    'offer-refused': {
      says: 'They said no.',
      plainly: { says: 'they said no to the home' },
      act: 'Record that they refuse',
      follows: received,
      notAfter: decided,
      closes: true,
      fields: {
        reason: asked('Why?', code('why'), {
          suggests: ['area', 'size', 'condition', 'rent', 'access', 'circumstances-changed'],
        }),
      },
    },
  },
}
