import { code, dateOrInstant, toRecord } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** A council names somebody for an empty home. */
export const nomination: KindDefinition = {
  kind: 'nomination',
  says: 'A council names somebody for a home, who views it and says yes or no.',
  events: {
    'nomination-received': { says: 'The nomination came.' },
    'viewing-arranged': {
      says: 'A time to see the home was agreed.',
      fields: { for: toRecord(dateOrInstant('the time agreed')) },
    },
    'viewing-held': { says: 'They saw the home.' },
    'offer-made': { says: 'We offered the home.' },
    'offer-accepted': { says: 'They said yes.', closes: true },
    'offer-refused': { says: 'They said no.', closes: true, fields: { reason: code('why') } },
  },
}
