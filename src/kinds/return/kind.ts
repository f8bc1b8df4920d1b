import { code, id, number, toRecord } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** A figure taken from another system. */
export const returned: KindDefinition = {
  kind: 'return',
  says: 'A figure typed in from another system: a budget, a cost, the rent collected.',
  notACase: true,
  events: {
    'return-recorded': {
      says: 'The figure was typed in.',
      fields: {
        name: toRecord(code('the figure')),
        value: toRecord(number('its value')),
        source: code('the system or document it was taken from'),
        author: id('who typed it in'),
        checker: id('who checked it'),
      },
    },
  },
}
