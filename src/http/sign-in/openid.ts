import * as client from 'openid-client'
import { type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Vouched } from '#store/people/by-openid.ts'
import type { Door } from '#store/people/door.ts'

/** The identity provider of this installation, as it was registered there. */
export interface OpenidSettings {
  /** `https://login.example.org/tenant`: its settings are read from `/.well-known/openid-configuration` below it. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string
  /** Short names of the landlords whose staff it vouches for; of all of them where none is named. */
  readonly landlords: readonly string[]
}

/** The provider, once its settings have been read. */
export interface Openid {
  /** Whether it vouches for the staff of this landlord. */
  isFor(slug: string): boolean
  /** Sends somebody there; what has to be known when they come back goes into a sealed cookie. */
  begin(asked: Begun): Promise<{ readonly goTo: URL; readonly cookie: string } | Refused>
  /** Takes in who came back, if it is who was sent, and the provider vouches for them. */
  finish(asked: Finished): Promise<Came | Refused>
}

interface Begun {
  readonly landlord: number
  readonly slug: string
  /** Where to go on to afterwards. */
  readonly next: string
  readonly at: Instant
}

interface Finished {
  /** Path and query as they were asked for. */
  readonly path: string
  readonly cookie: string | undefined
  readonly at: Instant
}

/** Who came back, and what they had been about. */
export interface Came extends Omit<Vouched, 'browser'> {
  readonly slug: string
  readonly next: string
}

/** Where the provider sends people back to: this path is registered with it. */
export const openidBack = '/openid/back'

const longestAway = 10 * 60_000

/** Makes the client of a provider. Its settings are read when somebody first asks, and again where that failed. */
export function openOpenid(settings: OpenidSettings, door: Door): Openid {
  let found: Promise<client.Configuration> | undefined
  const provider = () => {
    found ??= discover(settings).catch((error: unknown) => {
      found = undefined
      throw error
    })
    return found
  }
  return {
    isFor: (slug) => settings.landlords.length === 0 || settings.landlords.includes(slug),
    begin: (asked) => orAway(async () => begin(await provider(), door, asked)),
    finish: async (asked) => {
      const about = aboutIn(door, asked)
      if (about === undefined) return lost()
      return orAway(async () => finish(await provider(), door, asked, about))
    },
  }
}

/** Plain http is for a provider on this very machine alone. */
function discover({ issuer, clientId, clientSecret }: OpenidSettings): Promise<client.Configuration> {
  const server = new URL(issuer)
  const isHere = ['127.0.0.1', '[::1]', 'localhost'].includes(server.hostname)
  const execute = [client.enableNonRepudiationChecks]
  if (server.protocol === 'http:' && isHere) execute.push(client.allowInsecureRequests)
  const authentication = clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret)
  return client.discovery(server, clientId, undefined, authentication, { execute, timeout: 10 })
}

/** What is remembered while somebody is at the provider. */
interface About {
  readonly landlord: number
  readonly slug: string
  readonly next: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly until: Instant
}

async function begin(provider: client.Configuration, door: Door, asked: Begun) {
  const { landlord, slug, next, at } = asked
  const about: About = {
    landlord,
    slug,
    next,
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
    until: at + longestAway,
  }
  const goTo = client.buildAuthorizationUrl(provider, {
    redirect_uri: `${door.origin}${openidBack}`,
    scope: 'openid email',
    state: about.state,
    nonce: about.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(about.verifier),
    code_challenge_method: 'S256',
  })
  return { goTo, cookie: door.box.seal(JSON.stringify(about), sealedFor).toString('base64url') }
}

async function finish(
  provider: client.Configuration,
  door: Door,
  asked: Finished,
  about: About,
): Promise<Came | Refused> {
  const tokens = await client.authorizationCodeGrant(provider, new URL(asked.path, door.origin), {
    expectedState: about.state,
    expectedNonce: about.nonce,
    pkceCodeVerifier: about.verifier,
  })
  const claims = tokens.claims()
  if (claims === undefined) return notVouched()
  const told =
    claims['email'] === undefined ? await askMore(provider, tokens.access_token, claims.sub) : claims
  const email = told['email']
  return {
    landlord: about.landlord,
    slug: about.slug,
    next: about.next,
    issuer: claims.iss,
    subject: claims.sub,
    email: typeof email === 'string' ? email : undefined,
    emailVerified: told['email_verified'] === true,
  }
}

/** Many providers leave the e-mail address out of what they sign, and tell it when asked. */
async function askMore(
  provider: client.Configuration,
  accessToken: string,
  subject: string,
): Promise<Readonly<Record<string, unknown>>> {
  if (provider.serverMetadata().userinfo_endpoint === undefined) return {}
  return client.fetchUserInfo(provider, accessToken, subject)
}

/** What the provider, the network or a forger did wrong is a refusal here; anything else is our own mistake. */
async function orAway<Done>(work: () => Promise<Done | Refused>): Promise<Done | Refused> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof client.AuthorizationResponseError) return declined(error.error)
    if (error instanceof client.ClientError || error instanceof client.ResponseBodyError) return notVouched()
    if (error instanceof client.WWWAuthenticateChallengeError) return notVouched()
    if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError'))
      return away()
    throw error
  }
}

const sealedFor = 'openid'

function aboutIn({ box }: Door, { cookie, at }: Finished): About | undefined {
  const words = box.open(Buffer.from((cookie ?? '').slice(0, 4_000), 'base64url'), sealedFor)
  // Only we can have sealed it, so it is as we made it.
  const about = words === undefined ? undefined : (JSON.parse(words) as About)
  return about === undefined || about.until < at ? undefined : about
}

function lost(): Refused {
  return refused('not allowed', 'this sign-in was begun elsewhere, or too long ago', 'begin again')
}

function notVouched(): Refused {
  return refused('not allowed', 'your organisation’s account did not show who you are', 'begin again')
}

function declined(error: string): Refused {
  const why =
    error === 'access_denied'
      ? 'the sign-in was broken off'
      : 'your organisation’s account refused the sign-in'
  return refused('not allowed', why, 'begin again, or sign in with a password')
}

function away(): Refused {
  return refused(
    'not allowed',
    'the service for your organisation’s accounts does not answer',
    'try again later, or sign in with a password',
  )
}
