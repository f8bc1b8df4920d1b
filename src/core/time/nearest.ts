/** The candidate a mistyped word most likely meant: at most two slips away, or the one it begins with; undefined where none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = word.slice(0, longestWord).toLowerCase()
  let best: string | undefined
  let fewest = mostSlips + 1
  for (const candidate of candidates) {
    const meant = candidate.toLowerCase()
    const count = meant.length >= 3 && typed.startsWith(meant) ? 1 : slips(typed, meant)
    if (count >= fewest || count >= meant.length) continue
    best = candidate
    fewest = count
  }
  return best
}

/** How many letters must be put in, taken out or changed to make one word the other. */
function slips(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const changed = (row[j - 1] as number) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[to.length] as number
}

const mostSlips = 2
const longestWord = 60
