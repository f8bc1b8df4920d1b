import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '#core/refusal.ts'
import { formatDay } from '#core/time/day.ts'
import { parseHolidays } from '#core/time/holidays.ts'
import { bankHolidays, day, feed } from '#test/core/time/calendars.ts'

const boxingDay = { title: 'Boxing Day', date: '2026-12-28', notes: 'Substitute day', bunting: true }
const feedOf = (...events: unknown[]) => ({ scotland: { division: 'scotland', events } })

for (const { nation, count } of [
  { nation: 'england-and-wales', count: 83 },
  { nation: 'scotland', count: 94 },
  { nation: 'northern-ireland', count: 103 },
]) {
  test(`The feed that packs use has ${count} bank holidays of ${nation}, complete from 2019 to 2028`, () => {
    const bank = bankHolidays(nation)
    assert.equal(bank.holidays.length, count)
    assert.equal(formatDay(bank.knownFrom), '2019-01-01')
    assert.equal(formatDay(bank.knownUntil), '2028-12-31')
  })
}

test('A list of one year knows that year only (trap 1)', () => {
  assert.deepEqual(parseHolidays(feedOf(boxingDay), 'scotland'), {
    holidays: [{ day: day('2026-12-28'), title: 'Boxing Day (substitute day)' }],
    knownFrom: day('2026-01-01'),
    knownUntil: day('2026-12-31'),
  })
})

test('A day that stands for a bank holiday on a week-end says so, and no other does', () => {
  const { holidays } = bankHolidays('england-and-wales')
  const on = (text: string) => holidays.find((each) => each.day === day(text))?.title
  assert.equal(on('2027-12-27'), 'Christmas Day (substitute day)')
  assert.equal(on('2026-12-25'), 'Christmas Day')
})

test('Bank holidays come out in order, however the feed has them', () => {
  const newYear = { title: 'New Year’s Day', date: '2026-01-01' }
  const bank = parseHolidays(feedOf(boxingDay, newYear), 'scotland')
  assert.ok(!isRefusal(bank))
  assert.deepEqual(
    bank.holidays.map((each) => formatDay(each.day)),
    ['2026-01-01', '2026-12-28'],
  )
})

test('The same title in two years is two bank holidays', () => {
  const bank = parseHolidays(feedOf(boxingDay, { ...boxingDay, date: '2027-12-28' }), 'scotland')
  assert.ok(!isRefusal(bank))
  assert.equal(bank.holidays.length, 2)
})

const atMidnight = { title: 'Summer bank holiday', date: '2026-08-30T23:00:00Z' }
for (const { json, nation, refusal } of [
  {
    json: feedOf(atMidnight),
    refusal: 'bank holiday 1, Summer bank holiday, has the date “2026-08-30T23:00:00Z”',
  },
  {
    json: feedOf({ title: 'Leap Day', date: '2026-02-29' }),
    refusal: 'bank holiday 1, Leap Day, has the date “2026-02-29”',
  },
  {
    json: feedOf({ title: 'Christmas', date: 20261225 }),
    refusal: 'bank holiday 1, Christmas, has the date “20261225”',
  },
  { json: feedOf({ title: 'Someday' }), refusal: 'bank holiday 1, Someday, has the date “undefined”' },
  {
    json: feedOf(boxingDay, { ...boxingDay, title: 'Stock-taking' }),
    refusal: '2026-12-28 is given twice, as Boxing Day (substitute day) and as Stock-taking (substitute day)',
  },
  {
    json: feedOf(boxingDay, boxingDay),
    refusal: '2026-12-28 is given twice, as Boxing Day (substitute day) and as Boxing Day (substitute day)',
  },
  { json: feedOf(boxingDay, { date: '2026-12-25' }), refusal: 'bank holiday 2 has no title' },
  { json: feedOf({ title: ' ', date: '2026-12-25' }), refusal: 'bank holiday 1 has no title' },
  { json: feedOf('2026-12-25'), refusal: 'bank holiday 1 is not an event' },
  { json: feedOf(null), refusal: 'bank holiday 1 is not an event' },
  {
    json: feedOf({ title: 'Coronation', date: '1953-06-02' }),
    refusal: 'Coronation on 1953-06-02 is outside the calendar',
  },
  { json: feedOf(), refusal: 'the list of bank holidays of scotland is empty' },
  {
    json: feedOf(...Array(5000).fill(boxingDay)),
    refusal: 'the list of bank holidays of scotland is too long to be right',
  },
  { json: { scotland: {} }, refusal: 'the bank holidays of scotland have no list of events' },
  { json: { scotland: [boxingDay] }, refusal: 'the bank holidays of scotland have no list of events' },
  {
    json: { scotland: { division: 'wales', events: [boxingDay] } },
    refusal: 'the bank holidays of scotland say they are those of "wales"',
  },
  { json: null, refusal: 'the bank holidays are not in the shape of the GOV.UK feed' },
  { json: [], refusal: 'the bank holidays are not in the shape of the GOV.UK feed' },
  { json: feed, nation: 'toString', refusal: 'there are no bank holidays for the nation “toString”' },
  { json: feed, nation: 'wales', refusal: 'there are no bank holidays for the nation “wales”' },
]) {
  test(`Bank holidays are refused: ${refusal}`, () => {
    const refused = parseHolidays(json, nation ?? 'scotland')
    assert.ok(isRefusal(refused))
    assert.equal(refused.refusal, refusal)
  })
}

test('A nation written wrongly is recognised', () => {
  const refused = parseHolidays(feed, 'Scottland')
  assert.ok(isRefusal(refused))
  assert.equal(refused.fix, 'did you mean scotland?')
})
