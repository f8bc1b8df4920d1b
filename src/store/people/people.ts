import type { Acting } from '#core/people/acting.ts'
import type { Role } from '#core/people/role.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { type SessionShown, sessionsOf } from './my-sessions.ts'
import type { Door } from './door.ts'
import { emailInNormalForm } from './email.ts'
import { isLocked } from './tries.ts'

/** A member of staff, and whether and how they may sign in. */
export interface PersonShown {
  readonly staffId: string
  readonly name: string
  /** Of the sign-in, where there is one; of the staff list otherwise. */
  readonly email: string | null
  readonly roles: readonly Role[]
  readonly contractorId: string | null
  readonly active: boolean
  readonly hasSignIn: boolean
  readonly hasPassword: boolean
  readonly hasSecondFactor: boolean
  readonly comesByOpenid: boolean
  readonly signedInAt: Instant | null
}

/** A page of people, by name. */
export interface PeoplePage {
  readonly people: readonly PersonShown[]
  /** Where the next page begins: `after` of the next asking. Nothing on the last. */
  readonly next: PeopleCursor | undefined
}

/** The last of the page before. */
export interface PeopleCursor {
  readonly name: string
  readonly staffId: string
}

/** Lists staff by name, those with and those without a sign-in. */
export async function listPeople(
  store: Store,
  acting: Acting,
  { after, limit }: { readonly after?: PeopleCursor | undefined; readonly limit: number },
): Promise<PeoplePage | Refused> {
  return store.database.transact(acting, 'people', async (tx) => {
    const rows = await tx.run(peopleAfter, [
      acting.landlord,
      after?.name ?? '',
      after?.staffId ?? '',
      limit + 1,
    ])
    const people = rows.slice(0, limit)
    const last = people.at(-1)
    const more = rows.length > limit && last !== undefined
    return { people, next: more ? { name: last.name, staffId: last.staffId } : undefined }
  })
}

/** One person, with what an administrator may see of their sign-in. */
export interface PersonInFull extends PersonShown {
  readonly sessions: readonly SessionShown[]
  readonly lockedUntil: Instant | undefined
}

/** One member of staff, with their sessions. */
export async function findPerson(
  store: Store,
  acting: Acting,
  { door, staffId }: { readonly door: Door; readonly staffId: string },
): Promise<PersonInFull | Refused> {
  return store.database.transact(acting, 'people', async (tx) => {
    const person = await personShown(tx, staffId)
    if (person === undefined) return noSuchPerson()
    const at = store.now()
    const tried = { about: 'person' as const, of: person.email ?? '', box: door.box }
    return {
      ...person,
      sessions: await sessionsOf(tx, at, staffId),
      lockedUntil: await isLocked(tx, at, tried),
    }
  })
}

/** The member of staff with this e-mail address. */
export async function findStaffId(
  store: Store,
  acting: Acting,
  { email }: { readonly email: string },
): Promise<string | Refused> {
  return store.database.transact(
    acting,
    'people',
    async (tx) => (await staffIdWithEmail(tx, emailInNormalForm(email))) ?? noSuchPerson(),
  )
}

/** One member of staff. */
export async function personShown(tx: Transaction, staffId: string): Promise<PersonShown | undefined> {
  const [person] = await tx.run(personById, [tx.acting.landlord, staffId])
  return person
}

/** The member of staff with this e-mail address, in its normal form. */
export async function staffIdWithEmail(tx: Transaction, email: string): Promise<string | undefined> {
  const [found] = await tx.run(staffIdByEmail, [tx.acting.landlord, email])
  return found?.staffId
}

/** What is said where an id is nobody’s of this landlord. */
export function noSuchPerson(): Refused {
  return refused('not found', 'there is no such member of staff', 'look for them in the list of people')
}

const columns = `
  p.staff_id as "staffId", p.name, coalesce(i.email, lower(p.email)) as email, p.roles, p.contractor_id as "contractorId",
  p.active, i.staff_id is not null as "hasSignIn", i.password_hash is not null as "hasPassword",
  i.totp_confirmed_at is not null as "hasSecondFactor", i.openid_subject is not null as "comesByOpenid",
  i.signed_in_at as "signedInAt"`

const peopleAfter = statement<PersonShown>(
  'people-after',
  `select ${columns}
     from staff p left join sign_ins i on i.landlord = p.landlord and i.staff_id = p.staff_id
    where p.landlord = $1 and (p.name, p.staff_id) > ($2, $3)
    order by p.name, p.staff_id
    limit $4`,
)

const personById = statement<PersonShown>(
  'person-by-id',
  `select ${columns}
     from staff p left join sign_ins i on i.landlord = p.landlord and i.staff_id = p.staff_id
    where p.landlord = $1 and p.staff_id = $2`,
)

const staffIdByEmail = statement<{ readonly staffId: string }>(
  'staff-id-by-email',
  `select p.staff_id as "staffId"
     from staff p left join sign_ins i on i.landlord = p.landlord and i.staff_id = p.staff_id
    where p.landlord = $1 and coalesce(i.email, lower(p.email)) = $2
    order by p.staff_id limit 1`,
)
