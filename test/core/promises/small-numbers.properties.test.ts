import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fewestShown, suppressed } from '#core/promises/small-numbers.ts'

interface Numbered {
  readonly name: string
  readonly counted: number
}

const some = fc.array(fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 400 })), {
  maxLength: 6,
})

function groupsOf(counts: readonly number[]): readonly Numbered[] {
  return counts.map((counted, place) => ({ name: `group ${place}`, counted }))
}

/** What a reader sees: which are hidden, and the numbers of the others. */
function seen(counts: readonly number[]): string {
  return JSON.stringify(suppressed(groupsOf(counts)).map(({ shown }) => shown?.counted ?? 'hidden'))
}

function placesHidden(counts: readonly number[]): readonly number[] {
  return suppressed(groupsOf(counts)).flatMap(({ shown }, place) => (shown === undefined ? [place] : []))
}

test('No number below ten is ever shown, and all that are shown stand in their order', () => {
  fc.assert(
    fc.property(some, (counts) => {
      const answers = suppressed(groupsOf(counts))
      assert.deepEqual(
        answers.map(({ name }) => name),
        groupsOf(counts).map(({ name }) => name),
      )
      for (const { shown } of answers) assert.ok(shown === undefined || shown.counted >= fewestShown)
    }),
  )
})

test('Who knows the whole, what is shown and the rule itself cannot tell the number of a hidden group', () => {
  fc.assert(
    fc.property(some, (counts) => {
      const hidden = placesHidden(counts)
      if (hidden.length === counts.length) return
      for (const place of hidden)
        assert.ok(
          otherwise(counts, hidden).some(
            (other) => other[place] !== counts[place] && seen(other) === seen(counts),
          ),
          `${JSON.stringify(counts)} tells ${place}`,
        )
    }),
    { numRuns: 400 },
  )
})

/** The same whole otherwise: one more here and one fewer there, or two hidden ones the other way about. */
function otherwise(counts: readonly number[], hidden: readonly number[]): readonly (readonly number[])[] {
  return hidden.flatMap((one) =>
    hidden.flatMap((other) =>
      other === one || (counts[other] ?? 0) === 0
        ? []
        : [moved(counts, one, other), swapped(counts, one, other)],
    ),
  )
}

function moved(counts: readonly number[], to: number, from: number): readonly number[] {
  return counts.map((count, place) => count + (place === to ? 1 : 0) - (place === from ? 1 : 0))
}

function swapped(counts: readonly number[], one: number, other: number): readonly number[] {
  const places = new Map([
    [one, other],
    [other, one],
  ])
  return counts.map((count, place) => counts[places.get(place) ?? place] ?? count)
}

test('Nothing is hidden where every group is large, and all is where the whole is small', () => {
  assert.deepEqual(seen([10, 12, 300]), '[10,12,300]')
  assert.deepEqual(seen([4]), '["hidden"]')
  assert.deepEqual(seen([4, 0]), '["hidden","hidden"]')
  assert.deepEqual(seen([]), '[]')
})

test('One small group takes the next larger one with it, and no more', () => {
  assert.deepEqual(seen([4, 50, 20, 90]), '["hidden",50,"hidden",90]')
  assert.deepEqual(seen([4, 7, 20, 90]), '["hidden","hidden",20,90]')
})

test('Where two small groups can only be nine each, a third is hidden with them', () => {
  assert.deepEqual(seen([9, 9, 20, 90]), '["hidden","hidden","hidden",90]')
})
