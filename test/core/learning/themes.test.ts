import assert from 'node:assert/strict'
import { test } from 'node:test'
import { complaintTold } from '#core/learning/complaint-told.ts'
import { changeOf, themesOf } from '#core/learning/themes.ts'
import type { CaseEvent } from '#core/ledger/event.ts'

const changes: readonly [now: number, before: number, ReturnType<typeof changeOf>, why: string][] = [
  [4, 1, 'within chance', 'five complaints say nothing, however they fall'],
  [15, 5, 'more than chance explains', '10 more of 20: the root of 20, twice, is 8.9'],
  [14, 6, 'within chance', '8 more of 20'],
  [5, 15, 'fewer than chance explains', 'the other way round'],
  [0, 0, 'within chance', 'nothing came'],
]
for (const [now, before, expected, why] of changes)
  test(`${now} complaints after ${before} are ${expected}: ${why}`, () => {
    assert.equal(changeOf(now, before), expected)
  })

test('The themes stand by how many came, with why they went wrong and how they ended', () => {
  const told = [
    complaint('1', 'repair', 'upheld', 'delay'),
    complaint('2', 'repair', 'not'),
    complaint('3', 'repair', undefined, 'delay', 'workmanship'),
    complaint('4', 'charge', 'partly'),
  ]
  const themes = themesOf(
    told.flatMap((events) => complaintTold(events) ?? []),
    [],
  )
  assert.deepEqual(
    themes.map(({ about, received, decided, found, causes }) => ({
      about,
      received,
      decided,
      found,
      causes,
    })),
    [
      {
        about: 'repair',
        received: 3,
        decided: 2,
        found: 1,
        causes: [
          { code: 'delay', count: 2 },
          { code: 'workmanship', count: 1 },
        ],
      },
      { about: 'charge', received: 1, decided: 1, found: 1, causes: [] },
    ],
  )
})

test('Nothing is compared with a span before of which nothing is known', () => {
  const told = Array.from({ length: 12 }, (_, index) => complaint(String(index), 'repair'))
  const now = told.flatMap((events) => complaintTold(events) ?? [])
  const compared = (before: typeof now | undefined) =>
    themesOf(now, before).map(({ before: many, change }) => [many, change])
  assert.deepEqual(compared(undefined), [[undefined, 'within chance']])
  assert.deepEqual(compared([]), [[0, 'more than chance explains']])
})

const none: readonly [why: string, event: CaseEvent][] = [
  ['it was trouble with a neighbour', event('complaint-redirected', { to: 'antisocial-behaviour' })],
  ['it was entered twice', event('complaint-closed', { reason: 'duplicate' })],
  ['it was another landlord’s', event('complaint-closed', { reason: 'wrong-person' })],
]
for (const [why, last] of none)
  test(`A complaint counts in no theme where ${why}`, () => {
    assert.equal(complaintTold([...complaint('1', 'repair'), last]), undefined)
  })

function complaint(
  id: string,
  about: string,
  outcome?: string,
  ...causes: readonly string[]
): readonly CaseEvent[] {
  return [
    event('complaint-received', { about }, id),
    ...(outcome === undefined ? [] : [event('complaint-answered', { outcome }, id)]),
    ...causes.map((cause) => event('learning-recorded', { cause, lesson: 'training' }, id)),
  ]
}

function event(type: string, data: CaseEvent['data'], id = '1'): CaseEvent {
  return { id: '', case: id, kind: 'complaint', type, at: 0, recordedAt: 0, line: 1, data }
}
