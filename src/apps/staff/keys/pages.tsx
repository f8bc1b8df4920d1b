import { isForKeys } from '#core/people/permission.ts'
import { isRefused, refused } from '#core/refused.ts'
import { parseDay } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import { faultOf } from '#http/layout/fault.ts'
import { listIn, textIn } from '#http/layout/fields.ts'
import { type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { endKey, listKeys, makeKey } from '#store/people/keys.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { type KeyTyped, KeyMade, Keys } from './keys.tsx'

/** Keys for programs of the landlord. */
export const keyPages: readonly PageRoute[] = [
  pageRoute({ method: 'GET', path: '/keys', who: 'people', handle: async (asked) => keysPage(asked, blank) }),
  pageRoute({
    method: 'POST',
    path: '/keys',
    who: 'people',
    handle: async (asked) => {
      const { store, visitor, fields } = asked
      const typed = {
        name: textIn(fields, 'name'),
        scopes: listIn(fields, 'scopes').filter(isForKeys),
        endsOn: textIn(fields, 'endsOn'),
      }
      const endsOn = typed.endsOn === '' ? undefined : parseDay(typed.endsOn)
      const made =
        typed.endsOn !== '' && endsOn === undefined
          ? refused('not valid', 'this is not a date', 'write one such as 2027-03-31', '/endsOn')
          : await makeKey(store, visitor.acting, { name: typed.name, scopes: typed.scopes, endsOn })
      if (isRefused(made)) return keysPage(asked, { ...typed, faults: [{ field: 'name', ...faultOf(made) }] })
      return { title: 'Copy this API key now', content: <KeyMade name={typed.name} apiKey={made.key} /> }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/keys/:keyId/end',
    who: 'people',
    handle: async ({ store, visitor, params }) => {
      const ended = await endKey(store, visitor.acting, { keyId: params['keyId'] ?? '' })
      return isRefused(ended) ? ended : { goTo: local`/keys?done=ended` }
    },
  }),
]

const blank: KeyTyped = { name: '', scopes: [], endsOn: '', faults: [] }

async function keysPage({ store, visitor, query, formToken }: PageAsked<Visitor>, typed: KeyTyped) {
  const keys = await listKeys(store, visitor.acting)
  if (isRefused(keys)) return keys
  return {
    title: 'API keys',
    content: <Keys keys={keys} typed={typed} token={formToken} />,
    faults: typed.faults,
    notice: textIn(query, 'done') === 'ended' ? 'The key is ended. It no longer opens anything.' : undefined,
    ...(typed.faults.length > 0 && { status: 422 }),
  }
}
