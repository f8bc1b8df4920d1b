import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** What was done to who may do what. */
export type PeopleAct =
  | 'person added'
  | 'person invited'
  | 'person changed'
  | 'person stopped'
  | 'person let in again'
  | 'roles given'
  | 'sign-in locked'
  | 'sign-in unlocked'
  | 'password changed'
  | 'password reset'
  | 'second factor set up'
  | 'second factor taken away'
  | 'recovery codes made'
  | 'recovery code used'
  | 'identity provider joined'
  | 'sessions ended'
  | 'API key made'
  | 'API key ended'

/** One line of the log: ids and codes alone. */
export interface PeopleLogEntry {
  readonly entry: number
  readonly at: Instant
  readonly actor: string
  readonly did: PeopleAct
  readonly staffId: string | null
  readonly keyId: string | null
  readonly detail: unknown
  /** As they are called today, where they are staff. */
  readonly staffName: string | null
  readonly actorName: string | null
}

/** Writes a line, in the transaction that does what it says. */
export async function logPeople(
  tx: Transaction,
  at: Instant,
  did: PeopleAct,
  about: { readonly staffId?: string; readonly keyId?: string; readonly detail?: object },
): Promise<void> {
  const { landlord, by } = tx.acting
  const { staffId = null, keyId = null, detail = {} } = about
  await tx.run(insertEntry, [landlord, instantText(at), by, did, staffId, keyId, JSON.stringify(detail)])
}

/** What was changed about people and keys, newest first, before the entry `before`. */
export async function readPeopleLog(
  store: Store,
  acting: Acting,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<readonly PeopleLogEntry[] | Refused> {
  return store.database.transact(acting, 'people', (tx) =>
    tx.run(entriesBefore, [acting.landlord, before ?? Number.MAX_SAFE_INTEGER, limit]),
  )
}

const insertEntry = statement(
  'insert-people-log',
  `insert into people_log (landlord, at, actor, did, staff_id, key_id, detail) values ($1, $2, $3, $4, $5, $6, $7)`,
)

const entriesBefore = statement<PeopleLogEntry>(
  'people-log-before',
  `select g.entry, g.at, g.actor, g.did, g.staff_id as "staffId", g.key_id as "keyId", g.detail,
          p.name as "staffName", a.name as "actorName"
     from people_log g
     left join staff p on p.landlord = g.landlord and p.staff_id = g.staff_id
     left join staff a on a.landlord = g.landlord and 'staff:' || a.staff_id = g.actor
    where g.landlord = $1 and g.entry < $2
    order by g.entry desc
    limit $3`,
)
