/** Markup that is already safe. The key is a private symbol, so no parsed JSON and no field of a case can pass for it. */
export interface Raw {
  readonly [markup]: string
}

/** What may stand between two tags: text is escaped, `Raw` is not, and nothing at all leaves nothing. */
export type Child = Raw | string | number | bigint | false | null | undefined | readonly Child[]

const markup = Symbol('markup')

/** Vouches for markup: only for text that this program wrote, never for words that came from outside. */
export function raw(text: string): Raw {
  return { [markup]: text }
}

/** The markup itself, to be sent or written to a file. */
export function markupOf(safe: Raw): string {
  const text = safe[markup]
  if (typeof text !== 'string') throw new Error('only words, numbers and safe markup may stand in a page')
  return text
}

/** Tells safe markup from anything else. */
export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && markup in value
}

/** One string of safe markup from whatever stands between two tags. */
export function markupOfAll(child: Child): string {
  if (child === undefined || child === null || child === false) return ''
  if (typeof child === 'string') return escaped(child)
  if (typeof child === 'number' || typeof child === 'bigint') return String(child)
  if (isList(child)) return child.map(markupOfAll).join('')
  return markupOf(child)
}

/** Text as it may stand in an element or between double quotes. */
export function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character] ?? '') : text
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function isList(child: Raw | readonly Child[]): child is readonly Child[] {
  return Array.isArray(child)
}
