import type { Elements } from './elements.ts'
import { type Child, escaped, markupOf, markupOfAll, type Raw, raw } from './raw.ts'
import { isSafeAddress } from './url.ts'

/** What the compiler turns `<p class="x">…</p>` into: safe markup, every word and attribute escaped. */
export function jsx(tag: string | Component, props: Props): Raw {
  if (typeof tag === 'function') return tag(props)
  let attributes = ''
  for (const name in props) if (name !== 'children') attributes += attribute(name, props[name])
  if (leaves.has(tag)) return raw(`<${tag}${attributes}/>`)
  return raw(`<${tag}${attributes}>${markupOfAll(props.children)}</${tag}>`)
}

export { jsx as jsxs }

/** Several things side by side with no element around them. */
export function Fragment(props: { readonly children?: Child }): Raw {
  return raw(markupOfAll(props.children))
}

/** A whole document, ready to be written. */
export function documentOf(html: Raw): string {
  return `<!doctype html>\n${markupOf(html)}\n`
}

type Props = Readonly<Record<string, unknown>> & { readonly children?: Child }
type Component = (props: Props) => Raw

const leaves: ReadonlySet<string> = new Set([
  'meta',
  'link',
  'br',
  'hr',
  'input',
  'path',
  'line',
  'rect',
  'circle',
])

/** The types already refuse these names; this catches a record of names from elsewhere, spread over an element. */
const never = /^(on.*|style|srcdoc|innerhtml|dangerouslysetinnerhtml)$/i
const addresses: ReadonlySet<string> = new Set(['href', 'action', 'formaction', 'src'])
const plain = /^[a-z][a-z0-9:-]*$/i

function attribute(name: string, value: unknown): string {
  if (value === undefined || value === null || value === false) return ''
  if (never.test(name) || !plain.test(name)) throw new Error(`no element may carry the attribute “${name}”`)
  if (value === true) return ` ${name}`
  const text = textOf(name, value)
  if (addresses.has(name) && !isSafeAddress(text)) throw new Error('a link carries an unchecked address')
  return ` ${name}="${escaped(text)}"`
}

function textOf(name: string, value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  throw new Error(
    `the attribute “${name}” is neither words nor a number: ${typeof value} ${JSON.stringify(value)}`,
  )
}

export declare namespace JSX {
  type Element = Raw
  interface IntrinsicElements extends Elements {}
  interface ElementChildrenAttribute {
    children: unknown
  }
}
