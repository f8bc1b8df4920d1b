import { asked, code, toRecord } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const duty = asked('Which duty?', toRecord(code('the duty')))

/** A duty that comes round again and again. */
export const obligation: KindDefinition = {
  kind: 'obligation',
  says: 'A duty that comes round: a newsletter, an audit, a review; and the evidence that it was done.',
  notACase: true,
  events: {
    'duty-begun': {
      says: 'From now on the duty is owed.',
      act: 'Begin a duty',
      opens: true,
      fields: { duty },
    },
    'evidence-recorded': {
      says: 'The duty was done, and here is what shows it.',
      act: 'Record that it was done',
      opens: true,
      fields: {
        duty,
        promise: asked('Which promise does it belong to?', code('the clause it belongs to'), {
          of: 'promise',
        }),
      },
      asksFor: { kind: 'note', label: 'What shows it?' },
    },
    'duty-ended': { says: 'The duty is owed no longer.', act: 'End a duty', opens: true, fields: { duty } },
  },
}
