import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Happened, packOf, type Written } from './little-pack.ts'
import { type Cases, figureIn, measure } from './measured.ts'

const done = (at: string): Happened => ['evidence-recorded', at, { duty: 'newsletter' }]
const quarterly = { every: '3 months', duty: 'newsletter' }
const anything: Happened = ['contact-received', '2026-01-05T10:00Z']

const duties: readonly (readonly [
  why: string,
  clauses: Written,
  happened: readonly Happened[],
  asOf: string,
  figure: string,
])[] = [
  [
    'counts from the first fact known, and is in time to the end of its day',
    quarterly,
    [anything, done('2026-04-05T22:59Z')],
    '2026-04-06T12:00Z',
    '1/1, 1 running, 0 overdue',
  ],
  [
    'runs to the last moment of its day',
    quarterly,
    [anything],
    '2026-04-05T22:59:59.999Z',
    '0/0, 1 running, 0 overdue',
  ],
  [
    'is missed a day later, and overdue until it is done',
    quarterly,
    [anything],
    '2026-04-06T12:00Z',
    '0/1, 0 running, 1 overdue',
  ],
  [
    'done late stays missed, and the next counts from then',
    quarterly,
    [anything, done('2026-05-05T10:00Z'), done('2026-08-05T10:00Z')],
    '2026-08-06T12:00Z',
    '1/2, 1 running, 0 overdue',
  ],
  [
    'not done for a whole further length is missed as often',
    quarterly,
    [anything],
    '2026-12-31T12:00Z',
    '0/3, 0 running, 1 overdue',
  ],
  [
    'once by a month is in time to its last moment',
    { by: '2026-05', duty: 'newsletter' },
    [anything, done('2026-05-31T22:59:59Z')],
    '2026-12-31T12:00Z',
    '1/1, 0 running, 0 overdue',
  ],
  [
    'once by a day is late on the next',
    { by: '2026-05-31', duty: 'newsletter' },
    [anything, done('2026-05-31T23:00Z')],
    '2026-12-31T12:00Z',
    '0/1, 0 running, 0 overdue',
  ],
  [
    'once by a day runs until then',
    { by: '2026-05-31', duty: 'newsletter' },
    [anything],
    '2026-05-31T22:59:59.999Z',
    '0/0, 1 running, 0 overdue',
  ],
  [
    'of another name is not done by it',
    quarterly,
    [anything, ['evidence-recorded', '2026-03-05T10:00Z', { duty: 'report' }]],
    '2026-04-06T12:00Z',
    '0/1, 0 running, 1 overdue',
  ],
]

for (const [why, clauses, happened, asOf, expected] of duties) {
  test(`A duty of the whole landlord ${why}`, () => {
    const { clocks, ...measured } = measure([packOf([{ recurring: clauses }])], { d: happened }, { asOf })
    const figure = figureIn(measured)
    assert.equal(clocks.filter(({ outcome }) => outcome === 'running').length, figure.running)
    assert.equal(
      `${figure.kept}/${figure.counted}, ${figure.running} running, ${figure.overdue} overdue`,
      expected,
    )
  })
}

const statements = {
  every: '3 months',
  starts: 'account-opened',
  done_by: 'statement-sent',
  ends: 'account-closed',
}
const opened: Happened = ['account-opened', '2026-01-05T10:00Z']

const onCases: readonly (readonly [
  why: string,
  happened: readonly Happened[],
  asOf: string,
  figure: string,
  clauses?: { readonly first: string },
])[] = [
  [
    'comes round from when it was done',
    [opened, ['statement-sent', '2026-03-05T10:00Z'], ['statement-sent', '2026-06-05T10:00Z']],
    '2026-07-01T12:00Z',
    '2/2, 1 running, 0 void',
  ],
  [
    'may be due sooner the first time',
    [opened, ['statement-sent', '2026-03-05T10:00Z']],
    '2026-05-01T12:00Z',
    '0/1, 1 running, 0 void',
    { first: '1 month' },
  ],
  [
    'ends with the case, uncounted',
    [opened, ['account-closed', '2026-02-05T10:00Z']],
    '2026-07-01T12:00Z',
    '0/0, 0 running, 1 void',
  ],
  [
    'does not start before there is a case',
    [['statement-sent', '2026-01-01T10:00Z']],
    '2026-07-01T12:00Z',
    '0/0, 0 running, 0 void',
  ],
  [
    'missed before its end stays missed',
    [opened, ['account-closed', '2026-05-05T10:00Z']],
    '2026-07-01T12:00Z',
    '0/1, 0 running, 0 void',
  ],
]

