import type { Acting } from '#core/people/acting.ts'
import { type PromiseOfEdition, promisesOf } from '#core/promises/edition.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { leaveToRead } from './leave-to-read.ts'
import { termsNow } from './terms-now.ts'

/** An edition as it was activated. */
export interface EditionRow {
  readonly edition: string
  readonly in_force_from: Day
  readonly activated_at: Instant
  readonly activated_by: string
}

/** Bank holidays as they were loaded. */
export interface HolidaysRow {
  readonly feed: unknown
  readonly loaded_at: Instant
  readonly loaded_by: string
}

/** Every edition that was activated, the newest first. */
export function listEditions(store: Store, acting: Acting): Promise<readonly EditionRow[] | Refused> {
  return store.database.transact(acting, 'editions.read', (tx) => tx.run(allEditions, [acting.landlord]))
}

/** The pack of an edition, word for word. */
export function readEdition(store: Store, acting: Acting, edition: string): Promise<string | Refused> {
  return store.database.transact(acting, 'editions.read', async (tx) => {
    const [row] = await tx.run(packOfEdition, [acting.landlord, edition])
    return row?.pack ?? refused('not found', `there is no edition ${edition}`, 'see the list of editions')
  })
}

/** The bank holidays that now count. */
export function readHolidays(store: Store, acting: Acting): Promise<HolidaysRow | Refused> {
  return store.database.transact(acting, 'editions.read', async (tx) => {
    const [row] = await tx.run(holidaysNow, [acting.landlord])
    return row ?? refused('not found', 'there are no bank holidays yet', 'load them with the first edition')
  })
}

/** Every promise as its newest edition words it: for who works with cases, who sees figures, and anybody who reads what is published. */
export function readPromises(store: Store, acting: Acting): Promise<readonly PromiseOfEdition[] | Refused> {
  return store.database.transact(acting, leaveToRead(acting), async (tx) => {
    const terms = await termsNow(tx, store)
    return isRefused(terms) ? terms : promisesOf(terms.editions)
  })
}

const allEditions = statement<EditionRow>(
  'all-editions',
  `select edition, in_force_from, activated_at, activated_by from editions where landlord = $1
    order by in_force_from desc, edition`,
)

const packOfEdition = statement<{ readonly pack: string }>(
  'pack-of-edition',
  'select pack from editions where landlord = $1 and edition = $2',
)

const holidaysNow = statement<HolidaysRow>(
  'holidays-now',
  `select f.feed, f.loaded_at, f.loaded_by from landlords l
     join terms t on t.landlord = l.landlord and t.version = l.terms
     join holiday_feeds f on f.landlord = t.landlord and f.digest = t.holidays
    where l.landlord = $1`,
)
