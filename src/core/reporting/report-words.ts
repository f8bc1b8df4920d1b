/** The words of an officer, by their place in the report. */
export type WordsOf = ReadonlyMap<string, string>

/** At the head of the report. */
export const introduction = 'introduction'

/** The most letters of one place. */
export const mostLetters = 10_000

/** At the head of a section. */
export function placeOfSection(section: string): string {
  return `section:${section}`.slice(0, 200)
}

/** Below a promise: why it came to this, or what is done about it. */
export function placeOfPromise(promise: string, what: 'why' | 'doing'): string {
  return `promise:${promise}:${what}`
}
