import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monthTyped } from '#core/duties/month-typed.ts'
import { returnsDue } from '#core/duties/returns-due.ts'
import { returnsNeeded } from '#core/duties/returns-needed.ts'
import { valueText, valueTyped } from '#core/duties/return-value.ts'
import { promisesOf } from '#core/promises/edition.ts'
import { isRefused } from '#core/refused.ts'
import { editions, packOf } from '#test/core/promises/little-pack.ts'
import { measure } from '#test/core/promises/measured.ts'

const pack = packOf([
  {
    ratio: { share: { returned: 'savings-pence' }, of: { returned: 'budget-pence' } },
    reported: ['annually'],
  },
  { ratio: { share: { count: 'complaint-received' }, of: { returned: 'homes-managed', latest: true } } },
  {
    ratio: { share: { sum: 'pence', event: 'rent-received' }, of: { sum: 'pence', event: 'rent-charged' } },
    reported: ['monthly'],
  },
])
const needed = returnsNeeded(promisesOf(editions(pack)))

test('The returns that promises need are found with how often they come and how they count', () => {
  assert.deepEqual(
    needed.map(({ name, stands, instead, everyMonths }) => [name, stands, instead, everyMonths]),
    [
      ['savings-pence', false, false, 12],
      ['budget-pence', false, false, 12],
      ['homes-managed', true, false, 1],
      ['rent-received-pence', false, true, 1],
      ['rent-charged-pence', false, true, 1],
    ],
  )
})

test('A month says of each return whether it was checked, waits, is missing, or is not due', () => {
  const month = 2026 * 12 + 2
  const known = {
    checked: [
      { name: 'savings-pence', month: month - 3, value: 1 },
      { name: 'homes-managed', month, value: 3204 },
    ],
    waiting: [{ name: 'budget-pence', month, value: 2 }],
    every: new Map<string, number>(),
  }
  const states = (in_: number) => returnsDue(needed, known, in_).map(({ state }) => state)
  assert.deepEqual(states(month), ['not due', 'to be checked', 'checked', 'from cases', 'from cases'])
  assert.deepEqual(states(month + 1), ['not due', 'missing', 'missing', 'from cases', 'from cases'])
  assert.equal(states(month + 9)[0], 'missing', 'a year later it is asked for again')
  const asked = { ...known, every: new Map([['rent-received-pence', 1]]) }
  assert.equal(returnsDue(needed, asked, month)[3]?.state, 'missing', 'somebody was set to type it in')
})

test('Rent that another system holds counts as a total, beside what cases hold', () => {
  const asked = { asOf: '2026-04-30T12:00Z', from: '2026-03-01', to: '2026-03-31' }
  const returned = (name: string, value: number) =>
    [
      'return-recorded',
      '2026-03-31T10:00Z',
      { name, value, source: 'rents', author: 'a', checker: 'b' },
    ] as const
  const cases = {
    account: [
      ['rent-charged', '2026-03-02T10:00Z', { pence: 100 }],
      ['rent-received', '2026-03-02T10:00Z', { pence: 50 }],
    ] as const,
    received: [returned('rent-received-pence', 850)],
    charged: [returned('rent-charged-pence', 900)],
  }
  const { promises } = measure([pack], cases, asked)
  const whole = promises.find(({ promise }) => promise.id === 'P-3')?.whole
  assert.deepEqual([whole?.kept, whole?.counted], [900, 1000])
})

test('Money is typed in pounds and kept in pence; in a file the name says the unit', () => {
  assert.equal(valueTyped('budget-pence', '£1,234.5', 'form'), 123_450)
  assert.equal(valueTyped('budget-pence', '1234', 'form'), 123_400)
  assert.equal(valueTyped('budget-pence', '1234', 'file'), 1234)
  assert.equal(valueTyped('budget-pence', '£12.34', 'file'), 1234)
  assert.equal(valueTyped('homes-managed', '3,204', 'form'), 3204)
  for (const wrong of ['', 'many', '1.2.3', '1e5', '12.345'])
    assert.ok(isRefused(valueTyped('budget-pence', wrong, 'form')), wrong)
  assert.ok(isRefused(valueTyped('homes-managed', '£3', 'form')))
  assert.equal(valueText('budget-pence', 123_450), '£1,234.50')
  assert.equal(valueText('homes-managed', 3204), '3,204')
})

test('A month is read as people and spreadsheets write it', () => {
  const march = 2026 * 12 + 2
  for (const text of ['2026-03', '2026-03-31', '03/2026', '31/03/2026', 'March 2026', 'Mar-26', 'mar 2026'])
    assert.equal(monthTyped(text), march, text)
  for (const wrong of ['', '2026', '2026-13', 'Smarch 2026', '13/2026'])
    assert.equal(monthTyped(wrong), undefined, wrong)
})
