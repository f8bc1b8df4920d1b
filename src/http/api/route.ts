import type { Readable } from 'node:stream'
import type { Static, TObject, TSchema } from 'typebox'
import type { Acting } from '#core/people/acting.ts'
import type { Permission } from '#core/people/permission.ts'
import type { Because, Refused } from '#core/refused.ts'
import type { Store } from '#store/store.ts'
import type { Answer, AnswerOf, AnswerSpecs, Kept } from './answer.ts'

/** What it takes to use a route. There is no way to leave it out: what is open says why. */
export type Needed =
  | Permission
  | 'signed in'
  /** One of these; which of them, the work itself says: an act on a complaint needs more than a note does. */
  | { readonly oneOf: readonly Permission[] }
  | { readonly open: string }

/** One thing the API can do, as data: served, checked, documented and tested from this alone. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`, with its parameters in braces: `/cases/{case}/acts`. */
  readonly path: string
  readonly permission: Needed
  /** What it does, as the heading of its documentation: `Open a case`. */
  readonly summary: string
  readonly description?: string
  /** Under which heading it stands. */
  readonly tag: string
  /** Parameters of the path; without it, each is text of 200 letters at the most. */
  readonly params?: TObject
  readonly query?: TObject
  /** A JSON body of this schema; with `takes`, what stands in it otherwise. */
  readonly body?: TSchema
  /** An example of a body, for the documentation and its `curl`. */
  readonly example?: unknown
  /**
   * Content types, where it is not JSON alone. NDJSON for a body that is a list is read as that list; anything else comes
   * as `asked.bytes`, or with `limits.streamed` as `asked.stream`.
   */
  readonly takes?: readonly string[]
  readonly answers: AnswerSpecs
  /** For what reasons it refuses, beside what any route may: for the documentation. */
  readonly refuses?: readonly Because[]
  /** Whether it looks at If-Match: it may be sent, or must be. */
  readonly ifMatch?: 'may' | 'must'
  /** Whether it heeds an Idempotency-Key: the same request again is answered as before, and done once. */
  readonly idempotent?: true
  readonly limits?: Limits
  readonly handle: (asked: AnyAsked) => Promise<Answer | Refused>
}

export interface Limits {
  /** How large a body may be; 1 MB unless said otherwise. */
  readonly bytes?: number
  /** How often in a minute one caller may ask it, where that is less than for all routes together. */
  readonly perMinute?: number
  /** How long it may take, in seconds, with its body and its answer; 30 unless said otherwise, and an hour where it streams. */
  readonly seconds?: number
  /** The body comes as a stream, and may be as large as `bytes` says. */
  readonly streamed?: true
}

/** What is asked of a route, checked by its schemas. */
export interface Asked<Params, Query, Body, Who> {
  readonly store: Store
  readonly acting: Who
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** What stood between the quotes of If-Match; nothing for `*`. */
  readonly ifMatch: string | undefined
  /** The key, and the digest of the whole request, so that the same key with something else is noticed. */
  readonly idempotency: Idempotency | undefined
  /** A body that is not JSON. */
  readonly bytes: Buffer
  readonly stream: Readable | undefined
  readonly contentType: string
  /** The names of content types that the caller would take, the one liked best first. */
  readonly accepts: readonly string[]
  /** Known in the log and in problem details by this. */
  readonly requestId: string
}

export interface Idempotency {
  readonly key: string
  /** The digest of all that is asked, letter for letter. */
  readonly request: string
}

/** Asked of some route, whichever. */
export type AnyAsked = Asked<never, never, never, Acting & undefined>

/**
 * Declares a route. `handle` gets what was asked already checked, with the types of the schemas, and gives one of the
 * answers declared, or a refusal.
 */
export function route<
  const Needs extends Needed,
  const Answers extends AnswerSpecs,
  Params extends TObject = NoFields,
  Query extends TObject = NoFields,
  Body extends TSchema = TSchema,
  const Given extends AnswerOf<Answers> | Refused = AnswerOf<Answers> | Refused,
>(spec: RouteSpec<Needs, Answers, Params, Query, Body, Given>): Route {
  return spec
}

export interface RouteSpec<
  Needs extends Needed,
  Answers extends AnswerSpecs,
  Params extends TObject,
  Query extends TObject,
  Body extends TSchema,
  Given,
> extends Omit<Route, 'permission' | 'params' | 'query' | 'body' | 'answers' | 'handle'> {
  readonly permission: Needs
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly answers: Answers
  readonly handle: (
    asked: Asked<Kept<Static<Params>>, Kept<Static<Query>>, Kept<Static<Body>>, WhoActs<Needs>>,
  ) => Promise<Given>
}

/** What is not declared is not there. */
type NoFields = TObject<Readonly<Record<string, never>>>

type WhoActs<Needs extends Needed> = Needs extends { readonly open: string } ? Acting | undefined : Acting
