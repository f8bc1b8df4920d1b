import type { Readable } from 'node:stream'
import type { Static, TSchema } from 'typebox'

/** What a route may answer with one status: in words, and as a schema where there is a body. */
export interface AnswerSpec {
  readonly says: string
  /** A JSON body of this schema. Nothing that it does not declare is ever sent. */
  readonly body?: TSchema
  /** NDJSON, one of these a line, sent as it is read. */
  readonly lines?: TSchema
  /** The content types of a file. */
  readonly file?: readonly string[]
}

/** The answers of a route, by status. Refusals need not be declared: each becomes problem details. */
export type AnswerSpecs = Readonly<Record<number, AnswerSpec>>

/** An answer, as its declaration says it must look. */
export type AnswerOf<Specs extends AnswerSpecs> = {
  [Status in keyof Specs & number]: Base<Status> & Content<Specs[Status]>
}[keyof Specs & number]

/** An answer, whatever its route. */
export interface Answer extends Base<number> {
  readonly body?: unknown
  readonly lines?: AsyncIterable<unknown>
  readonly file?: AnsweredFile
}

interface Base<Status extends number> {
  readonly status: Status
  readonly headers?: Readonly<Record<string, string>>
  /** What tells this state of the thing from a later one: its version. Sent in quotes as the ETag. */
  readonly etag?: string | number
}

export interface AnsweredFile {
  readonly type: string
  readonly content: Buffer | Readable
  /** The name under which a browser saves it. */
  readonly name?: string
}

type Content<Spec extends AnswerSpec> = Spec extends { readonly body: infer Body extends TSchema }
  ? { readonly body: Kept<Static<Body>> }
  : Spec extends { readonly lines: infer Line extends TSchema }
    ? { readonly lines: AsyncIterable<Kept<Static<Line>>> }
    : Spec extends { readonly file: readonly string[] }
      ? { readonly file: AnsweredFile }
      : { readonly body?: undefined }

/** The same, read only; what may be left out may also be undefined, since JSON leaves that out. */
export type Kept<Value> = Value extends readonly (infer Item)[]
  ? readonly Kept<Item>[]
  : Value extends object
    ? {
        readonly [Key in keyof Value]: {} extends Pick<Value, Key>
          ? Kept<Value[Key]> | undefined
          : Kept<Value[Key]>
      }
    : Value
