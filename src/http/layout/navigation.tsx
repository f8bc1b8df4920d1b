import { govuk } from '../govuk/index.ts'
import type { Raw } from '../html/raw.ts'
import type { Url } from '../html/url.ts'

export interface NavigationLink {
  readonly text: string
  readonly href: Url
  /** Beginnings of addresses that belong to it as well. */
  readonly within?: readonly string[]
}

/** Where somebody who is in may go from any page. */
export interface Places {
  readonly main: readonly NavigationLink[]
  /** About themselves: in the masthead, beside the button to sign out. */
  readonly own: readonly NavigationLink[]
  /** Where a contact is recorded: the most frequent of all, by a key of its own. */
  readonly record?: NavigationLink | undefined
  /** Where what is searched for is sent, as `q`. */
  readonly search?: Url | undefined
}

/** The links of the main navigation, and the button to record a contact beside them. */
export function Navigation({
  places: { main, record },
  path,
}: {
  readonly places: Places
  readonly path: string
}): Raw {
  return govuk.serviceNavigation({
    classes: 'kept-navigation',
    collapseNavigationOnMobile: false,
    navigationLabel: 'Main',
    navigation: main.map((link) => ({ text: link.text, href: link.href, ...standingOf(link, path) })),
    slots: record && { end: { html: recordLink(record), align: 'inline' } },
  })
}

/** Whether a link is where we are, or where we came in by. */
function standingOf(
  { href, within = [] }: NavigationLink,
  path: string,
): { readonly current?: boolean; readonly active?: boolean } {
  if (href === path) return { current: true }
  const isWithin = [href, ...within].some((each) => each !== '/' && `${path}/`.startsWith(`${each}/`))
  return isWithin ? { active: true } : {}
}

function recordLink({ text, href }: NavigationLink): Raw {
  return govuk.button({
    text,
    href,
    classes: 'kept-record',
    attributes: { 'data-record': '', accesskey: 'r' },
  })
}
