import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOfText } from '#core/publishing/text-blocks.ts'

test('A text becomes headings, lists, facts and paragraphs', () => {
  assert.deepEqual(
    blocksOfText(
      '# Fisher Row\n\nStairs: swept every week\nGrass: cut in summer\n\n- one\n- two\n\nRing us.\r\nWe come.',
    ),
    [
      { kind: 'heading', level: 3, text: 'Fisher Row' },
      {
        kind: 'facts',
        facts: [
          { name: 'Stairs', value: 'swept every week' },
          { name: 'Grass', value: 'cut in summer' },
        ],
      },
      { kind: 'list', items: ['one', 'two'] },
      { kind: 'paragraph', lines: ['Ring us.', 'We come.'] },
    ],
  )
})

test('Nothing comes to nothing, and the address of a website is no fact', () => {
  assert.deepEqual(blocksOfText(' \n\n '), [])
  assert.deepEqual(blocksOfText('https://example.org'), [
    { kind: 'paragraph', lines: ['https://example.org'] },
  ])
})
