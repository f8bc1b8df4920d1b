import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import { instantText } from '../types.ts'

/** Work to be done later, on behalf of the landlord whose transaction adds it. */
export interface JobToDo {
  readonly task: string
  readonly payload?: unknown
  /** Not before this; at once where it is not said. */
  readonly runAt?: Instant
  /**
   * Of jobs with the same key, only the last added is done. One that is already running is left to end, and this one is
   * done after it or beside it, since it may know of something newer.
   */
  readonly key?: string
  /** Adds nothing where a job of this key is waiting, running or to be tried again: for what comes round by itself. */
  readonly unlessThere?: boolean
}

/** Adds a job within the transaction: it is there if the transaction is committed, and not otherwise. */
export async function enqueue(
  tx: Transaction,
  { task, payload = {}, runAt, key, unlessThere = false }: JobToDo,
): Promise<void> {
  await tx.run(addJob, [task, JSON.stringify(payload), instantText(runAt), key ?? null, unlessThere])
}

const addJob = statement('enqueue-job', 'select kept_enqueue($1, $2::json, $3::timestamptz, $4, $5)')
