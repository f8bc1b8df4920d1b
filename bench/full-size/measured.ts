import type { Acting } from '#core/people/acting.ts'

/** What is measured: a server with its database, full of made cases. */
export interface Measured {
  readonly url: string
  readonly acting: Acting
  readonly address: string
  /** Of several callers, since one may only ask so often a minute. */
  readonly keys: readonly string[]
  /** The processes of the database. */
  readonly postgres: readonly number[]
  /** Those of the server, and of the database. */
  readonly pids: readonly number[]
}
