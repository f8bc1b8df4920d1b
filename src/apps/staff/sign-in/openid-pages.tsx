import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { sentence } from '#http/layout/fault.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { browserWords } from '#http/session/browser-words.ts'
import { clearCookie, cookieOf, mannerOf, setCookie } from '#http/session/cookies.ts'
import { type Openid, openidBack } from '#http/sign-in/openid.ts'
import { comeInByOpenid } from '#store/people/by-openid.ts'
import { wentIn } from './went-in.ts'
import { landlordAt } from './which-landlord.ts'

/** Signing in with the account of one’s own organisation: going there, and coming back. */
export function openidPages(openid: Openid): readonly PageRoute[] {
  return [
    pageRoute({
      method: 'GET',
      path: '/sign-in/:slug/openid',
      who: 'anybody',
      handle: async ({ store, door, params, query, reply }) => {
        const landlord = await landlordAt(store, params)
        if (isRefused(landlord)) return landlord
        if (!openid.isFor(landlord.slug)) return { goTo: local`/sign-in/${landlord.slug}` }
        const begun = await openid.begin({ ...landlord, next: textIn(query, 'next'), at: store.now() })
        if (isRefused(begun)) return notIn(begun, landlord.slug)
        setCookie(reply, mannerOf(door.origin), 'openid', begun.cookie, 600)
        return { goTo: begun.goTo }
      },
    }),
    pageRoute({
      method: 'GET',
      path: openidBack,
      who: 'anybody',
      handle: async ({ store, door, request, reply }) => {
        const manner = mannerOf(door.origin)
        const cookie = cookieOf(request, 'openid', manner)
        clearCookie(reply, manner, 'openid')
        const came = await openid.finish({ path: request.url, cookie, at: store.now() })
        if (isRefused(came)) return notIn(came)
        const browser = browserWords(request.headers['user-agent'])
        const cameIn = await comeInByOpenid(store, door, { ...came, browser })
        return isRefused(cameIn) ? notIn(cameIn, came.slug) : wentIn(cameIn, came.next)
      },
    }),
  ]
}

/** Says why, and what to do: nobody is left wondering on a blank page. */
function notIn({ refusal, fix = '' }: Refused, slug?: string): PageAnswer {
  const title = 'You are not signed in'
  return {
    status: 403,
    title,
    content: (
      <>
        <h1>{title}</h1>
        <p>{sentence(refusal)}</p>
        {fix !== '' && <p>{sentence(fix)}</p>}
        <p>
          <a href={slug === undefined ? local`/sign-in` : local`/sign-in/${slug}`}>Go back to sign in</a>
        </p>
      </>
    ),
  }
}
