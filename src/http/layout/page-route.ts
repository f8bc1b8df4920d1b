import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Acting } from '#core/people/acting.ts'
import { type Permission, permissions } from '#core/people/permission.ts'
import type { Refused } from '#core/refused.ts'
import type { Door } from '#store/people/door.ts'
import type { Visitor } from '#store/people/sessions.ts'
import type { Store } from '#store/store.ts'
import type { Url } from '../html/url.ts'
import type { Fields } from './fields.ts'
import type { SentFile } from './sent-file.ts'
import type { PageWords } from './page.tsx'

/** Who may see a page or send its form. There is no way to leave it out. */
export type Who = 'anybody' | 'half way' | 'signed in' | Permission

/** A page, as data: served, checked and tested from this. */
export interface PageRoute {
  readonly method: 'GET' | 'POST'
  /** With its parameters as `:name`. */
  readonly path: string
  readonly who: Who
  /** Whoever has this permission may see it as well. */
  readonly alsoWith?: Permission
  /** Shut to a contractor’s people, whatever they may do: nothing but their own jobs exists for them. */
  readonly ownStaffOnly?: true
  /** Its form may send files, of 10 MB together; other forms may not. */
  readonly takesFiles?: true
  readonly handle: (asked: PageAsked<never>) => Promise<PageAnswer | Refused>
  /** For a stream of events instead of a page (`liveRoute`): a stamp of what is watched. */
  readonly watch?: (asked: PageAsked<never>) => Promise<string>
}

/** Whether a page is for somebody who is in, or one of those that are for anybody. */
export function isOpenTo(
  { who, alsoWith, ownStaffOnly }: Pick<PageRoute, 'who' | 'alsoWith' | 'ownStaffOnly'>,
  { may, contractorId }: Acting,
): boolean {
  if (ownStaffOnly === true && contractorId !== undefined) return false
  if (alsoWith !== undefined && may.has(alsoWith)) return true
  return !(who in permissions) || may.has(who as Permission)
}

/** What is asked of a page. */
export interface PageAsked<Came> {
  readonly store: Store
  readonly door: Door
  /** Who asks; for a page that anybody may see, perhaps nobody. */
  readonly visitor: Came
  readonly params: Readonly<Record<string, string>>
  readonly query: Fields
  /** What was typed; already known to come from a form of ours. */
  readonly fields: Fields
  /** The files that came with the form, where its route takes any. */
  readonly files?: readonly SentFile[]
  /** For the forms on the page. */
  readonly formToken: string
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** A page, or where to go instead. */
export type PageAnswer = ShownPage | GoneTo | GivenFile

/** A file made for whoever asks, such as a letter to look at before it is sent. */
export interface GivenFile {
  readonly file: {
    readonly name: string
    readonly type:
      | 'application/pdf'
      | 'text/calendar; charset=utf-8'
      | 'application/json; charset=utf-8'
      | 'text/html; charset=utf-8'
      | 'text/csv; charset=utf-8'
      | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      | 'text/plain; charset=utf-8'
      | 'application/x-brf'
      | 'audio/ogg'
      | 'audio/mpeg'
      | 'application/octet-stream'
    readonly bytes: Uint8Array
    /** To be kept rather than shown: what is made for a browser is not opened on our own site. */
    readonly keep?: true
  }
}

export interface ShownPage extends PageWords {
  readonly status?: number
  /** Whose page it is, where nobody is signed in yet. */
  readonly landlord?: string
  /** The session to go on with from this page. */
  readonly session?: { readonly token: string }
}

export interface GoneTo {
  readonly goTo: Url | URL
  /** The session to go with from now on, or none. */
  readonly session?: { readonly token: string } | 'over'
}

/** Declares a page: its handler is given somebody, unless anybody may see it. */
export function pageRoute<const Asks extends Who>(
  spec: Omit<PageRoute, 'who' | 'handle'> & {
    readonly who: Asks
    readonly handle: (
      asked: PageAsked<Asks extends 'anybody' ? Visitor | undefined : Visitor>,
    ) => Promise<PageAnswer | Refused>
  },
): PageRoute {
  return spec
}
