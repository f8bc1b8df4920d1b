import { type Refused, refused } from '#core/refused.ts'
import type { PublicAsked } from '#http/public/public-route.ts'
import type { Site } from '#store/public/site.ts'

/** What a landlord’s pages are drawn from, or that it has none yet. */
export function siteOf({ site }: PublicAsked): Site | Refused {
  return site ?? nothingYet
}

const nothingYet = refused(
  'not found',
  'this landlord has published nothing yet',
  'come back when its standards are out',
)

/** For what is not there, or no longer. */
export function notHere(): Refused {
  return refused(
    'not found',
    'there is no page at this address',
    'it may have been taken down; the links on this page lead to everything there is',
  )
}
