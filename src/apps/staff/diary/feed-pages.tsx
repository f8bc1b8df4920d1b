import { isRefused, refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { endFeed, makeFeed, readFeed } from '#store/diaries/feeds.ts'
import { calendarText } from './calendar-text.ts'

/** The address at which a calendar program reads somebody’s diary. */
export const feedPages: readonly PageRoute[] = [
  pageRoute({
    method: 'POST',
    path: '/calendars/make',
    who: 'cases.read',
    handle: async ({ store, visitor: { acting }, door }) => {
      const made = await makeFeed(store, acting)
      if (isRefused(made)) return made
      const address = new URL(local`/calendars/${`${made.token}.ics`}`, door.origin).href
      return {
        title: 'The address of your calendar',
        content: (
          <>
            <h1 class="govuk-heading-l">The address of your calendar</h1>
            <p class="govuk-body">
              Add it to your calendar program as a calendar from the internet. It is shown this once: whoever
              has it can read when and where you have appointments.
            </p>
            <p class="secret">
              <code>{address}</code>
            </p>
          </>
        ),
        back: { href: local`/diary/${acting.staffId ?? ''}`, text: 'Your diary' },
      }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/calendars/end',
    who: 'cases.read',
    handle: async ({ store, visitor: { acting } }) => {
      const ended = await endFeed(store, acting)
      return isRefused(ended) ? ended : { goTo: local`/diary/${acting.staffId ?? ''}?done=ended` }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/calendars/:token',
    who: 'anybody',
    handle: async ({ store, params, door }) => {
      const [, token] = /^(.{1,80})\.ics$/.exec(params['token'] ?? '') ?? []
      const feed = await readFeed(store, token)
      if (feed === undefined)
        return refused(
          'not found',
          'there is no calendar at this address',
          'make a new address in your diary',
        )
      const bytes = Buffer.from(calendarText(feed, { now: store.now(), origin: door.origin }))
      return { file: { name: 'diary.ics', type: 'text/calendar; charset=utf-8', bytes } }
    },
  }),
]
