import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatDay } from '#core/time/day.ts'
import { monthOf } from '#core/time/period.ts'
import { reportDefinitions, type ReportKind } from '#core/reporting/report-kind.ts'
import { dueOn, lastEnded, periodsEnded, periodWith, periodWords } from '#core/reporting/report-period.ts'
import { day } from '../time/calendars.ts'

const april = 4
const january = 1

function shown(kind: ReportKind, on: string, yearBegins = april): string {
  const period = periodWith(reportDefinitions[kind], yearBegins, monthOf(day(on)))
  return `${period.name}: ${formatDay(period.from)} to ${formatDay(period.to)}`
}

test('Months and quarters are the calendar’s, whenever the landlord’s year begins', () => {
  assert.equal(shown('monthly', '2026-02-15'), '2026-02: 2026-02-01 to 2026-02-28')
  assert.equal(shown('quarterly', '2026-02-15'), '2026-Q1: 2026-01-01 to 2026-03-31')
  assert.equal(shown('quarterly', '2026-02-15', 2), '2026-Q1: 2026-01-01 to 2026-03-31')
})

test('Years and half years begin with the landlord’s own', () => {
  assert.equal(shown('annual', '2026-02-15'), '2025/26: 2025-04-01 to 2026-03-31')
  assert.equal(shown('annual', '2026-02-15', january), '2026: 2026-01-01 to 2026-12-31')
  assert.equal(shown('half-yearly', '2026-02-15'), '2025-10 to 2026-03: 2025-10-01 to 2026-03-31')
  assert.equal(shown('half-yearly', '2026-04-01'), '2026-04 to 2026-09: 2026-04-01 to 2026-09-30')
})

test('A newsletter shows everything since the year began, up to the end of its quarter', () => {
  assert.equal(shown('newsletter', '2025-11-05'), '2025-04 to 2025-12: 2025-04-01 to 2025-12-31')
  assert.equal(shown('newsletter', '2026-04-05'), '2026-04 to 2026-06: 2026-04-01 to 2026-06-30')
})

test('A period is over on the day after its last', () => {
  const quarterly = reportDefinitions.quarterly
  assert.equal(lastEnded(quarterly, april, day('2026-03-31')).name, '2025-Q4')
  assert.equal(lastEnded(quarterly, april, day('2026-04-01')).name, '2026-Q1')
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
