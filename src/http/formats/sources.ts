import { leafletOf } from '#core/documents/leaflet.ts'
import type { Document } from '#core/documents/document.ts'
import type { Acting } from '#core/people/acting.ts'
import { type PlacedPage, pagesFor, textsOf } from '#core/publishing/site-pages.ts'
import { blocksOfText } from '#core/publishing/text-blocks.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { reportDocument } from '#http/reports/report-document.ts'
import { readSite, type ShownPage, type Site } from '#store/public/site.ts'
import { listPublished, readPublished } from '#store/reports/published.ts'
import type { Store } from '#store/store.ts'

/** Something that is published and can be translated. */
export interface DocumentSource {
  /** `leaflet`, `page:complaints`, `report:…`. */
  readonly document: string
  readonly title: string
}

/** The most reports that are offered: the latest. */
const mostReports = 40

/** Everything of a landlord that is published now and has words of its own. */
export async function documentSources(
  store: Store,
  acting: Acting,
): Promise<readonly DocumentSource[] | Refused> {
  const site = await readSite(store, acting)
  if (isRefused(site)) return site
  const reports = await listPublished(store, acting)
  if (isRefused(reports)) return reports
  return [
    { document: 'leaflet', title: site.edition.pack.title },
    ...pagesShown(site).map(({ page }) => ({ document: `page:${page.name}`, title: page.title })),
    ...reports
      .filter(({ isLatest }) => isLatest)
      .slice(0, mostReports)
      .map(({ reportId, title }) => ({ document: `report:${reportId}`, title })),
  ]
}

/** What one of them says. */
export async function sourceDocument(
  store: Store,
  acting: Acting,
  { document, landlord }: { readonly document: string; readonly landlord: { readonly name: string } },
): Promise<Document | Refused> {
  if (document.startsWith('report:')) {
    const found = await readPublished(store, acting, { reportId: document.slice('report:'.length) })
    return isRefused(found) ? found : reportDocument(found.content, landlord)
  }
  const site = await readSite(store, acting)
  if (isRefused(site)) return site
  if (document === 'leaflet') return leafletOf(site.edition, leafletWords(site.shown.get('leaflet')))
  const found = pagesShown(site).find(({ page }) => `page:${page.name}` === document)
  if (found === undefined)
    return refused('not found', 'this is no longer published', 'withdraw its translations')
  return pageDocument(found, site, landlord.name)
}

interface PageOnShow {
  readonly page: PlacedPage
  readonly shown: ShownPage
}

/** The leaflet’s own text is its introduction, and is translated with it. */
function pagesShown(site: Site): readonly PageOnShow[] {
  return pagesFor(site.edition.pack.promises).flatMap((page) => {
    const shown = site.shown.get(page.name)
    return shown === undefined || page.name === 'leaflet' || page.name === 'data' ? [] : [{ page, shown }]
  })
}

/** The texts that somebody wrote for a page; what is worked out, such as what is open now, is not among them. */
function pageDocument({ page, shown }: PageOnShow, site: Site, publisher: string): Document {
  return {
    title: page.title,
    language: 'en-GB',
    direction: 'ltr',
    publisher,
    datedOn: shown.datedOn,
    version: `Version ${shown.version}`,
    blocks: textsOf(page, [...site.edition.pack.hours.keys()]).flatMap(({ name, label }) => {
      const text = shown.texts[name] ?? ''
      if (text.trim() === '') return []
      return [{ kind: 'heading' as const, level: 2 as const, text: label }, ...blocksOfText(text)]
    }),
  }
}

function leafletWords(shown: ShownPage | undefined) {
  return { introduction: blocksOfText(shown?.texts['introduction'] ?? ''), shown }
}
