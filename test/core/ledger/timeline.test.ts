import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CaseEvent } from '#core/ledger/event.ts'
import { mergedInto, mergedTimeline, ownTimeline } from '#core/ledger/timeline.ts'

test('A case that was not merged has its own events and borrows none', () => {
  const cases = casesOf({ a: ['contact-received 1'], b: ['reply-sent 2'] })
  assert.deepEqual(mergedTimeline('a', cases), ownTimeline('a', cases.get('a') ?? []))
})

test('A merged case is read with the events of the one that survives it, in order of time', () => {
  const cases = casesOf({
    a: ['contact-received 1', 'merged-into 3 b'],
    b: ['contact-received 2', 'reply-sent 4'],
  })
  assert.deepEqual(told('a', cases), [
    'contact-received 1',
    'contact-received 2 borrowed',
    'merged-into 3',
    'reply-sent 4 borrowed',
  ])
})

test('The surviving case borrows nothing of what was merged into it', () => {
  const cases = casesOf({ a: ['contact-received 1', 'merged-into 3 b'], b: ['reply-sent 4'] })
  assert.deepEqual(told('b', cases), ['reply-sent 4'])
})

const chains: readonly (readonly [
  why: string,
  merges: Readonly<Record<string, string>>,
  borrowed: readonly string[],
])[] = [
  ['the chain is followed to its end', { a: 'b', b: 'c', c: 'd' }, ['b', 'c', 'd']],
  ['two cases merged into each other borrow once', { a: 'b', b: 'a' }, ['b']],
  ['a chain that comes back to its middle ends there', { a: 'b', b: 'c', c: 'b' }, ['b', 'c']],
  ['a chain that comes back to its start ends there', { a: 'b', b: 'c', c: 'a' }, ['b', 'c']],
  ['a case merged into itself borrows nothing', { a: 'a' }, []],
  ['a case merged into one that no file holds borrows nothing', { a: 'elsewhere' }, []],
  ['a survivor that no file holds ends the chain', { a: 'b', b: 'elsewhere' }, ['b']],
]

for (const [why, merges, borrowed] of chains) {
  test(`Of a chain of merges, ${why}`, () => {
    const written = ['a', 'b', 'c', 'd'].map((id, place) => {
      const into = merges[id]
      return [id, [`contact-received ${place}`, ...(into === undefined ? [] : [`merged-into 9 ${into}`])]]
    })
    const { borrowed: made, events } = mergedTimeline('a', casesOf(Object.fromEntries(written)))
    assert.deepEqual([...new Set([...(made ?? [])].map((event) => event.case))], borrowed)
    assert.equal(new Set(events).size, events.length, 'no event is there twice')
  })
}

test('A chain longer than twenty merges is a mistake and is followed no further', () => {
  const written = Array.from({ length: 30 }, (_, place) => [
    `k${place}`,
    [`contact-received ${place}`, `merged-into 99 k${place + 1}`],
  ])
  const { borrowed } = mergedTimeline('k0', casesOf(Object.fromEntries(written)))
  assert.equal(new Set([...(borrowed ?? [])].map((event) => event.case)).size, 20)
})

test('Of two merges of one case the last one counts', () => {
  const [first, last] = [
    casesOf({ a: ['merged-into 1 b', 'merged-into 2 c'] }),
    casesOf({ a: ['merged-into 1'] }),
  ]
  assert.equal(mergedInto(first.get('a') ?? []), 'c')
  assert.equal(mergedInto(last.get('a') ?? []), undefined)
})

test('Whoever was merged into whom, every timeline ends, holds its own events, and is in order', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const merges = fc.tuple(...ids.map(() => fc.constantFrom('', ...ids)))
  fc.assert(
    fc.property(merges, (into) => {
      const written = ids.map((id, place) => [
        id,
        [`contact-received ${place}`, ...(into[place] === '' ? [] : [`merged-into 9 ${into[place]}`])],
      ])
      const cases = casesOf(Object.fromEntries(written))
      for (const id of ids) {
        const { events, borrowed } = mergedTimeline(id, cases)
        assert.deepEqual(
          events.filter((event) => borrowed?.has(event) !== true),
          cases.get(id),
        )
        assert.deepEqual(
          events,
          events.toSorted((x, y) => x.at - y.at || x.line - y.line),
        )
        assert.ok([...(borrowed ?? [])].every((event) => event.case !== id))
      }
    }),
  )
})

/** Cases whose events are written as `type time [case merged into]`, each on a line of its own. */
function casesOf(
  written: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, readonly CaseEvent[]> {
  let line = 0
  return new Map(
    Object.entries(written).map(([id, events]) => [
      id,
      events.map((event): CaseEvent => {
        const [type = '', at = '', into] = event.split(' ')
        line += 1
        const data = into === undefined ? {} : { case: into }
        return {
          case: id,
          kind: 'enquiry',
          type,
          id: undefined,
          at: Number(at),
          recordedAt: Number(at),
          line,
          data,
        }
      }),
    ]),
  )
}

function told(id: string, cases: ReadonlyMap<string, readonly CaseEvent[]>): readonly string[] {
  const { events, borrowed } = mergedTimeline(id, cases)
  return events.map((event) => `${event.type} ${event.at}${borrowed?.has(event) === true ? ' borrowed' : ''}`)
}
