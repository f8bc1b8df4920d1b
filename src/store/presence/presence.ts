import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { type Instant, minute, second } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { caseOf } from '../ledger/read-case.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** Somebody else who has the case open. */
export interface Present {
  readonly staffId: string
  readonly name: string
  readonly seenAt: Instant
  /** When they last recorded something in it, if that was within the hour. */
  readonly recordedAt: Instant | null
}

/** A page that tells by itself that it is open does so every few seconds; having missed some, it is shut. */
const liveFor = 45 * second
/** It is written down no more often than this, so that most looks write nothing. */
const notedEvery = 15 * second
/** A page without scripts tells once. */
const otherwiseFor = 5 * minute
/** What somebody recorded longer ago is no news. */
const newsFor = 60 * minute

/** Notes that whoever acts has a case open, and gives who else has. `live` where the page goes on telling so by itself. */
export function seeCase(
  store: Store,
  acting: Acting,
  caseId: string,
  { live }: { readonly live: boolean },
): Promise<readonly Present[] | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const row = await caseOf(tx, caseId)
    return isRefused(row) ? row : see(tx, store.now(), { caseId, live })
  })
}

/**
 * What changes when something happens in a case or somebody comes or goes, for a page that is open and asks every few
 * seconds; its asking is also what shows that it is open.
 */
export function caseStamp(store: Store, acting: Acting, caseId: string): Promise<string | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const row = await caseOf(tx, caseId)
    if (isRefused(row)) return row
    const others = await see(tx, store.now(), { caseId, live: true })
    const people = others.map(({ staffId, recordedAt }) => `${staffId} ${recordedAt ?? ''}`)
    return [row.version, ...people].join(', ')
  })
}

/** Notes it and gives who else is there, in the transaction of a page that reads the case anyhow. */
export async function see(
  tx: Transaction,
  now: Instant,
  { caseId, live }: { readonly caseId: string; readonly live: boolean },
): Promise<readonly Present[]> {
  const { landlord, staffId } = tx.acting
  if (staffId !== undefined)
    await tx.run(notePresence, [
      landlord,
      caseId,
      staffId,
      instantText(now),
      live,
      instantText(now - notedEvery),
    ])
  return tx.run(presentIn, [
    landlord,
    caseId,
    staffId ?? null,
    instantText(now - liveFor),
    instantText(now - otherwiseFor),
    instantText(now - newsFor),
  ])
}

/** Removes what nobody will ask for any more, so many rows at once. */
export async function dropOldPresences(tx: Transaction, before: Instant, most: number): Promise<number> {
  return (await tx.run(dropPresences, [tx.acting.landlord, instantText(before), most])).length
}

const notePresence = statement(
  'note-presence',
  `insert into presences (landlord, case_id, staff_id, seen_at, live) select $1, $2, $3, $4, $5
    where not exists (select from presences
            where landlord = $1 and case_id = $2 and staff_id = $3 and live = $5 and seen_at > $6::timestamptz)
   on conflict (landlord, case_id, staff_id) do update set seen_at = excluded.seen_at, live = excluded.live`,
)

const presentIn = statement<Present>(
  'present-in-case',
  `select p.staff_id as "staffId", s.name, p.seen_at as "seenAt",
          (select max(e.recorded_at) from events e
            where e.landlord = p.landlord and e.case_id = p.case_id and e.actor = 'staff:' || p.staff_id
              and e.recorded_at >= $6::timestamptz) as "recordedAt"
     from presences p join staff s on s.landlord = p.landlord and s.staff_id = p.staff_id
    where p.landlord = $1 and p.case_id = $2 and p.staff_id is distinct from $3::text
      and p.seen_at >= case when p.live then $4::timestamptz else $5::timestamptz end
    order by s.name, p.staff_id limit 20`,
)

const dropPresences = statement(
  'drop-presences',
  `delete from presences where landlord = $1 and ctid = any(array(
     select ctid from presences where landlord = $1 and seen_at < $2 limit $3)) returning 1`,
)
