import type { FrozenPromise, FrozenReport } from '#core/reporting/frozen-report.ts'
import { formatDay } from '#core/time/day.ts'

/** A column of a report as data: what it is called, what it holds, and its value for a promise. */
export interface ReportColumn {
  readonly name: string
  readonly title: string
  readonly says: string
  readonly datatype: 'string' | 'number' | 'date' | 'boolean'
  /** Shown as a percentage in a spreadsheet. */
  readonly isShare?: true
  readonly width?: number
  read(promise: FrozenPromise, report: FrozenReport): string | number | null
}

/** Every number of every figure, a row a promise. */
export const reportColumns: readonly ReportColumn[] = [
  text('promise', 'Promise', 'The clause of the standards.', ({ promise }) => promise, 12),
  text('section', 'Section', 'Where it stands in the standards.', ({ section }) => section, 20),
  text('subject', 'Subject', 'What it is about.', ({ subject }) => subject, 18),
  text('words', 'What we promised', 'The promise in the landlord’s words.', ({ says }) => says, 60),
  text('period', 'Period', 'The time the figure speaks of.', (_, { period }) => period.name, 14),
  date('from', 'From', 'The first day of the period.', ({ from }) => from),
  date('to', 'To', 'The last day of the period.', ({ to }) => to),
  {
    ...number(
      'value',
      'Share',
      'Kept divided by counted; empty where nothing was counted.',
      ({ figure }) => figure.value,
    ),
    isShare: true,
  },
  text('figure', 'Figure in words', 'The figure as the report says it.', ({ figureText }) => figureText, 18),
  text(
    'target',
    'Target',
    'The target in the landlord’s words; empty where none is published.',
    ({ figure }) => figure.target,
    18,
  ),
  text('verdict', 'Verdict', 'Whether the target was met.', ({ figure }) => figure.verdict, 16),
  text(
    'standing',
    'Standing',
    'Whether it was missed, is overdue, shows a signal, was kept, or had nothing to count.',
    ({ standing }) => standing,
    16,
  ),
  number(
    'kept',
    'Kept',
    'How many were kept; for a ratio, the sum above the line.',
    ({ figure }) => figure.kept,
  ),
  number(
    'counted',
    'Counted',
    'How many were kept or missed; for a ratio, the sum below the line.',
    ({ figure }) => figure.counted,
  ),
  number('running', 'Still running', 'In time and undecided at the end.', ({ figure }) => figure.running),
  number('overdue', 'Overdue', 'Missed and still not done at the end.', ({ figure }) => figure.overdue),
  number('paused', 'Paused', 'Waiting for somebody else at the end.', ({ figure }) => figure.paused),
  number('void', 'Not counted', 'Left out, for the reasons beside it.', (each) => each.figure.void),
  text(
    'void_reasons',
    'Why not counted',
    'Each reason with its number.',
    ({ figure }) => named(figure.voidReasons),
    24,
  ),
  number(
    'overridden',
    'Done otherwise',
    'Done otherwise with a reason on record.',
    ({ figure }) => figure.overridden,
  ),
  number(
    'median',
    'Half took no longer than',
    'In the unit beside it.',
    ({ figure }) => figure.lengths?.median ?? null,
  ),
  number(
    'ninetieth',
    'Nine in ten took no longer than',
    'In the unit beside it.',
    ({ figure }) => figure.lengths?.ninetieth ?? null,
  ),
  number('mean', 'Mean length', 'In the unit beside it.', ({ figure }) => figure.lengths?.mean ?? null),
  text(
    'unit',
    'Unit of lengths',
    'Seconds, days, working days or working minutes.',
    ({ figure }) => figure.lengths?.unit ?? null,
    14,
  ),
  text(
    'beside',
    'Shown beside it',
    'Further sums that the promise asks to be shown.',
    ({ figure }) => named(figure.beside),
    24,
  ),
  {
    ...number(
      'value_before',
      'Share published before',
      'The share that was published in the version before, where it is another now.',
      ({ restates }) => restates?.figure.value ?? null,
    ),
    isShare: true,
  },
  text(
    'restated_because',
    'Why it is another now',
    'The reason of the restatement.',
    ({ restates }) => restates?.because ?? null,
    40,
  ),
  text('why', 'Why it came to this', 'The landlord’s words.', ({ why }) => why, 40),
  text('doing', 'What we do about it', 'The landlord’s words.', ({ doing }) => doing, 40),
]

function named(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name.replaceAll('-', ' ')} ${count}`)
    .join('; ')
}

function text(
  name: string,
  title: string,
  says: string,
  read: (promise: FrozenPromise, report: FrozenReport) => string | null,
  width: number,
): ReportColumn {
  return { name, title, says, datatype: 'string', read, width }
}

function number(
  name: string,
  title: string,
  says: string,
  read: (promise: FrozenPromise) => number | null,
): ReportColumn {
  return { name, title, says, datatype: 'number', read, width: 14 }
}

function date(
  name: string,
  title: string,
  says: string,
  read: (period: FrozenReport['period']) => number,
): ReportColumn {
  return { name, title, says, datatype: 'date', read: (_, { period }) => formatDay(read(period)), width: 12 }
}
