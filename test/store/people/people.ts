import pg from 'pg'
import { generate } from 'otplib'
import type { Acting } from '#core/people/acting.ts'
import type { Role } from '#core/people/role.ts'
import { addPerson } from '#store/people/add-person.ts'
import { type Door, openDoor } from '#store/people/door.ts'
import { confirmSecondFactor, offerSecondFactor, type SetUp } from '#store/people/second-factor.ts'
import { type Visitor, visitorWith } from '#store/people/sessions.ts'
import { type CameIn, signIn } from '#store/people/sign-in.ts'
import { parseToken, type Token } from '#store/people/token.ts'
import type { Store } from '#store/store.ts'
import { done, openTestStore, type TestStore } from '#test/store/databases.ts'

export const goodPassword = 'three blue otters'
export const secret = 'a secret of the tests, which is long enough'

/** A landlord with staff who can sign in, on a database and at a time of its own. */
export interface House extends TestStore {
  readonly landlord: Acting
  readonly door: Door
  /** What the time is; a test moves it on. */
  at: number
  /** Adds somebody with a password. */
  person(
    name: string,
    ...roles: readonly Role[]
  ): Promise<{ readonly staffId: string; readonly email: string }>
  /** Tries to sign in. */
  tries(email: string, password?: string, address?: string): ReturnType<typeof signIn>
  /** Signs in; it must work. */
  comesIn(email: string): Promise<CameIn>
  /** The mail in the outbox, oldest first, to one reader or to all. */
  mail(
    to?: string,
  ): Promise<readonly { readonly to: string; readonly subject: string; readonly text: string }[]>
}

/** Opens one. */
export async function openHouse(server?: 'embedded' | 'server', slug?: string): Promise<House> {
  const clock = { at: Date.parse('2026-03-02T09:00:00Z') }
  const opened = await openTestStore(server, { now: () => clock.at })
  const landlord = await opened.addLandlord(slug)
  const door = openDoor({ secret, origin: 'http://127.0.0.1' })
  const { store, url } = opened
  const hashed = done(await door.passwords.hashOf(goodPassword))
  const tries: House['tries'] = (email, password = goodPassword, address = '192.0.2.1') =>
    signIn(store, door, {
      landlord: landlord.landlord,
      email,
      password,
      address,
      browser: 'Firefox on Linux',
    })
  return {
    ...opened,
    landlord,
    door,
    get at() {
      return clock.at
    },
    set at(at) {
      clock.at = at
    },
    async person(name, ...roles) {
      const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`
      const person = { name, email, roles, passwordHash: hashed }
      const { staffId } = done(await addPerson(store, landlord, { door, person }))
      return { staffId, email }
    },
    tries,
    comesIn: async (email) => done(await tries(email)),
    mail: (to) => mailIn(url, to),
  }
}

/** The token in a cookie’s text. */
export function tokenIn(text: string): Token {
  const token = parseToken(text)
  if (token === undefined) throw new Error(`${text} is no token`)
  return token
}

/** Who has this session; it must hold. */
export async function visitorIn(store: Store, text: string): Promise<Visitor> {
  const visitor = await visitorWith(store, tokenIn(text))
  if (visitor === undefined) throw new Error('the session does not hold')
  return visitor
}

/** The code that an app shows at that time. */
export function codeOf(appSecret: string, at: number): Promise<string> {
  return generate({ secret: appSecret, epoch: Math.floor(at / 1000) })
}

/** Sets up the second factor for whoever has this session. */
export async function setUpSecondFactor(
  { store, door, at }: House,
  { token }: CameIn,
): Promise<SetUp & { readonly secret: string }> {
  const visitor = await visitorIn(store, token)
  const offered = done(await offerSecondFactor(store, door, visitor))
  const came = { visitor, token: tokenIn(token), browser: 'Firefox on Linux' }
  const code = await codeOf(offered.secret, at)
  return { ...done(await confirmSecondFactor(store, door, came, code)), secret: offered.secret }
}

/** The link in a mail. */
export function linkIn(text: string | undefined): Token {
  const [, link = ''] = /\/choose-password\?link=(\S+)/.exec(text ?? '') ?? []
  return tokenIn(link)
}

async function mailIn(url: string, to?: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ to: string; subject: string; text: string }>(
      'select recipient as to, subject, text from outbox where recipient = coalesce($1, recipient) order by made_at, mail_id',
      [to ?? null],
    )
    return rows
  } finally {
    await client.end()
  }
}
