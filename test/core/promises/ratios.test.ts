import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packOf, type Written } from './little-pack.ts'
import { type Cases, figureIn, measure } from './measured.ts'

const calls = { count: 'call-offered' }
const asOf = '2026-06-30T23:00Z'

/** Each sum stands above the line, the calls of the period below it: two in March, one in April, none in May. */
const sums: readonly (readonly [
  why: string,
  share: Written,
  cases: Cases,
  months: readonly (readonly [month: string, kept: number])[],
])[] = [
  [
    'a count belongs to the month in which each event occurred, in our own time zone',
    { count: 'call-abandoned' },
    {
      a: [
        ['call-abandoned', '2026-03-31T22:59:59Z'],
        ['call-abandoned', '2026-03-31T23:00Z'],
      ],
    },
    [
      ['2026-03', 1],
      ['2026-04', 1],
      ['2026-05', 0],
    ],
  ],
  [
    'once a case counts a case once in each month',
    { count: 'call-abandoned', once_a_case: true },
    {
      a: [
        ['call-abandoned', '2026-03-02T10:00Z'],
        ['call-abandoned', '2026-03-03T10:00Z'],
        ['call-abandoned', '2026-04-03T10:00Z'],
      ],
      b: [['call-abandoned', '2026-03-02T10:00Z']],
    },
    [
      ['2026-03', 2],
      ['2026-04', 1],
    ],
  ],
  [
    'with counts only where the other came before, at the same instant too',
    { count: 'call-answered', with: 'call-transferred' },
    {
      a: [
        ['call-answered', '2026-03-02T10:00Z'],
        ['call-transferred', '2026-03-02T10:01Z'],
      ],
      b: [
        ['call-transferred', '2026-03-02T10:00Z'],
        ['call-answered', '2026-03-02T10:00Z'],
      ],
    },
    [['2026-03', 1]],
  ],
  [
    'without counts only where the other did not come before',
    { count: 'call-answered', without: 'call-transferred' },
    {
      a: [
        ['call-answered', '2026-03-02T10:00Z'],
        ['call-transferred', '2026-03-02T10:01Z'],
      ],
      b: [
        ['call-transferred', '2026-03-02T10:00Z'],
        ['call-answered', '2026-03-02T10:01Z'],
      ],
    },
    [['2026-03', 1]],
  ],
  [
    'a sum adds up a field, and passes over what does not carry it',
    { sum: 'pence', event: 'rent-received' },
    {
      a: [
        ['rent-received', '2026-03-02T10:00Z', { pence: 1050 }],
        ['rent-received', '2026-04-02T10:00Z', { pence: 950 }],
        ['rent-charged', '2026-03-02T10:00Z', { pence: 7 }],
        ['rent-received', '2026-03-05T10:00Z'],
      ],
    },
    [
      ['2026-03', 1050],
      ['2026-04', 950],
      ['2026-05', 0],
    ],
  ],
  [
    'a stock stands at the end of each month until it ends',
    { stock: 'notice-served', until: 'arrears-cleared' },
    {
      a: [
        ['notice-served', '2026-03-02T10:00Z'],
        ['notice-served', '2026-03-09T10:00Z'],
        ['arrears-cleared', '2026-05-05T10:00Z'],
      ],
      b: [
        ['notice-served', '2026-04-02T10:00Z'],
        ['arrears-cleared', '2026-04-03T10:00Z'],
        ['notice-served', '2026-04-30T10:00Z'],
      ],
    },
    [
      ['2026-03', 1],
      ['2026-04', 2],
      ['2026-05', 1],
      ['2026-06', 1],
    ],
  ],
  [
    'a last value stands until it is read again; credit hides no debt, and a closed account owes none',
    { last: 'pence', event: 'balance-read', above_zero: true, until: 'account-closed' },
    {
      a: [
        ['balance-read', '2026-03-02T10:00Z', { pence: 500 }],
        ['balance-read', '2026-05-02T10:00Z', { pence: 700 }],
        ['rent-received', '2026-05-03T10:00Z', { pence: 9999 }],
        ['account-closed', '2026-06-02T10:00Z'],
      ],
      b: [['balance-read', '2026-03-02T10:00Z', { pence: -300 }]],
    },
    [
      ['2026-03', 500],
      ['2026-04', 500],
      ['2026-05', 700],
      ['2026-06', 0],
    ],
  ],
  [
    'a last value is multiplied where the promise says so: a week’s rent by 52',
    { last: 'weeklyRentPence', event: 'balance-read', times: 52 },
    { a: [['balance-read', '2026-03-02T10:00Z', { pence: 0, weeklyRentPence: 100 }]] },
    [
      ['2026-03', 5200],
      ['2026-04', 5200],
    ],
  ],
  [
    'returns of one name add up',
    { returned: 'rent-collected' },
    {
      r: [
        ['return-recorded', '2026-03-02T10:00Z', { name: 'rent-collected', value: 10 }],
        ['return-recorded', '2026-03-09T10:00Z', { name: 'rent-collected', value: 5 }],
        ['return-recorded', '2026-03-09T10:00Z', { name: 'other', value: 99 }],
      ],
    },
    [
      ['2026-03', 15],
      ['2026-04', 0],
    ],
  ],
  [
    'of returns the latest stands until the next',
    { returned: 'homes', latest: true },
    {
      r: [
        ['return-recorded', '2026-04-09T10:00Z', { name: 'homes', value: 8 }],
        ['return-recorded', '2026-03-02T10:00Z', { name: 'homes', value: 10 }],
      ],
    },
    [
      ['2026-03', 10],
      ['2026-04', 8],
      ['2026-05', 8],
    ],
  ],
]

