import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readResultRow, resultColumns, type ResultGround } from '#core/observations/result-row.ts'
import { isRefused } from '#core/refused.ts'
import { day, zone } from '#test/core/time/calendars.ts'

const ground: ResultGround = {
  items: [
    {
      item: 'gave-their-name',
      promises: ['LHH-07'],
      says: 'Whenever you get in touch, we tell you our name.',
    },
    { item: 'respectful', promises: ['LHH-05', 'LHH-06'], says: 'We show you respect.' },
  ],
  places: new Map([
    ['head', 'Head office'],
    ['main', 'main'],
  ]),
  zone: zone('Europe/London'),
  firstOn: day('2026-03-01'),
  lastOn: day('2026-06-30'),
  now: Date.parse('2026-05-02T09:00Z'),
}

const columns = { item: 0, answer: 1, place: 2, when: 3 }

function read(...cells: readonly string[]) {
  const row = readResultRow(cells, columns, ground)
  return isRefused(row) ? row.refusal : row
}

test('The columns are found by their headings, however they are written; one that is missing is named', () => {
  assert.deepEqual(resultColumns([' Visit Date', 'QUESTION', 'notes', 'Result', 'Office']), {
    item: 1,
    answer: 3,
    place: 4,
    when: 0,
  })
  const missing = resultColumns(['item', 'place', 'when'])
  assert.ok(isRefused(missing))
  assert.equal(missing.refusal, 'no column is headed answer')
})

test('An item is meant by its name, its clause or the promise’s words, and a place by its code or name', () => {
  const wanted = { item: 'respectful', answer: 'no', place: 'head', at: Date.parse('2026-04-20T13:30Z') }
  assert.deepEqual(read('respectful', 'No', 'head', '20/4/2026 14:30'), wanted)
  assert.deepEqual(read('lhh-06', 'N', 'HEAD OFFICE', '2026-04-20T14.30'), wanted)
  assert.deepEqual(read('We show you respect', 'fail', 'Head Office ', '20.04.2026 14:30:00'), wanted)
})

test('A day alone is taken at noon of the landlord’s clocks, and today’s at this moment', () => {
  const at = (when: string) => {
    const row = read('respectful', 'n/a', 'main', when)
    return typeof row === 'string' ? row : new Date(row.at).toISOString()
  }
  assert.equal(at('28/03/2026'), '2026-03-28T12:00:00.000Z')
  assert.equal(at('29/03/2026'), '2026-03-29T11:00:00.000Z', 'summer time has begun')
  assert.equal(at('02/05/2026'), '2026-05-02T09:00:00.000Z')
  assert.equal(at('02/05/2026 10:30'), '02/05/2026 10:30 is still to come')
  assert.equal(at('28/02/2026'), '28/02/2026 is not within the round')
  assert.equal(at('30/02/2026'), '“30/02/2026” is no date')
  assert.equal(at('04/05/26'), '“04/05/26” is no date')
  assert.equal(at('01/04/2026 24:00'), '“01/04/2026 24:00” is no date')
})

test('What is missing in a row is named, and nothing is guessed', () => {
  assert.equal(read('', 'yes', 'main', '01/04/2026'), '“” is no item of this programme')
  assert.equal(read('respectful', '', 'main', '01/04/2026'), '“” is no answer')
  assert.equal(read('respectful', 'yes', '', '01/04/2026'), '“” is no place of this programme')
  assert.equal(read('respectful'), '“” is no answer')
})
