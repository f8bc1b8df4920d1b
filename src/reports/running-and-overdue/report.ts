import type { Cell, Column, MeasuredPromise, Report } from '#core/report.ts'

/** What still runs, is paused or is overdue at the end of the span, the most overdue first. */
export const runningAndOverdue: Report = {
  name: 'running-and-overdue',
  says: 'What still runs, is paused or is overdue, promise by promise, the most overdue first.',
  table: ({ pack, promises }) => ({
    title: `Running and overdue: ${pack.landlord}, ${pack.title}`,
    columns,
    rows: promises.filter(isOpen).toSorted(mostOverdueFirst).map(row),
  }),
}

const columns: readonly Column[] = [
  { name: 'id', title: 'Clause', align: 'start' },
  { name: 'promise', title: 'Promise', align: 'start' },
  { name: 'overdue', title: 'Overdue', align: 'end' },
  { name: 'running', title: 'Running in time', align: 'end' },
  { name: 'paused', title: 'Paused', align: 'end' },
]

function isOpen({ whole }: MeasuredPromise): boolean {
  return whole.overdue + whole.running + whole.paused > 0
}

function mostOverdueFirst({ whole: a }: MeasuredPromise, { whole: b }: MeasuredPromise): number {
  return b.overdue - a.overdue || b.running - a.running || b.paused - a.paused
}

function row({ promise, whole }: MeasuredPromise): readonly Cell[] {
  return [promise.id, promise.promise, whole.overdue, whole.running, whole.paused]
}
