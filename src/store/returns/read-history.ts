import type { ReturnNeeded } from '#core/duties/returns-needed.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { DutyOwner } from '../duties/owners.ts'
import type { Store } from '../store.ts'
import { returnsGround } from './ground.ts'
import type { CheckedReturn } from './read-values.ts'

/** A return with every figure that was checked so far, the latest month first. */
export interface ReturnHistory {
  readonly needed: ReturnNeeded
  readonly owner: DutyOwner | undefined
  readonly everyMonths: number
  readonly checked: readonly CheckedReturn[]
}

/** The figures of one return; “not found” where no promise takes it. */
export function readReturnHistory(
  store: Store,
  acting: Acting,
  name: string,
): Promise<ReturnHistory | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const ground = await returnsGround(tx, store)
    if (isRefused(ground)) return ground
    const needed = ground.needed.find((each) => each.name === name)
    if (needed === undefined || acting.contractorId !== undefined)
      return refused('not found', 'no promise takes this figure', 'choose one from the list of returns')
    const owner = ground.owners.get(name)
    return {
      needed,
      owner,
      everyMonths: owner?.everyMonths ?? needed.everyMonths,
      checked: ground.checked.filter((each) => each.name === name).toReversed(),
    }
  })
}
