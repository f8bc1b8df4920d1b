import type { Role } from '#core/people/role.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { type Door, doorActing } from './door.ts'
import { emailInNormalForm } from './email.ts'
import { lockedMail, mailStaff } from './mail.ts'
import { logPeople } from './people-log.ts'
import { beginSession } from './sessions.ts'
import { rolesThatCount, type SecondFactor, type Standing, standingOf } from './standing.ts'
import { countTry, forgetTries, type Try } from './tries.ts'

/** What somebody types to come in, and where from. */
export interface SignInAsked {
  readonly landlord: number
  readonly email: string
  readonly password: string
  /** The network address, for counting alone: it is not kept. */
  readonly address: string
  /** A few words about the browser, shown to its owner in the list of sessions. */
  readonly browser: string
}

/** Somebody who came in, or came half way. */
export interface CameIn {
  /** For the cookie; it is kept nowhere. */
  readonly token: string
  readonly standing: Standing
}

/**
 * Signs in with e-mail address and password. Whether there is such a person, whether they are active, and whether the
 * password is right: all of it gives the same answer, after the same work.
 */
export async function signIn(store: Store, door: Door, asked: SignInAsked): Promise<CameIn | Refused> {
  const acting = doorActing(asked.landlord)
  const email = emailInNormalForm(asked.email).slice(0, 254)
  const found = await store.database.transact(acting, 'people', (tx) =>
    lookUp(tx, store.now(), door, { ...asked, email }),
  )
  if (isRefused(found)) return found
  const { tried, person } = found
  if (tried !== 'goes on') return tooMany(tried)
  const right = await door.passwords.isRight(
    asked.password.slice(0, 1_000),
    person?.passwordHash ?? undefined,
  )
  if (isRefused(right)) return right
  if (person === undefined || !person.active || !right) return wrong()
  return store.database.transact(acting, 'people', (tx) =>
    comeIn(tx, store.now(), door, { person, secondFactor: 'none', browser: asked.browser }),
  )
}

/** Who is at the door, as far as the tables say. */
export interface AtTheDoor {
  readonly staffId: string
  readonly email: string
  readonly name: string
  readonly roles: readonly string[]
  readonly contractorId: string | null
  readonly active: boolean
  readonly passwordHash: string | null
  readonly totpConfirmedAt: Instant | null
  readonly mustChange: boolean
}

/** Begins a session for somebody who showed who they are. Only who is quite in has all wrong tries forgotten. */
export async function comeIn(
  tx: Transaction,
  at: Instant,
  door: Door,
  came: { readonly person: AtTheDoor; readonly secondFactor: SecondFactor; readonly browser: string },
): Promise<CameIn> {
  const { person, secondFactor, browser } = came
  const roles: readonly Role[] = rolesThatCount(person.roles, person.contractorId)
  const standing = standingOf({ ...person, roles, secondFactor })
  const halfway = standing !== 'in'
  const token = await beginSession(tx, at, { staffId: person.staffId, secondFactor, browser, halfway })
  if (standing !== 'second factor')
    await forgetTries(tx, { about: 'person', of: person.email, box: door.box })
  if (!halfway) await tx.run(noteSignIn, [tx.acting.landlord, person.staffId, instantText(at)])
  return { token, standing }
}

/** Who has this e-mail address, in its normal form. */
export async function personWithEmail(tx: Transaction, email: string): Promise<AtTheDoor | undefined> {
  const [person] = await tx.run(personByEmail, [tx.acting.landlord, email])
  return person
}

/** Who this member of staff is at the door. */
export async function personAtTheDoor(tx: Transaction, staffId: string): Promise<AtTheDoor | undefined> {
  const [person] = await tx.run(personByStaffId, [tx.acting.landlord, staffId])
  return person
}

/** Counts a try to show who one is; where that locks the door, its owner is told. */
export async function countPersonTry(
  tx: Transaction,
  at: Instant,
  door: Door,
  { email, person }: { readonly email: string; readonly person: AtTheDoor | undefined },
): Promise<Try> {
  const tried = await countTry(tx, at, { about: 'person', of: email, box: door.box })
  if (tried === 'goes on' || !tried.locked || person === undefined || !person.active) return tried
  await logPeople(tx, at, 'sign-in locked', { staffId: person.staffId, detail: { minutes: tried.minutes } })
  await mailStaff(tx, at, lockedMail(person, tried.minutes, door.origin))
  return tried
}

/** What is said where a door is locked. */
export function tooMany({ minutes }: Exclude<Try, 'goes on'>): Refused {
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`
  return refused(
    'too many',
    'there have been too many tries to sign in',
    `wait ${wait} and try again, or choose a new password by e-mail`,
  )
}

async function lookUp(
  tx: Transaction,
  at: Instant,
  door: Door,
  asked: SignInAsked,
): Promise<{ readonly tried: Try; readonly person: AtTheDoor | undefined }> {
  const person = await personWithEmail(tx, asked.email)
  const from = await countTry(tx, at, { about: 'address', of: asked.address, box: door.box })
  if (from !== 'goes on') return { tried: from, person }
  return { tried: await countPersonTry(tx, at, door, { email: asked.email, person }), person }
}

function wrong(): Refused {
  return refused(
    'not allowed',
    'the e-mail address or the password is not right',
    'check both; after 10 wrong tries you have to wait',
  )
}

const doorColumns = `
  i.staff_id as "staffId", i.email, p.name, p.roles, p.contractor_id as "contractorId", p.active,
  i.password_hash as "passwordHash", i.totp_confirmed_at as "totpConfirmedAt", i.must_change as "mustChange"`

const personByEmail = statement<AtTheDoor>(
  'person-at-the-door-by-email',
  `select ${doorColumns}
     from sign_ins i join staff p on p.landlord = i.landlord and p.staff_id = i.staff_id
    where i.landlord = $1 and i.email = $2`,
)

const personByStaffId = statement<AtTheDoor>(
  'person-at-the-door-by-staff-id',
  `select ${doorColumns}
     from sign_ins i join staff p on p.landlord = i.landlord and p.staff_id = i.staff_id
    where i.landlord = $1 and i.staff_id = $2`,
)

const noteSignIn = statement(
  'note-sign-in',
  'update sign_ins set signed_in_at = $3 where landlord = $1 and staff_id = $2',
)
