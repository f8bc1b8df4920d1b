import { aboutPrefix, type PlacedPage, pagesFor } from '#core/publishing/site-pages.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { type DocumentPage, documentPages, type View } from '#http/public/document-pages.tsx'
import type { Cache, PublicAsked, PublicRoute } from '#http/public/public-route.ts'
import { editionView } from '#http/public/views/leaflet.tsx'
import { siteView } from '#http/public/views/site-view.ts'
import { type Improvement, listImprovements } from '#store/learning/improvements.ts'
import type { ShownPage, Site } from '#store/public/site.ts'
import { notHere, siteOf } from './needed.ts'

/** The pages that somebody puts on show, each in every form. */
export const shownPageRoutes: readonly PublicRoute[] = [
  page('hours', 'a minute'),
  page('contact', 'an hour'),
  page('complaints', 'an hour'),
  page('responsibilities', 'an hour'),
  page('estate-services', 'an hour'),
  page('improvements', 'an hour'),
  page('leaflet', 'an hour'),
  {
    path: '/leaflet/:edition',
    cache: 'an hour' as const,
    view: oldEdition,
  },
  {
    path: '/about/:what',
    cache: 'an hour' as const,
    view: (asked: PublicAsked) => shownView(asked, aboutName(asked)),
    translatedAs: (asked: PublicAsked) => `page:${aboutName(asked)}`,
  },
].flatMap(documentPages)

function page(name: string, cache: Cache): DocumentPage {
  const document = name === 'leaflet' ? name : `page:${name}`
  return {
    path: `/${name}`,
    cache,
    view: (asked) => shownView(asked, name),
    translatedAs: () => document,
  }
}

function aboutName({ params }: PublicAsked): string {
  return `${aboutPrefix}${params['what'] ?? ''}`
}

async function shownView(asked: PublicAsked, name: string): Promise<View | Refused> {
  const site = siteOf(asked)
  if (isRefused(site)) return site
  const found = pagesFor(site.edition.pack.promises).find((each) => each.name === name)
  const shown = found && shownNow(site, found)
  if (found === undefined || shown === undefined) return notHere()
  const improvements = await improvementsFor(asked, name)
  if (isRefused(improvements)) return improvements
  const { landlord, store } = asked
  const ground = { landlord, site, shown, title: found.title, now: store.now(), improvements }
  return siteView(name, ground) ?? notHere()
}

/** What became better is there without a text of its own. */
function shownNow({ shown, edition }: Site, { name }: PlacedPage): ShownPage | undefined {
  const found = shown.get(name)
  if (found !== undefined || name !== 'improvements') return found
  return { page: name, version: 1, texts: {}, datedOn: edition.pack.inForceFrom, shownAt: edition.from }
}

async function improvementsFor(
  { store, acting }: PublicAsked,
  name: string,
): Promise<readonly Improvement[] | Refused> {
  return name === 'improvements' ? listImprovements(store, acting) : []
}

/** An edition that was in force stays at its address for ever. */
async function oldEdition(asked: PublicAsked): Promise<View | Refused> {
  const site = siteOf(asked)
  if (isRefused(site)) return site
  const edition = site.editions.find(({ pack }) => pack.edition === asked.params['edition'])
  if (edition === undefined || !site.shown.has('leaflet')) return notHere()
  return editionView(asked.landlord, edition, site.editions)
}
