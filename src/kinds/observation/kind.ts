import { asked, code, id, oneOf, toRecord } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const instruments = [
  'mystery-shop',
  'audit',
  'call-monitoring',
  'file-check',
  'readers-panel',
  'visit-form',
  'survey',
] as const

/** What an observer saw: yes, no, or not applicable. */
export const observation: KindDefinition = {
  kind: 'observation',
  says: 'One item that an observer judged: a mystery shopper, an auditor, a readers’ panel.',
  notACase: true,
  events: {
    'observation-recorded': {
      says: 'An observer answered one item of their form.',
      act: 'Record an observation',
      opens: true,
      observed: true,
      fields: {
        instrument: asked('How was it observed?', toRecord(oneOf(instruments, 'how it was observed'))),
        item: asked('Which item was judged?', toRecord(code('the item judged'))),
        answer: asked(
          'What is the answer?',
          toRecord(oneOf(['yes', 'no', 'n-a'], 'the answer; n-a where the item does not apply')),
        ),
        place: asked('Where?', code('where: an office, a queue, a home')),
        observer: asked('Who observed?', id('who observed'), { of: 'staff' }),
        programme: id('the programme of observation it belongs to'),
      },
    },
  },
}
