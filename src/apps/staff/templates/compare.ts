/** A line that one version has and the other lacks. */
export interface ComparedLine {
  readonly was: 'added' | 'taken out'
  readonly line: string
}

/** What changed between two texts, line by line: those that both share in the same order are left out. */
export function comparedLines(from: string, to: string): readonly ComparedLine[] {
  const [before, after] = [linesOf(from), linesOf(to)]
  const longest = sharedLengths(before, after)
  const found: ComparedLine[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [was, is] = [before[i], after[j]]
    if (was !== undefined && was === is) {
      i++
      j++
    } else if (is === undefined || (was !== undefined && at(longest, i + 1, j) >= at(longest, i, j + 1))) {
      found.push({ was: 'taken out', line: was ?? '' })
      i++
    } else {
      found.push({ was: 'added', line: is })
      j++
    }
  }
  return found
}

const mostLines = 400

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, mostLines)
}

/** How many lines are shared, in order, from each pair of places on. */
function sharedLengths(before: readonly string[], after: readonly string[]): readonly Int32Array[] {
  const table = Array.from({ length: before.length + 1 }, () => new Int32Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const row = table[i] as Int32Array
      row[j] =
        before[i] === after[j]
          ? at(table, i + 1, j + 1) + 1
          : Math.max(at(table, i + 1, j), at(table, i, j + 1))
    }
  return table
}

function at(table: readonly Int32Array[], i: number, j: number): number {
  return table[i]?.[j] ?? 0
}
