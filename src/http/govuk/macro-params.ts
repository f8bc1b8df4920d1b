import { isRaw, markupOf } from '../html/raw.ts'
import { isSafeAddress } from '../html/url.ts'

/**
 * What a macro is given: safe markup as the text that it is, and nothing else where macros put out markup as it comes. The
 * types refuse that already; this catches what was made elsewhere.
 */
export function macroParams(value: unknown, name = ''): unknown {
  if (isRaw(value)) return markup(name, markupOf(value))
  if (typeof value === 'string') return words(name, value)
  if (Array.isArray(value)) return value.map((each) => macroParams(each, name))
  if (typeof value !== 'object' || value === null) return value
  if (/attributes$/i.test(name)) refuseCode(Object.keys(value))
  const params: Record<string, unknown> = {}
  for (const key in value) params[key] = macroParams((value as Readonly<Record<string, unknown>>)[key], key)
  return params
}

/** Macros put out these as they come. Attributes are given one by one, or as markup altogether. */
const takesMarkup = /^html$|Html$|^(start|end|navigationStart|navigationEnd)$|attributes$/i
const addresses = /^(href|url|action|src)$|Url$/
const never = /^(on.*|style|srcdoc)$/i

function markup(name: string, text: string): string {
  if (!takesMarkup.test(name)) throw new Error(`the macro’s “${name}” takes words, not markup`)
  return text
}

function words(name: string, text: string): string {
  if (takesMarkup.test(name)) throw new Error(`the macro’s “${name}” takes safe markup alone`)
  if (addresses.test(name) && !isSafeAddress(text)) throw new Error('a link carries an unchecked address')
  return text
}

function refuseCode(names: readonly string[]): void {
  const code = names.find((name) => never.test(name))
  if (code !== undefined) throw new Error(`no element may carry the attribute “${code}”`)
}
