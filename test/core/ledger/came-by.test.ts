import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cameBy, channelsOfClocks } from '#core/ledger/came-by.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import type { Clock } from '#core/promises/clock-run.ts'
import { vocabulary } from '#test/core/promises/little-pack.ts'

function events(...told: readonly (readonly [type: string, channel?: string])[]): readonly CaseEvent[] {
  return told.map(([type, channel], at) => ({
    case: 'c1',
    kind: 'enquiry',
    type,
    at,
    recordedAt: at,
    line: at,
    id: undefined,
    data: channel === undefined ? {} : { channel },
  }))
}

test('A case came as the first that came says: a call by telephone whatever is said of it, never as our answer went', () => {
  const cases: readonly (readonly [readonly CaseEvent[], string | undefined])[] = [
    [events(['contact-received', 'letter'], ['contact-received', 'e-mail']), 'letter'],
    [events(['call-offered'], ['call-answered', 'letter']), 'telephone'],
    [events(['call-offered', 'web']), 'telephone'],
    [events(['visitor-arrived', 'telephone']), 'reception'],
    [events(['repair-reported', 'web'], ['repair-completed', 'home']), 'web'],
    [events(['application-received'], ['application-acknowledged', 'letter']), undefined],
    [events(['something-unknown', 'letter']), undefined],
  ]
  for (const [told, came] of cases) assert.equal(cameBy(told, vocabulary), came, JSON.stringify(told))
})

test('A clock is of the channel of what began it, and one that a reply of ours began is of what the one before was of', () => {
  const told = events(
    ['contact-received', 'telephone'],
    ['contact-received', 'e-mail'],
    ['holding-reply-sent', 'letter'],
    ['referred'],
  )
  const clock = (promise: string, index: number) =>
    ({ promise, startedAt: index, startedBy: told[index]?.type }) as Clock
  assert.deepEqual(
    channelsOfClocks([clock('P-1', 0), clock('P-2', 1), clock('P-2', 2), clock('P-3', 3)], told, vocabulary),
    ['telephone', 'e-mail', 'e-mail', 'telephone'],
  )
})
