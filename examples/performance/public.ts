import { pagesFor } from '#core/publishing/site-pages.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { readPageHistory, savePageVersion } from '#store/public/page-versions.ts'
import { showPage } from '#store/public/showings.ts'
import { readSite, type Texts } from '#store/public/site.ts'
import type { PerformanceGround } from './ground.ts'
import { placeOf } from './public-places.ts'
import { textsOfPage } from './public-texts.ts'

/** Puts every public page on show, with made-up numbers, addresses and services. */
export async function recordPublic({ store, acting, slug }: PerformanceGround): Promise<Refused | undefined> {
  const site = await readSite(store, acting)
  if (isRefused(site)) return site
  const { zone } = site.edition.calendar
  const datedOn = zone.dayOf(store.now()) - 30
  const place = placeOf(slug)
  for (const { name } of pagesFor(site.edition.pack.promises)) {
    if (site.shown.has(name)) continue
    const texts: Texts = textsOfPage(name, {
      place,
      lines: [...site.edition.pack.hours.keys()],
      asksOfCustomers: site.edition.pack.promises.some(
        ({ subject }) => subject === 'customer responsibilities',
      ),
    })
    const there = await readPageHistory(store, acting, { page: name })
    if (isRefused(there)) return there
    const expected = there.versions[0]?.version ?? 0
    const saved = await savePageVersion(store, acting, { page: name, texts, datedOn, expected })
    if (isRefused(saved)) return saved
    const shown = await showPage(store, acting, { page: name })
    if (isRefused(shown)) return shown
  }
  return undefined
}
