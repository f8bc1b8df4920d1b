import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { type Day, formatDay } from '#core/time/day.ts'
import { minute, utcDay } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText, instantText } from '../types.ts'
import { type DayRoot, dayDigest } from './day-digest.ts'
import { noLoadRuns } from './load-lock.ts'

/** A day that now has its root. */
export interface SealedDay extends DayRoot {
  readonly day: Day
}

/** What was begun before midnight may be committed a little after it. */
const waitMinutes = 10

/**
 * Gives a day (UTC) its root: one digest over all that entered the ledger on it, chained to the day before it. From then
 * on nothing can be added to the day without `kept verify` telling. Days are sealed in their order, each once; a day on
 * which nothing entered has no root.
 */
export function sealDay(store: Store, acting: Acting, day: Day): Promise<SealedDay | Refused> {
  return store.database.transact(acting, 'verify', (tx) => sealIn(tx, store, day), {
    longestStatement: longestStatement,
  })
}

/** Seals every day that is over and not sealed so far, the oldest first. */
export async function sealDays(store: Store, acting: Acting): Promise<readonly SealedDay[] | Refused> {
  const sealed: SealedDay[] = []
  const days = await store.database.transact(acting, 'verify', (tx) =>
    tx.run(unsealedDays, [acting.landlord, dayText(lastOver(store) + 1)]),
  )
  if (isRefused(days)) return days
  for (const { day } of days) {
    const done = await sealDay(store, acting, day)
    if (isRefused(done)) return done
    sealed.push(done)
  }
  return sealed
}

/** A day on which millions of events were loaded takes a while to read, in milliseconds. */
const longestStatement = 600_000

async function sealIn(tx: Transaction, store: Store, day: Day): Promise<SealedDay | Refused> {
  if (day > lastOver(store))
    return refused(
      'not valid',
      `${formatDay(day)} is not over yet`,
      `seal it ${waitMinutes} minutes after midnight UTC`,
    )
  if (!(await noLoadRuns(tx)))
    return refused('changed meanwhile', 'events are being loaded', 'seal the day when they are')
  const { landlord } = tx.acting
  const [last] = await tx.run(lastRoot, [landlord])
  if (last !== undefined && last.day >= day)
    return refused(
      'already there',
      `${formatDay(last.day)} was sealed already`,
      'days are sealed once, in their order',
    )
  const [of] = await tx.run(slugOf, [landlord])
  if (of === undefined) return refused('not found', 'there is no such landlord')
  const root = await dayDigest(tx, of.slug, last?.digest, day)
  await tx.run(insertRoot, [landlord, dayText(day), root.events, root.digest, instantText(store.now())])
  return { day, ...root }
}

/** The last day that is over and to which nothing more can be added. */
function lastOver(store: Store): Day {
  return Math.floor((store.now() - waitMinutes * minute) / utcDay) - 1
}

/** The slug of a landlord: its roots are of it, whatever number it has in a database. */
export const slugOf = statement<{ readonly slug: string }>(
  'slug-of-landlord',
  'select slug from landlords where landlord = $1',
)

const lastRoot = statement<{ readonly day: Day; readonly digest: Buffer }>(
  'last-root',
  'select day, digest from daily_roots where landlord = $1 order by day desc limit 1',
)

const unsealedDays = statement<{ readonly day: Day }>(
  'unsealed-days',
  `select distinct entered_on as day from events where landlord = $1 and entered_on < $2
      and entered_on > coalesce((select max(day) from daily_roots where landlord = $1), '-infinity')
    order by 1`,
)

const insertRoot = statement(
  'insert-root',
  'insert into daily_roots (landlord, day, events, digest, made_at) values ($1, $2, $3, $4, $5)',
)
