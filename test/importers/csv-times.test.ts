import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#core/refusal.ts'
import { parseInstant } from '#core/time/instant.ts'
import { type Zone, zoneNamed } from '#core/time/zone.ts'
import { instantText, type WallClock } from '#importers/csv/local-time.ts'
import { type TimeFormat, timeFormat } from '#importers/csv/time-format.ts'

const london: WallClock = { zone: zone('Europe/London'), repeatedHour: 'first', skippedHour: 'refuse' }

function zone(name: string): Zone {
  const found = zoneNamed(name)
  assert.ok(!isRefusal(found))
  return found
}

function format(written: string): TimeFormat {
  const made = timeFormat(written)
  assert.ok(!isRefusal(made), JSON.stringify(made))
  return made
}

/** What a text becomes by a format, or the refusal's words. */
function read(written: string, text: string, clock: WallClock = london): string {
  const time = format(written).read(text)
  const instant = isRefusal(time) ? time : instantText(time, clock)
  return isRefusal(instant) ? instant.refusal : instant
}

/** Each letter of a text. */
function letters(text: string): readonly string[] {
  return text.split('')
}

function refusalOf(written: string): string {
  const made = timeFormat(written)
  assert.ok(isRefusal(made), `${written} was taken`)
  return made.fix === undefined ? made.refusal : `${made.refusal}; ${made.fix}`
}

test('times are read as each system writes them', () => {
  const cases = [
    ['yyyy-MM-dd HH:mm:ss', '2026-03-02 09:00:12', '2026-03-02T09:00:12+00:00'],
    ['dd/MM/yyyy HH:mm', '02/07/2026 09:00', '2026-07-02T09:00:00+01:00'],
    ['d/M/yyyy H:mm', '2/7/2026 9:05', '2026-07-02T09:05:00+01:00'],
    ['d MMM yyyy h:mm a', '2 Jul 2026 1:30 pm', '2026-07-02T13:30:00+01:00'],
    ['EEEE d MMMM yyyy hh:mma', 'Thursday 2 July 2026 12:05AM', '2026-07-02T00:05:00+01:00'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '2026-07-02T09:00:00.250Z', '2026-07-02T09:00:00.250+00:00'],
    ['yyyy-MM-dd HH:mm:ssXXX', '2010-01-13 08:40:25+02:00', '2010-01-13T08:40:25+02:00'],
    ['iso', '2026-07-02T09:00', '2026-07-02T09:00:00+01:00'],
    ['iso', '2026-07-02 09:00:12.5-0530', '2026-07-02T09:00:12.500-05:30'],
    ['iso', '2026-07-02 09:00Z', '2026-07-02T09:00:00+00:00'],
  ] as const
  for (const [written, text, instant] of cases) assert.equal(read(written, text), instant)
})

test('twelve at night and twelve at noon are told apart', () => {
  assert.equal(read('dd/MM/yyyy hh:mm a', '02/03/2026 12:00 AM'), '2026-03-02T00:00:00+00:00')
  assert.equal(read('dd/MM/yyyy hh:mm a', '02/03/2026 12:00 PM'), '2026-03-02T12:00:00+00:00')
})

test('a year of two digits is refused, in the format and in the cell', () => {
  assert.match(refusalOf('dd/MM/yy HH:mm'), /two digits is not read.*yyyy/)
  assert.match(read('dd/MM/yyyy HH:mm', '02/03/26 09:00'), /is not written as dd\/MM\/yyyy/)
})

test('dates that never were are refused', () => {
  for (const text of ['31/02/2026 09:00', '29/02/2025 09:00', '00/01/2026 09:00', '31/04/2026 09:00']) {
    assert.match(read('dd/MM/yyyy HH:mm', text), /is a day that never was/)
  }
  assert.match(read('dd/MM/yyyy HH:mm', '01/13/2026 09:00'), /no such month/)
  assert.match(read('dd/MM/yyyy HH:mm', '01/01/0026 09:00'), /not from 1990 to 2100/)
})

