import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { ownActing } from './door.ts'
import { logPeople } from './people-log.ts'
import { endSessionsOf, longestIdle } from './sessions.ts'

/** A session as its owner may see it. */
export interface SessionShown {
  readonly sessionId: string
  readonly browser: string
  readonly madeAt: Instant
  readonly seenAt: Instant
}

/** More than this are not listed; the newest come first. */
const mostListed = 100

/** The sessions of whoever asks, newest first. */
export async function listMySessions(
  store: Store,
  acting: Acting,
): Promise<readonly SessionShown[] | Refused> {
  const own = ownActing(acting)
  if (own === undefined) return noStaff()
  return store.database.transact(own, 'people', (tx) => sessionsOf(tx, store.now(), own.staffId))
}

/** Ends one of one's own sessions, or all but the one named. */
export async function endMySessions(
  store: Store,
  acting: Acting,
  which: { readonly sessionId: string } | { readonly allBut: string },
): Promise<{ readonly ended: number } | Refused> {
  const own = ownActing(acting)
  if (own === undefined) return noStaff()
  return store.database.transact(own, 'people', async (tx) => {
    const at = store.now()
    const ended =
      'allBut' in which
        ? await endSessionsOf(tx, at, own.staffId, which.allBut)
        : await endOne(tx, at, own.staffId, which.sessionId)
    if (ended === 0 && 'sessionId' in which)
      return refused('not found', 'you have no such session', 'it may be over already')
    if (ended > 0) await logPeople(tx, at, 'sessions ended', { staffId: own.staffId, detail: { ended } })
    return { ended }
  })
}

/** A person's sessions that are not over. */
export async function sessionsOf(
  tx: Transaction,
  at: Instant,
  staffId: string,
): Promise<readonly SessionShown[]> {
  return tx.run(sessionsOfPerson, [
    tx.acting.landlord,
    staffId,
    instantText(at),
    instantText(at - longestIdle),
    mostListed,
  ])
}

/** Ends one session of a person. */
export async function endOne(
  tx: Transaction,
  at: Instant,
  staffId: string,
  sessionId: string,
): Promise<number> {
  const ended = await tx.run(endById, [tx.acting.landlord, staffId, sessionId, instantText(at)])
  return ended.length
}

/** What an API key is told where only a person has something. */
export function noStaff(): Refused {
  return refused('not allowed', 'only a member of staff who is signed in has this', 'sign in first')
}

const sessionsOfPerson = statement<SessionShown>(
  'sessions-of-person',
  `select session_id as "sessionId", browser, made_at as "madeAt", seen_at as "seenAt"
     from sessions
    where landlord = $1 and staff_id = $2 and ended_at is null and ends_at > $3 and seen_at > $4
    order by made_at desc, session_id
    limit $5`,
)

const endById = statement(
  'end-session-by-id',
  `update sessions set ended_at = $4
    where landlord = $1 and staff_id = $2 and session_id = $3 and ended_at is null returning 1`,
)
