import { editionInWords, printedOn } from '#core/documents/leaflet.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import { escaped } from '#http/html/raw.ts'
import { dayText } from '#http/page/dates.ts'
import {
  type PublicAsked,
  type PublicFile,
  type PublicRoute,
  publicRoute,
} from '#http/public/public-route.ts'
import { pageAddress, siteLinks } from '#http/public/site-links.ts'
import { listImprovements } from '#store/learning/improvements.ts'
import { listPublished } from '#store/reports/published.ts'
import type { Site } from '#store/public/site.ts'
import { xmlFile } from './index-pages.tsx'
import { siteOf } from './needed.ts'

/** What is new, as RSS 2.0; and every page, for robots. */
export const newsRoutes: readonly PublicRoute[] = [
  publicRoute({ method: 'GET', path: '/news.rss', cache: 'an hour', handle: news }),
  publicRoute({ method: 'GET', path: '/sitemap.xml', cache: 'a day', handle: sitemap }),
]

interface Item {
  readonly title: string
  readonly says: string
  readonly at: Instant
  /** What follows the origin. */
  readonly path: string
  /** Never changes, whatever becomes of the address. */
  readonly guid: string
}

/** As many as readers of feeds ask for. */
const mostItems = 60

async function news(asked: PublicAsked): Promise<PublicFile | Refused> {
  const site = siteOf(asked)
  if (isRefused(site)) return site
  const items = await itemsOf(asked, site)
  if (isRefused(items)) return items
  const { origin, landlord } = asked
  const latest = items.toSorted((a, b) => b.at - a.at).slice(0, mostItems)
  const built = latest[0]?.at
  const self = `${origin}/public/${landlord.slug}/news.rss`
  const channel = [
    element('title', `${landlord.name}: what is new`),
    element('link', `${origin}/public/${landlord.slug}`),
    element('description', `Reports, editions of the standards and improvements of ${landlord.name}.`),
    element('language', 'en-gb'),
    built === undefined ? '' : element('lastBuildDate', new Date(built).toUTCString()),
    `<atom:link href="${escaped(self)}" rel="self" type="application/rss+xml"/>`,
    ...latest.map((item) => itemXml(item, origin)),
  ]
  const xml = `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${channel.join('')}</channel></rss>`
  const made = xmlFile('news.rss', xml, 'application/rss+xml; charset=utf-8')
  return { ...made, open: true, ...(built !== undefined && { changedAt: built }) }
}

async function itemsOf(asked: PublicAsked, site: Site): Promise<readonly Item[] | Refused> {
  const { store, acting, landlord } = asked
  const reports = await listPublished(store, acting)
  if (isRefused(reports)) return reports
  const improvements = await listImprovements(store, acting)
  if (isRefused(improvements)) return improvements
  const { slug } = landlord
  return [
    ...reports.map(({ reportId, title, version, period, publishedAt, digest }) => ({
      title: version === 1 ? title : `${title}, version ${version}`,
      says: `${dayText(period.from)} to ${dayText(period.to)}.${version === 1 ? '' : ' It puts figures right that were published before.'}`,
      at: publishedAt,
      path: `/public/${slug}/reports/${encodeURIComponent(reportId)}`,
      guid: `urn:sha256:${digest}`,
    })),
    ...improvements.map(({ actionId, youSaid, weDid, publishedAt }) => ({
      title: 'You said, we did',
      says: `You said: ${youSaid} We did: ${weDid}`,
      at: publishedAt,
      path: `/public/${slug}/improvements`,
      guid: `${slug}:improvement:${actionId}`,
    })),
    ...(site.shown.has('leaflet') ? editionItems(slug, site) : []),
  ]
}

function editionItems(slug: string, { editions }: Site): readonly Item[] {
  return editions.map(({ pack, from }) => ({
    title: `${pack.title}, ${editionInWords(pack.edition)}`,
    says: inForce(printedOn(pack)),
    at: from,
    path: `/public/${slug}/leaflet/${encodeURIComponent(pack.edition)}`,
    guid: `${slug}:edition:${pack.edition}`,
  }))
}

function inForce(from: Day | undefined): string {
  return from === undefined
    ? 'Our standards, as they are in force.'
    : `A new edition of our standards, in force from ${dayText(from)}.`
}

function itemXml({ title, says, at, path, guid }: Item, origin: string): string {
  return `<item>${element('title', title)}${element('link', `${origin}${path}`)}${element('description', says)}${element('pubDate', new Date(at).toUTCString())}<guid isPermaLink="false">${escaped(guid)}</guid></item>`
}

function element(name: string, text: string): string {
  // XML 1.0 has no place for control characters, not even escaped.
  return `<${name}>${escaped(text.replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, ''))}</${name}>`
}

async function sitemap(asked: PublicAsked): Promise<PublicFile | Refused> {
  const site = siteOf(asked)
  if (isRefused(site)) return site
  const reports = await listPublished(asked.store, asked.acting)
  if (isRefused(reports)) return reports
  const { origin, landlord } = asked
  const { slug } = landlord
  const pages = [
    pageAddress(slug, 'front'),
    ...siteLinks(landlord, site).map(({ href }) => href),
    ...site.edition.pack.promises.map(({ id }) => `/public/${slug}/promises/${encodeURIComponent(id)}`),
    ...reports.map(({ reportId }) => `/public/${slug}/reports/${encodeURIComponent(reportId)}`),
  ]
  const urls = pages.map((path) => `<url>${element('loc', `${origin}${path}`)}</url>`)
  const xml = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`
  return xmlFile('sitemap.xml', xml)
}
