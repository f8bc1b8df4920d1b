import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** An account at the provider. */
export interface Account {
  readonly sub: string
  readonly email?: string
  readonly verified?: boolean
}

/** A real OpenID provider on a free port, which lets everybody in as the account that a test names. */
export interface IdentityProvider {
  readonly issuer: string
  account: Account
  close(): Promise<void>
}

export const client = { clientId: 'kept', clientSecret: 'a secret of the tests and of nobody else' } as const

/** Starts one that knows Kept at this address. */
export async function startIdentityProvider(origin: string): Promise<IdentityProvider> {
  let answer: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void = () => {}
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const known = new Map<string, Account>()
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${origin}/openid/back`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    cookies: { keys: ['a key of the tests'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/enter/${uid}` },
    pkce: { required: () => true },
    findAccount: (_ctx, sub) => {
      const account = known.get(sub)
      if (account === undefined) return undefined
      const { email, verified = true } = account
      return {
        accountId: sub,
        claims: () => ({ sub, ...(email !== undefined && { email, email_verified: verified }) }),
      }
    },
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: client.clientId,
        accountId: ctx.oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  const handle = provider.callback()
  const identity: IdentityProvider = {
    issuer,
    account: { sub: 'nobody' },
    close: () => new Promise((closed) => server.close(() => closed()).closeAllConnections()),
  }
  answer = async (request, response) => {
    if (!request.url?.startsWith('/enter/')) return handle(request, response)
    known.set(identity.account.sub, identity.account)
    return provider.interactionFinished(request, response, { login: { accountId: identity.account.sub } })
  }
  return identity
}
