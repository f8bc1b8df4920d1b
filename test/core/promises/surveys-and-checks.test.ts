import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EventData } from '#core/ledger/event.ts'
import { type Happened, packOf, type Written } from './little-pack.ts'
import { figureIn, figureOf, measure } from './measured.ts'

const item = { check: { item: 'gave-their-name', instruments: ['mystery-shop', 'audit'] } }
const seen = (data: EventData, at = '2026-03-02T10:00Z'): Happened => [
  'observation-recorded',
  at,
  { instrument: 'audit', item: 'gave-their-name', ...data },
]

const observations: readonly (readonly [why: string, happened: Happened, figure: string])[] = [
  ['yes keeps it', seen({ answer: 'yes' }), '1/1, 0 void'],
  ['no misses it', seen({ answer: 'no' }), '0/1, 0 void'],
  ['n-a is not counted, and shown apart', seen({ answer: 'n-a' }), '0/0, 1 void'],
  ['another item says nothing of it', seen({ item: 'was-polite', answer: 'yes' }), '0/0, 0 void'],
  ['another instrument does not count', seen({ instrument: 'visit-form', answer: 'yes' }), '0/0, 0 void'],
]

for (const [why, happened, expected] of observations) {
  test(`Of what an observer saw, ${why}`, () => {
    const figure = figureOf(item, { o: [happened] })
    assert.equal(`${figure.kept}/${figure.counted}, ${figure.void} void`, expected)
  })
}

test('Only what is not applicable gives nothing to count, with the reason beside it', () => {
  const figure = figureOf(
    { ...item, target: '100%' },
    { o: [seen({ answer: 'n-a' }), seen({ answer: 'n-a' }, '2026-03-03T10:00Z')] },
  )
  assert.deepEqual(
    { verdict: figure.verdict, value: figure.value, reasons: figure.voidReasons },
    { verdict: 'nothing to count', value: null, reasons: { 'not applicable': 2 } },
  )
})

const answered = (answer: string | number): Happened => [
  'survey-answered',
  '2026-03-02T10:00Z',
  { survey: 'repairs', question: 'satisfied', answer },
]
const question = { survey: 'repairs', question: 'satisfied' }

const answers: readonly (readonly [
  why: string,
  clauses: Written,
  answer: string | number,
  figure: string,
])[] = [
  ['an answer that keeps it', { ...question, kept_by: ['very', 'fairly'] }, 'fairly', '1/1'],
  ['an answer that does not', { ...question, kept_by: ['very', 'fairly'] }, 'hardly', '0/1'],
  ['the least mark that keeps it', { ...question, at_least: 8 }, 8, '1/1'],
  ['a lower mark', { ...question, at_least: 8 }, 7, '0/1'],
  ['a mark that an importer left as text', { ...question, at_least: 8 }, '9', '1/1'],
  ['a word where a mark was asked for', { ...question, at_least: 8 }, 'very', '0/1'],
  ['another question', { ...question, question: 'heard', kept_by: ['very'] }, 'very', '0/0'],
  ['another survey', { ...question, survey: 'letters', kept_by: ['very'] }, 'very', '0/0'],
]

for (const [why, clauses, answer, expected] of answers) {
  test(`A survey counts ${why}`, () => {
    const { kept, counted } = figureOf({ survey: clauses }, { s: [answered(answer)] })
    assert.equal(`${kept}/${counted}`, expected)
  })
}

const inviting = { survey: 'complaints', after: 'complaint-closed', invited_by: 'satisfaction-invited' }
const closed: Happened = ['complaint-closed', '2026-03-02T10:00Z']
const invited: Happened = ['satisfaction-invited', '2026-03-04T10:00Z']

const invitations: readonly (readonly [
  why: string,
  clauses: Written,
  happened: readonly Happened[],
  asOf: string,
  figure: string,
])[] = [
  ['whoever was invited afterwards', {}, [closed, invited], '2026-03-05T10:00Z', '1/1'],
  [
    'whoever was invited before and not again',
    {},
    [['satisfaction-invited', '2026-03-01T10:00Z'], closed],
    '2026-03-05T10:00Z',
    '0/1',
  ],
  [
    'nobody as invited who was invited too late',
    { within: '1 day' },
    [closed, invited],
    '2026-03-05T10:00Z',
    '0/1',
  ],
  [
    'nobody yet whose invitation may still come in time',
    { within: '5 days' },
    [closed],
    '2026-03-05T10:00Z',
    '0/0',
  ],
  [
    'each time it is owed',
    {},
    [closed, invited, ['complaint-closed', '2026-03-20T10:00Z']],
    '2026-04-05T10:00Z',
    '1/2',
  ],
]

for (const [why, clauses, happened, asOf, expected] of invitations) {
  test(`A survey in its invited form counts ${why}`, () => {
    const { kept, counted } = figureOf({ survey: { ...inviting, ...clauses } }, { k: happened }, { asOf })
    assert.equal(`${kept}/${counted}`, expected)
  })
}

test('Answers count in the month in which they were given', () => {
  const survey = { survey: { ...question, kept_by: ['very'] } }
  const cases = {
    s: [answered('very'), ['survey-answered', '2026-03-31T23:30Z', { ...question, answer: 'hardly' }]],
  } as const
  const measured = measure([packOf([survey])], cases, { asOf: '2026-06-01T12:00Z', by: 'month' })
  assert.deepEqual([figureIn(measured, '2026-03').value, figureIn(measured, '2026-04').value], [1, 0])
})
