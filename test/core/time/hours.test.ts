import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '#core/refusal.ts'
import { parseHours } from '#core/time/hours.ts'
import { parseWeekDays } from '#core/time/week.ts'
import { given } from '#test/core/time/calendars.ts'

const nineToFive = [{ from: 540, to: 1020 }]

test('Hours of a working week are the same five times, and nothing at the week-end', () => {
  assert.deepEqual(given(parseHours('Mon-Fri 09:00-17:00')), [...Array(5).fill(nineToFive), [], []])
})

test('Lunch breaks and an early Friday are two spans and another group', () => {
  const week = given(parseHours('Mon-Thu 09:00-12:30 13:30-17:00, Fri 09:00-16:00'))
  const withLunch = [
    { from: 540, to: 750 },
    { from: 810, to: 1020 },
  ]
  assert.deepEqual(week, [withLunch, withLunch, withLunch, withLunch, [{ from: 540, to: 960 }], [], []])
})

test('A closing time before the opening time is on the next day', () => {
  assert.deepEqual(given(parseHours('Fri 17:00-01:00'))[4], [{ from: 1020, to: 1500 }])
  assert.deepEqual(given(parseHours('Fri 17:00-00:00'))[4], [{ from: 1020, to: 1440 }])
})

test('Hours may last the whole day and touch the next', () => {
  assert.deepEqual(given(parseHours('Mon-Sun 00:00-24:00')), Array(7).fill([{ from: 0, to: 1440 }]))
})

test('A day may be named twice, in any order', () => {
  assert.deepEqual(given(parseHours('Mon 13:30-17:00, Mon 09:00-12:30'))[0], [
    { from: 540, to: 750 },
    { from: 810, to: 1020 },
  ])
})

test('Several days may stand before a span, and dashes may be wide or spaced', () => {
  assert.deepEqual(parseHours('Mon Wed – Fri  09:00 – 17:00'), parseHours('Mon Wed-Fri 09:00-17:00'))
})

test('A spell of days may run over the end of the week', () => {
  assert.deepEqual([...given(parseWeekDays('Sat-Mon'))], [6, 7, 1])
  assert.deepEqual([...given(parseWeekDays('Mon-Thu, Sat'))], [1, 2, 3, 4, 6])
})

const midweek = 'did you mean Wed?'
for (const { text, refusal, fix } of [
  { text: '', refusal: 'the hours are empty' },
  { text: '   ', refusal: 'the hours are empty' },
  { text: 'Mon-Fri 09:00-17:00,', refusal: 'the hours are empty' },
  { text: 'Mon-Fri', refusal: '“Mon-Fri” has no hours' },
  { text: '09:00-17:00', refusal: '“09:00-17:00” does not say on which days' },
  { text: 'Wednesday 09:00-17:00', refusal: '“Wednesday” is not a day of the week', fix: midweek },
  { text: 'Wde 09:00-17:00', refusal: '“Wde” is not a day of the week', fix: midweek },
  { text: 'Weds 09:00-17:00', refusal: '“Weds” is not a day of the week', fix: midweek },
  { text: 'Thursday 09:00-17:00', refusal: '“Thursday” is not a day of the week', fix: 'did you mean Thu?' },
  { text: 'Mon-Funday 09:00-17:00', refusal: '“Funday” is not a day of the week', fix: 'did you mean Sun?' },
  {
    text: 'weekdays 09:00-17:00',
    refusal: '“weekdays” is not a day of the week',
    fix: 'write one of Mon, Tue, Wed, Thu, Fri, Sat, Sun',
  },
  { text: 'Mon-Tue-Wed 09:00-17:00', refusal: '“Mon-Tue-Wed” is not a day or a spell of days' },
  {
    text: 'Mon 9:00-17:00',
    refusal: '“9:00-17:00” is not a span of time',
    fix: 'write a span such as 09:00-17:00',
  },
  { text: 'Mon 09.00-17.00', refusal: '“09.00-17.00” is not a span of time' },
  { text: 'Mon 09:00', refusal: '“09:00” is not a span of time' },
  { text: 'Mon 09:00-25:00', refusal: '“09:00-25:00” is not a span of time' },
  { text: 'Mon 09:60-17:00', refusal: '“09:60-17:00” is not a span of time' },
  { text: 'Mon 24:00-01:00', refusal: '“24:00-01:00” is not a span of time' },
  { text: 'Mon 09:00-12:00-17:00', refusal: '“09:00-12:00-17:00” is not a span of time' },
  {
    text: 'Mon 09:00-09:00',
    refusal: '“09:00-09:00” is empty: it closes when it opens',
    fix: 'for the whole day write 00:00-24:00',
  },
  { text: 'Mon-Sun 00:00-00:00', refusal: '“00:00-00:00” is empty: it closes when it opens' },
  { text: 'Mon 09:00-13:00 12:00-17:00', refusal: 'Mon 09:00-13:00 overlaps Mon 12:00-17:00' },
  { text: 'Mon 12:00-17:00, Mon-Fri 09:00-17:00', refusal: 'Mon 09:00-17:00 overlaps Mon 12:00-17:00' },
  { text: 'Fri 17:00-01:00, Sat 00:30-02:00', refusal: 'Fri 17:00-01:00 overlaps Sat 00:30-02:00' },
  { text: 'Sun 20:00-06:00, Mon 05:00-09:00', refusal: 'Sun 20:00-06:00 overlaps Mon 05:00-09:00' },
]) {
  test(`“${text}” is refused: ${refusal}`, () => {
    const refused = parseHours(text)
    assert.ok(isRefusal(refused))
    assert.equal(refused.refusal, refusal)
    if (fix !== undefined) assert.equal(refused.fix, fix)
  })
}

test('Hours until 23:59 are refused, because they lose a minute a day (trap 10)', () => {
  assert.deepEqual(parseHours('Mon-Sun 00:00-23:59'), {
    refusal: '“00:00-23:59” closes one minute before midnight',
    fix: 'write 24:00',
  })
})

test('Hours without end are refused before they are read', () => {
  assert.ok(isRefusal(parseHours('Mon 09:00-10:00 '.repeat(100))))
  assert.ok(isRefusal(parseWeekDays('Mon '.repeat(100))))
})

test('No days are refused as a working week', () => {
  assert.ok(isRefusal(parseWeekDays(' ')))
})
