import { randomBytes } from 'node:crypto'
import { generateSecret, generateURI, verify } from 'otplib'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { type Door, doorActing } from './door.ts'
import { changedMail, mailStaff } from './mail.ts'
import { logPeople } from './people-log.ts'
import type { SecretBox } from './secret-box.ts'
import { endSessionsOf, endSessionWith, type Visitor } from './sessions.ts'
import { type AtTheDoor, type CameIn, comeIn, countPersonTry, personAtTheDoor, tooMany } from './sign-in.ts'
import type { SecondFactor } from './standing.ts'
import { forgetTries } from './tries.ts'
import type { Token } from './token.ts'

/** What an authenticator app needs to know. */
export interface AppSecret {
  /** To type in: letters and figures that are not mistaken for each other. */
  readonly secret: string
  /** To scan or open: `otpauth://totp/…`. */
  readonly address: string
}

/** A visitor and the session they came with, which is ended when they get a better one. */
export interface Came {
  readonly visitor: Visitor
  readonly token: Token
  readonly browser: string
}

/** Lets somebody in who came half way, with a code of their app or one of their recovery codes. */
export async function passSecondFactor(
  store: Store,
  door: Door,
  { visitor, token, browser }: Came,
  code: string,
): Promise<CameIn | Refused> {
  const acting = doorActing(visitor.acting.landlord)
  const { staffId } = visitor.acting
  const checked = await store.database.transact(acting, 'people', async (tx) => {
    const at = store.now()
    const person = await personAtTheDoor(tx, staffId)
    if (person === undefined || !person.active) return { by: undefined }
    const tried = await countPersonTry(tx, at, door, { email: person.email, person })
    if (tried !== 'goes on') return { tried }
    const by = await factorShown(tx, at, door.box, staffId, code)
    if (by === 'recovery code') await tellOfRecoveryCode(tx, at, person)
    return { person, by }
  })
  if (isRefused(checked)) return checked
  if (checked.tried !== undefined) return tooMany(checked.tried)
  const { person, by } = checked
  if (person === undefined || by === undefined) return wrongCode()
  const cameIn = await store.database.transact(acting, 'people', async (tx) => {
    await forgetTries(tx, { about: 'person', of: person.email, box: door.box })
    return comeIn(tx, store.now(), door, { person, secondFactor: by, browser })
  })
  await endSessionWith(store, token)
  return cameIn
}

/** The secret for an app, made anew unless one was shown already and waits to be confirmed. */
export async function offerSecondFactor(
  store: Store,
  door: Door,
  { acting, email, landlord }: Visitor,
): Promise<AppSecret | Refused> {
  return store.database.transact(doorActing(acting.landlord), 'people', async (tx) => {
    const row = await factorOf(tx, acting.staffId)
    if (row?.totpConfirmedAt !== null) return alreadySetUp()
    const waiting =
      row.totpSecret === null ? undefined : door.box.open(row.totpSecret, placeOf(tx, acting.staffId))
    const secret = waiting ?? generateSecret()
    if (waiting === undefined)
      await tx.run(offerSecret, [
        acting.landlord,
        acting.staffId,
        door.box.seal(secret, placeOf(tx, acting.staffId)),
      ])
    return { secret, address: generateURI({ issuer: `Kept ${landlord.name}`, label: email, secret }) }
  })
}

/** What somebody has after they set up the second factor: a new session, and codes to be kept on paper. */
export interface SetUp extends CameIn {
  /** Shown once. */
  readonly recoveryCodes: readonly string[]
}

/** Sets up the second factor with a first code, which shows that the app has the secret. Other sessions end. */
export async function confirmSecondFactor(
  store: Store,
  door: Door,
  { visitor, browser }: Came,
  code: string,
): Promise<SetUp | Refused> {
  const { landlord, staffId } = visitor.acting
  const codes = newRecoveryCodes()
  return store.database.transact<SetUp>(
    { ...doorActing(landlord), by: `staff:${staffId}` },
    'people',
    async (tx) => {
      const at = store.now()
      const row = await factorOf(tx, staffId)
      if (row?.totpConfirmedAt !== null) return alreadySetUp()
      const step = await stepOf(tx, at, door.box, { staffId, row, code })
      if (step === undefined) return wrongCode()
      const digests = codes.map((each) => recoveryDigest(door.box, staffId, each))
      await tx.run(confirmSecret, [landlord, staffId, instantText(at), step, digests])
      await endSessionsOf(tx, at, staffId)
      await logPeople(tx, at, 'second factor set up', { staffId })
      const person = await personAtTheDoor(tx, staffId)
      if (person === undefined) throw new Error('whoever set up a second factor is gone')
      await mailStaff(tx, at, changedMail(person, 'A second factor was set up for your sign-in.'))
      return {
        ...(await comeIn(tx, at, door, { person, secondFactor: 'code', browser })),
        recoveryCodes: codes,
      }
    },
  )
}

