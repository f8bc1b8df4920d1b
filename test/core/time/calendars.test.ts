import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '#core/refusal.ts'
import { buildCalendar, type CalendarSpec } from '#core/time/calendar.ts'
import { longDay } from '#core/time/day.ts'
import { parseHours } from '#core/time/hours.ts'
import { bankHolidays, calendarOf, day, given, zone } from '#test/core/time/calendars.ts'

const england = calendarOf()
const scotland = calendarOf({ nation: 'scotland' })
const christmasClosure = { from: day('2026-12-24'), to: day('2027-01-02'), why: 'Christmas closure' }
const closed = calendarOf({ closures: [christmasClosure] })

for (const { calendar, from, n, to, why } of [
  {
    calendar: england,
    from: '2026-03-07',
    n: 10,
    to: 'Friday 20 March 2026',
    why: 'trap 6: from a Saturday, Monday is day one',
  },
  {
    calendar: england,
    from: '2026-03-08',
    n: 10,
    to: 'Friday 20 March 2026',
    why: 'trap 6: and from a Sunday',
  },
  {
    calendar: england,
    from: '2026-03-02',
    n: 10,
    to: 'Monday 16 March 2026',
    why: 'day one is the day after',
  },
  { calendar: england, from: '2026-03-06', n: 1, to: 'Monday 9 March 2026', why: 'over a week-end' },
  { calendar: england, from: '2026-04-02', n: 1, to: 'Tuesday 7 April 2026', why: 'over Easter' },
  {
    calendar: scotland,
    from: '2026-04-02',
    n: 1,
    to: 'Monday 6 April 2026',
    why: 'Scotland works on Easter Monday',
  },
  {
    calendar: england,
    from: '2022-12-23',
    n: 1,
    to: 'Wednesday 28 December 2022',
    why: 'Christmas Day on a Sunday is taken on Tuesday',
  },
  {
    calendar: england,
    from: '2022-12-30',
    n: 1,
    to: 'Tuesday 3 January 2023',
    why: 'New Year’s Day on a Sunday is taken on Monday',
  },
  {
    calendar: scotland,
    from: '2022-12-30',
    n: 1,
    to: 'Wednesday 4 January 2023',
    why: 'Scotland takes 2 January on Tuesday then',
  },
  {
    calendar: england,
    from: '2027-12-24',
    n: 1,
    to: 'Wednesday 29 December 2027',
    why: 'Christmas and Boxing Day are taken on Monday and Tuesday',
  },
  {
    calendar: england,
    from: '2027-12-31',
    n: 1,
    to: 'Tuesday 4 January 2028',
    why: 'New Year’s Day on a Saturday is taken on Monday',
  },
  {
    calendar: england,
    from: '2026-01-01',
    n: 1,
    to: 'Friday 2 January 2026',
    why: 'England works on 2 January',
  },
  { calendar: scotland, from: '2026-01-01', n: 1, to: 'Monday 5 January 2026', why: 'Scotland does not' },
  {
    calendar: england,
    from: '2026-06-12',
    n: 1,
    to: 'Monday 15 June 2026',
    why: 'England works on 15 June 2026',
  },
  {
    calendar: scotland,
    from: '2026-06-12',
    n: 1,
    to: 'Tuesday 16 June 2026',
    why: 'Scotland has a holiday for the World Cup',
  },
  {
    calendar: england,
    from: '2026-11-27',
    n: 1,
    to: 'Monday 30 November 2026',
    why: 'England works on St Andrew’s Day',
  },
  { calendar: scotland, from: '2026-11-27', n: 1, to: 'Tuesday 1 December 2026', why: 'Scotland does not' },
  { calendar: england, from: '2028-02-28', n: 1, to: 'Tuesday 29 February 2028', why: 'a leap day is a day' },
  { calendar: england, from: '2028-02-29', n: 10, to: 'Tuesday 14 March 2028', why: 'from a leap day' },
  { calendar: england, from: '2028-02-26', n: 3, to: 'Wednesday 1 March 2028', why: 'over a leap day' },
  {
    calendar: closed,
    from: '2026-12-23',
    n: 1,
    to: 'Monday 4 January 2027',
    why: 'closed from 24 December to 2 January',
  },
  { calendar: closed, from: '2026-12-29', n: 2, to: 'Tuesday 5 January 2027', why: 'received while closed' },
  {
    calendar: england,
    from: '2026-10-23',
    n: 1,
    to: 'Monday 26 October 2026',
    why: 'trap 9: over the autumn clock change',
  },
  {
    calendar: england,
    from: '2026-03-27',
    n: 1,
    to: 'Monday 30 March 2026',
    why: 'trap 9: over the spring clock change',
  },
  { calendar: england, from: '2026-03-20', n: -10, to: 'Friday 6 March 2026', why: 'ten before' },
  {
    calendar: england,
    from: '2026-03-07',
    n: -1,
    to: 'Friday 6 March 2026',
    why: 'the one before a Saturday',
  },
  {
    calendar: england,
    from: '2026-03-07',
    n: 0,
    to: 'Monday 9 March 2026',
    why: 'the first on or after a Saturday',
  },
  {
    calendar: england,
    from: '2026-03-09',
    n: 0,
    to: 'Monday 9 March 2026',
    why: 'the first on or after a Monday is itself',
  },
]) {
  test(`${n} working days from ${longDay(day(from))} is ${to}: ${why}`, () => {
    assert.equal(longDay(calendar.addWorkingDays(day(from), n)), to)
  })
}

