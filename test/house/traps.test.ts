import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writtenPacks } from './packs.ts'
import { wordsOf } from './tree.ts'

/**
 * Mistakes that other systems make with clocks and figures, by their number in docs/traps.md. The others are about feeds, memory, mail,
 * reminders, measuring by eye and publishing, which no scenario can show.
 */
const trapsOfClocksAndFigures = [1, 2, ...from(6, 26), ...from(28, 34), 36, 37]

const named = new Set(writtenPacks().flatMap(({ scenarios }) => scenarios.flatMap(({ trap = [] }) => trap)))

test('Every trap of clocks and figures is shown by a scenario that names it', () => {
  assert.deepEqual(
    trapsOfClocksAndFigures.filter((trap) => !named.has(trap)),
    [],
  )
})

test('Every trap that a scenario names is one we wrote down, and so is every reading', () => {
  const traps = numbered('docs/traps.md')
  const readings = numbered('docs/readings.md')
  assert.deepEqual(traps, from(1, 44))
  assert.deepEqual(readings, from(1, 35))
  assert.deepEqual(
    [...named].filter((trap) => !traps.includes(trap)),
    [],
  )
})

/** The numbers of a document's list, in order. */
function numbered(path: string): readonly number[] {
  return [...wordsOf(path).matchAll(/^(\d+)[.] /gm)].map(([, number]) => Number(number))
}

function from(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
