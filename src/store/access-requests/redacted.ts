/** From which letter to which a text is hidden; the second is the first that is not. */
export interface Span {
  readonly starts: number
  readonly ends: number
}

/** A part of a text that can be hidden by itself: a sentence, or a line. */
export interface Passage extends Span {
  readonly text: string
}

/** What stands in the place of what is hidden, whatever its length, so that nobody can guess a name from it. */
const blackedOut = '█████'

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

/** The sentences of a text, each with its place; a line ends one too. Blanks between them are in none. */
export function passagesOf(text: string): readonly Passage[] {
  return [...sentences.segment(text)].flatMap(({ segment, index }) => {
    const parts: Passage[] = []
    for (const { 0: line, index: within } of segment.matchAll(/[^\r\n]+/g)) {
      const trimmed = line.trim()
      const starts = index + within + line.indexOf(trimmed)
      if (trimmed !== '') parts.push({ starts, ends: starts + trimmed.length, text: trimmed })
    }
    return parts
  })
}

/** Every place where a passage stands in a text, in capitals or not. */
export function placesOf(text: string, passage: string): readonly Span[] {
  const [within, wanted] = [folded(text), folded(passage)]
  const found: Span[] = []
  if (wanted === '') return found
  for (let from = within.indexOf(wanted); from >= 0; from = within.indexOf(wanted, from + wanted.length))
    found.push({ starts: from, ends: from + wanted.length })
  return found
}

/** Small letters, as long as the text: letters whose small form is longer stay as they are. */
function folded(text: string): string {
  return text.replaceAll(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase()
    return small.length === letter.length ? small : letter
  })
}

/** The spans in order, those that meet or overlap made one. */
export function mergedSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = []
  for (const span of spans.toSorted((a, b) => a.starts - b.starts || a.ends - b.ends)) {
    const last = merged.at(-1)
    if (last === undefined || span.starts > last.ends) merged.push(span)
    else merged[merged.length - 1] = { starts: last.starts, ends: Math.max(last.ends, span.ends) }
  }
  return merged
}

/** The text with every span blacked out. */
export function redactedText(text: string, spans: readonly Span[]): string {
  let shown = ''
  let from = 0
  for (const { starts, ends } of mergedSpans(spans)) {
    shown += `${text.slice(from, starts)}${blackedOut}`
    from = ends
  }
  return shown + text.slice(from)
}
