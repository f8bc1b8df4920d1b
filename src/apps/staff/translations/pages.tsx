import { inNotation } from '#core/documents/plain-text-notation.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { formatFile } from '#http/formats/format-file.ts'
import { documentSources, sourceDocument } from '#http/formats/sources.ts'
import { translationDocument } from '#http/formats/translation-document.ts'
import { local } from '#http/html/local.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { staffOf } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import {
  isOwnTranslation,
  publishTranslation,
  sendBackTranslation,
  withdrawTranslation,
} from '#store/translations/check-translations.ts'
import { listTranslations, readTranslation } from '#store/translations/read-translations.ts'
import { sendTranslation, wantTranslation, writeTranslation } from '#store/translations/write-translations.ts'
import { PerformancePlaces } from '../performance/performance-places.tsx'
import { notices } from './state-words.ts'
import { TranslationList } from './translation-list.tsx'
import type { TypedText } from './page-shown.ts'
import { TranslationPage } from './translation-page.tsx'
import { typedIn } from './typed-text.ts'

type Asked = PageAsked<Visitor>

/** What is published, in other languages: asked for, written, checked by a second person, published. */
export const translationPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/translations',
    who: 'figures.read',
    handle: async (asked) => listPage(asked),
  }),
  pageRoute({ method: 'POST', path: '/translations', who: 'reports.write', handle: want }),
  pageRoute({
    method: 'GET',
    path: '/translations/:translationId',
    who: 'figures.read',
    handle: async (asked) => onePage(asked),
  }),
  pageRoute({
    method: 'POST',
    path: '/translations/:translationId',
    who: 'reports.write',
    takesFiles: true,
    handle: write,
  }),
  pageRoute({ method: 'POST', path: '/translations/:translationId/check', who: 'publish', handle: check }),
  pageRoute({
    method: 'GET',
    path: '/translations/:translationId/as/:format',
    who: 'figures.read',
    handle: inForm,
  }),
]

async function listPage(asked: Asked, faults: readonly Fault[] = []): Promise<PageAnswer | Refused> {
  const { store, visitor, query, fields, formToken } = asked
  const { acting } = visitor
  const translations = await listTranslations(store, acting)
  if (isRefused(translations)) return translations
  const sources = acting.may.has('published.read') ? await documentSources(store, acting) : []
  if (isRefused(sources)) return sources
  return {
    title: 'Translations',
    content: (
      <>
        <PerformancePlaces asked={asked} current="/translations" />
        <TranslationList
          translations={translations}
          sources={sources}
          chosen={{ document: textIn(fields, 'document'), language: textIn(fields, 'language') }}
          faults={faults}
          token={acting.may.has('reports.write') ? formToken : undefined}
        />
      </>
    ),
    wide: true,
    faults,
    notice: faults.length > 0 ? undefined : notices[textIn(query, 'done')],
    ...(faults.length > 0 && { status: 422 }),
  }
}

async function want(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, fields } = asked
  const made = await wantTranslation(store, visitor.acting, {
    document: textIn(fields, 'document'),
    language: textIn(fields, 'language'),
  })
  if (isRefused(made)) return listPage(asked, [faultOf(made)])
  return { goTo: local`/translations/${made.translationId}?done=wanted` }
}

async function onePage(
  { store, visitor, params, query, formToken }: Asked,
  { faults = [], typed }: { readonly faults?: readonly Fault[]; readonly typed?: TypedText } = {},
): Promise<PageAnswer | Refused> {
  const { acting, landlord } = visitor
  const translation = await readTranslation(store, acting, { translationId: params['translationId'] ?? '' })
  if (isRefused(translation)) return translation
  const source = await sourceDocument(store, acting, { document: translation.document, landlord })
  const names = new Map((await staffOf(store, acting)).map(({ staffId, name }) => [`staff:${staffId}`, name]))
  return {
    title: 'Translation',
    content: (
      <TranslationPage
        translation={translation}
        source={isRefused(source) ? undefined : source}
        landlord={landlord}
        names={names}
        mayWrite={acting.may.has('reports.write')}
        mayPublish={acting.may.has('publish')}
        isOwn={isOwnTranslation(acting, translation)}
        typed={typed}
        faults={faults}
        token={formToken}
      />
    ),
    back: { text: 'All translations', href: local`/translations` },
    wide: true,
    faults,
    notice: faults.length > 0 ? undefined : notices[textIn(query, 'done')],
    ...(faults.length > 0 && { status: 422 }),
  }
}

async function write(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, params, fields } = asked
  const { acting, landlord } = visitor
  const translationId = params['translationId'] ?? ''
  const found = await readTranslation(store, acting, { translationId })
  if (isRefused(found)) return found
  const source = await sourceDocument(store, acting, { document: found.document, landlord })
  if (isRefused(source)) return onePage(asked, { faults: [faultOf(source)] })
  const typed = typedIn(asked)
  if (isRefused(typed)) return onePage(asked, { faults: [faultOf(typed)] })
  const written = await writeTranslation(store, acting, {
    ...typed,
    translationId,
    revision: Number(textIn(fields, 'revision')),
    sourceText: inNotation(source),
  })
  if (isRefused(written)) return onePage(asked, { faults: [faultOf(written)], typed })
  if (textIn(fields, 'do') !== 'send') return { goTo: local`/translations/${translationId}?done=kept` }
  const sent = await sendTranslation(store, acting, written)
  return isRefused(sent)
    ? onePage(asked, { faults: [faultOf(sent)] })
    : { goTo: local`/translations/${translationId}?done=sent` }
}

const checks = {
  publish: { work: publishTranslation, done: 'published' },
  back: { work: sendBackTranslation, done: 'back' },
  withdraw: { work: withdrawTranslation, done: 'withdrawn' },
} as const

async function check(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, params, fields } = asked
  const translationId = params['translationId'] ?? ''
  const chosen = textIn(fields, 'do')
  const { work, done } = chosen === 'publish' || chosen === 'withdraw' ? checks[chosen] : checks.back
  const revision = Number(textIn(fields, 'revision'))
  const did = await work(store, visitor.acting, { translationId, revision })
  if (!isRefused(did)) return { goTo: local`/translations/${translationId}?done=${done}` }
  return did.because === 'not found' ? did : onePage(asked, { faults: [faultOf(did)] })
}

async function inForm({ store, visitor, params, query }: Asked): Promise<PageAnswer | Refused> {
  const translationId = params['translationId'] ?? ''
  const found = await readTranslation(store, visitor.acting, { translationId })
  if (isRefused(found)) return found
  const document = translationDocument(
    { ...found, title: found.title ?? '', text: found.text ?? '', sourceVersion: found.sourceVersion ?? '' },
    visitor.landlord,
  )
  return formatFile(document, {
    format: params['format'] ?? '',
    query,
    fileName: `translation-${found.language}`,
  })
}
