import type { Acting } from '#core/people/acting.ts'
import { type Role, roles } from '#core/people/role.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { utcDay } from '#core/time/instant.ts'
import { readDuties } from '../../ledger/duties.ts'
import { statement } from '../../statement.ts'
import type { Store } from '../../store.ts'
import { instantText } from '../../types.ts'

/** A newsletter or a review takes longer than a letter: this is how long before it is due that it is raised. */
const ahead = 28 * utcDay

/** How a duty stands among notices, which are otherwise of cases. */
const noCase = 'the landlord'

/**
 * Raises the landlord’s own duties, those that come round: four weeks before they are due, and when they are overdue, each
 * once. The notice goes to the first of the staff who may record that they were done, with the morning’s digest.
 */
export async function noticeDuties(
  store: Store,
  acting: Acting,
): Promise<{ readonly raised: number } | Refused> {
  const duties = await readDuties(store, acting)
  if (isRefused(duties)) return duties
  const now = store.now()
  const due = duties.filter(({ keepsUntil, outcome }) => keepsUntil <= now + ahead && outcome !== 'paused')
  return store.database.transact(acting, 'jobs.write', async (tx) => {
    const raised = await tx.run(raiseDuties, [
      acting.landlord,
      noCase,
      due.map(({ promise }) => promise),
      due.map(({ n }) => n),
      due.map(({ keepsUntil }) => instantText(keepsUntil)),
      instantText(now),
      recording,
    ])
    return { raised: raised.length }
  })
}

/** The roles of those who record that a duty was done. */
const recording = (Object.keys(roles) as Role[]).filter((role) =>
  roles[role].may.some((permission) => permission === 'returns.write'),
)

const raiseDuties = statement(
  'raise-duties',
  `insert into notices (landlord, case_id, promise, n, occasion, staff_id, kind, keeps_until, made_at)
   select $1, $2, d.promise, d.n, case when d.keeps_until < $6 then 'overdue' else 'due' end, who.staff_id,
          'duty', d.keeps_until, $6
     from unnest($3::text[], $4::integer[], $5::timestamptz[]) as d (promise, n, keeps_until)
     cross join (
       select staff_id from staff where landlord = $1 and active and roles && $7::text[]
        order by staff_id limit 1) who
   on conflict do nothing returning 1`,
)
