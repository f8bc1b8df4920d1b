import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '#core/refusal.ts'
import { isAskingHour } from '#core/surveys/asking-hours.ts'
import { zoneNamed } from '#core/time/zone.ts'

test('Customers are asked from nine until eight by their landlord’s own clock, in summer too', () => {
  const zone = zoneNamed('Europe/London')
  assert.ok(!isRefusal(zone))
  const asked = (at: string) => isAskingHour(zone, Date.parse(at))
  assert.deepEqual(['2026-01-12T08:59Z', '2026-01-12T09:00Z'].map(asked), [false, true])
  assert.deepEqual(['2026-01-12T19:59Z', '2026-01-12T20:00Z'].map(asked), [true, false])
  assert.deepEqual(['2026-07-13T07:59Z', '2026-07-13T08:00Z'].map(asked), [false, true])
  assert.deepEqual(['2026-07-13T18:59Z', '2026-07-13T19:00Z'].map(asked), [true, false])
})
