/** What came of drawing: who was drawn, in the order of the draw, and out of how many. */
export interface Drawn {
  readonly drawn: readonly string[]
  readonly population: number
}

/**
 * Draws so many of these ids, each as likely as any other. Every id has a number that follows from the seed and the id alone, and
 * those with the smallest are drawn: neither the order in which they come nor who draws makes a difference, so the same
 * seed and the same facts give the same sample, and one fact more moves at most one of those drawn.
 */
export function drawSample(ids: Iterable<string>, wanted: number, seed: number): Drawn {
  const all = [...new Set(ids)].map((id) => ({ id, number: numberOf(seed, id) }))
  const drawn = all
    .sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))
    .slice(0, Math.max(0, wanted))
    .map(({ id }) => id)
  return { drawn, population: all.length }
}

/** Seeds are below this: a number somebody can read out, and that the database keeps as it is. */
export const seedsBelow = 2 ** 31

/** An evenly spread whole number below 2^53, from two mixes of the seed and the id with different primes. */
function numberOf(seed: number, id: string): number {
  let [a, b] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed]
  for (let at = 0; at < id.length; at++) {
    const letter = id.charCodeAt(at)
    a = Math.imul(a ^ letter, 2_654_435_761)
    b = Math.imul(b ^ letter, 1_597_334_677)
  }
  a = mixed(a, b)
  b = mixed(b, a)
  return 2 ** 32 * (b & 0x1fffff) + (a >>> 0)
}

function mixed(one: number, other: number): number {
  return Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909)
}
