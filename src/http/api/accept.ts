/** A range of content types as `Accept` names it. */
interface Range {
  readonly type: string
  readonly weight: number
}

/** The content types among these that a caller would take, the one liked best first; all of them where it does not say. */
export function acceptedOf(header: string | undefined, offered: readonly string[]): readonly string[] {
  if (header === undefined || header.trim() === '') return offered
  const ranges = header.slice(0, 1_000).split(',').slice(0, 40).map(rangeOf)
  return offered
    .map((type) => ({ type, weight: weightOf(type, ranges) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ type }) => type)
}

function rangeOf(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const weight = parameters.find((part) => part.startsWith('q='))?.slice(2)
  return { type, weight: weight === undefined ? 1 : Number(weight) || 0 }
}

/** The narrowest range that covers a type decides. */
function weightOf(type: string, ranges: readonly Range[]): number {
  const main = `${type.split('/', 1)[0]}/*`
  const covering = [type, main, '*/*'].map((wanted) => ranges.find((range) => range.type === wanted))
  return covering.find((range) => range !== undefined)?.weight ?? 0
}
