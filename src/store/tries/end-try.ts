import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { mayNotTry, notTheirs, tryRow } from './try-row.ts'

/** Stops a try that waits or runs; whoever runs it leaves off at the next batch. */
export function stopTry(
  store: Store,
  acting: Acting,
  tryId: string,
): Promise<{ readonly stopped: true } | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const found = mayNotTry(tx) ?? (await tryRow(tx, tryId))
    if (isRefused(found)) return found
    const fault = notTheirs(tx, found)
    if (fault !== undefined) return fault
    const stopped = await tx.run(markStopped, [acting.landlord, tryId, instantText(store.now())])
    if (stopped.length === 0)
      return refused('changed meanwhile', 'this try has ended already', 'see what it came to')
    return { stopped: true }
  })
}

/** Throws a try away, with what it came to. */
export function dropTry(
  store: Store,
  acting: Acting,
  tryId: string,
): Promise<{ readonly dropped: true } | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const found = mayNotTry(tx) ?? (await tryRow(tx, tryId))
    if (isRefused(found)) return found
    const fault = notTheirs(tx, found)
    if (fault !== undefined) return fault
    await tx.run(deleteTry, [acting.landlord, tryId])
    return { dropped: true }
  })
}

const markStopped = statement<{ readonly try_id: string }>(
  'stop-try',
  `update tried_drafts set state = 'stopped', ended_at = $3
    where landlord = $1 and try_id = $2 and state in ('waiting', 'running') returning try_id`,
)

const deleteTry = statement<{ readonly try_id: string }>(
  'delete-try',
  'delete from tried_drafts where landlord = $1 and try_id = $2 returning try_id',
)
