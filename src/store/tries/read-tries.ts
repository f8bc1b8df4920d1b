import type { Acting } from '#core/people/acting.ts'
import type { Turned } from '#core/promises/replay.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { mayNotSee, noSuchTry, tryColumns, type TryRow, tryRow, type TryShown } from './try-row.ts'

export type { TryRow, TryResult, TryShown } from './try-row.ts'

/** Every try, the latest first. */
export function listTries(store: Store, acting: Acting): Promise<readonly TryShown[] | Refused> {
  return store.database.transact(
    acting,
    'figures.read',
    async (tx) => mayNotSee(tx) ?? (await tx.run(latestTries, [acting.landlord])),
  )
}

/** One try, with what it came to once it is done. */
export function readTry(store: Store, acting: Acting, tryId: string): Promise<TryRow | Refused> {
  return store.database.transact(
    acting,
    'figures.read',
    async (tx) => mayNotSee(tx) ?? (await tryRow(tx, tryId)),
  )
}

/** The draft that was tried, word for word. */
export function draftTried(store: Store, acting: Acting, tryId: string): Promise<string | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const fault = mayNotSee(tx)
    if (fault !== undefined) return fault
    const [row] = await tx.run(draftOfTry, [acting.landlord, tryId])
    return row?.pack ?? noSuchTry()
  })
}

/** Which cases to list: of one promise, after the last of the page before. */
export interface TurnsAsked {
  readonly tryId: string
  readonly promise: string
  readonly after?: number
  readonly limit?: number
}

/** A clock that turned, with its place in the list. */
export interface TurnListed extends Turned {
  readonly place: number
}

const mostOnAPage = 200

/** The cases in which a promise came out otherwise, page by page. */
export function turnsOfTry(
  store: Store,
  acting: Acting,
  { tryId, promise, after = -1, limit = 50 }: TurnsAsked,
): Promise<readonly TurnListed[] | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const found = mayNotSee(tx) ?? (await tryRow(tx, tryId))
    if (isRefused(found)) return found
    return tx.run(turnsListed, [acting.landlord, tryId, promise, after, Math.min(limit, mostOnAPage)])
  })
}

const latestTries = statement<TryShown>(
  'latest-tries',
  `select ${tryColumns} from tried_drafts where landlord = $1 order by made_at desc, try_id limit 50`,
)

const draftOfTry = statement<{ readonly pack: string }>(
  'draft-of-try',
  'select pack from tried_drafts where landlord = $1 and try_id = $2',
)

const turnsListed = statement<TurnListed>(
  'turns-of-try',
  `select place, promise, case_id as "case", n, was as "before", comes_to as "after" from tried_turns
    where landlord = $1 and try_id = $2 and promise = $3 and place > $4 order by place limit $5`,
)
