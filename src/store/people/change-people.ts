import type { Acting } from '#core/people/acting.ts'
import { isRole, type Role } from '#core/people/role.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { invite, type PersonAdded } from './add-person.ts'
import type { Door } from './door.ts'
import { endOne } from './my-sessions.ts'
import { noSuchPerson, type PersonShown, personShown } from './people.ts'
import { logPeople } from './people-log.ts'
import { rolesRefused } from './role-rules.ts'
import { endSessionsOf } from './sessions.ts'
import { forgetTries } from './tries.ts'

/** Sends somebody who can sign in another link to choose a password with. */
export async function inviteAgain(
  store: Store,
  acting: Acting,
  { door, staffId }: { readonly door: Door; readonly staffId: string },
): Promise<PersonAdded | Refused> {
  return changing(store, acting, staffId, async (tx, at, person) => {
    if (person.email === null || !person.hasSignIn) return noSignIn()
    if (!person.active) return refused('not valid', `${person.name} is stopped`, 'let them in again first')
    return { staffId, link: await invite(tx, at, door, { staffId, name: person.name, email: person.email }) }
  })
}

/** Says what somebody is; it counts with their next request. */
export async function giveRoles(
  store: Store,
  acting: Acting,
  asked: {
    readonly staffId: string
    readonly roles: readonly string[]
    readonly contractorId?: string | null
  },
): Promise<{ readonly roles: readonly Role[] } | Refused> {
  return changing(store, acting, asked.staffId, async (tx, at, person) => {
    const contractorId = asked.contractorId === undefined ? person.contractorId : asked.contractorId
    const faulty = await rolesRefused(tx, asked.roles, contractorId)
    if (faulty !== undefined) return faulty
    const roles = [...new Set(asked.roles)].filter(isRole)
    if (
      isSelf(acting, asked.staffId) &&
      person.roles.includes('administrator') &&
      !roles.includes('administrator')
    )
      return refused(
        'not allowed',
        'you cannot stop being an administrator yourself',
        'ask another administrator',
      )
    await tx.run(updateRoles, [
      acting.landlord,
      asked.staffId,
      roles,
      contractorId,
      instantText(at),
      acting.by,
    ])
    await logPeople(tx, at, 'roles given', {
      staffId: asked.staffId,
      detail: { before: person.roles, roles },
    })
    return { roles }
  })
}

/** Stops somebody from signing in, at once, or lets them in again. */
export async function setActive(
  store: Store,
  acting: Acting,
  { staffId, active }: { readonly staffId: string; readonly active: boolean },
): Promise<{ readonly active: boolean } | Refused> {
  return changing(store, acting, staffId, async (tx, at) => {
    if (!active && isSelf(acting, staffId))
      return refused('not allowed', 'you cannot stop yourself', 'ask another administrator')
    await tx.run(updateActive, [acting.landlord, staffId, active, instantText(at), acting.by])
    if (!active) await endSessionsOf(tx, at, staffId)
    await logPeople(tx, at, active ? 'person let in again' : 'person stopped', { staffId })
    return { active }
  })
}

/** Ends one of a person’s sessions, or all of them. */
export async function endPersonsSessions(
  store: Store,
  acting: Acting,
  { staffId, sessionId }: { readonly staffId: string; readonly sessionId?: string | undefined },
): Promise<{ readonly ended: number } | Refused> {
  return changing(store, acting, staffId, async (tx, at) => {
    const ended =
      sessionId === undefined
        ? await endSessionsOf(tx, at, staffId)
        : await endOne(tx, at, staffId, sessionId)
    if (ended > 0) await logPeople(tx, at, 'sessions ended', { staffId, detail: { ended } })
    return { ended }
  })
}

/** Lets somebody try again who was locked out. */
export async function unlock(
  store: Store,
  acting: Acting,
  { door, staffId }: { readonly door: Door; readonly staffId: string },
): Promise<{ readonly unlocked: true } | Refused> {
  return changing(store, acting, staffId, async (tx, at, { email }) => {
    await forgetTries(tx, { about: 'person', of: email ?? '', box: door.box })
    await logPeople(tx, at, 'sign-in unlocked', { staffId })
    return { unlocked: true as const }
  })
}

/** Takes away the second factor of somebody who lost their telephone; whoever needs one sets up another next time. */
export async function takeSecondFactorAway(
  store: Store,
  acting: Acting,
  { staffId }: { readonly staffId: string },
): Promise<{ readonly taken: true } | Refused> {
  return changing(store, acting, staffId, async (tx, at, person) => {
    if (!person.hasSignIn) return noSignIn()
    await tx.run(dropSecondFactor, [acting.landlord, staffId])
    await endSessionsOf(tx, at, staffId)
    await logPeople(tx, at, 'second factor taken away', { staffId })
    return { taken: true as const }
  })
}

/** Every change to one person is made in one way: with permission, to somebody who is there. */
async function changing<Done>(
  store: Store,
  acting: Acting,
  staffId: string,
  change: (tx: Transaction, at: Instant, person: PersonShown) => Promise<Done | Refused>,
): Promise<Done | Refused> {
  return store.database.transact(acting, 'people', async (tx) => {
    const person = await personShown(tx, staffId)
    return person === undefined ? noSuchPerson() : change(tx, store.now(), person)
  })
}

function isSelf(acting: Acting, staffId: string): boolean {
  return acting.staffId === staffId
}

function noSignIn(): Refused {
  return refused('not valid', 'they cannot sign in so far', 'let them sign in first')
}

const updateRoles = statement(
  'update-roles',
  `update staff set roles = $3, contractor_id = $4, version = version + 1, changed_at = $5, changed_by = $6
    where landlord = $1 and staff_id = $2`,
)

const updateActive = statement(
  'update-active',
  `update staff set active = $3, version = version + 1, changed_at = $4, changed_by = $5
    where landlord = $1 and staff_id = $2`,
)

const dropSecondFactor = statement(
  'drop-second-factor',
  `update sign_ins set totp_secret = null, totp_confirmed_at = null, totp_last_step = 0, recovery_digests = '{}'
    where landlord = $1 and staff_id = $2`,
)
