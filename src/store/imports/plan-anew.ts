import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'

/**
 * Plans each statement of this transaction by how large the tables now are. Plans made while they were empty read them
 * whole, once a batch, and an import is what fills them.
 */
export async function planAnew(tx: Transaction): Promise<void> {
  await tx.run(customPlans)
}

const customPlans = statement('plan-anew', `select set_config('plan_cache_mode', 'force_custom_plan', true)`)
