import assert from 'node:assert/strict'
import { test } from 'node:test'
import { collisionsOf, type Engagement } from '#core/diaries/collisions.ts'
import { freeTimes, isEvening } from '#core/diaries/free-times.ts'
import type { Edition } from '#core/promises/edition.ts'
import { minute } from '#core/time/instant.ts'
import { editions, packOf } from '../promises/little-pack.ts'
import { instant } from '../time/calendars.ts'

const at = (time: string) => instant(`2026-03-03T${time}Z`)

function visit(from: string, until: string, more: Partial<Engagement> = {}): Engagement {
  return {
    caseId: `${from} to ${until}`,
    fromAt: at(from),
    untilAt: at(until),
    place: 'office',
    staffIds: ['ann'],
    roomId: undefined,
    travelMinutes: 0,
    ...more,
  }
}

test('Nobody is in two places at one time; one thing may begin as another ends', () => {
  const booked = [visit('10:00', '10:30')]
  assert.deepEqual(
    collisionsOf(visit('10:15', '10:45'), booked, []).map(({ what }) => what),
    ['staff'],
  )
  assert.deepEqual(collisionsOf(visit('10:30', '11:00'), booked, []), [])
  assert.deepEqual(collisionsOf(visit('10:15', '10:45', { staffIds: ['bea'] }), booked, []), [])
})

test('Between two homes there is time for the longer way; in the office there is none to go', () => {
  const home = { place: 'home', travelMinutes: 20 } as const
  const booked = [visit('10:00', '10:45', home)]
  const whatAt = (from: string, until: string, more: Partial<Engagement>) =>
    collisionsOf(visit(from, until, more), booked, []).map(({ what }) => what)
  assert.deepEqual(whatAt('11:00', '11:30', home), ['travel'])
  assert.deepEqual(whatAt('11:05', '11:30', home), [])
  assert.deepEqual(whatAt('11:05', '11:30', { ...home, travelMinutes: 30 }), ['travel'])
  assert.deepEqual(whatAt('09:00', '09:50', {}), ['travel'])
  assert.deepEqual(whatAt('09:00', '09:40', {}), [])
})

test('A room holds one appointment at a time, whoever is in it; an absence takes the whole person', () => {
  const booked = [visit('10:00', '10:30', { roomId: 'fell' })]
  const wanted = visit('10:00', '10:30', { caseId: 'c2', roomId: 'fell', staffIds: ['bea'] })
  assert.deepEqual(
    collisionsOf(wanted, booked, []).map(({ what }) => what),
    ['room'],
  )
  const away = [{ staffId: 'bea', fromAt: at('09:00'), untilAt: at('17:00'), where: 'leave' }]
  assert.deepEqual(
    collisionsOf(wanted, [], away).map(({ what }) => what),
    ['absence'],
  )
})

test('An appointment that is moved does not stand in its own way', () => {
  const booked = [visit('10:00', '10:30', { caseId: 'c1' })]
  assert.deepEqual(collisionsOf(visit('10:15', '10:45', { caseId: 'c1' }), booked, []), [])
})

test('Free times lie within the hours of the office, two a day, around what is booked', () => {
  const { staffIds, roomId, place, travelMinutes, caseId } = visit('09:00', '09:30')
  const times = freeTimes({
    edition: edition(),
    fromAt: at('08:00'),
    wanted: { staffIds, roomId, place, travelMinutes, caseId },
    minutes: 30,
    booked: [visit('09:00', '09:20')],
    absences: [
      {
        staffId: 'ann',
        fromAt: instant('2026-03-04T00:00Z'),
        untilAt: instant('2026-03-05T00:00Z'),
        where: 'leave',
      },
    ],
  })
  assert.equal(times.length, 6)
  assert.deepEqual(
    times.slice(0, 3).map((each) => new Date(each).toISOString().slice(0, 16)),
    ['2026-03-03T09:30', '2026-03-03T11:45', '2026-03-05T09:00'],
  )
  for (const time of times)
    assert.ok(
      edition()
        .calendar.openTime('office')
        ?.isOpen(time + 29 * minute),
    )
})

test('It is evening once the office has closed, and from six where it does not open', () => {
  assert.equal(isEvening(at('16:59'), edition()), false)
  assert.equal(isEvening(at('17:00'), edition()), true)
  assert.equal(isEvening(instant('2026-03-07T17:30Z'), edition()), false)
  assert.equal(isEvening(instant('2026-03-07T18:00Z'), edition()), true)
})

function edition(): Edition {
  const answer = { clock: { starts: 'contact-received', stops: 'reply-sent', within: '2 days' } }
  const [first] = editions(packOf([answer]))
  if (first === undefined) throw new Error('there is an edition')
  return first
}