for (const [why, share, cases, months] of sums) {
  test(`In a ratio ${why}`, () => {
    const offered: Cases = {
      x1: [['call-offered', '2026-03-01T00:00Z']],
      x2: [['call-offered', '2026-03-31T12:00Z']],
      x3: [['call-offered', '2026-04-15T10:00Z']],
      x4: [['call-offered', '2026-06-15T10:00Z']],
    }
    const measured = measure(
      [packOf([{ ratio: { share, of: calls } }])],
      { ...offered, ...cases },
      { asOf, by: 'month', from: '2026-03-01', to: '2026-06-30' },
    )
    assert.deepEqual(
      months.map(([month]) => [month, figureIn(measured, month).kept]),
      months,
    )
    const may = figureIn(measured, '2026-05')
    assert.deepEqual(
      { counted: may.counted, value: may.value, verdict: may.verdict },
      { counted: 0, value: null, verdict: 'nothing to count' },
    )
  })
}

test('A stock of a quarter is the stock at its end, not a sum of months', () => {
  const ratio = { share: { stock: 'notice-served' }, of: { stock: 'account-opened' } }
  const cases: Cases = {
    a: [
      ['account-opened', '2026-01-05T10:00Z'],
      ['notice-served', '2026-02-05T10:00Z'],
    ],
    b: [['account-opened', '2026-02-05T10:00Z']],
  }
  const measured = measure([packOf([{ ratio }])], cases, { asOf, by: 'quarter' })
  const { kept, counted, value } = figureIn(measured, '2026-Q1')
  assert.deepEqual({ kept, counted, value }, { kept: 1, counted: 2, value: 0.5 })
})

test('A stock from before the days asked for still stands in them', () => {
  const ratio = { share: { stock: 'notice-served' }, of: { stock: 'account-opened' } }
  const cases: Cases = {
    a: [
      ['account-opened', '2026-01-05T10:00Z'],
      ['notice-served', '2026-02-05T10:00Z'],
    ],
  }
  const measured = measure([packOf([{ ratio }])], cases, {
    asOf,
    by: 'month',
    from: '2026-05-01',
    to: '2026-05-31',
  })
  assert.equal(figureIn(measured, '2026-05').value, 1)
})
