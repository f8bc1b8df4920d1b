import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'

/** More strands than anybody asks about. */
const mostStrands = 30

/** By which strands of their profiles customers can be compared: those that anybody has answered. */
export async function strandsToCompare(store: Store, acting: Acting): Promise<readonly string[] | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const rows = await tx.run(strandsThereAre, [acting.landlord, mostStrands])
    return rows.map(({ strand }) => strand)
  })
}

const strandsThereAre = statement<{ readonly strand: string }>(
  'strands-there-are',
  'select distinct strand from profile_strands where landlord = $1 order by strand limit $2',
)
