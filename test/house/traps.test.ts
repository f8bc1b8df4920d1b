import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writtenPacks } from './packs.ts'
import { isThere, wordsOf } from './tree.ts'

/**
 * Mistakes that other systems make with clocks and figures, by their number in docs/traps.md. Each is shown by a scenario in a pack, which
 * a service manager can read, or where no scenario can show it, by a test named here.
 */
const trapsOfClocksAndFigures = [1, 2, ...from(6, 26), ...from(28, 34), 36, 37]

interface ShownElsewhere {
  readonly in: string
  readonly why: string
}

const shownElsewhere: Readonly<Record<number, ShownElsewhere>> = {}

test('Every trap of clocks and figures is named by a scenario, or by a test where no scenario can show it', () => {
  const named = new Set(writtenPacks().flatMap(({ scenarios }) => scenarios.flatMap(({ trap = [] }) => trap)))
  const unnamed = trapsOfClocksAndFigures.filter(
    (trap) => !named.has(trap) && shownElsewhere[trap] === undefined,
  )
  assert.deepEqual(unnamed, [])
})

test('A trap that is shown elsewhere is named there, with its number', () => {
  const strays = Object.entries(shownElsewhere).filter(
    ([trap, place]) => !isThere(place.in) || !new RegExp(`trap ${trap}\\b`, 'i').test(wordsOf(place.in)),
  )
  assert.deepEqual(strays, [])
})

function from(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
