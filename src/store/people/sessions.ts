import { permissionsOf, type Role } from '#core/people/role.ts'
import type { Acting } from '#core/people/acting.ts'
import type { Instant } from '#core/time/instant.ts'
import { isRefused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { doorActing } from './door.ts'
import { rolesThatCount, type SecondFactor, type Standing, standingOf } from './standing.ts'
import { digestOfSecret, newSecret, type Token, tokenText } from './token.ts'

const minute = 60_000
const hour = 60 * minute

/** Not seen for longer than this, a session is over. */
export const longestIdle = 12 * hour
/** However busy, a session is over after this. */
const longestSession = 7 * 24 * hour
/** How long somebody may take between the password and what comes after it. */
const longestHalfway = 15 * minute
/** When it was last seen is written no more often than this. */
const seenEvery = 5 * minute

/** Somebody who came with a session that holds. */
export interface Visitor {
  readonly standing: Standing
  /** On whose behalf they act: with no permissions at all until they are `in`. */
  readonly acting: Acting & { readonly staffId: string }
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly landlord: { readonly slug: string; readonly name: string }
  readonly sessionId: string
  readonly hasPassword: boolean
  readonly totpConfirmedAt: Instant | null
  readonly recoveryCodes: number
}

/** What to begin a session with. */
export interface Began {
  readonly staffId: string
  readonly secondFactor: SecondFactor
  readonly browser: string
  /** Set where something is still asked for after this, so that half a sign-in does not lie about for days. */
  readonly halfway: boolean
}

/** Begins a session; gives the text for the cookie, which is kept nowhere. */
export async function beginSession(tx: Transaction, at: Instant, began: Began): Promise<string> {
  const { landlord } = tx.acting
  const secret = newSecret()
  const endsAt = at + (began.halfway ? longestHalfway : longestSession)
  await tx.run(insertSession, [
    landlord,
    digestOfSecret(secret),
    newId(),
    began.staffId,
    began.secondFactor,
    began.browser.slice(0, 100),
    instantText(at),
    instantText(endsAt),
  ])
  return tokenText({ landlord, secret })
}

/**
 * Who came with this session, as they stand now; nothing where it is over, or they are no longer active. What asks by itself,
 * such as a page left open, does not count as their being seen.
 */
export async function visitorWith(
  store: Store,
  token: Token,
  by: 'themselves' | 'a page left open' = 'themselves',
): Promise<Visitor | undefined> {
  const at = store.now()
  const digest = digestOfSecret(token.secret)
  const { landlord } = token
  const door = doorActing(landlord)
  const rows = await store.database.look(door, 'people', sessionByDigest, [
    landlord,
    digest,
    instantText(at),
    instantText(at - longestIdle),
  ])
  if (isRefused(rows)) return undefined
  const [found] = rows
  if (found === undefined) return undefined
  if (by === 'themselves' && found.seenAt < at - seenEvery)
    await store.database.transact(door, 'people', (tx) =>
      tx.run(seeSession, [landlord, digest, instantText(at)]),
    )
  return visitorOf(landlord, found)
}

/** Ends the session of this token; it is no fault where it is over already. */
export async function endSessionWith(store: Store, token: Token): Promise<void> {
  await store.database.transact(doorActing(token.landlord), 'people', (tx) =>
    tx.run(endByDigest, [token.landlord, digestOfSecret(token.secret), instantText(store.now())]),
  )
}

/** Ends all of a person's sessions, but the one named; gives how many there were. */
export async function endSessionsOf(
  tx: Transaction,
  at: Instant,
  staffId: string,
  butSession: string | null = null,
): Promise<number> {
  const ended = await tx.run(endAllOf, [tx.acting.landlord, staffId, instantText(at), butSession])
  return ended.length
}

/** Throws away sessions that were over by then. */
export async function dropOldSessions(tx: Transaction, before: Instant): Promise<number> {
  const dropped = await tx.run(dropSessionsBefore, [tx.acting.landlord, instantText(before)])
  return dropped.length
}

function visitorOf(landlord: number, row: SessionRow): Visitor {
  const { staffId, contractorId, name, email, sessionId, slug, landlordName } = row
  const roles = rolesThatCount(row.roles, contractorId)
  const standing = standingOf({ ...row, roles })
  const may = standing === 'in' ? permissionsOf(roles) : new Set<never>()
  return {
    standing,
    acting: {
      landlord,
      by: `staff:${staffId}`,
      may,
      staffId,
      ...(contractorId !== null && { contractorId }),
    },
    name,
    email,
    roles,
    landlord: { slug, name: landlordName },
    sessionId,
    hasPassword: row.hasPassword,
    totpConfirmedAt: row.totpConfirmedAt,
    recoveryCodes: row.recoveryCodes,
  }
}

interface SessionRow {
  readonly sessionId: string
  readonly staffId: string
  readonly secondFactor: SecondFactor
  readonly seenAt: Instant
  readonly name: string
  readonly email: string
  readonly roles: readonly string[]
  readonly contractorId: string | null
  readonly totpConfirmedAt: Instant | null
  readonly mustChange: boolean
  readonly hasPassword: boolean
  readonly recoveryCodes: number
  readonly slug: string
  readonly landlordName: string
}

const insertSession = statement(
  'insert-session',
  `insert into sessions (landlord, digest, session_id, staff_id, second_factor, browser, made_at, seen_at, ends_at)
   values ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
)

const sessionByDigest = statement<SessionRow>(
  'session-by-digest',
  `select s.session_id as "sessionId", s.staff_id as "staffId", s.second_factor as "secondFactor",
          s.seen_at as "seenAt", p.name, i.email, p.roles, p.contractor_id as "contractorId",
          i.totp_confirmed_at as "totpConfirmedAt", i.must_change as "mustChange",
          i.password_hash is not null as "hasPassword", cardinality(i.recovery_digests) as "recoveryCodes",
          l.slug, l.name as "landlordName"
     from sessions s
     join sign_ins i on i.landlord = s.landlord and i.staff_id = s.staff_id
     join staff p on p.landlord = s.landlord and p.staff_id = s.staff_id
     join landlords l on l.landlord = s.landlord
    where s.landlord = $1 and s.digest = $2 and s.ended_at is null and s.ends_at > $3 and s.seen_at > $4
      and p.active`,
)

const seeSession = statement(
  'see-session',
  'update sessions set seen_at = $3 where landlord = $1 and digest = $2',
)

const endByDigest = statement(
  'end-session-by-digest',
  'update sessions set ended_at = $3 where landlord = $1 and digest = $2 and ended_at is null returning 1',
)

const endAllOf = statement(
  'end-sessions-of-person',
  `update sessions set ended_at = $3
    where landlord = $1 and staff_id = $2 and ended_at is null and session_id is distinct from $4
   returning 1`,
)

const dropSessionsBefore = statement(
  'drop-sessions-before',
  'delete from sessions where landlord = $1 and ends_at < $2 returning 1',
)
