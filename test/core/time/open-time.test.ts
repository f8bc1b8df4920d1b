import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatInstant } from '#core/time/instant.ts'
import { day, instant, openTimeOf, zone } from '#test/core/time/calendars.ts'

const hour = 3_600_000
const minute = 60_000
const withLunch = openTimeOf('Mon-Thu 09:00-12:30 13:30-17:00, Fri 09:00-16:00')
const always = openTimeOf('Mon-Sun 00:00-24:00')
const lateFriday = openTimeOf('Fri 17:00-01:00')
const shown = (at: number) => formatInstant(at, zone())

for (const { office, from, minutes, to, why } of [
  {
    office: withLunch,
    from: '2026-03-02T09:00Z',
    minutes: 300,
    to: '2026-03-02T15:00:00+00:00',
    why: 'lunch does not count',
  },
  {
    office: withLunch,
    from: '2026-03-02T12:00Z',
    minutes: 30,
    to: '2026-03-02T12:30:00+00:00',
    why: 'the start of lunch is in time',
  },
  {
    office: withLunch,
    from: '2026-03-02T12:00Z',
    minutes: 31,
    to: '2026-03-02T13:31:00+00:00',
    why: 'one minute more is after lunch',
  },
  {
    office: withLunch,
    from: '2026-03-02T12:45Z',
    minutes: 60,
    to: '2026-03-02T14:30:00+00:00',
    why: 'received at lunch',
  },
  {
    office: withLunch,
    from: '2026-03-02T16:00Z',
    minutes: 60,
    to: '2026-03-02T17:00:00+00:00',
    why: 'closing time is in time',
  },
  {
    office: withLunch,
    from: '2026-03-02T16:00Z',
    minutes: 61,
    to: '2026-03-03T09:01:00+00:00',
    why: 'the rest is next morning',
  },
  {
    office: withLunch,
    from: '2026-03-06T15:30Z',
    minutes: 60,
    to: '2026-03-09T09:30:00+00:00',
    why: 'trap 8: Friday is short',
  },
  {
    office: withLunch,
    from: '2026-03-05T16:30Z',
    minutes: 60,
    to: '2026-03-06T09:30:00+00:00',
    why: 'trap 11: Thursday closes at its own time',
  },
  {
    office: withLunch,
    from: '2026-03-07T11:00Z',
    minutes: 10,
    to: '2026-03-09T09:10:00+00:00',
    why: 'from a Saturday',
  },
  {
    office: withLunch,
    from: '2026-04-02T16:30+01:00',
    minutes: 60,
    to: '2026-04-07T09:30:00+01:00',
    why: 'over Easter',
  },
  {
    office: withLunch,
    from: '2026-03-27T15:30Z',
    minutes: 60,
    to: '2026-03-30T09:30:00+01:00',
    why: 'over the spring clock change',
  },
  {
    office: withLunch,
    from: '2026-10-23T15:30+01:00',
    minutes: 60,
    to: '2026-10-26T09:30:00+00:00',
    why: 'over the autumn clock change',
  },
  {
    office: always,
    from: '2026-03-28T12:00Z',
    minutes: 1440,
    to: '2026-03-29T13:00:00+01:00',
    why: 'a day round the clock in spring',
  },
  {
    office: always,
    from: '2026-10-24T12:00+01:00',
    minutes: 1440,
    to: '2026-10-25T11:00:00+00:00',
    why: 'a day round the clock in autumn',
  },
  {
    office: lateFriday,
    from: '2026-03-06T23:30Z',
    minutes: 90,
    to: '2026-03-07T01:00:00+00:00',
    why: 'past midnight',
  },
  {
    office: lateFriday,
    from: '2026-03-06T23:30Z',
    minutes: 91,
    to: '2026-03-13T17:01:00+00:00',
    why: 'and on, a week later',
  },
  {
    office: lateFriday,
    from: '2026-03-07T00:30Z',
    minutes: 30,
    to: '2026-03-07T01:00:00+00:00',
    why: 'received after midnight',
  },
  {
    office: lateFriday,
    from: '2026-12-23T12:00Z',
    minutes: 30,
    to: '2027-01-08T17:30:00+00:00',
    why: 'Christmas Day and New Year’s Day are Fridays',
  },
  {
    office: withLunch,
    from: '2026-03-09T09:10Z',
    minutes: -20,
    to: '2026-03-06T15:50:00+00:00',
    why: 'back over a week-end',
  },
  {
    office: withLunch,
    from: '2026-03-09T09:00Z',
    minutes: -420,
    to: '2026-03-06T09:00:00+00:00',
    why: 'back to an opening time',
  },
  {
    office: withLunch,
    from: '2026-03-07T09:00Z',
    minutes: 0,
    to: '2026-03-07T09:00:00+00:00',
    why: 'nothing added moves nothing',
  },
]) {
  test(`${minutes} open minutes from ${from} is ${to}: ${why}`, () => {
    assert.equal(shown(office.addOpenMilliseconds(instant(from), minutes * minute)), to)
  })
}