/** Ten new recovery codes for whoever is in with a second factor; those before no longer count. */
export async function renewRecoveryCodes(
  store: Store,
  door: Door,
  { acting, totpConfirmedAt }: Visitor,
): Promise<readonly string[] | Refused> {
  if (totpConfirmedAt === null) return refused('not valid', 'you have no second factor', 'set one up first')
  const { landlord, staffId } = acting
  const codes = newRecoveryCodes()
  return store.database.transact<readonly string[]>(
    { ...doorActing(landlord), by: acting.by },
    'people',
    async (tx) => {
      const digests = codes.map((each) => recoveryDigest(door.box, staffId, each))
      await tx.run(replaceRecoveryCodes, [landlord, staffId, digests])
      await logPeople(tx, store.now(), 'recovery codes made', { staffId })
      return codes
    },
  )
}

async function factorShown(
  tx: Transaction,
  at: Instant,
  box: SecretBox,
  staffId: string,
  code: string,
): Promise<SecondFactor | undefined> {
  const row = await factorOf(tx, staffId)
  if (row === undefined || row.totpConfirmedAt === null) return undefined
  const step = await stepOf(tx, at, box, { staffId, row, code })
  if (step !== undefined) {
    const taken = await tx.run(takeStep, [tx.acting.landlord, staffId, step])
    return taken.length === 1 ? 'code' : undefined
  }
  const digest = recoveryDigest(box, staffId, code)
  const used = await tx.run(takeRecoveryCode, [tx.acting.landlord, staffId, digest])
  return used.length === 1 ? 'recovery code' : undefined
}

/** The half minute whose code this is, if it is one of now or its neighbours and none like it was taken since. */
async function stepOf(
  tx: Transaction,
  at: Instant,
  box: SecretBox,
  { staffId, row, code }: { readonly staffId: string; readonly row: Factor; readonly code: string },
): Promise<number | undefined> {
  const token = code.replaceAll(/\s/g, '')
  if (row.totpSecret === null || !/^[0-9]{6}$/.test(token)) return undefined
  const secret = box.open(row.totpSecret, placeOf(tx, staffId))
  if (secret === undefined)
    throw new Error('a sealed secret cannot be opened: KEPT_SECRET is not what it was')
  const result = await verify({ secret, token, epoch: Math.floor(at / 1000), epochTolerance: 30 })
  if (!result.valid || !('timeStep' in result)) return undefined
  return result.timeStep > row.totpLastStep ? result.timeStep : undefined
}

async function tellOfRecoveryCode(tx: Transaction, at: Instant, person: AtTheDoor): Promise<void> {
  await logPeople(tx, at, 'recovery code used', { staffId: person.staffId })
  await mailStaff(tx, at, changedMail(person, 'One of your recovery codes was used to sign in.'))
}

async function factorOf(tx: Transaction, staffId: string): Promise<Factor | undefined> {
  const [row] = await tx.run(factorOfPerson, [tx.acting.landlord, staffId])
  return row
}

function placeOf(tx: Transaction, staffId: string): string {
  return `totp ${tx.acting.landlord} ${staffId}`
}

const howManyCodes = 10
const codeLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `4F7K2-MPX9Q`: fifty random bits each. */
function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: howManyCodes }, () => {
    const text = [...randomBytes(10)].map((byte) => codeLetters[byte & 31]).join('')
    return `${text.slice(0, 5)}-${text.slice(5)}`
  })
}

/** O and I are not among the letters, so whoever reads them means nought and one. */
function recoveryDigest(box: SecretBox, staffId: string, code: string): Buffer {
  const plain = code
    .slice(0, 100)
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '')
  return box.mark(`${staffId} ${plain}`, 'recovery code')
}

function wrongCode(): Refused {
  return refused(
    'not valid',
    'the code is not right, or was used already',
    'type the six figures your app shows now, or one of your recovery codes',
    '/code',
  )
}

function alreadySetUp(): Refused {
  return refused(
    'already there',
    'you have a second factor already',
    'ask an administrator to take it away first',
  )
}

interface Factor {
  readonly totpSecret: Buffer | null
  readonly totpConfirmedAt: Instant | null
  readonly totpLastStep: number
}

const factorOfPerson = statement<Factor>(
  'second-factor-of-person',
  `select totp_secret as "totpSecret", totp_confirmed_at as "totpConfirmedAt", totp_last_step as "totpLastStep"
     from sign_ins where landlord = $1 and staff_id = $2 for update`,
)

const offerSecret = statement(
  'offer-second-factor',
  'update sign_ins set totp_secret = $3 where landlord = $1 and staff_id = $2 and totp_confirmed_at is null',
)

const confirmSecret = statement(
  'confirm-second-factor',
  `update sign_ins set totp_confirmed_at = $3, totp_last_step = $4, recovery_digests = $5
    where landlord = $1 and staff_id = $2`,
)

const takeStep = statement(
  'take-second-factor-step',
  `update sign_ins set totp_last_step = $3 where landlord = $1 and staff_id = $2 and totp_last_step < $3 returning 1`,
)

const takeRecoveryCode = statement(
  'take-recovery-code',
  `update sign_ins set recovery_digests = array_remove(recovery_digests, $3)
    where landlord = $1 and staff_id = $2 and $3 = any(recovery_digests) returning 1`,
)

const replaceRecoveryCodes = statement(
  'replace-recovery-codes',
  'update sign_ins set recovery_digests = $3 where landlord = $1 and staff_id = $2',
)
