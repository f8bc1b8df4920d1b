/** Longer words are not typing mistakes of ours; leaving them out bounds the work. */
const longestWord = 60
const mostWords = 2_000

/**
 * The word that was probably meant, for "did you mean …?"; nothing where no word is near enough.
 * Capitals, hyphens and spaces count for nothing: `email` is `e-mail`. The first of equals wins.
 */
export function suggest(word: string, among: Iterable<string>): string | undefined {
  if (word.length > longestWord) return undefined
  const meant = lettersOf(word)
  let best: string | undefined
  let furthest = mostSlips(meant)
  let seen = 0
  for (const candidate of among) {
    if (++seen > mostWords) break
    const slips = slipsBetween(meant, lettersOf(candidate), furthest)
    if (slips > furthest) continue
    if (slips === 0) return candidate
    best = candidate
    furthest = slips - 1
  }
  return best
}

/** A third of the letters may be wrong, three at the most; very short words only in their punctuation. */
function mostSlips(word: string): number {
  return Math.min(3, Math.floor(word.length / 3))
}

function lettersOf(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/**
 * Letters missing, too many, wrong, or swapped with their neighbour (optimal string alignment);
 * anything over `most` is given as `most + 1`.
 */
function slipsBetween(one: string, other: string, most: number): number {
  if (one === '' || other === '' || Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (let place = 1; place <= one.length; place++) {
    const next = nextRow(one, other, place, row, before)
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return Math.min(row[other.length] ?? most + 1, most + 1)
}

function nextRow(
  one: string,
  other: string,
  place: number,
  row: readonly number[],
  before: readonly number[],
) {
  const next = [place]
  for (let column = 1; column <= other.length; column++) {
    const wrong = one[place - 1] === other[column - 1] ? 0 : 1
    const missing = Math.min((row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1)
    let least = Math.min(missing, (row[column - 1] ?? 0) + wrong)
    if (isSwap(one, other, place, column)) least = Math.min(least, (before[column - 2] ?? 0) + 1)
    next.push(least)
  }
  return next
}

function isSwap(one: string, other: string, place: number, column: number): boolean {
  return (
    place > 1 && column > 1 && one[place - 1] === other[column - 2] && one[place - 2] === other[column - 1]
  )
}
