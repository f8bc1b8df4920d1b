import assert from 'node:assert/strict'
import { test } from 'node:test'
import { momentInWords, nextInWords, timeOfDay, weekInWords } from '#core/publishing/hours-words.ts'
import { type OpenLine, openNow } from '#core/publishing/open-lines.ts'
import type { Edition } from '#core/promises/edition.ts'
import { parseHours } from '#core/time/hours.ts'
import { editions, packOf } from '#test/core/promises/little-pack.ts'
import { given, instant } from '#test/core/time/calendars.ts'

const hours = {
  office: 'Mon-Fri 09:00-17:00',
  emergency: 'Mon-Fri 00:00-09:00 17:00-24:00, Sat-Sun 00:00-24:00',
  always: 'Mon-Sun 00:00-24:00',
}

function editionWith(head: Readonly<Record<string, unknown>> = {}): Edition {
  const [edition] = editions(packOf([], { hours, ...head }))
  if (edition === undefined) throw new Error('one pack makes one edition')
  return edition
}

const usual = editionWith()

function lineAt(name: string, at: string, edition = usual): OpenLine {
  const line = openNow(edition, instant(at)).lines.find((each) => each.name === name)
  if (line === undefined) throw new Error(`there is no line ${name}`)
  return line
}

function saidAt(name: string, at: string, edition = usual): string {
  const line = lineAt(name, at, edition)
  return `${line.isOpen ? 'Open' : 'Closed'}. ${nextInWords(line, edition.calendar.zone, instant(at))}`
}

test('An office is open from its first minute and closed from its last', () => {
  assert.equal(saidAt('office', '2026-03-02T08:59:59Z'), 'Closed. Opens today at 9am.')
  assert.equal(saidAt('office', '2026-03-02T09:00:00Z'), 'Open. Closes today at 5pm.')
  assert.equal(saidAt('office', '2026-03-02T17:00:00Z'), 'Closed. Opens tomorrow at 9am.')
  assert.equal(saidAt('office', '2026-03-06T17:00:00Z'), 'Closed. Opens on Monday 9 March at 9am.')
})

test('What is open past midnight is one opening, over a whole weekend and its change of the clocks', () => {
  assert.equal(saidAt('emergency', '2026-03-02T20:00:00Z'), 'Open. Closes tomorrow at 9am.')
  // British Summer Time begins on 29 March 2026.
  assert.equal(saidAt('emergency', '2026-03-27T17:00:00Z'), 'Open. Closes on Monday 30 March at 9am.')
  assert.equal(lineAt('emergency', '2026-03-27T17:00:00Z').closesAt, instant('2026-03-30T09:00:00+01:00'))
})

test('On a bank holiday an office is closed, and a number that answers on Sundays answers', () => {
  assert.equal(saidAt('office', '2026-04-03T10:00:00+01:00'), 'Closed. Opens on Tuesday 7 April at 9am.')
  assert.equal(saidAt('emergency', '2026-04-03T10:00:00+01:00'), 'Open. Closes on Tuesday 7 April at 9am.')
  assert.equal(openNow(usual, instant('2026-04-03T10:00:00+01:00')).nextHoliday?.why, 'Easter Monday')
})

test('A closure of the landlord is like a bank holiday, and is told beforehand', () => {
  const closed = editionWith({ closures: [{ from: '2026-06-01', to: '2026-06-02', why: 'we move house' }] })
  assert.equal(
    saidAt('office', '2026-06-01T10:00:00+01:00', closed),
    'Closed. Opens on Wednesday 3 June at 9am.',
  )
  assert.equal(
    saidAt('emergency', '2026-06-01T10:00:00+01:00', closed),
    'Open. Closes on Wednesday 3 June at 9am.',
  )
  const { closures, nextHoliday } = openNow(closed, instant('2026-05-30T10:00:00+01:00'))
  assert.deepEqual(
    closures.map(({ why }) => why),
    ['we move house'],
  )
  assert.equal(nextHoliday?.why, 'Summer bank holiday')
})

test('What never closes says so', () => {
  assert.equal(saidAt('always', '2026-03-02T03:00:00Z'), 'Open. It is open day and night.')
})

test('Nothing changes until the next opening, closing or midnight', () => {
  assert.equal(openNow(usual, instant('2026-03-02T08:00:00Z')).freshUntil, instant('2026-03-02T09:00:00Z'))
  assert.equal(openNow(usual, instant('2026-03-02T18:00:00Z')).freshUntil, instant('2026-03-03T00:00:00Z'))
})

test('After the last bank holiday that is known, it says that they are not', () => {
  assert.equal(openNow(usual, instant('2026-03-02T08:00:00Z')).holidaysUnknown, false)
  const { calendar } = usual
  const last = openNow(usual, calendar.zone.startOf(calendar.knownUntil - 1))
  assert.equal(last.nextHoliday, undefined)
  assert.equal(last.holidaysUnknown, true, 'it knows of today, and of none to come')
  const later = openNow(usual, instant('2090-03-02T08:00:00Z'))
  assert.equal(later.holidaysUnknown, true)
  assert.equal(later.nextHoliday, undefined)
})

test('Times and weeks are said as people say them', () => {
  assert.deepEqual([0, 540, 720, 1050, 1440].map(timeOfDay), [
    'midnight',
    '9am',
    'midday',
    '5.30pm',
    'midnight',
  ])
  assert.deepEqual(weekInWords(given(parseHours('Mon-Thu 09:00-12:30 13:30-17:00, Fri 09:00-16:00'))), [
    { days: 'Monday to Thursday', open: '9am to 12.30pm, and 1.30pm to 5pm' },
    { days: 'Friday', open: '9am to 4pm' },
    { days: 'Saturday and Sunday', open: 'closed' },
  ])
  const { zone } = usual.calendar
  assert.equal(
    momentInWords(instant('2027-01-04T09:00:00Z'), zone, instant('2026-12-31T20:00:00Z')),
    'on Monday 4 January 2027 at 9am',
  )
})
