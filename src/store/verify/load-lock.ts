import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'

/**
 * A load may begin before midnight and end long after it, and all it brings in is of the day on which it began. So while
 * one runs, no day is sealed.
 */
export async function holdOffSealing(tx: Transaction): Promise<void> {
  await tx.run(lockShared, [lockOfLoads, tx.acting.landlord])
}

/** Whether nothing is being loaded; holds off loads until this transaction ends. */
export async function noLoadRuns(tx: Transaction): Promise<boolean> {
  const [tried] = await tx.run(tryLock, [lockOfLoads, tx.acting.landlord])
  return tried?.got === true
}

/** Any number that no other lock has. */
const lockOfLoads = 736_684_313

const lockShared = statement(
  'hold-off-sealing',
  'select from pg_advisory_xact_lock_shared($1::integer, $2::integer)',
)

const tryLock = statement<{ readonly got: boolean }>(
  'no-load-runs',
  'select pg_try_advisory_xact_lock($1::integer, $2::integer) as got',
)
