import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatDay } from '#core/time/day.ts'
import { formatInstant } from '#core/time/instant.ts'
import { zoneNamed } from '#core/time/zone.ts'
import { day, instant, zone } from '#test/core/time/calendars.ts'
import { dayOfPlain, plainDate, zoneNames } from '#test/core/time/worlds.ts'

const utcDay = 86_400_000
const anyZone = fc.constantFrom(...zoneNames)
const anyInstant = fc.integer({ min: day('1990-01-01') * utcDay, max: day('2100-12-31') * utcDay })

/** Instants within a day and a half of a clock change, where mistakes live. */
const nearChange = fc
  .record({ name: anyZone, at: anyInstant, off: fc.integer({ min: -1.5 * utcDay, max: 1.5 * utcDay }) })
  .map(({ name, at, off }) => {
    const change = Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(name)
      .getTimeZoneTransition('next')
    return { name, at: Math.min(change?.epochMilliseconds ?? at, day('2100-12-31') * utcDay) + off }
  })
const anywhere = fc.oneof(nearChange, fc.record({ name: anyZone, at: anyInstant }))

test('A zone tells date, minute and offset as Temporal does', () => {
  fc.assert(
    fc.property(anywhere, ({ name, at }) => {
      const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name)
      assert.equal(zone(name).dayOf(at), dayOfPlain(local.toPlainDate()))
      assert.equal(zone(name).minuteOfDay(at), local.hour * 60 + local.minute)
      assert.equal(zone(name).offsetAt(at), local.offsetNanoseconds / 1e6)
    }),
    { numRuns: 2000 },
  )
})

test('A zone begins its dates when Temporal does', () => {
  fc.assert(
    fc.property(anywhere, ({ name, at }) => {
      const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name).toPlainDate()
      assert.equal(zone(name).startOf(dayOfPlain(date)), date.toZonedDateTime(name).epochMilliseconds)
    }),
    { numRuns: 2000 },
  )
})

test('A zone finds the instant of a wall clock as Temporal does, past midnight as well', () => {
  fc.assert(
    fc.property(anywhere, fc.integer({ min: -1440, max: 3 * 1440 }), ({ name, at }, minuteOfDay) => {
      const date = Math.floor(at / utcDay)
      const wall = plainDate(date).toPlainDateTime().add({ minutes: minuteOfDay })
      assert.equal(zone(name).instantOf(date, minuteOfDay), wall.toZonedDateTime(name).epochMilliseconds)
    }),
    { numRuns: 2000 },
  )
})

test('Outside its table a zone asks Temporal, so that it is slow there and never wrong', () => {
  for (const text of ['1840-06-15', '1969-12-31', '1989-12-20', '2101-02-01', '2150-07-01']) {
    const there = zone()
    const date = plainDate(day(text))
    const start = date.toZonedDateTime('Europe/London')
    assert.equal(there.startOf(day(text)), start.epochMilliseconds)
    assert.equal(there.dayOf(start.epochMilliseconds), day(text))
    assert.equal(there.instantOf(day(text), 90), start.add({ minutes: 90 }).epochMilliseconds)
  }
})

test('London keeps British Standard Time in 1970 and summer time to the end of the table', () => {
  assert.equal(formatInstant(instant('1970-01-01T00:00Z'), zone()), '1970-01-01T01:00:00+01:00')
  assert.equal(formatInstant(instant('2100-07-01T12:00Z'), zone()), '2100-07-01T13:00:00+01:00')
  assert.equal(formatInstant(instant('2100-12-31T12:00Z'), zone()), '2100-12-31T12:00:00+00:00')
})

test('Half past midnight on a summer night is the new date in London and the old one in UTC', () => {
  const at = instant('2026-07-01T23:30Z')
  assert.equal(formatDay(zone().dayOf(at)), '2026-07-02')
  assert.equal(formatDay(zone('UTC').dayOf(at)), '2026-07-01')
})

for (const { text, shown, why } of [
  {
    text: '2026-03-29',
    shown: '2026-03-29T02:30:00+01:00',
    why: 'is skipped, and read as half an hour past the change',
  },
  { text: '2026-10-25', shown: '2026-10-25T01:30:00+01:00', why: 'comes twice, and is read as the first' },
]) {
  test(`Half past one on ${text} ${why}`, () => {
    assert.equal(formatInstant(zone().instantOf(day(text), 90), zone()), shown)
  })
}

test('A zone is built once, however its name is written', () => {
  assert.equal(zoneNamed('europe/london'), zoneNamed('Europe/London'))
})

for (const { name, fix } of [
  { name: 'Europe/Lundon', fix: 'did you mean Europe/London?' },
  { name: '', fix: 'write a name such as Europe/London' },
  { name: '+01:00', fix: 'write a name such as Europe/London' },
  { name: '2026-03-02T00:00[Europe/London]', fix: 'write a name such as Europe/London' },
]) {
  test(`“${name}” is refused as a time zone`, () => {
    assert.deepEqual(zoneNamed(name), { refusal: `there is no time zone “${name}”`, fix })
  })
}
