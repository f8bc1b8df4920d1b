import type { Figure } from '#core/promises/figure.ts'
import type { FrozenPromise, FrozenReport } from '#core/reporting/frozen-report.ts'
import { day, instant } from '#test/core/time/calendars.ts'

const figure: Figure = {
  promise: 'P-1',
  period: '2026-Q1',
  kept: 5,
  counted: 6,
  value: 5 / 6,
  target: 'at least 90%',
  verdict: 'missed',
  running: 2,
  overdue: 1,
  paused: 0,
  void: 1,
  voidReasons: { 'by-mistake': 1 },
  overridden: 0,
  lengths: { unit: 'working days', count: 5, mean: 4.5, median: 4, ninetieth: 9 },
  beside: {},
}

const missed: FrozenPromise = {
  promise: 'P-1',
  section: 'Letters',
  subject: 'letter',
  says: '=Your letter is answered, in full, within “10 working days”.',
  reading: null,
  formula: 'Of the letters that came, the share answered in time.',
  figure,
  figureText: '83.33%',
  targetText: 'at least 90%',
  standing: 'missed',
  shown: { unit: 'percent', per: 100, better: 'higher', target: 90 },
  points: ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03'].map((period, index) => ({
    period,
    value: index === 1 ? null : 80 + index,
  })),
  why: 'A storm came.\n\n- wind\n- water',
  doing: 'We stand by.',
  restates: {
    figure: { ...figure, kept: 4, value: 4 / 6 },
    figureText: '66.67%',
    reportId: 'r1',
    because: 'A reply was entered late.',
  },
}

const empty: FrozenPromise = {
  ...missed,
  promise: 'P-2',
  says: 'A visit is kept.',
  figure: {
    ...figure,
    promise: 'P-2',
    kept: 0,
    counted: 0,
    value: null,
    target: null,
    verdict: 'nothing to count',
    overdue: 0,
    lengths: null,
    voidReasons: {},
    void: 0,
  },
  figureText: 'nothing to count',
  targetText: 'none published',
  standing: 'nothing to count',
  points: [],
  why: '',
  doing: '',
}
const { restates: _, ...never } = empty

/** A report with one promise that was missed and restated, and one with nothing to count. */
export const frozen: FrozenReport = {
  format: 1,
  report: 'quarterly',
  title: 'Quarterly report, January to March 2026',
  landlord: 'Made-up Homes',
  standards: { pack: 'made-up', title: 'Our standards' },
  editions: [{ edition: '2026-01', inForceFrom: day('2026-01-01') }],
  period: { name: '2026-Q1', from: day('2026-01-01'), to: day('2026-03-31') },
  version: 2,
  asOf: instant('2026-04-02T23:30Z'),
  timeZone: 'Europe/London',
  introduction: 'We kept most.',
  sections: [{ name: 'Letters', words: 'Letters matter.' }],
  promises: [missed, never],
  notes: [],
  inputs: 'ab'.repeat(32),
  restates: {
    reportId: 'r1',
    version: 1,
    publishedAt: instant('2026-04-01T10:00Z'),
    because: 'A reply was entered late.',
  },
}
