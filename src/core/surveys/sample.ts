/** Who of those concerned is asked: everyone, or one in so many. */
export interface Sample {
  readonly oneIn: number
  /** Kept with the survey, so that the draw can be done again and comes out the same. */
  readonly seed: string
}

/**
 * Whether this case is drawn. It goes by the case and the seed alone: not by the order in which cases came, nor by who
 * looks, so nobody can choose whom to ask, and anybody can draw again.
 */
export function isDrawn(caseId: string, { oneIn, seed }: Sample): boolean {
  return oneIn <= 1 || drawnNumber(`${seed}\n${caseId}`) < 2 ** 32 / oneIn
}

/** An evenly spread number below 2^32 from a text: FNV-1a, then mixed so that texts that differ little fall far apart. */
function drawnNumber(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
