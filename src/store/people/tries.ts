import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import { instantText } from '../types.ts'
import type { SecretBox } from './secret-box.ts'

/** What is counted, so that nobody can go on trying for ever. */
export type TriedAbout = 'person' | 'address' | 'reset of person' | 'reset from address'

/** How a try stands: it may go on, or nobody may try until then; `locked` where this try was one too many. */
export type Try = 'goes on' | { readonly until: Instant; readonly locked: boolean; readonly minutes: number }

interface Limit {
  readonly most: number
  readonly minutes: number
  /** The longest a door stays locked: each time in a row is twice as long as the one before. */
  readonly longestMinutes: number
}

/** An office of two hundred may stand behind one address, so an address has more tries than a person. */
const limits: Readonly<Record<TriedAbout, Limit>> = {
  person: { most: 10, minutes: 15, longestMinutes: 24 * 60 },
  address: { most: 100, minutes: 15, longestMinutes: 60 },
  'reset of person': { most: 3, minutes: 60, longestMinutes: 60 },
  'reset from address': { most: 30, minutes: 60, longestMinutes: 60 },
}

/** Whom a try is about: an e-mail address or a network address, which is kept as a digest that only we can make. */
export interface Tried {
  readonly about: TriedAbout
  readonly of: string
  readonly box: SecretBox
}

/**
 * Counts a try before it is known whether it is right, so that many at once count as many. It is called by everything
 * that checks a secret, and whoever turns out to be right takes it back with `forgetTries`.
 */
export async function countTry(tx: Transaction, at: Instant, tried: Tried): Promise<Try> {
  const { most, minutes, longestMinutes } = limits[tried.about]
  const key = keyOf(tx, tried)
  const since = instantText(at - minutes * minute)
  const [row] = await tx.run(addTry, [...key, instantText(at), since])
  if (row === undefined) throw new Error('a try was not counted')
  if (row.lockedUntil !== null && row.lockedUntil > at) return lockedUntil(row.lockedUntil, at, false)
  if (row.count <= most) return 'goes on'
  const length = Math.min(minutes * 2 ** Math.min(row.locks, 20), longestMinutes)
  const until = at + length * minute
  await tx.run(lockTries, [...key, instantText(until)])
  return lockedUntil(until, at, true)
}

/** Takes back all that was counted: whoever tried is who they said. */
export async function forgetTries(tx: Transaction, tried: Tried): Promise<void> {
  await tx.run(dropTries, keyOf(tx, tried))
}

/** Until when nobody may try, where that is so. Counts nothing. */
export async function isLocked(tx: Transaction, at: Instant, tried: Tried): Promise<Instant | undefined> {
  const [row] = await tx.run(lockOf, keyOf(tx, tried))
  const until = row?.lockedUntil ?? null
  return until === null || until <= at ? undefined : until
}

/** Throws away what was counted long ago and says nothing any more. */
export async function dropOldTries(tx: Transaction, before: Instant): Promise<number> {
  const rows = await tx.run(dropTriesBefore, [tx.acting.landlord, instantText(before)])
  return rows.length
}

const minute = 60_000

function lockedUntil(until: Instant, at: Instant, locked: boolean): Try {
  return { until, locked, minutes: Math.ceil((until - at) / minute) }
}

function keyOf(tx: Transaction, { about, of, box }: Tried): readonly [number, TriedAbout, Buffer] {
  return [tx.acting.landlord, about, box.mark(of, `tries ${about}`)]
}

interface Counted {
  readonly count: number
  readonly locks: number
  readonly lockedUntil: Instant | null
}

/** While locked nothing is added; a spell that is over begins again. A lock sets the beginning to its own end. */
const addTry = statement<Counted>(
  'add-try',
  `insert into tries as t (landlord, about, digest, began_at, count) values ($1, $2, $3, $4, 1)
   on conflict (landlord, about, digest) do update
      set began_at = case when t.began_at < $5 then excluded.began_at else t.began_at end,
          count = case
            when t.locked_until > $4 then t.count
            when t.began_at < $5 then 1
            else t.count + 1 end
   returning count, locks, locked_until as "lockedUntil"`,
)

const lockTries = statement(
  'lock-tries',
  `update tries set locked_until = $4, locks = locks + 1, count = 0, began_at = $4
    where landlord = $1 and about = $2 and digest = $3`,
)

const dropTries = statement(
  'drop-tries',
  'delete from tries where landlord = $1 and about = $2 and digest = $3',
)

const lockOf = statement<{ readonly lockedUntil: Instant | null }>(
  'lock-of-tries',
  'select locked_until as "lockedUntil" from tries where landlord = $1 and about = $2 and digest = $3',
)

const dropTriesBefore = statement(
  'drop-tries-before',
  'delete from tries where landlord = $1 and began_at < $2 and coalesce(locked_until, began_at) < $2 returning 1',
)
