import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import type { Door } from './door.ts'
import { parseEmail } from './email.ts'
import { invitationMail, mailStaff } from './mail.ts'
import { noSuchPerson, personShown, staffIdWithEmail } from './people.ts'
import { logPeople } from './people-log.ts'
import { linkFor } from './reset.ts'
import { rolesRefused } from './role-rules.ts'

/** Whom to let in. */
export interface PersonToAdd {
  readonly name: string
  readonly email: string
  readonly roles: readonly string[]
  readonly contractorId?: string | undefined
  /** A member of staff who is in the list already, but could not sign in so far. */
  readonly staffId?: string | undefined
  /** Already hashed: for demonstrations and the first administrator. Otherwise they are invited to choose one. */
  readonly passwordHash?: string | undefined
}

/** Whom was added, and the link they were sent. */
export interface PersonAdded {
  readonly staffId: string
  /** Where nobody reads the mail of the first administrator yet, whoever runs the machine hands it over. */
  readonly link: string | undefined
}

/** Lets a member of staff sign in, adding them to the staff where they are not in it, and invites them by e-mail. */
export async function addPerson(
  store: Store,
  acting: Acting,
  { door, person }: { readonly door: Door; readonly person: PersonToAdd },
): Promise<PersonAdded | Refused> {
  const email = parseEmail(person.email)
  if (isRefused(email)) return email
  const name = person.name.trim()
  if (name === '' || name.length > 200)
    return refused('not valid', 'a name has between 1 and 200 characters', 'write their name', '/name')
  return store.database.transact(acting, 'people', async (tx) => {
    const at = store.now()
    const faulty = await rolesRefused(tx, person.roles, person.contractorId ?? null)
    if (faulty !== undefined) return faulty
    const staffId = person.staffId ?? (await staffIdWithEmail(tx, email)) ?? newId()
    if (!(await hasStaff(tx, staffId)) && person.staffId !== undefined) return noSuchPerson()
    await tx.run(upsertStaff, [
      acting.landlord,
      staffId,
      name,
      email,
      person.contractorId ?? null,
      person.roles,
      instantText(at),
      acting.by,
    ])
    const added = await tx.run(insertSignIn, [
      acting.landlord,
      staffId,
      email,
      person.passwordHash ?? null,
      instantText(at),
    ])
    if (added.length === 0)
      return refused(
        'already there',
        'somebody with this e-mail address can sign in already',
        'look for them in the list',
        '/email',
      )
    await logPeople(tx, at, 'person added', { staffId, detail: { roles: person.roles } })
    if (person.passwordHash !== undefined) return { staffId, link: undefined }
    return { staffId, link: await invite(tx, at, door, { staffId, name, email }) }
  })
}

/** Sends somebody a link to choose their first password with. */
export async function invite(
  tx: Transaction,
  at: Instant,
  door: Door,
  person: { readonly staffId: string; readonly name: string; readonly email: string },
): Promise<string> {
  const link = await linkFor(tx, at, door, person.staffId, 'invitation')
  const [landlord] = await tx.run(nameOfLandlord, [tx.acting.landlord])
  await logPeople(tx, at, 'person invited', { staffId: person.staffId })
  await mailStaff(tx, at, invitationMail(person, landlord?.name ?? 'your landlord', link))
  return link
}

async function hasStaff(tx: Transaction, staffId: string): Promise<boolean> {
  return (await personShown(tx, staffId)) !== undefined
}

const upsertStaff = statement(
  'upsert-staff-for-sign-in',
  `insert into staff as p (landlord, staff_id, name, email, contractor_id, roles, changed_at, changed_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (landlord, staff_id) do update
      set name = excluded.name, email = excluded.email, contractor_id = excluded.contractor_id, roles = excluded.roles,
          active = true, version = p.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
)

const insertSignIn = statement(
  'insert-sign-in',
  `insert into sign_ins (landlord, staff_id, email, password_hash, made_at) values ($1, $2, $3, $4, $5)
   on conflict do nothing returning 1`,
)

const nameOfLandlord = statement<{ readonly name: string }>(
  'name-of-landlord',
  'select name from landlords where landlord = $1',
)
