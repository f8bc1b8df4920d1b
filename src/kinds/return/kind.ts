import { asked, code, id, number, toRecord } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** A figure taken from another system. */
export const returned: KindDefinition = {
  kind: 'return',
  says: 'A figure typed in from another system: a budget, a cost, the rent collected.',
  notACase: true,
  events: {
    'return-recorded': {
      says: 'The figure was typed in.',
      act: 'Type in a figure',
      opens: true,
      observed: true,
      // Whoever could record it alone would be author and checker in one.
      permission: 'returns.check',
      fields: {
        name: asked('Which figure?', toRecord(code('the figure'))),
        value: asked('What is its value?', toRecord(number('its value'))),
        source: asked('Where is it taken from?', code('the system or document it was taken from')),
        author: asked('Who types it in?', id('who typed it in'), { of: 'staff' }),
        checker: asked('Who checked it?', id('who checked it'), { of: 'staff' }),
      },
    },
  },
}
