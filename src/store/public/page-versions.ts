import type { Acting } from '#core/people/acting.ts'
import { type PlacedPage, pagesFor, textsOf } from '#core/publishing/site-pages.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText, instantText } from '../types.ts'
import { type Site, siteIn, type Texts } from './site.ts'

/** A version of what a page says. */
export interface PageVersion {
  readonly version: number
  readonly texts: Texts
  readonly datedOn: Day
  readonly writtenAt: Instant
  readonly writtenBy: string
}

/** A page with every version it has had, the latest first. */
export interface PageHistory {
  readonly page: PlacedPage
  readonly site: Site
  readonly versions: readonly PageVersion[]
}

/** The longest text of a page, and of all of one together. */
const mostCharacters = 20_000
const mostOfAll = 60_000
/** More than anybody looks at; the older ones stay. */
const mostShown = 200

/** A page with its versions. */
export function readPageHistory(
  store: Store,
  acting: Acting,
  { page }: { readonly page: string },
): Promise<PageHistory | Refused> {
  return store.database.transact(acting, 'publish', async (tx) => {
    const found = await pageIn(tx, store, page)
    if (isRefused(found)) return found
    return { ...found, versions: await versionsIn(tx, page) }
  })
}

/** What a new version says. */
export interface PageTyped {
  readonly page: string
  readonly texts: Texts
  readonly datedOn: Day
  /** The version that whoever writes has seen; 0 where there was none. */
  readonly expected: number
}

/** Keeps what was typed as a new version. What is on show stays as it is. */
export async function savePageVersion(
  store: Store,
  acting: Acting,
  { page, texts, datedOn, expected }: PageTyped,
): Promise<{ readonly version: number } | Refused> {
  return store.database.transact(acting, 'publish', async (tx) => {
    const found = await pageIn(tx, store, page)
    if (isRefused(found)) return found
    const names = textsOf(found.page, [...found.site.edition.pack.hours.keys()]).map(({ name }) => name)
    const kept = Object.fromEntries(names.map((name) => [name, texts[name] ?? '']))
    const fault = textsFault(kept)
    if (fault !== undefined) return fault
    const [last] = await versionsIn(tx, page)
    if ((last?.version ?? 0) !== expected)
      return refused(
        'changed meanwhile',
        'somebody changed this page since you opened it',
        'look at theirs, then change it again',
      )
    const version = expected + 1
    const [put] = await tx.run(insertVersion, [
      acting.landlord,
      page,
      version,
      JSON.stringify(kept),
      dayText(datedOn),
      instantText(store.now()),
      acting.by,
    ])
    return put ?? refused('changed meanwhile', 'somebody saved this page at the same moment', 'try again')
  })
}

/** A page of the landlord, and the site it belongs to. */
export async function pageIn(
  tx: Transaction,
  store: Store,
  name: string,
): Promise<{ readonly page: PlacedPage; readonly site: Site } | Refused> {
  const site = await siteIn(tx, store)
  if (isRefused(site)) return site
  const page = pagesFor(site.edition.pack.promises).find((each) => each.name === name)
  return page === undefined
    ? refused('not found', 'there is no such page', 'see the list of public pages')
    : { page, site }
}

/** The versions of a page, the latest first. */
export async function versionsIn(tx: Transaction, page: string): Promise<readonly PageVersion[]> {
  return tx.run(versionsOfPage, [tx.acting.landlord, page, mostShown])
}

function textsFault(texts: Texts): Refused | undefined {
  for (const [name, text] of Object.entries(texts)) {
    if (text.length > mostCharacters)
      return refused(
        'too large',
        `this text is longer than ${mostCharacters} characters`,
        'shorten it',
        `/${name}`,
      )
    if (text.includes('\0') || !text.isWellFormed())
      return refused(
        'not valid',
        'the text holds a character that cannot be kept',
        'leave out control characters',
        `/${name}`,
      )
  }
  const all = Object.values(texts).reduce((sum, text) => sum + text.length, 0)
  return all > mostOfAll
    ? refused('too large', `the texts of a page may have ${mostOfAll} characters together`, 'shorten them')
    : undefined
}

const versionsOfPage = statement<PageVersion>(
  'versions-of-public-page',
  `select version, texts, dated_on as "datedOn", written_at as "writtenAt", written_by as "writtenBy"
     from public_texts where landlord = $1 and page = $2 order by version desc limit $3`,
)

const insertVersion = statement<{ readonly version: number }>(
  'insert-public-text',
  `insert into public_texts (landlord, page, version, texts, dated_on, written_at, written_by)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning version`,
)
