import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import type { Store } from '../store.ts'
import { dropOldResets } from './reset.ts'
import { dropOldSessions } from './sessions.ts'
import { dropOldTries } from './tries.ts'

const day = 24 * 3_600_000

/** Throws away what no longer opens any door: sessions and links a month after their end, tries after two days. */
export async function sweepSignIns(
  store: Store,
  acting: Acting,
): Promise<{ readonly sessions: number; readonly links: number; readonly tries: number } | Refused> {
  return store.database.transact(acting, 'people', async (tx) => {
    const at = store.now()
    return {
      sessions: await dropOldSessions(tx, at - 30 * day),
      links: await dropOldResets(tx, at - 30 * day),
      tries: await dropOldTries(tx, at - 2 * day),
    }
  })
}
