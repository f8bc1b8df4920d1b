import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fewestShown } from '#core/promises/small-numbers.ts'
import { roundsBeside } from '#core/surveys/rounds.ts'

const question = { code: 'overall', text: 'How did we do?', scale: 'yes-no' } as const
const editions = [
  { edition: 1, questions: [{ ...question, text: 'How was it?' }] },
  { edition: 2, questions: [question] },
]
const of = { question, good: ['yes'] }

function round(number: number, yes: number, no: number, edition = 2) {
  const counts = [
    { question: 'overall', answer: 'yes', edition, count: yes },
    { question: 'overall', answer: 'no', edition, count: no },
  ]
  return { round: number, counts: counts.filter(({ count }) => count > 0) }
}

test('Each round stands beside the others in the same words, and nothing is added up', () => {
  assert.deepEqual(roundsBeside(editions, [round(3, 8, 4), round(2, 5, 4), round(1, 30, 10, 1)], of), [
    { round: 3, shown: { counted: 12, good: 8 } },
    { round: 2, shown: undefined },
  ])
})

test('Whatever a few answered in one round, all that is shown of every round stays the same', () => {
  const few = fc.tuple(fc.nat(fewestShown), fc.nat(fewestShown)).filter(([yes, no]) => {
    return yes + no > 0 && yes + no < fewestShown
  })
  fc.assert(
    fc.property(few, few, fc.nat(50), (one, other, many) => {
      const beside = ([yes, no]: readonly [number, number]) =>
        roundsBeside(editions, [round(2, yes, no), round(1, many, 10)], of)
      assert.deepEqual(beside(one), beside(other))
    }),
  )
})
