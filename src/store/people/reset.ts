import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { type Door, doorActing, ownActing } from './door.ts'
import { emailInNormalForm } from './email.ts'
import { changedMail, mailStaff, resetMail } from './mail.ts'
import { noStaff } from './my-sessions.ts'
import { passwordRefused } from './password-rules.ts'
import { logPeople } from './people-log.ts'
import { endSessionsOf, type Visitor } from './sessions.ts'
import { countPersonTry, personAtTheDoor, personWithEmail, tooMany } from './sign-in.ts'
import { digestOfSecret, newSecret, type Token, tokenText } from './token.ts'
import { countTry, forgetTries } from './tries.ts'

const hour = 3_600_000
/** How long the link in a mail holds. */
const resetHolds = hour
const invitationHolds = 72 * hour

/**
 * Sends a link to choose a new password with, where there is such a person. The answer is the same where there is
 * none, and where too many were asked for: nobody is told who exists.
 */
export async function askReset(
  store: Store,
  door: Door,
  asked: { readonly landlord: number; readonly email: string; readonly address: string },
): Promise<{ readonly asked: true } | Refused> {
  const email = emailInNormalForm(asked.email).slice(0, 254)
  return store.database.transact(doorActing(asked.landlord), 'people', async (tx) => {
    const at = store.now()
    const from = await countTry(tx, at, { about: 'reset from address', of: asked.address, box: door.box })
    const of = await countTry(tx, at, { about: 'reset of person', of: email, box: door.box })
    const person = await personWithEmail(tx, email)
    if (from === 'goes on' && of === 'goes on' && person?.active === true)
      await mailStaff(tx, at, resetMail(person, await linkFor(tx, at, door, person.staffId)))
    return { asked: true as const }
  })
}

/** A link for a new password, of the kind a mail carries. Whatever links went before no longer work. */
export async function linkFor(
  tx: Transaction,
  at: Instant,
  door: Door,
  staffId: string,
  kind: 'reset' | 'invitation' = 'reset',
): Promise<string> {
  const { landlord } = tx.acting
  const secret = newSecret()
  const endsAt = at + (kind === 'reset' ? resetHolds : invitationHolds)
  await tx.run(useResets, [landlord, staffId, instantText(at)])
  await tx.run(insertReset, [landlord, digestOfSecret(secret), staffId, instantText(at), instantText(endsAt)])
  return `${door.origin}/choose-password?link=${tokenText({ landlord, secret })}`
}

/** Whether a link still works, before somebody is asked to think of a password. */
export async function isGoodLink(store: Store, token: Token): Promise<boolean> {
  const found = await store.database.transact(doorActing(token.landlord), 'people', async (tx) => ({
    staffId: await staffIdOf(tx, store.now(), token),
  }))
  return !isRefused(found) && found.staffId !== undefined
}

/** Chooses a new password with the link from a mail: once, and every session of the person ends. */
export async function choosePassword(
  store: Store,
  door: Door,
  { token, password }: { readonly token: Token; readonly password: string },
): Promise<{ readonly staffId: string } | Refused> {
  const acting = doorActing(token.landlord)
  const person = await store.database.transact(acting, 'people', async (tx) => {
    const staffId = await staffIdOf(tx, store.now(), token)
    const found = staffId === undefined ? undefined : await personAtTheDoor(tx, staffId)
    return found === undefined || !found.active ? usedLink() : found
  })
  if (isRefused(person)) return person
  const refusal = passwordRefused(password, person)
  if (refusal !== undefined) return refusal
  const hashed = await door.passwords.hashOf(password)
  if (isRefused(hashed)) return hashed
  const { staffId, email } = person
  return store.database.transact({ ...acting, by: `staff:${staffId}` }, 'people', async (tx) => {
    const at = store.now()
    const used = await tx.run(useReset, [token.landlord, digestOfSecret(token.secret), instantText(at)])
    if (used.length === 0) return usedLink()
    await tx.run(useResets, [token.landlord, staffId, instantText(at)])
    await tx.run(setPassword, [token.landlord, staffId, hashed])
    await endSessionsOf(tx, at, staffId)
    await forgetTries(tx, { about: 'person', of: email, box: door.box })
    await logPeople(tx, at, 'password reset', { staffId })
    await mailStaff(
      tx,
      at,
      changedMail(person, 'Your password was changed with a link from an e-mail to you.'),
    )
    return { staffId }
  })
}

