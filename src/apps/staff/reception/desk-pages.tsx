import { isRefused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { liveRoute } from '#http/live/live-route.ts'
import { rememberDesk, visitsStamp } from '#store/diaries/visits.ts'
import { DeskPage } from './desk.tsx'
import { readDesk } from './desk-read.ts'

/** Who is here, who is expected today, and who is on duty. */
export const deskPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/reception',
    who: 'cases.read',
    handle: async ({ store, visitor: { acting }, query, formToken }) => {
      const desk = await readDesk(store, acting)
      if (isRefused(desk)) return desk
      return {
        title: 'Reception',
        content: <DeskPage desk={desk} token={formToken} />,
        notice: notices[textIn(query, 'done')],
        wide: true,
        live: local`/reception/changes`,
      }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/reception/desk',
    who: 'cases.read',
    handle: async ({ store, visitor: { acting }, fields }) => {
      const set = await rememberDesk(store, acting, textIn(fields, 'office'))
      return isRefused(set) ? set : { goTo: local`/reception` }
    },
  }),
  liveRoute({
    path: '/reception/changes',
    who: 'cases.read',
    watch: async ({ store, visitor: { acting } }) => {
      const stamp = await visitsStamp(store, acting)
      // The wait is told in minutes, so a minute that has passed is a change as well.
      return isRefused(stamp) ? '' : `${stamp} ${Math.floor(store.now() / 60_000)}`
    },
  }),
]

const notices: Readonly<Record<string, string>> = {
  arrived: 'The visitor is recorded, and waits.',
  advised: 'It is recorded that the visitor knows how long the wait is.',
  nobody: 'It is recorded that nobody was available, and what you offered.',
  seen: 'The visitor is being seen.',
  left: 'The visitor has left.',
}
