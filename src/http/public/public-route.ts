import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Landlord } from '#store/landlords.ts'
import type { Site } from '#store/public/site.ts'
import type { Store } from '#store/store.ts'
import type { Child } from '../html/raw.ts'
import type { Url } from '../html/url.ts'
import type { Fault } from '../layout/fault.ts'
import type { Fields } from '../layout/fields.ts'

/**
 * A page that anybody may see, as data: served, checked and tested from this. Nobody is recognised on it, no cookie is set or
 * read, and what it shows may be kept by whoever passes it on.
 */
export interface PublicRoute {
  /** POST only where a form stands: what is in its address is the leave to send it, and it must come from our own page. */
  readonly method: 'GET' | 'POST'
  /** What follows `/public/:landlord`, with its parameters as `:name`; empty for the front page. */
  readonly path: string
  readonly cache: Cache
  readonly handle: (asked: PublicAsked) => Promise<PublicAnswer | Refused>
}

/** For how long a page may be shown again without asking. `never`: it concerns one person, and nobody keeps it. */
export type Cache = 'never' | 'a minute' | 'an hour' | 'a day' | 'a year'

/** What is asked of a public page. */
export interface PublicAsked {
  readonly store: Store
  /** Anybody (`publicActing`). */
  readonly acting: Acting
  readonly landlord: Landlord
  /** What its public pages are drawn from; nothing while it has no edition. */
  readonly site: Site | undefined
  /** Under which address we are reached, for what is read elsewhere. */
  readonly origin: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Fields
  /** What was typed; known to come from a page of ours. */
  readonly fields: Fields
}

/** A page, a file, or where to go instead. */
export type PublicAnswer = PublicPage | PublicFile | { readonly goTo: Url }

/** A page in words. */
export interface PublicPage {
  readonly title: string
  readonly content: Child
  readonly status?: number
  /** As BCP 47 has it; British English unless said. */
  readonly language?: string
  readonly direction?: 'ltr' | 'rtl'
  /** Other forms of the same, as files: large print, Braille, audio. */
  readonly formats?: readonly PublicLink[]
  /** The page that this one belongs to. */
  readonly back?: PublicLink
  /** What is wrong with what was typed. */
  readonly faults?: readonly Fault[]
  /** What was just done. */
  readonly notice?: string
  /** When what it shows was last changed, where that is known. */
  readonly changedAt?: Instant
  /** It changes by itself then, so that it is not kept for longer. */
  readonly freshUntil?: Instant
  /** Drawn without the ways to other pages, as a form is that asks for attention of its own. */
  readonly alone?: true
}

/** A link of a public page. */
export interface PublicLink {
  readonly text: string
  readonly href: Url
}

/** A file at a public address. */
export interface PublicFile {
  readonly file: {
    readonly name: string
    /** Its content type, with its letters where it is text: `text/csv; charset=utf-8`. */
    readonly type: string
    readonly bytes: Uint8Array
    /** To be kept rather than shown. */
    readonly keep?: true
  }
  readonly changedAt?: Instant
  readonly freshUntil?: Instant
  /** Anybody’s own pages and programs may read it. */
  readonly open?: true
  /** Relations to other addresses, as the header Link has them: the metadata of a table. */
  readonly links?: readonly { readonly href: Url; readonly rel: string; readonly type?: string }[]
}

/** Something that belongs to no landlord: the list of them, what robots are told. Its path stands at the root. */
export interface RootRoute {
  readonly path: string
  readonly cache: Cache
  readonly handle: (asked: Pick<PublicAsked, 'store' | 'origin'>) => Promise<PublicPage | PublicFile>
}

/** Declares a public page. */
export function publicRoute(spec: PublicRoute): PublicRoute {
  return spec
}
