import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Edition } from '#core/promises/edition.ts'
import { formatDay } from '#core/time/day.ts'
import { monthOf } from '#core/time/period.ts'
import { reportDefinitions, type ReportKind } from '#core/reporting/report-kind.ts'
import {
  dueOn,
  periodsEnded,
  periodWith,
  periodWords,
  type ReportYears,
} from '#core/reporting/report-period.ts'
import { yearsOf } from '#core/reporting/report-years.ts'
import { comingReports } from '#core/reporting/schedule.ts'
import { day } from '../time/calendars.ts'

const april: ReportYears = { yearBegins: 4, threeYearsFrom: 2024 }
const january: ReportYears = { yearBegins: 1, threeYearsFrom: 2025 }

function shown(kind: ReportKind, on: string, years = april): string {
  const period = periodWith(reportDefinitions[kind], years, monthOf(day(on)))
  return `${period.name}: ${formatDay(period.from)} to ${formatDay(period.to)}`
}

test('Months and quarters are the calendar’s, whenever the landlord’s year begins', () => {
  assert.equal(shown('monthly', '2026-02-15'), '2026-02: 2026-02-01 to 2026-02-28')
  assert.equal(shown('quarterly', '2026-02-15'), '2026-Q1: 2026-01-01 to 2026-03-31')
  assert.equal(
    shown('quarterly', '2026-02-15', { ...april, yearBegins: 2 }),
    '2026-Q1: 2026-01-01 to 2026-03-31',
  )
})

test('Years and half years begin with the landlord’s own', () => {
  assert.equal(shown('annual', '2026-02-15'), '2025/26: 2025-04-01 to 2026-03-31')
  assert.equal(shown('annual', '2026-02-15', january), '2026: 2026-01-01 to 2026-12-31')
  assert.equal(shown('half-yearly', '2026-02-15'), '2025-10 to 2026-03: 2025-10-01 to 2026-03-31')
  assert.equal(shown('half-yearly', '2026-04-01'), '2026-04 to 2026-09: 2026-04-01 to 2026-09-30')
})

test('Three years begin with the landlord’s own year, in the year it chose or that its standards came into force', () => {
  assert.equal(shown('three-yearly', '2026-11-23'), '2024-04 to 2027-03: 2024-04-01 to 2027-03-31')
  assert.equal(shown('three-yearly', '2024-03-31'), '2021-04 to 2024-03: 2021-04-01 to 2024-03-31')
  assert.equal(shown('three-yearly', '2026-11-23', january), '2025-01 to 2027-12: 2025-01-01 to 2027-12-31')
  const from = (inForceFrom: string, threeYearsFrom: number | null = null) =>
    yearsOf({ yearBegins: 4, threeYearsFrom }, [inForce(inForceFrom)]).threeYearsFrom
  assert.equal(from('2009-03-31'), 2008)
  assert.equal(from('2009-04-01'), 2009)
  assert.equal(from('2009-04-01', 2026), 2026)
})

/** An edition of which nothing but its first day matters. */
function inForce(on: string): Edition {
  return { pack: { inForceFrom: day(on) } } as Edition
}

test('What comes next is drafted on the day after its time is over, and what is there already does not come again', () => {
  const schedule = {
    kinds: ['monthly', 'quarterly', 'three-yearly'] as const,
    years: april,
    from: day('2026-08-15'),
    today: day('2026-11-23'),
  }
  const coming = (there: readonly string[]) =>
    comingReports(schedule, ({ period }) => there.includes(period.name)).map(
      ({ kind, period, draftedOn, dueOn: due }) =>
        `${kind} ${period.name}: ${formatDay(draftedOn)}, ${formatDay(due)}`,
    )
  const past = ['2026-08', '2026-09', '2026-10', '2026-Q3']
  assert.deepEqual(coming(past), [
    'monthly 2026-11: 2026-12-01, 2026-12-14',
    'quarterly 2026-Q4: 2027-01-01, 2027-01-28',
    'three-yearly 2024-04 to 2027-03: 2027-04-01, 2027-06-29',
  ])
  assert.equal(coming([...past, '2026-11']).length, 2)
  const [first] = coming(past.slice(1))
  assert.equal(first, 'monthly 2026-08: 2026-11-23, 2026-09-14', 'what was forgotten is drafted today')
})

test('A newsletter shows everything since the year began, up to the end of its quarter', () => {
  assert.equal(shown('newsletter', '2025-11-05'), '2025-04 to 2025-12: 2025-04-01 to 2025-12-31')
  assert.equal(shown('newsletter', '2026-04-05'), '2026-04 to 2026-06: 2026-04-01 to 2026-06-30')
})

test('A period is over on the day after its last', () => {
  const quarterly = reportDefinitions.quarterly
  const ended = (from: string, to: string) =>
    periodsEnded(quarterly, april, { from: day(from), to: day(to) }).map(({ name }) => name)
  assert.deepEqual(ended('2025-10-01', '2026-04-01'), ['2025-Q4', '2026-Q1'])
  assert.deepEqual(ended('2026-01-01', '2026-03-30'), [])
})

test('A period is said in words, and a report is due so many days after its end', () => {
  const words = (kind: ReportKind) =>
    periodWords(periodWith(reportDefinitions[kind], april, monthOf(day('2026-03-05'))))
  assert.equal(words('monthly'), 'March 2026')
  assert.equal(words('quarterly'), 'January to March 2026')
  assert.equal(words('annual'), 'April 2025 to March 2026')
  const { monthly } = reportDefinitions
  const due = dueOn(monthly, periodWith(monthly, april, monthOf(day('2026-03-05'))))
  assert.equal(formatDay(due), '2026-04-14')
})