for (const [why, happened, asOf, expected, clauses] of onCases) {
  test(`A duty on each case ${why}`, () => {
    const pack = packOf([{ recurring: { ...statements, ...clauses } }])
    const figure = figureIn(measure([pack], { a: happened }, { asOf }))
    assert.equal(`${figure.kept}/${figure.counted}, ${figure.running} running, ${figure.void} void`, expected)
  })
}

const twelve = { recurring: { every: '1 year', times: 12, duty: 'assessment' }, target: '12 per year' }
const assessed = (at: string): Happened => ['evidence-recorded', at, { duty: 'assessment' }]

test('Twelve a year are counted monthly: what was done in each month against one due by its end (reading 30)', () => {
  const cases: Cases = {
    d: [assessed('2026-01-05T10:00Z'), assessed('2026-01-06T10:00Z'), assessed('2026-03-06T10:00Z')],
  }
  const measured = measure([packOf([twelve])], cases, { asOf: '2026-04-10T12:00Z', by: 'month' })
  const figures = ['2026-01', '2026-02', '2026-03'].map((month) => figureIn(measured, month))
  assert.deepEqual(
    figures.map(({ kept, counted, verdict }) => [kept, counted, verdict]),
    [
      [2, 1, 'met'],
      [0, 1, 'missed'],
      [1, 1, 'met'],
    ],
  )
  assert.equal(figureIn(measured).verdict, 'met', 'three in three months')
})

test('A month that has not ended owes none of the twelve yet', () => {
  const measured = measure(
    [packOf([twelve])],
    { d: [assessed('2026-01-05T10:00Z')] },
    { asOf: '2026-01-31T12:00Z' },
  )
  assert.deepEqual([figureIn(measured).kept, figureIn(measured).verdict], [1, 'nothing to count'])
})

test('A year of twelve months owes twelve, and five a year are owed as the months pass', () => {
  const five = { recurring: { every: '1 year', times: 5, duty: 'assessment' }, target: '5 per year' }
  const measured = measure(
    [packOf([twelve, five])],
    { d: [assessed('2026-01-01T10:00Z')] },
    { asOf: '2027-01-05T12:00Z', by: 'quarter' },
  )
  assert.deepEqual(
    ['P-1', 'P-2'].map((id) => figureIn(measured, 'all', id).counted),
    [12, 5],
  )
  assert.deepEqual(
    ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((quarter) => figureIn(measured, quarter, 'P-2').counted),
    [1, 1, 1, 2],
  )
})

test('What was done before the edition began makes up for nothing that it owes', () => {
  const cases: Cases = {
    d: [assessed('2026-01-05T10:00Z'), assessed('2026-02-05T10:00Z'), assessed('2026-03-05T10:00Z')],
  }
  const pack = packOf([twelve], { in_force_from: '2026-03-01' })
  const { kept, counted, verdict } = figureIn(measure([pack], cases, { asOf: '2026-05-01T12:00Z' }))
  assert.deepEqual({ kept, counted, verdict }, { kept: 1, counted: 2, verdict: 'missed' })
})

test('Of twelve a year, days asked for count the whole months in them', () => {
  const cases: Cases = {
    d: ['01', '02', '03', '04', '05'].map((month) => assessed(`2026-${month}-10T10:00Z`)),
  }
  const owed = (from: string, to: string) => {
    const { kept, counted } = figureIn(
      measure([packOf([twelve])], cases, { asOf: '2026-07-01T00:00Z', from, to }),
    )
    return `${kept}/${counted}`
  }
  assert.deepEqual(
    [owed('2026-02-01', '2026-03-31'), owed('2026-02-02', '2026-03-31'), owed('2026-02-01', '2026-03-30')],
    ['2/2', '2/1', '2/1'],
  )
})

test('A month owes its one of the twelve as the next begins', () => {
  const cases: Cases = { d: [assessed('2026-01-05T10:00Z')] }
  const counted = (asOf: string) =>
    figureIn(measure([packOf([twelve])], cases, { asOf, to: '2026-01-31' })).counted
  assert.deepEqual([counted('2026-01-31T23:00Z'), counted('2026-02-01T00:00Z')], [0, 1])
})
