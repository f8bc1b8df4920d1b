import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leafletOf } from '#core/documents/leaflet.ts'
import { formatDay } from '#core/time/day.ts'
import { editions, packOf } from '#test/core/promises/little-pack.ts'

const clock = { clock: { starts: 'contact-received', stops: 'reply-sent', within: '2 days' } }

test('The leaflet is dated, carries its edition, and says every promise once with its target', () => {
  const pack = packOf(
    [
      { ...clock, promise: 'We write back.', target: '90%', reading: 'A day is a day.' },
      { ...clock, section: 'Calls', promise: 'We ring back.' },
    ],
    { edition: '2026-03', in_force_from: '2026-03-01', source: 'A leaflet' },
  )
  const [edition] = editions(pack)
  assert.ok(edition !== undefined)
  const { title, publisher, datedOn, version, blocks } = leafletOf(edition)
  assert.deepEqual(
    [title, publisher, formatDay(datedOn ?? 0), version],
    ['Standards', 'Made-up Homes', '2026-03-01', 'edition 2026-03'],
  )
  const texts = blocks.map((block) => {
    if (block.kind === 'heading') return block.text
    return block.kind === 'list' ? block.items : block.kind
  })
  assert.deepEqual(texts, [
    'Letters',
    ['We write back. Our target: 90%. (P-1)'],
    'Calls',
    ['We ring back. (P-2)'],
    'How we read it',
    ['P-1: A day is a day.'],
    'Where this comes from',
    'paragraph',
  ])
})

test('A leaflet on show carries the date and version of its own text; a paper without a date is given none', () => {
  const pack = packOf([{ ...clock, promise: 'We write back.' }], {
    edition: 'undated',
    in_force_from: '2000-01-01',
  })
  const [edition] = editions(pack)
  assert.ok(edition !== undefined)
  const bare = leafletOf(edition)
  assert.deepEqual([bare.datedOn, bare.version], [undefined, 'edition without a date'])
  const { datedOn, version } = leafletOf(edition, { shown: { datedOn: 20_000, version: 3 } })
  assert.deepEqual([datedOn, version], [20_000, 'edition without a date, version 3'])
})
