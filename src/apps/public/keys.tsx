import { isRefused } from '#core/refused.ts'
import { type PublicRoute, publicRoute } from '#http/public/public-route.ts'
import { publicKeysOf } from '#store/reports/published.ts'

/** The keys with which published reports can be checked. */
export const keyRoute: PublicRoute = publicRoute({
  method: 'GET',
  path: '/keys',
  cache: 'an hour',
  handle: async ({ store, acting, landlord }) => {
    const keys = await publicKeysOf(store, acting)
    if (isRefused(keys)) return keys
    return {
      title: 'Our keys',
      content: (
        <>
          <h1>Our keys</h1>
          <p>
            {`${landlord.name} signs each report it publishes (Ed25519), so that anybody can check that nothing was changed since.`}
          </p>
          {keys.length === 0 && <p>No report has been signed yet.</p>}
          {keys.map(({ keyId, publicKey }) => (
            <section aria-labelledby={`key-${keyId}`}>
              <h2 id={`key-${keyId}`}>{`Key ${keyId}`}</h2>
              <pre class="kept-digest">{publicKey}</pre>
            </section>
          ))}
        </>
      ),
    }
  },
})
