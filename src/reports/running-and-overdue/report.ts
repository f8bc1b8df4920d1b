import { stillOpen } from '#core/promises/attention.ts'
import type { Cell, Column, MeasuredPromise, Report } from '#core/report.ts'

/** What still runs, is paused or is overdue at the end of the span, the most overdue first. */
export const runningAndOverdue: Report = {
  name: 'running-and-overdue',
  says: 'What still runs, is paused or is overdue, promise by promise, the most overdue first.',
  table: (measured) => ({
    title: `Running and overdue: ${measured.pack.landlord}, ${measured.pack.title}`,
    columns,
    rows: stillOpen(measured).map(row),
  }),
}

const columns: readonly Column[] = [
  { name: 'id', title: 'Clause', align: 'start' },
  { name: 'promise', title: 'Promise', align: 'start' },
  { name: 'overdue', title: 'Overdue', align: 'end' },
  { name: 'running', title: 'Running in time', align: 'end' },
  { name: 'paused', title: 'Paused', align: 'end' },
]

function row({ promise, whole }: MeasuredPromise): readonly Cell[] {
  return [promise.id, promise.promise, whole.overdue, whole.running, whole.paused]
}
