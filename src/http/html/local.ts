import type { Url } from './url.ts'

/**
 * A path on this server for a link, a form or a redirection, from parts that this program wrote; what is put into it is
 * escaped: ``local`/people/${staffId}` ``.
 */
export function local(parts: TemplateStringsArray, ...values: readonly string[]): Url {
  const path = parts
    .map((part, place) => part + (place < values.length ? encoded(values[place]) : ''))
    .join('')
  if (!/^\/(?![/\\])/.test(path)) throw new Error(`${path} is no path of ours`)
  return path as Url
}

/** `.` and `..` are not escaped, and browsers would climb by them. */
function encoded(value = ''): string {
  return /^[.]{1,2}$/.test(value) ? value.replaceAll('.', '%2E') : encodeURIComponent(value)
}

/**
 * A path on this server that somebody else may have written, to go on to after signing in; nothing where it would lead
 * anywhere else. Browsers take a backslash for a slash and leave out tabs and line ends.
 */
export function localFrom(text: unknown): Url | undefined {
  if (typeof text !== 'string' || text.length > 500) return undefined
  if (!/^\/(?!\/)[A-Za-z0-9/_.~%?&=+:@,;!$'()*-]*$/.test(text)) return undefined
  const there = new URL(text, 'http://here.invalid')
  return there.host === 'here.invalid' && !there.pathname.startsWith('//') ? (text as Url) : undefined
}
