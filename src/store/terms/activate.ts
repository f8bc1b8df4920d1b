import type { Acting } from '#core/people/acting.ts'
import type { Edition } from '#core/promises/edition.ts'
import type { Pack } from '#core/promises/pack.ts'
import { isRefusal } from '#core/refusal.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import { parseHolidays } from '#core/time/holidays.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText, instantText } from '../types.ts'
import { checkedPack } from './edition-checks.ts'
import { digestOf, editionsFromText, type Terms } from './terms-book.ts'

/** What is to change: a further edition, the bank holidays, or both. */
export interface TermsChange {
  /** The edition’s pack, as its file has it. */
  readonly pack?: string
  /** Bank holidays in the format of GOV.UK. */
  readonly holidays?: unknown
}

/** Terms that were activated. Cases are brought to them in the background (`bringToTerms`). */
export interface Activated {
  readonly version: number
  readonly editions: readonly string[]
}

/** What terms would come to, before anything is written. */
export interface Proposed {
  readonly terms: Terms
  readonly packs: readonly PackText[]
  readonly added: Pack | undefined
  readonly feed: unknown
  /** From when they may count otherwise than the terms before. */
  readonly since: Instant
}

interface PackText {
  readonly edition: string
  readonly pack: string
}

/** Makes a change of terms take effect for everything recorded from now on. */
export function activateTerms(
  store: Store,
  acting: Acting,
  change: TermsChange & { readonly why: string },
): Promise<Activated | Refused> {
  return store.database.transact(acting, 'editions.activate', async (tx) => {
    const proposed = await proposedTerms(tx, store, change, 'for update')
    if (isRefused(proposed)) return proposed
    await write(tx, store, proposed, { change, why: change.why })
    return { version: proposed.terms.version, editions: proposed.packs.map(({ edition }) => edition) }
  })
}

/** The terms as they would be with the change; refuses a faulty pack, a used name, or unreadable bank holidays. */
export async function proposedTerms(
  tx: Transaction,
  store: Store,
  { pack: text, holidays }: TermsChange,
  lock: 'for update' | 'for reading',
): Promise<Proposed | Refused> {
  const { landlord } = tx.acting
  if (text === undefined && holidays === undefined)
    return refused('not valid', 'there is nothing to activate', 'give a pack, bank holidays or both')
  const [now] = await tx.run(lock === 'for update' ? lockLandlord : ofLandlord, [landlord])
  if (now === undefined) return refused('not found', 'there is no such landlord')
  const stored = await tx.run(packsAt, [landlord, now.terms])
  const before = (await tx.run(feedAt, [landlord, now.terms]))[0]?.feed
  const feed = holidays ?? before
  if (feed === undefined)
    return refused('not valid', 'there are no bank holidays yet', 'load them with the first edition')
  const added = text === undefined ? undefined : checkedPack(text, store.vocabulary)
  if (isRefused(added)) return added
  const fault = added && clashOf(added, now, stored)
  if (fault !== undefined) return fault
  const packs = added && text !== undefined ? [...stored, { edition: added.edition, pack: text }] : stored
  return termsFrom(store, { landlord, version: now.terms + 1 }, { packs, added, feed, before })
}

function termsFrom(
  store: Store,
  which: Pick<Terms, 'landlord' | 'version'>,
  { packs, added, feed, before }: Pick<Proposed, 'packs' | 'added' | 'feed'> & { readonly before: unknown },
): Proposed | Refused {
  if (packs.length === 0)
    return refused('not valid', 'there is no edition yet', 'give the first pack as well', '/pack')
  const texts = packs.map(({ pack }) => pack)
  const editions = editionsFromText(texts, feed, store.vocabulary)
  if (isRefusal(editions)) return refused('not valid', editions.refusal, editions.fix, '/holidays')
  const since = Math.min(fromOf(added, editions), firstDayChanged(editions, before, feed))
  return { terms: { ...which, editions }, packs, added, feed, since }
}

/** From when an added edition governs what starts. */
function fromOf(added: Pack | undefined, editions: readonly Edition[]): Instant {
  return editions.find(({ pack }) => pack.edition === added?.edition)?.from ?? Number.POSITIVE_INFINITY
}

