import { local } from '#http/html/local.ts'
import type { NavigationLink, Places } from '#http/layout/navigation.tsx'
import { isOpenTo, type PageRoute } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { withinPerformance } from './performance/places.ts'

/** The main navigation: one line a link, in this order. It is shown to whoever may see the page, once there is one. */
const main: readonly (NavigationLink & { readonly unless?: string })[] = [
  { text: 'Today', href: local`/` },
  { text: 'Cases', href: local`/cases` },
  { text: 'Calls', href: local`/calls` },
  { text: 'Diary', href: local`/diary` },
  { text: 'Reception', href: local`/reception` },
  { text: 'Complaints', href: local`/complaints` },
  { text: 'Repairs', href: local`/repairs` },
  { text: 'Outbox', href: local`/outbox` },
  { text: 'Promises', href: local`/promises` },
  { text: 'Performance', href: local`/performance`, within: withinPerformance },
  // Who sees no figures goes there from here.
  { text: 'Observations', href: local`/observations/mine`, unless: '/performance' },
  { text: 'Surveys', href: local`/surveys`, unless: '/performance' },
  { text: 'Administration', href: local`/administration`, within: ['/people', '/keys', '/jobs'] },
  // From there these are reached as well.
  { text: 'People', href: local`/people`, unless: '/administration' },
  { text: 'API keys', href: local`/keys`, unless: '/administration' },
  { text: 'Jobs', href: local`/jobs`, unless: '/administration' },
]

const own: readonly NavigationLink[] = [{ text: 'My account', href: local`/account` }]

const record: NavigationLink = { text: 'Record a contact', href: local`/contacts/new` }

/** Where somebody who is in may go from any page, of the pages there are. */
export function placesIn(routes: readonly PageRoute[]): (visitor: Visitor) => Places {
  const pages = new Map(routes.filter(({ method }) => method === 'GET').map((route) => [route.path, route]))
  return ({ acting }) => {
    const isOpen = (href: string): boolean => {
      const route = pages.get(href)
      return route !== undefined && isOpenTo(route, acting)
    }
    return {
      main: main.filter(({ href, unless }) => isOpen(href) && !(unless !== undefined && isOpen(unless))),
      own: own.filter(({ href }) => isOpen(href)),
      record: isOpen(record.href) ? record : undefined,
      search: isOpen('/search') ? local`/search` : undefined,
    }
  }
}
