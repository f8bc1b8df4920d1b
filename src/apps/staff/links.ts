import { local } from '#http/html/local.ts'
import type { NavigationLink } from '#http/layout/page.tsx'
import type { Visitor } from '#store/people/sessions.ts'

/** Where somebody who is in may go from any page. */
export function linksFor({ acting }: Visitor): readonly NavigationLink[] {
  return [
    { text: 'Home', href: local`/` },
    ...(acting.may.has('people') ? [{ text: 'People', href: local`/people` }] : []),
    ...(acting.may.has('jobs.read') ? [{ text: 'Jobs', href: local`/jobs` }] : []),
    { text: 'My account', href: local`/account` },
  ]
}
