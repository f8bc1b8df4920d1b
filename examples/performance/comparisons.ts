import { isRefused, type Refused } from '#core/refused.ts'
import { customers } from '#store/masters/kinds/customers.ts'
import { strands } from '#store/masters/kinds/strands.ts'
import { listMasters } from '#store/masters/reading.ts'
import { addMaster } from '#store/masters/writing.ts'
import type { PerformanceGround } from './ground.ts'

/** More than the demonstration has. */
const most = 200

const ages = ['under-30', '30-to-59', '60-and-over', 'prefer-not-to-say'] as const

/** What customers told of their age, so that figures can be compared by it. Told once: a second answer is refused and left. */
export async function recordComparisons({ store, acting }: PerformanceGround): Promise<Refused | undefined> {
  const found = await listMasters(store, acting, customers, { limit: most })
  if (isRefused(found)) return found
  for (const [place, { id }] of found.entries()) {
    const value = ages[place % ages.length] ?? 'prefer-not-to-say'
    const told = { customer: id, strand: 'age-band', value, source: 'sign-up' }
    const added = await addMaster(store, acting, strands, { id: `age-of-${id}`, values: told })
    if (isRefused(added) && added.because !== 'already there') return added
  }
  return undefined
}