for (const { calendar, on, why } of [
  { calendar: closed, on: '2026-12-24', why: 'closed: Christmas closure' },
  { calendar: closed, on: '2026-12-25', why: 'Christmas Day' },
  { calendar: closed, on: '2026-12-26', why: 'Saturday' },
  { calendar: closed, on: '2026-12-28', why: 'Boxing Day (substitute day)' },
  { calendar: closed, on: '2026-12-31', why: 'closed: Christmas closure' },
  { calendar: closed, on: '2027-01-03', why: 'Sunday' },
  { calendar: closed, on: '2027-01-04', why: undefined },
  { calendar: england, on: '2026-04-03', why: 'Good Friday' },
  { calendar: scotland, on: '2026-06-15', why: 'World Cup bank holiday' },
  { calendar: england, on: '2026-06-15', why: undefined },
]) {
  test(`${longDay(day(on))} is ${why === undefined ? 'a working day' : `not a working day: ${why}`}`, () => {
    assert.equal(calendar.whyClosed(day(on)), why)
    assert.equal(calendar.isWorkingDay(day(on)), why === undefined)
  })
}

test('Past the last known bank holiday only week-ends are counted, and the calendar says until when it knows (trap 1)', () => {
  assert.equal(longDay(england.knownUntil), 'Sunday 31 December 2028')
  assert.equal(england.isWorkingDay(day('2028-12-25')), false)
  assert.equal(england.isWorkingDay(day('2029-12-25')), true)
  assert.ok(england.addWorkingDays(day('2028-12-22'), 10) > england.knownUntil)
})

test('A bank holiday announced late moves what falls due after it', () => {
  const late = [
    ...bankHolidays('england-and-wales').holidays,
    { day: day('2026-03-16'), title: 'Announced late' },
  ]
  const moved = calendarOf({ holidays: late })
  assert.equal(longDay(moved.addWorkingDays(day('2026-03-02'), 10)), 'Tuesday 17 March 2026')
  assert.equal(moved.whyClosed(day('2026-03-16')), 'Announced late')
})

test('A working week may be any days', () => {
  const weekEnds = calendarOf({ week: 'Sat-Sun' })
  assert.equal(longDay(weekEnds.addWorkingDays(day('2026-03-02'), 3)), 'Saturday 14 March 2026')
  assert.equal(weekEnds.whyClosed(day('2026-03-02')), 'Monday')
})

test('Hours that nobody named are not there, whatever their name', () => {
  for (const name of ['telephone', 'toString', '__proto__']) assert.equal(england.openTime(name), undefined)
})

test('Hours are laid out once', () => {
  assert.equal(england.openTime('office'), england.openTime('office'))
})

const spec: CalendarSpec = {
  zone: zone(),
  workingWeek: new Set([1, 2, 3, 4, 5]),
  ...bankHolidays('england-and-wales'),
  closures: [],
  hours: { office: given(parseHours('Mon-Fri 09:00-17:00')) },
}
const spell = (from: string, to: string) => ({ from: day(from), to: day(to), why: 'Rebuilding' })
const everySaturday = Array.from({ length: 1990 }, (_, i) => ({
  day: day('2010-01-02') + i * 7,
  title: 'Saturday off',
}))

for (const { with: changed, refusal } of [
  { with: { workingWeek: new Set<never>() }, refusal: 'the working week is empty' },
  {
    with: { knownFrom: day('2029-01-01') },
    refusal: 'the calendar is known from 2029-01-01 but only until 2028-12-31',
  },
  { with: { knownUntil: day('2101-01-01') }, refusal: '2101-01-01 is outside the calendar' },
  {
    with: { holidays: [{ day: day('1989-12-25'), title: 'Christmas Day' }] },
    refusal: '1989-12-25 is outside the calendar',
  },
  {
    with: { closures: [spell('2026-12-24', '2026-01-02')] },
    refusal: 'the closure “Rebuilding” ends on 2026-01-02, before it begins',
  },
  { with: { closures: [spell('2026-12-24', '2126-12-24')] }, refusal: '2126-12-24 is outside the calendar' },
  {
    with: { closures: [spell('2026-01-01', '2027-06-30')] },
    refusal: 'there is no working day from 2026-01-01 to 2027-06-30',
  },
  {
    with: { closures: [spell('1990-01-01', '2100-12-31')] },
    refusal: 'there is no working day from 1990-01-01 to 2100-12-31',
  },
  {
    with: { workingWeek: new Set([6]) as CalendarSpec['workingWeek'], holidays: everySaturday },
    refusal: 'there is no working day from 2009-12-27 to 2048-02-21',
  },
  {
    with: { closures: Array(3000).fill(spell('2026-01-02', '2026-01-02')) },
    refusal: 'there are too many closures to be right',
  },
  {
    with: { holidays: Array(3000).fill({ day: 0, title: 'X' }) },
    refusal: 'there are too many bank holidays to be right',
  },
]) {
  test(`A calendar is refused rather than searched for ever: ${refusal}`, () => {
    const refused = buildCalendar({ ...spec, ...changed })
    assert.ok(isRefusal(refused))
    assert.equal(refused.refusal, refusal)
  })
}
