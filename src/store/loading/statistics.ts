import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Database } from '../database.ts'
import { statement } from '../statement.ts'

/** Fewer events than this leave the tables much as they were. */
export const manyEvents = 1_000

/** Lets PostgreSQL see at once how full its tables are now, of which it would learn some minutes later; until then a page could take minutes. */
export async function gatherStatistics(database: Database, acting: Acting): Promise<Refused | undefined> {
  const done = await database.transact(acting, 'import', (tx) => tx.run(gather), {
    longestStatement: 600_000,
  })
  return isRefused(done) ? done : undefined
}

const gather = statement('gather-statistics', 'select gather_statistics()')
