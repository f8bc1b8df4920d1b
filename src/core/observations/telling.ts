/** From which letter to which something stands in a text; the second is the first that does not. */
export interface Place {
  readonly starts: number
  readonly ends: number
}

/** The name and its parts, each of which tells whose it is. Titles and single letters tell nothing. */
export function namesIn(name: string): readonly string[] {
  const parts = name.split(/[\s,]+/).filter((part) => part.length > 1 && !titles.has(plain(part)))
  return [...new Set([name.trim(), ...parts].filter((each) => each.length > 1))]
}

/**
 * Where a text tells who somebody is: at each of these names, addresses and lines of addresses, as whole words in capitals or not;
 * and wherever there is an address for e-mail, a telephone number, a postcode or a long number, whoever’s it is.
 */
export function tellingIn(text: string, known: readonly string[]): readonly Place[] {
  const wanted = [...new Set(known.map((each) => each.trim()))].filter((each) => each.length > 1)
  const named = wanted
    .slice(0, mostNames)
    .map((each) => new RegExp(`(?<![\\p{L}\\p{N}])${loosely(each)}(?![\\p{L}\\p{N}])`, 'giu'))
  return [...named, ...patterns].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ starts: index, ends: index + found.length })),
  )
}

const mostNames = 2_000

const titles: ReadonlySet<string> = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'sir',
  'lady',
  'rev',
  'the',
  'and',
  'of',
])

/** An address for e-mail; a number of six digits or more, with blanks or hyphens between; a postcode. */
const patterns: readonly RegExp[] = [
  /[^\s@<>()]{1,64}@[^\s@<>()]{0,200}[\p{L}\p{N}]/gu,
  /\+?\d(?:[\s()-]{0,2}\d){5,19}/gu,
  /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/giu,
]

/** The words as they are, whatever blanks stand between them. */
function loosely(words: string): string {
  return words
    .split(/\s+/)
    .map((word) => word.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`))
    .join(String.raw`\s+`)
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll(/\P{L}/gu, '')
}
