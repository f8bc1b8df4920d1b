import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#core/refusal.ts'
import { formatLength, type Length, type Meanings, parseLength } from '#core/time/length.ts'

const none: Meanings = { words: new Map() }
const mountGreen: Meanings = {
  ringMilliseconds: 3600,
  words: new Map<string, Length>([
    ['immediately', { unit: 'milliseconds', amount: 900_000 }],
    ['on receipt', { unit: 'working days', amount: 0 }],
    ['regularly', { unit: 'months', amount: 12 }],
  ]),
}

for (const { text, unit, amount } of [
  { text: '24 seconds', unit: 'milliseconds', amount: 24_000 },
  { text: '3.6 seconds', unit: 'milliseconds', amount: 3600 },
  { text: '15 minutes', unit: 'milliseconds', amount: 900_000 },
  { text: '1.5 hours', unit: 'milliseconds', amount: 5_400_000 },
  { text: '72 hours', unit: 'milliseconds', amount: 259_200_000 },
  { text: '1 ring', unit: 'milliseconds', amount: 3600 },
  { text: '7 rings', unit: 'milliseconds', amount: 25_200 },
  { text: '5 rings (18 seconds)', unit: 'milliseconds', amount: 18_000 },
  { text: '1 day', unit: 'days', amount: 1 },
  { text: '28 days', unit: 'days', amount: 28 },
  { text: '6 weeks', unit: 'days', amount: 42 },
  { text: '3 months', unit: 'months', amount: 3 },
  { text: '1 year', unit: 'months', amount: 12 },
  { text: '10 working days', unit: 'working days', amount: 10 },
  { text: '3 working hours', unit: 'working milliseconds', amount: 10_800_000 },
  { text: '300 working minutes', unit: 'working milliseconds', amount: 18_000_000 },
  { text: 'same day', unit: 'days', amount: 0 },
  { text: 'same working day', unit: 'working days', amount: 0 },
  { text: 'next working day', unit: 'working days', amount: 1 },
  { text: 'immediately', unit: 'milliseconds', amount: 900_000 },
  { text: 'on receipt', unit: 'working days', amount: 0 },
  { text: 'regularly', unit: 'months', amount: 12 },
  { text: '  10   Working Days ', unit: 'working days', amount: 10 },
  { text: '14 days (2 weeks)', unit: 'days', amount: 14 },
]) {
  test(`“${text}” is ${amount} ${unit}`, () => {
    assert.deepEqual(parseLength(text, mountGreen), { unit, amount })
  })
}

for (const { text, refusal, fix } of [
  {
    text: '5 rings (24 seconds)',
    refusal: '“5 rings (24 seconds)” says 18 seconds, but 24 seconds in brackets',
    fix: 'write 18 seconds in the brackets, or leave them out',
  },
  {
    text: '10 days (10 working days)',
    refusal: '“10 days (10 working days)” says 10 days, but 10 working days in brackets',
  },
  { text: '5 rings (soon)', refusal: '“soon” is not a length of time' },
  {
    text: 'soon (5 rings)',
    refusal: '“soon” is not a length of time',
    fix: 'write a length such as 10 working days, or give “soon” a meaning under meanings',
  },
  { text: 'imediately', refusal: '“imediately” is not a length of time', fix: 'did you mean “immediately”?' },
  {
    text: 'same woking day',
    refusal: '“same woking day” is not a length of time',
    fix: 'did you mean “same working day”?',
  },
  { text: 'ten working days', refusal: '“ten working days” is not a length of time' },
  { text: '10 business days', refusal: '“10 business days” is not a length of time' },
  { text: '10workingdays', refusal: '“10workingdays” is not a length of time' },
  { text: '10', refusal: '“10” is not a length of time' },
  { text: '-1 days', refusal: '“-1 days” is not a length of time' },
  { text: '', refusal: '“” is not a length of time' },
  { text: '(18 seconds)', refusal: '“(18 seconds)” is not a length of time' },
  { text: '0 days', refusal: '“0 days” is no time at all', fix: 'write same day or same working day' },
  { text: '0 minutes', refusal: '“0 minutes” is no time at all' },
  {
    text: '1.5 days',
    refusal: '“1.5 days” does not come out as a whole number of days',
    fix: 'write a whole number',
  },
  { text: '0.001 rings', refusal: '“0.001 rings” does not come out as a whole number of milliseconds' },
  { text: '1.2345 seconds', refusal: '“1.2345 seconds” is not a length of time' },
  { text: '100 years', refusal: '“100 years” is longer than a promise can be' },
  { text: '999999999 weeks', refusal: '“999999999 weeks” is longer than a promise can be' },
  { text: '99999 working hours', refusal: '“99999 working hours” is longer than a promise can be' },
  { text: `${'1'.repeat(300)} days`, refusal: 'this length is too long to read' },
]) {
  test(`A length is refused: ${refusal}`, () => {
    const refused = parseLength(text, mountGreen)
    assert.ok(isRefusal(refused))
    assert.equal(refused.refusal, refusal)
    if (fix !== undefined) assert.equal(refused.fix, fix)
  })
}

test('Rings are refused where nobody has said how long one is', () => {
  assert.deepEqual(parseLength('5 rings', none), {
    refusal: 'nobody has said how long a ring is',
    fix: 'give ring a meaning, such as ring: 3 seconds',
  })
})

test('A loose word is refused where the pack gives it no meaning', () => {
  assert.ok(isRefusal(parseLength('immediately', none)))
})

for (const { length, shown } of [
  { length: { unit: 'milliseconds', amount: 25_200 }, shown: '25.2 seconds' },
  { length: { unit: 'milliseconds', amount: 259_200_000 }, shown: '72 hours' },
  { length: { unit: 'milliseconds', amount: 900_000 }, shown: '15 minutes' },
  { length: { unit: 'working milliseconds', amount: 3_600_000 }, shown: '1 working hour' },
  { length: { unit: 'days', amount: 0 }, shown: 'same day' },
  { length: { unit: 'days', amount: 1 }, shown: '1 day' },
  { length: { unit: 'working days', amount: 0 }, shown: 'same working day' },
  { length: { unit: 'working days', amount: 10 }, shown: '10 working days' },
  { length: { unit: 'months', amount: 3 }, shown: '3 months' },
  { length: { unit: 'months', amount: 24 }, shown: '2 years' },
] as const) {
  test(`${length.amount} ${length.unit} is written “${shown}”`, () => {
    assert.equal(formatLength(length), shown)
  })
}

test('Any length is read back from what is written of it', () => {
  const most = {
    milliseconds: 2e9,
    'working milliseconds': 2e9,
    days: 9000,
    months: 300,
    'working days': 6000,
  } as const
  const units = Object.keys(most) as (keyof typeof most)[]
  const length = fc
    .constantFrom(...units)
    .chain((unit) => fc.integer({ min: 1, max: most[unit] }).map((amount) => ({ unit, amount })))
  fc.assert(
    fc.property(length, (each) => {
      assert.deepEqual(parseLength(formatLength(each), none), each)
    }),
    { numRuns: 1000 },
  )
})
