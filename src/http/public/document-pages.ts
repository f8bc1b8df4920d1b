import type { Document } from '#core/documents/document.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Colours, isColours, largePrintSizes } from '../formats/colours.ts'
import { type Format, type FormatChoices, formats } from '../formats/formats.ts'
import type { Child } from '../html/raw.ts'
import type { Url } from '../html/url.ts'
import { type Fields, textIn } from '../layout/fields.ts'
import { madeFile } from './made-files.ts'
import {
  type Cache,
  type PublicAsked,
  type PublicLink,
  type PublicRoute,
  publicRoute,
} from './public-route.ts'

/** A page that can be had in every other form too: how it looks on a screen, and what it says as a document. */
export interface View {
  readonly title: string
  readonly content: Child
  readonly document: Document
  readonly changedAt?: Instant | undefined
  /** What it shows on a screen changes by itself then. */
  readonly freshUntil?: Instant | undefined
  readonly back?: PublicLink
}

/** Such a page, as data. */
export interface DocumentPage {
  /** With parameters as `:name`. */
  readonly path: string
  readonly cache: Cache
  readonly view: (asked: PublicAsked) => Promise<View | Refused>
}

/** The routes of a page: itself, and one for each other form, at its address with an extension. */
export function documentPages({ path, cache, view }: DocumentPage): readonly PublicRoute[] {
  return [
    publicRoute({
      method: 'GET',
      path,
      cache,
      handle: async (asked) => {
        const shown = await view(asked)
        if (isRefused(shown)) return shown
        const { title, content, changedAt, freshUntil, back } = shown
        return {
          title,
          content,
          formats: formatLinks(addressOf(path, asked)),
          ...(changedAt !== undefined && { changedAt }),
          ...(freshUntil !== undefined && { freshUntil }),
          ...(back !== undefined && { back }),
        }
      },
    }),
    ...formats.map((format) => formatRoute({ path, cache, view }, format)),
  ]
}

/** Links to the other forms of the page at an address. */
export function formatLinks(address: string): readonly PublicLink[] {
  return formats.map(({ says, extension }) => ({ text: says, href: `${address}.${extension}` as Url }))
}

function formatRoute({ path, cache, view }: DocumentPage, format: Format): PublicRoute {
  return publicRoute({
    method: 'GET',
    path: `${path}.${format.extension}`,
    cache: cache === 'a minute' ? 'an hour' : cache,
    handle: async (asked) => {
      const shown = await view(asked)
      if (isRefused(shown)) return shown
      const bytes = await madeFile(shown.document, format, choicesIn(asked.query))
      if (isRefused(bytes)) return bytes
      const name = `${addressOf(path, asked).split('/').slice(2).join('-')}.${format.extension}`
      const { changedAt } = shown
      return { file: { name, type: format.type, bytes }, ...(changedAt !== undefined && { changedAt }) }
    },
  })
}

/** Of large print: `?size=24&colours=yellow on black`. What cannot be had is left as usual. */
function choicesIn(query: Fields): FormatChoices {
  const size = Number(textIn(query, 'size'))
  const colours = textIn(query, 'colours')
  const { least, most } = largePrintSizes
  return {
    ...(Number.isInteger(size) && size >= least && size <= most && { pointSize: size }),
    ...(isColours(colours) && { colours: colours satisfies Colours }),
  }
}

/** The address of a page with its parameters filled in. */
function addressOf(path: string, { landlord, params }: PublicAsked): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  return `/public/${landlord.slug}${filled}`
}