test('times that no clock shows are refused', () => {
  assert.match(read('dd/MM/yyyy HH:mm', '01/01/2026 24:00'), /no clock shows/)
  assert.match(read('dd/MM/yyyy HH:mm', '01/01/2026 09:60'), /no clock shows/)
  assert.match(read('dd/MM/yyyy hh:mm a', '01/01/2026 13:00 PM'), /no clock shows/)
  assert.match(read('iso', '2026-01-01T09:00+15:00'), /no place has/)
})

test('an hour that the clocks skip is a fault, or moves on where the mapping says so', () => {
  assert.match(read('iso', '2026-03-29 01:30'), /there was no 01:30 on 2026-03-29/)
  assert.equal(
    read('iso', '2026-03-29 01:30', { ...london, skippedHour: 'move on' }),
    '2026-03-29T02:30:00+01:00',
  )
})

test('an hour that comes twice is the first, or the second where the mapping says so', () => {
  assert.equal(read('iso', '2026-10-25 01:30'), '2026-10-25T01:30:00+01:00')
  assert.equal(
    read('iso', '2026-10-25 01:30', { ...london, repeatedHour: 'second' }),
    '2026-10-25T01:30:00+00:00',
  )
  assert.equal(
    read('iso', '2026-10-25 02:00', { ...london, repeatedHour: 'second' }),
    '2026-10-25T02:00:00+00:00',
  )
  assert.equal(
    read('iso', '2026-10-25 00:59', { ...london, repeatedHour: 'second' }),
    '2026-10-25T00:59:00+01:00',
  )
})

test('a date without a time needs to be told which time is meant', () => {
  assert.match(read('dd/MM/yyyy', '02/03/2026'), /has no time of day/)
  assert.equal(read('dd/MM/yyyy', '02/03/2026', { ...london, timeOfDay: 720 }), '2026-03-02T12:00:00+00:00')
})

test('a time without an offset needs a zone', () => {
  assert.match(
    read('iso', '2026-03-02 09:00', { repeatedHour: 'first', skippedHour: 'refuse' }),
    /has no offset/,
  )
})

test('letters that other programs use are put right', () => {
  assert.match(refusalOf('DD/MM/YYYY'), /“DD” is not known in a format; did you mean “dd”/)
  assert.match(refusalOf('dd/MM/yyyy HH:MM'), /month twice; MM is the month, mm the minutes/)
  assert.match(refusalOf('dd/mm/yyyy HH:mm'), /minutes twice; MM is the month, mm the minutes/)
  assert.match(refusalOf('MM/yyyy'), /whole date/)
  assert.match(refusalOf('dd/MM/yyyy hh:mm'), /which half of the day/)
  assert.match(refusalOf('yyyy-MM-ddTHH:mm'), /“T” is not known in a format.*quotes/)
  assert.match(refusalOf('y'.repeat(99)), /at most/)
})

test('whatever a cell holds, it is a time that the ledger reads, or a refusal', () => {
  const text = fc.string({ unit: fc.constantFrom(...letters('0123456789/-: TZ+.PMJan')), maxLength: 24 })
  const near = fc
    .tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 1980, max: 2110 }),
      fc.nat(26),
    )
    .map(
      ([d, m, y, h]) =>
        `${String(d).padStart(2, '0')}/${String(m).padStart(2, '0')}/${y} ${String(h).padStart(2, '0')}:30`,
    )
  fc.assert(
    fc.property(
      fc.oneof(text, near),
      fc.constantFrom('iso', 'dd/MM/yyyy HH:mm', 'd MMM yyyy h:mm a'),
      (cell, written) => {
        const time = format(written).read(cell)
        const instant = isRefusal(time) ? time : instantText(time, london)
        assert.ok(isRefusal(instant) || parseInstant(instant) !== undefined)
      },
    ),
    { numRuns: 1_000 },
  )
})

test('whatever is written as a format, it is taken or refused in words', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...letters("yMdHhmsSaXET/:-'([\\ ")), maxLength: 30 }),
      (written) => {
        const made = timeFormat(written)
        if (isRefusal(made)) assert.ok(made.refusal.length > 10)
        else assert.ok(isRefusal(made.read('not a time at all')))
      },
    ),
    { numRuns: 1_000 },
  )
})
