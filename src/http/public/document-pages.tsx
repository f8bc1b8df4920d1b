import type { Document } from '#core/documents/document.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { readRecording } from '#store/recordings/recordings.ts'
import { publishedTranslation, translationsOf } from '#store/translations/published-translations.ts'
import { isColours, largePrintSizes } from '../formats/colours.ts'
import { documentHtml } from '../formats/document-html.tsx'
import { cannot, type Format, type FormatChoices, formats } from '../formats/formats.ts'
import { translationDocument } from '../formats/translation-document.ts'
import type { Child } from '../html/raw.ts'
import type { Url } from '../html/url.ts'
import { type Fields, textIn } from '../layout/fields.ts'
import { madeFile } from './made-files.ts'
import { OtherForms, OtherLanguages } from './other-forms.tsx'
import { recordedForm } from './recordings.ts'
import {
  type Cache,
  type PublicAnswer,
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
  /** Under which name it is read aloud ahead, and of which very content (`Recording`). */
  readonly recorded?: { readonly document: string; readonly source: string }
}

/** Such a page, as data. */
export interface DocumentPage {
  /** With parameters as `:name`. */
  readonly path: string
  readonly cache: Cache
  readonly view: (asked: PublicAsked) => Promise<View | Refused>
  /** Under which name its translations are kept; without one it has none. */
  readonly translatedAs?: (asked: PublicAsked) => string
}

/** The routes of a page: itself, each other form at its address with an extension, and the same in each language. */
export function documentPages(page: DocumentPage): readonly PublicRoute[] {
  const routes = [pageRoute(page), ...formats.map((format) => formatRoute(page, format))]
  const { path, cache, translatedAs } = page
  if (translatedAs === undefined) return routes
  const inLanguage = { path: `${path}/in/:language`, cache, view: translationView(page, translatedAs) }
  return [...routes, pageRoute(inLanguage), ...formats.map((format) => formatRoute(inLanguage, format))]
}

function pageRoute(page: DocumentPage): PublicRoute {
  const { path, cache, view } = page
  return publicRoute({
    method: 'GET',
    path,
    cache,
    handle: async (asked) => {
      const shown = await view(asked)
      if (isRefused(shown)) return shown
      return answerOf(page, asked, shown)
    },
  })
}

async function answerOf(
  { path, translatedAs }: DocumentPage,
  asked: PublicAsked,
  { title, content, document, changedAt, freshUntil, back }: View,
): Promise<PublicAnswer | Refused> {
  const { store, acting } = asked
  const translations =
    translatedAs === undefined ? [] : await translationsOf(store, acting, { document: translatedAs(asked) })
  if (isRefused(translations)) return translations
  const address = addressOf(path, asked)
  return {
    title,
    content: (
      <>
        <OtherLanguages
          translations={translations}
          hrefIn={(language) => `${address}/in/${encodeURIComponent(language)}` as Url}
        />
        {content}
        <OtherForms
          language={document.language}
          hrefOf={(name) => `${address}.${extensionOf(name)}` as Url}
        />
      </>
    ),
    ...(changedAt !== undefined && { changedAt }),
    ...(freshUntil !== undefined && { freshUntil }),
    ...(back !== undefined && { back }),
  }
}

function extensionOf(name: Format['name']): string {
  return formats.find((format) => format.name === name)?.extension ?? name
}

/** The page in another language, as whoever translated it wrote it; around it everything stays as it is. */
function translationView(
  { path, view }: DocumentPage,
  translatedAs: (asked: PublicAsked) => string,
): DocumentPage['view'] {
  return async (asked) => {
    // What anybody may not read in English, nobody reads in another language.
    const original = await view(asked)
    if (isRefused(original)) return original
    const { store, acting, landlord, params } = asked
    const language = params['language'] ?? ''
    const found = await publishedTranslation(store, acting, { document: translatedAs(asked), language })
    if (isRefused(found)) return found
    const document = translationDocument(found, landlord)
    return {
      title: found.title,
      document,
      content: documentHtml(document),
      changedAt: found.publishedAt,
      back: { text: 'In English', href: addressOf(path, asked) as Url },
    }
  }
}

function formatRoute({ path, cache, view }: DocumentPage, format: Format): PublicRoute {
  return publicRoute({
    method: 'GET',
    path: `${path}.${format.extension}`,
    cache: cache === 'a minute' ? 'an hour' : cache,
    handle: async (asked) => {
      const shown = await view(asked)
      if (isRefused(shown)) return shown
      const { document, changedAt } = shown
      const choices = choicesIn(asked.query)
      const kept = () => keptFile(asked, shown, format)
      const bytes = cannot(format, document.language) ?? (await madeFile(document, format, { choices, kept }))
      if (isRefused(bytes)) return bytes
      const name = `${addressOf(path, asked).split('/').slice(2).join('-')}.${format.extension}`
      return { file: { name, type: format.type, bytes }, ...(changedAt !== undefined && { changedAt }) }
    },
  })
}

/** What was made ahead, of what takes long. */
async function keptFile(
  { store, acting }: PublicAsked,
  { recorded }: View,
  format: Format,
): Promise<Uint8Array | undefined | Refused> {
  const form = recordedForm(format)
  return recorded === undefined || form === undefined
    ? undefined
    : readRecording(store, acting, { ...recorded, form })
}

/** Of large print: `?size=24&colours=yellow on black`. What cannot be had is left as usual. */
function choicesIn(query: Fields): FormatChoices {
  const size = Number(textIn(query, 'size'))
  const colours = textIn(query, 'colours')
  const { least, most } = largePrintSizes
  return {
    ...(Number.isInteger(size) && size >= least && size <= most && { pointSize: size }),
    ...(isColours(colours) && { colours }),
  }
}

/** The address of a page with its parameters filled in. */
function addressOf(path: string, { landlord, params }: PublicAsked): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  return `/public/${landlord.slug}${filled}`
}
