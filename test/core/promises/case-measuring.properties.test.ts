import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { everyMeasure } from './case-every-measure.ts'
import { landlordFacts } from './case-happenings.ts'
import { sameOneByOne, sameUntilItChanges } from './case-measured.ts'

// Why: a store keeps figures by what each case adds, and looks at a case again only when something happens in it or when
// it was said that time would change it. Both stand or fall with these.
const editions = everyMeasure()
const runs = { numRuns: 150 }

test('What cases add one by one comes to the figures and clocks of measuring them all at once', () => {
  fc.assert(
    fc.property(landlordFacts(), ({ told, asOf }) => sameOneByOne({ editions, told }, asOf)),
    runs,
  )
})

test('Nothing changes by time alone before the instant at which it was said to', () => {
  let waiting = 0
  fc.assert(
    fc.property(landlordFacts(), ({ told, asOf }) => {
      waiting += sameUntilItChanges({ editions, told }, asOf)
    }),
    runs,
  )
  assert.ok(waiting > runs.numRuns / 3, 'many a case waits for time')
})