/** The beginning of the first day that became a bank holiday, or ceased to be one. */
function firstDayChanged(editions: readonly Edition[], before: unknown, after: unknown): Instant {
  const firsts = editions.map(({ pack, calendar }) => {
    const [was, is] = [daysIn(before, pack.nation), daysIn(after, pack.nation)]
    const changed = [...was.symmetricDifference(is)]
    return changed.length === 0 ? Number.POSITIVE_INFINITY : calendar.zone.startOf(Math.min(...changed))
  })
  return Math.min(...firsts)
}

function daysIn(feed: unknown, nation: string): ReadonlySet<Day> {
  const read = feed === undefined ? { holidays: [] } : parseHolidays(feed, nation)
  return new Set(isRefusal(read) ? [] : read.holidays.map(({ day }) => day))
}

function clashOf(
  { id, edition, inForceFrom }: Pack,
  { slug }: LandlordRow,
  stored: readonly (PackText & { readonly in_force_from: number })[],
): Refused | undefined {
  if (id !== slug)
    return refused(
      'not valid',
      `this is the pack of ${id}`,
      `a pack of this landlord begins “pack: ${slug}”`,
      '/pack',
    )
  if (stored.some((each) => each.edition === edition))
    return refused(
      'already there',
      `there is already an edition ${edition}`,
      'give this one a name of its own',
      '/pack',
    )
  if (stored.some((each) => each.in_force_from === inForceFrom))
    return refused(
      'already there',
      'another edition is in force from the same day',
      'choose another day',
      '/pack',
    )
  return undefined
}

async function write(
  tx: Transaction,
  store: Store,
  { terms, packs, added, feed, since }: Proposed,
  { change, why }: { readonly change: TermsChange; readonly why: string },
): Promise<void> {
  const { landlord, by } = tx.acting
  const at = instantText(store.now())
  const feedText = JSON.stringify(feed)
  const digest = digestOf(feedText)
  if (added !== undefined && change.pack !== undefined) {
    const { edition, inForceFrom } = added
    const values = [landlord, edition, dayText(inForceFrom), change.pack, digestOf(change.pack), at, by]
    await tx.run(insertEdition, values)
  }
  await tx.run(insertFeed, [landlord, digest, feedText, at, by])
  const editions = packs.map(({ edition }) => edition)
  await tx.run(insertTerms, [landlord, terms.version, editions, digest, sinceText(since), at, by, why])
  await tx.run(useTerms, [landlord, terms.version])
  await enqueue(tx, { task: bringCasesToTerms, key: `${terms.version}` })
}

/** An instant as a parameter; terms that change nothing count otherwise from never on. */
export function sinceText(since: Instant): string {
  return since === Number.POSITIVE_INFINITY ? 'infinity' : instantText(since)
}

/** The task that brings cases to new terms, batch by batch. */
export const bringCasesToTerms = 'bring-cases-to-terms'

interface LandlordRow {
  readonly slug: string
  readonly terms: number
}

const lockLandlord = statement<LandlordRow>(
  'lock-landlord',
  'select slug, terms from landlords where landlord = $1 for update',
)

const ofLandlord = statement<LandlordRow>(
  'terms-of-landlord',
  'select slug, terms from landlords where landlord = $1',
)

const packsAt = statement<PackText & { readonly in_force_from: number }>(
  'packs-at',
  `select e.edition, e.pack, e.in_force_from from terms t
     join editions e on e.landlord = t.landlord and e.edition = any(t.editions)
    where t.landlord = $1 and t.version = $2 order by e.in_force_from`,
)

const feedAt = statement<{ readonly feed: unknown }>(
  'feed-at',
  `select f.feed from terms t join holiday_feeds f on f.landlord = t.landlord and f.digest = t.holidays
    where t.landlord = $1 and t.version = $2`,
)

const insertEdition = statement(
  'insert-edition',
  `insert into editions (landlord, edition, in_force_from, pack, digest, activated_at, activated_by)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)

const insertFeed = statement(
  'insert-feed',
  `insert into holiday_feeds (landlord, digest, feed, loaded_at, loaded_by) values ($1, $2, $3, $4, $5)
   on conflict do nothing`,
)

const insertTerms = statement(
  'insert-terms',
  `insert into terms (landlord, version, editions, holidays, since, made_at, made_by, why)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)

const useTerms = statement('use-terms', 'update landlords set terms = $2 where landlord = $1')
