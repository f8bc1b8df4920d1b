import { aboutPrefix, pagesFor } from '#core/publishing/site-pages.ts'
import type { Landlord } from '#store/landlords.ts'
import type { Site } from '#store/public/site.ts'
import { local } from '../html/local.ts'
import type { Url } from '../html/url.ts'
import type { PublicLink } from './public-route.ts'

/** A way to another page of a landlord, with what is found there. */
export interface SiteLink extends PublicLink {
  readonly says: string
  /** One of the few that stand at the head of every page. */
  readonly isMain: boolean
}

/** Every page of a landlord that can be read now, in the order in which they are offered. */
export function siteLinks({ slug }: Landlord, site: Site | undefined): readonly SiteLink[] {
  if (site === undefined) return []
  const always: readonly SiteLink[] = [
    {
      text: 'Our promises',
      href: local`/public/${slug}/promises`,
      says: 'What you can expect of us, and how often we kept to it.',
      isMain: true,
    },
    {
      text: 'Reports',
      href: local`/public/${slug}/reports`,
      says: 'How we did, report by report.',
      isMain: true,
    },
    {
      text: 'Open data',
      href: local`/public/${slug}/data`,
      says: 'The same for programs, and what is new as a feed.',
      isMain: false,
    },
  ]
  const shown = pagesFor(site.edition.pack.promises)
    .filter(({ name }) => (site.shown.has(name) || alwaysThere.has(name)) && !drawnElsewhere.has(name))
    .map(({ name, title, says }) => ({
      text: title,
      href: pageAddress(slug, name),
      says: name.startsWith(aboutPrefix) ? '' : (saysOf[name] ?? says),
      isMain: mains.has(name),
    }))
  const [promises, reports, data] = always
  return [promises, ...shown, reports, data].filter((link) => link !== undefined)
}

/** Where a page that is put on show is found. */
export function pageAddress(slug: string, name: string): Url {
  if (name === 'front') return local`/public/${slug}`
  return name.startsWith(aboutPrefix)
    ? local`/public/${slug}/about/${name.slice(aboutPrefix.length)}`
    : local`/public/${slug}/${name}`
}

/** What became better is published piece by piece, whether or not there is a text above it. */
const alwaysThere: ReadonlySet<string> = new Set(['improvements'])
const drawnElsewhere: ReadonlySet<string> = new Set(['front', 'data'])

const mains: ReadonlySet<string> = new Set(['hours', 'contact', 'complaints'])

const saysOf: Readonly<Record<string, string>> = {
  hours: 'What is open now, when the rest opens, and whom to ring when we are closed.',
  contact: 'By telephone, letter, e-mail or a visit.',
  complaints: 'How to tell us, what happens then and by when.',
  responsibilities: 'What helps us to help you.',
  'estate-services': 'What is done on your estate, how often and how well.',
  improvements: 'What became better because of what you told us.',
  leaflet: 'All our promises as a leaflet, to read, print or listen to.',
}
