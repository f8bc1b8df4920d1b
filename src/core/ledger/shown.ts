const mostShown = 40

/** A value as a message quotes it: short, and never the whole of a long text. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  if (typeof value !== 'string') return String(value)
  return JSON.stringify(value.length > mostShown ? `${value.slice(0, mostShown)}…` : value)
}
