import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatInstant, parseInstant } from '#core/time/instant.ts'
import { zone } from '#test/core/time/calendars.ts'
import { zoneNames } from '#test/core/time/worlds.ts'

const london = zone()

for (const { text, shown } of [
  { text: '2026-03-02T09:00:12+00:00', shown: '2026-03-02T09:00:12+00:00' },
  { text: '2026-03-02T09:00Z', shown: '2026-03-02T09:00:00+00:00' },
  { text: '2026-07-02T09:00+01:00', shown: '2026-07-02T09:00:00+01:00' },
  { text: '2026-07-02T09:00Z', shown: '2026-07-02T10:00:00+01:00' },
  { text: '2026-03-02T09:00:12.5Z', shown: '2026-03-02T09:00:12.500+00:00' },
  { text: '2026-03-02T09:00:12.012Z', shown: '2026-03-02T09:00:12.012+00:00' },
  { text: '2026-03-02T09:00:12.000Z', shown: '2026-03-02T09:00:12+00:00' },
  { text: '2026-03-02T23:59:59.999999999Z', shown: '2026-03-02T23:59:59.999+00:00' },
  { text: '2026-03-01T19:00:00-05:30', shown: '2026-03-02T00:30:00+00:00' },
  { text: '2026-03-02T09:00:00+00', shown: '2026-03-02T09:00:00+00:00' },
  { text: '2024-02-29T00:00Z', shown: '2024-02-29T00:00:00+00:00' },
  { text: '1969-12-31T23:59:59.999Z', shown: '1970-01-01T00:59:59.999+01:00' },
]) {
  test(`${text} is read, and written as London shows it`, () => {
    assert.equal(formatInstant(parseInstant(text) ?? Number.NaN, london), shown)
  })
}

for (const { text, why } of [
  { text: '2026-02-30T09:00Z', why: 'there is no such date' },
  { text: '2025-02-29T09:00Z', why: 'it is not a leap year' },
  { text: '2026-13-01T09:00Z', why: 'there is no such month' },
  { text: '2026-00-01T09:00Z', why: 'there is no such month' },
  { text: '2026-03-00T09:00Z', why: 'there is no such date' },
  { text: '2026-03-02T24:00Z', why: 'midnight belongs to the next date' },
  { text: '2026-03-02T09:60Z', why: 'there is no such minute' },
  { text: '2026-03-02T09:00:60Z', why: 'there is no such second' },
  { text: '2026-03-02T09:00', why: 'a time without an offset is not an instant' },
  { text: '2026-03-02T09:00:12', why: 'a time without an offset is not an instant' },
  { text: '2026-03-02', why: 'a date is not an instant' },
  { text: '2026-03-02T09Z', why: 'minutes are missing' },
  { text: '2026-03-02T09:00:Z', why: 'seconds are missing' },
  { text: '2026-03-02T09:00:12.Z', why: 'the fraction is missing' },
  { text: '2026-03-02T09:00:12.1234567890Z', why: 'nothing writes so long a fraction' },
  { text: '2026-03-02T09:00.5Z', why: 'only seconds have a fraction' },
  { text: '2026-03-02 09:00Z', why: 'there is no T' },
  { text: '2026-03-02t09:00z', why: 'the letters are small' },
  { text: '2026-3-2T09:00Z', why: 'noughts are missing' },
  { text: '20260302T0900Z', why: 'the signs between are missing' },
  { text: '2026-03-02T09:00+24:00', why: 'there is no such offset' },
  { text: '2026-03-02T09:00+0100', why: 'the colon of the offset is missing' },
  { text: '2026-03-02T09:00+01:0', why: 'the offset is cut off' },
  { text: '2026-03-02T09:00Z ', why: 'something follows' },
  { text: ' 2026-03-02T09:00Z', why: 'something comes before' },
  { text: '2026-03-02T09:00Z[Europe/London]', why: 'something follows' },
  { text: '٢٠٢٦-03-02T09:00Z', why: 'the digits are of another script' },
  { text: '', why: 'it is empty' },
]) {
  test(`“${text}” is not read as an instant: ${why}`, () => {
    assert.equal(parseInstant(text), undefined)
  })
}

test('An offset that had seconds is cut to minutes, and the instant is still exact', () => {
  assert.equal(formatInstant(Date.UTC(1840, 5, 15, 12), london), '1840-06-15T11:59:00-00:01')
})

test('Any instant that a zone writes is read back as itself', () => {
  const at = fc.integer({ min: Date.UTC(1800, 0), max: Date.UTC(2200, 0) })
  fc.assert(
    fc.property(at, fc.constantFrom(...zoneNames), (milliseconds, name) => {
      assert.equal(parseInstant(formatInstant(milliseconds, zone(name))), milliseconds)
    }),
    { numRuns: 1000 },
  )
})

test('What is read as an instant is the instant that Temporal reads', () => {
  const two = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'))
  const text = fc
    .tuple(
      fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0')),
      two(13),
      two(32),
      two(24),
      two(60),
      fc.oneof(
        fc.constant(''),
        two(60).map((n) => `:${n}`),
        fc.tuple(two(59), fc.nat(99999)).map((p) => `:${p[0]}.${p[1]}`),
      ),
      fc.oneof(
        fc.constantFrom('Z', '+00:00', '-00:00', '+05:30', ''),
        fc.tuple(two(24), two(60)).map((p) => `-${p[0]}:${p[1]}`),
      ),
    )
    .map(
      ([year, month, date, hour, minute, rest, offset]) =>
        `${year}-${month}-${date}T${hour}:${minute}${rest}${offset}`,
    )
  fc.assert(
    fc.property(text, (each) => {
      // Temporal takes a leap second as the one before; ours refuses it.
      const expected =
        each.includes(':60', 16) && each[16] === ':' && each.slice(17, 19) === '60'
          ? undefined
          : readByTemporal(each)
      assert.equal(parseInstant(each), expected)
    }),
    { numRuns: 3000 },
  )
})

function readByTemporal(text: string): number | undefined {
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    return undefined
  }
}
