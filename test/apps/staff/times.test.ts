import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDay } from '#core/time/day.ts'
import { isRefused } from '#core/refused.ts'
import {
  dayAndTimeFromFields,
  dayFromFields,
  forFields,
  momentText,
  shortDay,
  shortMoment,
} from '#apps/staff/times.ts'

const now = Date.parse('2026-04-01T08:05:00Z')

test('A moment is read by the clock on the landlord’s wall, in few words where it is near', () => {
  assert.equal(momentText(now), '1 April 2026 at 09:05')
  assert.equal(shortMoment(now, now), '09:05')
  assert.equal(shortMoment(now - 86_400_000, now), 'yesterday at 09:05')
  assert.equal(shortMoment(now - 5 * 86_400_000, now), 'Friday 27 March at 08:05')
  assert.equal(shortDay(day('2027-01-04'), day('2026-04-01')), '4 January 2027')
  assert.equal(shortDay(day('2026-04-02'), day('2026-04-01')), 'tomorrow')
  assert.equal(forFields(now), '2026-04-01T09:05')
})

test('A date is understood as people type it', () => {
  for (const typed of ['2026-03-20', '20/3/2026', '20.03.26', '20 3 2026', '20 March', '20th mar 2026'])
    assert.equal(dayFromFields({ on: typed }, 'on', now), day('2026-03-20'), typed)
  assert.equal(dayFromFields({ on: 'yesterday' }, 'on', now), day('2026-03-31'))
  const parts = { 'on-day': '20', 'on-month': '3', 'on-year': '2026' }
  assert.equal(dayFromFields(parts, 'on', now), day('2026-03-20'))
  assert.equal(dayFromFields({}, 'on', now), undefined)
})

test('A date that does not exist is refused at its field', () => {
  for (const typed of ['31/2/2026', '2026-13-01', '20', 'soon', '1/1/1/1', '29 February 2026', '0/0/0'])
    assert.ok(refusedAt(dayFromFields({ on: typed }, 'on', now)) === '/on', typed)
})

test('A time is understood as people type it, and goes with its date', () => {
  const at = (time: string, on = '2026-03-20') =>
    dayAndTimeFromFields({ came: on, 'came-time': time }, 'came', { now })
  for (const typed of ['14:30', '14.30', '1430', '2.30pm', '2:30 PM'])
    assert.equal(at(typed), Date.parse('2026-03-20T14:30:00Z'), typed)
  assert.equal(at('2pm'), Date.parse('2026-03-20T14:00:00Z'))
  assert.equal(at('12am'), Date.parse('2026-03-20T00:00:00Z'))
  assert.equal(at('noon'), Date.parse('2026-03-20T12:00:00Z'))
  assert.equal(at('9:15', ''), Date.parse('2026-04-01T08:15:00Z'), 'a time alone is of today')
  assert.equal(
    dayAndTimeFromFields({ came: '2026-03-20T14:30' }, 'came', { now }),
    Date.parse('2026-03-20T14:30:00Z'),
  )
})

test('A date without its time needs one, unless the form says which', () => {
  assert.equal(refusedAt(dayAndTimeFromFields({ came: '20/3' }, 'came', { now })), '/came')
  assert.equal(refusedAt(dayAndTimeFromFields({ came: '20/3/26' }, 'came', { now })), '/came-time')
  assert.equal(
    dayAndTimeFromFields({ came: '20/3/26' }, 'came', { now, otherwise: 720 }),
    Date.parse('2026-03-20T12:00:00Z'),
  )
  for (const typed of ['25:00', '9:60', '13pm', '9', 'late'])
    assert.equal(
      refusedAt(dayAndTimeFromFields({ came: 'today', 'came-time': typed }, 'came', { now })),
      '/came-time',
      typed,
    )
})

function day(text: string): number {
  const parsed = parseDay(text)
  assert.ok(parsed !== undefined)
  return parsed
}

function refusedAt(value: unknown): string | undefined {
  return isRefused(value) ? value.field : undefined
}
