import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What `macro-options.json` of a component says of one of its parameters. */
interface Option {
  readonly name: string
  readonly type: 'string' | 'integer' | 'boolean' | 'object' | 'array' | 'nunjucks-block'
  readonly required: boolean
  readonly description: string
  readonly params?: readonly Option[]
  readonly isComponent?: boolean
}

const components = new URL('../node_modules/govuk-frontend/dist/govuk/components/', import.meta.url).pathname

/** `src/http/govuk/params.ts`: what each macro of govuk-frontend takes, as types, from what the package says of itself. */
export function govukParamsOf(): string {
  const names = readdirSync(components).filter((name) => existsSync(optionsOf(name)))
  const types = names.map((name) => {
    const options = JSON.parse(readFileSync(optionsOf(name), 'utf8')) as readonly Option[]
    return `export type ${typeNameOf(name)} = ${typeOf(options, '')}\n`
  })
  const macros = names.map((name) => `  readonly ${camel(name)}: ${typeNameOf(name)}`).join('\n')
  const folders = names.map((name) => `  ${camel(name)}: '${name}',`).join('\n')
  return `${head}${types.join('\n')}
/** The macros, each with what it takes. */
export interface GovukParams {
${macros}
}

/** In which folder of the package each macro is. */
export const folders: Readonly<Record<keyof GovukParams, string>> = {
${folders}
}
`
}

const head = `// Made by \`npm run docs\` from macro-options.json of govuk-frontend; not written by hand.
import type { Raw } from '../html/raw.ts'
import type { Url } from '../html/url.ts'
import type { Attributes } from './attributes.ts'

`

function optionsOf(component: string): string {
  return join(components, component, 'macro-options.json')
}

/** An object’s type. Where words or markup are wanted, one of the two must be there. */
function typeOf(options: readonly Option[], indent: string): string {
  const known = options.filter(({ type }) => type !== 'nunjucks-block')
  const either = eitherOf(known)
  const rest = known.filter(({ name }) => !either.flat().includes(name))
  const unions = either.map(
    ([text = '', html = '']) => `({ readonly ${text}: string } | { readonly ${html}: Raw }) & `,
  )
  return `${unions.join('')}{\n${membersOf(rest, `${indent}  `)}${indent}}`
}

/** Pairs such as \`text\` and \`html\`, of which one is needed, except in lists that may also hold dividers. */
function eitherOf(options: readonly Option[]): readonly (readonly string[])[] {
  if (options.some(({ name }) => name === 'divider' || name === 'ellipsis')) return []
  const needed = options.filter(({ required }) => required).map(({ name }) => name)
  return needed
    .filter((name) => /^html$|Html$/.test(name))
    .map((html) => [html.replace(/^html$/, 'text').replace(/Html$/, 'Text'), html])
    .filter(([text = '']) => needed.includes(text))
}

function membersOf(options: readonly Option[], indent: string): string {
  const mayDivide = options.some(({ name }) => name === 'divider' || name === 'ellipsis')
  const byName = Map.groupBy(options, ({ name }) => name)
  return [...byName]
    .map(([name, same]) => {
      const types = same.map((option) => memberType(option, indent)).join(' | ')
      const needed = same.some(({ required }) => required) && !mayDivide && !neverNeeded.has(name)
      return `${indent}/** ${same[0]?.description.replaceAll('*/', '* /') ?? ''} */\n${indent}readonly ${name}${needed ? '' : '?'}: ${types}${needed ? '' : ' | undefined'}\n`
    })
    .join('')
}

/** The package calls these required, and lets them be left out. */
const neverNeeded: ReadonlySet<string> = new Set(['maxlength', 'maxwords'])
const addresses: ReadonlySet<string> = new Set(['href', 'url', 'action'])
/** Markup, though its name does not say so. */
const slots: ReadonlySet<string> = new Set(['start', 'end', 'navigationStart', 'navigationEnd'])

function memberType({ name, type, params, isComponent }: Option, indent: string): string {
  if (/attributes$/i.test(name)) return 'Attributes'
  if (isComponent) return name === 'errorMessage' ? 'ErrorMessageParams | false' : typeNameOf(name)
  if (type === 'string') return stringType(name)
  if (type === 'integer') return 'number'
  if (type === 'boolean') return 'boolean'
  if (type === 'object')
    return params === undefined ? 'Readonly<Record<string, string>>' : typeOf(params, indent)
  if (params === undefined) return 'readonly string[]'
  // A table's rows are rows of cells, and the package describes the cells.
  const of = name === 'rows' && params.some((each) => each.name === 'colspan') ? '[][]' : '[]'
  const item = `(${typeOf(params, indent)})`
  return of === '[]' ? `readonly ${item}[]` : `readonly (readonly ${item}[])[]`
}

function stringType(name: string): string {
  if (/^html$|Html$/.test(name) || slots.has(name)) return 'Raw'
  return addresses.has(name) || name.endsWith('Url') ? 'Url' : 'string'
}

function typeNameOf(component: string): string {
  const name = camel(component)
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Params`
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
