import type { Acting } from '#core/people/acting.ts'
import type { Edition } from '#core/promises/edition.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'

/** A landlord as the public pages show it: its editions, and which of its pages are on show. */
export interface Site {
  /** The edition in force now. */
  readonly edition: Edition
  /** Every edition up to now, the latest first. */
  readonly editions: readonly Edition[]
  /** By the name of the page. */
  readonly shown: ReadonlyMap<string, ShownPage>
}

/** A page that is on show. */
export interface ShownPage {
  readonly page: string
  readonly version: number
  readonly texts: Texts
  /** The date printed on it. */
  readonly datedOn: Day
  readonly shownAt: Instant
}

/** The texts of a page by their names. */
export type Texts = Readonly<Record<string, string>>

/** What the public pages of a landlord are drawn from. */
export function readSite(store: Store, acting: Acting): Promise<Site | Refused> {
  return store.database.transact(acting, 'published.read', (tx) => siteIn(tx, store))
}

/** The same within a transaction of somebody else’s. */
export async function siteIn(tx: Transaction, store: Store): Promise<Site | Refused> {
  const terms = await termsNow(tx, store)
  if (isRefused(terms)) return terms
  const shown = await tx.run(pagesShown, [tx.acting.landlord])
  const editions = terms.editions.filter(({ from }) => from <= store.now()).toReversed()
  const edition = editions[0] ?? terms.editions[0]
  if (edition === undefined) throw new Error('terms have at least one edition')
  return {
    edition,
    editions: editions.length === 0 ? [edition] : editions,
    shown: new Map(
      shown.map(({ page, version, texts, dated_on, at }) => [
        page,
        { page, version, texts, datedOn: dated_on, shownAt: at },
      ]),
    ),
  }
}

const pagesShown = statement<{
  readonly page: string
  readonly version: number
  readonly texts: Texts
  readonly dated_on: Day
  readonly at: Instant
}>(
  'public-pages-shown',
  `select s.page, s.version, t.texts, t.dated_on, s.at
     from public_showings s
     join public_texts t on t.landlord = s.landlord and t.page = s.page and t.version = s.version
    where s.landlord = $1
      and s.n = (select max(l.n) from public_showings l where l.landlord = $1 and l.page = s.page)`,
)