/** Changes one's own password, knowing the one before; all other sessions end. */
export async function changePassword(
  store: Store,
  door: Door,
  { acting, sessionId }: Visitor,
  asked: { readonly now: string; readonly password: string },
): Promise<{ readonly staffId: string } | Refused> {
  const own = ownActing(acting)
  if (own === undefined) return noStaff()
  const { landlord, staffId } = own
  const looked = await store.database.transact(own, 'people', async (tx) => {
    const person = await personAtTheDoor(tx, staffId)
    if (person === undefined) return noStaff()
    return { person, tried: await countPersonTry(tx, store.now(), door, { email: person.email, person }) }
  })
  if (isRefused(looked)) return looked
  const { person, tried } = looked
  if (tried !== 'goes on') return tooMany(tried)
  const right = await door.passwords.isRight(asked.now.slice(0, 1_000), person.passwordHash ?? undefined)
  if (isRefused(right)) return right
  if (!right)
    return refused('not valid', 'this is not your password', 'type the one you signed in with', '/now')
  const refusal = asked.password === asked.now ? samePassword() : passwordRefused(asked.password, person)
  if (refusal !== undefined) return refusal
  const hashed = await door.passwords.hashOf(asked.password)
  if (isRefused(hashed)) return hashed
  return store.database.transact(own, 'people', async (tx) => {
    const at = store.now()
    await tx.run(setPassword, [landlord, staffId, hashed])
    await tx.run(useResets, [landlord, staffId, instantText(at)])
    await endSessionsOf(tx, at, staffId, sessionId)
    await forgetTries(tx, { about: 'person', of: person.email, box: door.box })
    await logPeople(tx, at, 'password changed', { staffId })
    await mailStaff(tx, at, changedMail(person, 'Your password was changed.'))
    return { staffId }
  })
}

/** Throws away links that no longer worked by then. */
export async function dropOldResets(tx: Transaction, before: Instant): Promise<number> {
  const dropped = await tx.run(dropResetsBefore, [tx.acting.landlord, instantText(before)])
  return dropped.length
}

async function staffIdOf(tx: Transaction, at: Instant, token: Token): Promise<string | undefined> {
  const [row] = await tx.run(goodReset, [token.landlord, digestOfSecret(token.secret), instantText(at)])
  return row?.staffId
}

function usedLink(): Refused {
  return refused(
    'not found',
    'this link no longer works',
    'ask for another: each works once, and not for long',
  )
}

function samePassword(): Refused {
  return refused('not valid', 'this is the password you have', 'choose another', '/password')
}

const insertReset = statement(
  'insert-reset',
  'insert into reset_tokens (landlord, digest, staff_id, made_at, ends_at) values ($1, $2, $3, $4, $5)',
)

const goodReset = statement<{ readonly staffId: string }>(
  'good-reset',
  `select staff_id as "staffId" from reset_tokens
    where landlord = $1 and digest = $2 and used_at is null and ends_at > $3`,
)

const useReset = statement(
  'use-reset',
  `update reset_tokens set used_at = $3
    where landlord = $1 and digest = $2 and used_at is null and ends_at > $3 returning 1`,
)

const useResets = statement(
  'use-resets-of-person',
  'update reset_tokens set used_at = $3 where landlord = $1 and staff_id = $2 and used_at is null',
)

const setPassword = statement(
  'set-password',
  'update sign_ins set password_hash = $3, must_change = false where landlord = $1 and staff_id = $2',
)

const dropResetsBefore = statement(
  'drop-resets-before',
  'delete from reset_tokens where landlord = $1 and ends_at < $2 returning 1',
)
