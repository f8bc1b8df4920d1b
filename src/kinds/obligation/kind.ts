import { code, toRecord } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const duty = toRecord(code('the duty'))

/** A duty that comes round again and again. */
export const obligation: KindDefinition = {
  kind: 'obligation',
  says: 'A duty that comes round: a newsletter, an audit, a review; and the evidence that it was done.',
  notACase: true,
  events: {
    'duty-begun': { says: 'From now on the duty is owed.', fields: { duty } },
    'evidence-recorded': {
      says: 'The duty was done, and here is what shows it.',
      fields: { duty, promise: code('the clause it belongs to') },
    },
    'duty-ended': { says: 'The duty is owed no longer.', fields: { duty } },
  },
}
