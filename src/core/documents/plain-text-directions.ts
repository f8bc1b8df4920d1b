/** A piece of a text that runs in one direction. */
export interface Run {
  readonly text: string
  /** Numbers, references, addresses and Latin words, in a text that runs from right to left. */
  readonly isLeftToRight: boolean
}

/**
 * A text from right to left in pieces, so that each number, reference or Latin name can be kept together: `020 7946 0018` or
 * `AB-12/3` would otherwise be shown with its parts in the wrong order.
 */
export function runsOf(text: string): readonly Run[] {
  const runs: Run[] = []
  let from = 0
  for (const found of text.matchAll(leftToRight)) {
    if (found.index > from) runs.push({ text: text.slice(from, found.index), isLeftToRight: false })
    runs.push({ text: found[0], isLeftToRight: true })
    from = found.index + found[0].length
  }
  if (from < text.length) runs.push({ text: text.slice(from), isLeftToRight: false })
  return runs
}

/** The same as one text, by the invisible marks of Unicode: for files that have no markup. */
export function isolated(text: string): string {
  return runsOf(text)
    .map((run) => (run.isLeftToRight ? `\u2066${run.text}\u2069` : run.text))
    .join('')
}

// A remark in brackets that is wholly Latin; or what begins and ends with a letter or digit (or a sign that belongs to it). What may
// stand between is what numbers, telephone numbers, addresses and references are made of.
const leftToRight =
  /\((?=[^()]{0,200}[0-9A-Za-z])[^()\u0590-\u08FF\uFB1D-\uFEFC]{1,200}\)|[+£€$]?[0-9A-Za-z\u00C0-\u024F](?:[0-9A-Za-z\u00C0-\u024F.,:;/@_+'’ –-]{0,200}[0-9A-Za-z\u00C0-\u024F])?[%+]?/g