for (const { on, hours } of [
  { on: '2026-03-28', hours: 24 },
  { on: '2026-03-29', hours: 23 },
  { on: '2026-10-24', hours: 24 },
  { on: '2026-10-25', hours: 25 },
]) {
  test(`Open round the clock, ${on} has ${hours} hours (trap 9)`, () => {
    const [from, to] = [zone().startOf(day(on)), zone().startOf(day(on) + 1)]
    assert.equal(always.openMillisecondsBetween(from, to), hours * hour)
    assert.equal(always.closingOn(day(on)), to)
  })
}

test('Open past the clock change, the night has the hours it really has', () => {
  const nights = openTimeOf('Sat 22:00-06:00')
  const nightOf = (text: string) =>
    nights.openMillisecondsBetween(instant(`${text}T12:00Z`), instant(`${text}T12:00Z`) + 24 * hour)
  assert.equal(nightOf('2026-03-21'), 8 * hour)
  assert.equal(nightOf('2026-03-28'), 7 * hour)
  assert.equal(nightOf('2026-10-24'), 9 * hour)
})

test('Where the clocks skip an hour, openings that fall together count once, and one that is swallowed not at all', () => {
  const from = instant('2026-03-29T00:00Z')
  const openOn = (hours: string) => openTimeOf(hours).openMillisecondsBetween(from, from + 12 * hour)
  // 01:30 is skipped and read as 02:30, so the first opening reaches into the second.
  assert.equal(openOn('Sun 00:00-01:30 02:00-05:00'), 4 * hour)
  // 01:50 is read as 02:50, after that opening's own end.
  assert.equal(openOn('Sun 00:00-01:00 01:50-02:15 04:00-05:00'), 2 * hour)
})

test('Open for half hours in a zone of half hours, every minute counts (trap 12)', () => {
  const kathmandu = openTimeOf('Mon-Fri 09:15-12:45 13:30-17:05', { zone: 'Asia/Kathmandu', holidays: [] })
  const monday = instant('2026-03-02T00:00+05:45')
  assert.equal(kathmandu.openMillisecondsBetween(monday, monday + 24 * hour), (3.5 * 60 + 215) * minute)
})

test('A working week of 2026 has the minutes that its hours add up to', () => {
  const monday = zone().startOf(day('2026-03-02'))
  assert.equal(withLunch.openMillisecondsBetween(monday, monday + 7 * 24 * hour), (4 * 7 + 7) * hour)
})

test('A working year of nine to five has 253 days of eight hours in 2026', () => {
  const year = openTimeOf('Mon-Fri 09:00-17:00')
  const [from, to] = [zone().startOf(day('2026-01-01')), zone().startOf(day('2027-01-01'))]
  assert.equal(year.openMillisecondsBetween(from, to), 253 * 8 * hour)
})

test('Opening time is open and closing time is not', () => {
  const isOpen = (text: string) => withLunch.isOpen(instant(text))
  assert.deepEqual(
    ['2026-03-02T08:59:59.999Z', '2026-03-02T09:00Z', '2026-03-02T12:29:59.999Z'].map(isOpen),
    [false, true, true],
  )
  assert.deepEqual(['2026-03-02T12:30Z', '2026-03-02T13:30Z', '2026-03-02T17:00Z'].map(isOpen), [
    false,
    true,
    false,
  ])
})

test('Each day closes at its own time, and a closed day not at all (trap 11)', () => {
  const closing = (text: string) => withLunch.closingOn(day(text))
  assert.equal(closing('2026-03-05'), instant('2026-03-05T17:00Z'))
  assert.equal(closing('2026-03-06'), instant('2026-03-06T16:00Z'))
  assert.equal(closing('2026-03-07'), undefined)
  assert.equal(closing('2026-04-03'), undefined)
  assert.equal(lateFriday.closingOn(day('2026-03-06')), instant('2026-03-07T01:00Z'))
})

test('Named hours may be open on days that are not working days, but never on a bank holiday', () => {
  const weekEnd = openTimeOf('Sat-Mon 10:00-12:00')
  assert.equal(weekEnd.isOpen(instant('2026-04-05T11:00+01:00')), true)
  assert.equal(weekEnd.isOpen(instant('2026-04-06T11:00+01:00')), false)
})

test('Open all year but for a closure, a closure takes the whole of its days', () => {
  const closures = [{ from: day('2026-12-24'), to: day('2027-01-02'), why: 'Christmas closure' }]
  const closedAtChristmas = openTimeOf('Mon-Sun 00:00-24:00', { closures })
  const next = closedAtChristmas.addOpenMilliseconds(instant('2026-12-23T23:59Z'), 2 * minute)
  assert.equal(shown(next), '2027-01-03T00:01:00+00:00')
})
