import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spoken, speechOf } from '#core/documents/speech.ts'

/** What is written, and what is to be heard. */
const said: readonly (readonly [string, string])[] = [
  ['You owe £1,234.50.', 'You owe 1234 pounds and 50 pence.'],
  ['It costs £1.', 'It costs 1 pound.'],
  ['It costs £1.01, or £0.50, or 75p.', 'It costs 1 pound and 1 penny, or 50 pence, or 75 pence.'],
  ['It costs £20.00', 'It costs 20 pounds'],
  ['We spent £3.5m and £20 million.', 'We spent 3.5 million pounds and 20 million pounds.'],
  ['Ring 020 7946 0018.', 'Ring 0 2 0, 7 9 4 6, 0 0 1 8.'],
  ['Ring (01539) 740 742 or 0800 123456', 'Ring 0 1 5 3 9, 7 4 0, 7 4 2 or 0 8 0 0, 1 2 3 4 5 6'],
  ['Ring +44 20 7946 0018.', 'Ring plus 4 4, 2 0, 7 9 4 6, 0 0 1 8.'],
  ['If you smell gas, ring 999.', 'If you smell gas, ring 9 9 9.'],
  ['There were 999 repairs.', 'There were 999 repairs.'],
  ['Your reference is OHG-44.', 'Your reference is O H G dash 4 4.'],
  ['Quote AB12/345X', 'Quote A B 1 2 slash 3 4 5 X'],
  ['Account 123456789', 'Account 1 2 3 4 5 6 7 8 9'],
  ['20 March 2026', 'the 20th of March 2026'],
  ['Friday 1 May 1998', 'Friday the 1st of May 19 98'],
  ['Sept 2026 and 2026-03-22', 'September 2026 and the 22nd of March 2026'],
  ['By 03/11/2026, or 3 Nov.', 'By the 3rd of November 2026, or the 3rd of November'],
  ['9am to 5.30pm', '9 a m to 5 30 p m'],
  ['9am–5pm', '9 a m to 5 p m'],
  ['09:00-17:30, and at 12:00', '9 a m to 5 30 p m, and at 12 noon'],
  ['Be here by 8.05am.', 'Be here by 8 oh 5 a m.'],
  ['Mon–Fri', 'Monday to Friday'],
  ['91.2% of 12,345', '91.2 per cent of 12345'],
  ['We are there 24/7.', 'We are there 24 hours a day, 7 days a week.'],
  ['in 2025/26', 'in 2025 to 2026'],
  ['10–20 working days', '10 to 20 working days'],
  ['See section 2.11 and 4.2.1.', 'See section 2 point 11 and 4 point 2 point 1.'],
  ['1 High St, Anytown AN1 1AA', '1 High Street, Anytown A N 1, 1 A A'],
  ['St Mary’s Rd', 'Saint Mary’s Road'],
  ['Write to help.us@made-up.example.', 'Write to help dot us at made dash up dot example.'],
  ['See https://www.example.org/help/', 'See w w w dot example dot org slash help'],
  ['e.g. rent, etc.', 'for example, rent and so on.'],
  ['tenants/leaseholders & others', 'tenants or leaseholders and others'],
  ['ASB and two KPIs, by PIN', 'A S B and two K P I s, by PIN'],
  ['OUR PROMISES', 'OUR PROMISES'],
  ['It took 3.5 days – too long.', 'It took 3.5 days, too long.'],
]

test('What is written for the eye is said as a person would read it aloud', () => {
  assert.deepEqual(
    said.map(([written]) => [written, spoken(written)]),
    said,
  )
})

test('A document read aloud says first that a computer reads it and whom to ask, then what it is, part by part', () => {
  const parts = speechOf({
    title: 'Our promises',
    language: 'en-GB',
    direction: 'ltr',
    publisher: 'Made-up Homes',
    blocks: [
      { kind: 'heading', level: 2, text: 'Calls' },
      {
        kind: 'table',
        caption: 'By month',
        columns: [
          { title: 'Promise', align: 'start' },
          { title: 'July', align: 'end' },
        ],
        rows: [['Calls answered', '91%']],
      },
    ],
  })
  assert.deepEqual(
    parts.map(({ title }) => title),
    ['Our promises', 'Our promises', 'Calls'],
  )
  assert.match(parts[0]?.text ?? '', /^A computer is reading this to you\..*ask Made-up Homes\.$/)
  assert.equal(parts[1]?.text, 'Our promises.\n\nMade-up Homes.')
  assert.equal(parts[2]?.text, 'Calls.\n\nBy month.\n\nCalls answered: July, 91 per cent.')
})
