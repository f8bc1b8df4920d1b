import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseEvent, EventData } from '#core/ledger/event.ts'
import { placesOf } from '#core/publishing/standing.ts'
import { formatDay } from '#core/time/day.ts'
import { editions, packOf } from '#test/core/promises/little-pack.ts'
import { instant } from '#test/core/time/calendars.ts'

const pack = packOf([
  { published: { what: 'performance', where: ['office', 'website'], current_for: '1 year' } },
])
const [edition] = editions(pack)
const [promise] = pack.promises

function standing(now: string, ...records: readonly CaseEvent[]) {
  if (edition === undefined || promise?.measure !== 'published') throw new Error('the pack has this promise')
  return placesOf(promise.clauses, records, edition, instant(now)).map(
    ({ where, isShown, over, currentUntil }) => ({
      where,
      isShown,
      over,
      until: currentUntil === undefined ? undefined : formatDay(currentUntil),
    }),
  )
}

function told(type: string, at: string, where: EventData[string]): CaseEvent {
  const data = { what: 'performance', where }
  return {
    id: at,
    case: at,
    kind: 'publication',
    type,
    at: instant(at),
    recordedAt: instant(at),
    line: 0,
    data,
  }
}

test('What was never shown is not shown, and what hangs in the office is not on the website', () => {
  const hung = told('publication-made', '2026-03-02T10:00:00Z', 'office')
  assert.deepEqual(standing('2026-03-03T10:00:00Z', hung), [
    { where: 'office', isShown: true, over: undefined, until: '2027-03-02' },
    { where: 'website', isShown: false, over: undefined, until: undefined },
  ])
})

test('It is shown until it is taken down, and counts until it is too old', () => {
  const made = told('publication-made', '2026-03-02T10:00:00Z', ['office', 'website'])
  const down = told('publication-withdrawn', '2026-05-01T10:00:00Z', 'office')
  assert.deepEqual(
    standing('2026-06-01T10:00:00Z', made, down).map(({ isShown, over }) => over ?? isShown),
    ['taken down', true],
  )
  assert.deepEqual(
    standing('2027-03-03T10:00:00Z', made).map(({ over }) => over),
    ['too old', 'too old'],
  )
})
