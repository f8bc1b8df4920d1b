import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { type Door, doorActing } from './door.ts'
import { emailInNormalForm } from './email.ts'
import { changedMail, mailStaff } from './mail.ts'
import { logPeople } from './people-log.ts'
import { type AtTheDoor, type CameIn, comeIn, personAtTheDoor, personWithEmail } from './sign-in.ts'

/** What the landlord’s identity provider vouches for. */
export interface Vouched {
  readonly landlord: number
  readonly issuer: string
  readonly subject: string
  readonly email: string | undefined
  readonly emailVerified: boolean
  readonly browser: string
}

/**
 * Lets somebody in whom the identity provider vouches for: who came this way before by their subject there, and the first
 * time by an e-mail address that the provider has verified. Nobody is made by coming; who is not there is told so.
 */
export async function comeInByOpenid(store: Store, door: Door, vouched: Vouched): Promise<CameIn | Refused> {
  return store.database.transact<CameIn>(doorActing(vouched.landlord), 'people', async (tx) => {
    const person = await knownTo(tx, vouched)
    if (isRefused(person)) return person
    const at = store.now()
    if (person.joinsNow) {
      await tx.run(joinOpenid, [vouched.landlord, person.staffId, vouched.issuer, vouched.subject])
      await logPeople(tx, at, 'identity provider joined', { staffId: person.staffId })
      await mailStaff(
        tx,
        at,
        changedMail(person, 'You signed in with your organisation’s account for the first time.'),
      )
    }
    return comeIn(tx, at, door, { person, secondFactor: 'openid', browser: vouched.browser })
  })
}

async function knownTo(
  tx: Transaction,
  vouched: Vouched,
): Promise<(AtTheDoor & { readonly joinsNow: boolean }) | Refused> {
  const { landlord, issuer, subject, email, emailVerified } = vouched
  const [joined] = await tx.run(staffIdBySubject, [landlord, issuer, subject])
  if (joined !== undefined) {
    const person = await personAtTheDoor(tx, joined.staffId)
    return person?.active === true ? { ...person, joinsNow: false } : unknown()
  }
  if (email === undefined || !emailVerified)
    return refused(
      'not allowed',
      'your organisation’s account has no verified e-mail address, so we cannot tell who you are',
      'ask whoever looks after those accounts',
    )
  const person = await personWithEmail(tx, emailInNormalForm(email))
  if (person === undefined || !person.active) return unknown()
  const [other] = await tx.run(subjectOf, [landlord, person.staffId])
  if (other?.subject !== null)
    return refused(
      'not allowed',
      'somebody else came with this e-mail address before, from another account',
      'ask an administrator of Kept',
    )
  return { ...person, joinsNow: true }
}

function unknown(): Refused {
  return refused(
    'not allowed',
    'your account is known, but you have no sign-in to Kept at this landlord',
    'ask an administrator of Kept to add you',
  )
}

const staffIdBySubject = statement<{ readonly staffId: string }>(
  'staff-id-by-subject',
  `select staff_id as "staffId" from sign_ins where landlord = $1 and openid_issuer = $2 and openid_subject = $3`,
)

const subjectOf = statement<{ readonly subject: string | null }>(
  'openid-subject-of-person',
  'select openid_subject as subject from sign_ins where landlord = $1 and staff_id = $2',
)

const joinOpenid = statement(
  'join-openid',
  'update sign_ins set openid_issuer = $3, openid_subject = $4 where landlord = $1 and staff_id = $2',
)
