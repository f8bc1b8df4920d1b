import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { formatDay } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { readAloudLater } from '../recordings/recordings.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { pageIn, type PageVersion, versionsIn } from './page-versions.ts'
import { recordPublication } from './publications.ts'

/** Each time a page was put on show or taken down, the latest first. */
export interface Showing {
  readonly n: number
  /** None where it was taken down. */
  readonly version: number | null
  readonly at: Instant
  readonly shownBy: string
}

/**
 * Puts a version of a page on show, the latest unless another is named, and records that what the pack says about it is shown
 * on the website.
 */
export function showPage(
  store: Store,
  acting: Acting,
  { page: name, version }: { readonly page: string; readonly version?: number },
): Promise<{ readonly version: number } | Refused> {
  return store.database.transact(acting, 'publish', async (tx) => {
    const found = await pageIn(tx, store, name)
    if (isRefused(found)) return found
    const versions = await versionsIn(tx, name)
    const put = version === undefined ? versions[0] : versions.find((each) => each.version === version)
    if (put === undefined) return refused('not found', 'there is no such version yet', 'save the page first')
    const shown = await addShowing(tx, store, name, put.version)
    if (isRefused(shown)) return shown
    const edition = editionOf(name, put, found.site.edition.pack.edition)
    for (const what of found.page.whats) {
      const act = { what, where: 'website', edition, datedOn: formatDay(put.datedOn) }
      const recorded = await recordPublication(tx, store, { type: 'publication-made', data: act })
      if (isRefused(recorded)) return recorded
    }
    if (name === 'leaflet') await readAloudLater(tx)
    return { version: put.version }
  })
}

/** Takes a page down, and records so. */
export function takePageDown(
  store: Store,
  acting: Acting,
  { page: name }: { readonly page: string },
): Promise<{ readonly page: string } | Refused> {
  return store.database.transact(acting, 'publish', async (tx) => {
    const found = await pageIn(tx, store, name)
    if (isRefused(found)) return found
    if (!found.site.shown.has(name))
      return refused('not found', 'this page is not on show', 'see the list of public pages')
    const shown = await addShowing(tx, store, name, null)
    if (isRefused(shown)) return shown
    for (const what of found.page.whats) {
      const act = { type: 'publication-withdrawn', data: { what, where: 'website' } }
      const recorded = await recordPublication(tx, store, act)
      if (isRefused(recorded)) return recorded
    }
    return { page: name }
  })
}

/** When a page was on show. */
export function listShowings(
  store: Store,
  acting: Acting,
  { page }: { readonly page: string },
): Promise<readonly Showing[] | Refused> {
  return store.database.transact(acting, 'publish', (tx) => tx.run(showingsOf, [acting.landlord, page]))
}

/** The leaflet carries the edition of the standards; another page its own version. */
function editionOf(name: string, { version }: PageVersion, edition: string): string {
  return name === 'leaflet' ? edition : `version-${version}`
}

async function addShowing(
  tx: Transaction,
  store: Store,
  page: string,
  version: number | null,
): Promise<Refused | { readonly n: number }> {
  const { landlord, by } = tx.acting
  const [put] = await tx.run(insertShowing, [landlord, page, version, instantText(store.now()), by])
  return (
    put ?? refused('changed meanwhile', 'somebody put this page on show at the same moment', 'look again')
  )
}

const insertShowing = statement<{ readonly n: number }>(
  'insert-public-showing',
  `insert into public_showings (landlord, page, n, version, at, shown_by)
   select $1, $2, coalesce((select max(n) from public_showings where landlord = $1 and page = $2), 0) + 1, $3, $4, $5
   on conflict do nothing returning n`,
)

const showingsOf = statement<Showing>(
  'public-showings-of',
  `select n, version, at, shown_by as "shownBy" from public_showings
    where landlord = $1 and page = $2 order by n desc limit 200`,
)
