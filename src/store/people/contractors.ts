import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'

/** A contractor, for whom a person may be said to work. */
export interface ContractorNamed {
  readonly contractorId: string
  readonly name: string
}

/** The landlord’s contractors by name, for choosing whose person somebody is. */
export async function listContractors(
  store: Store,
  acting: Acting,
): Promise<readonly ContractorNamed[] | Refused> {
  return store.database.transact(acting, 'people', (tx) => tx.run(contractorsByName, [acting.landlord]))
}

const contractorsByName = statement<ContractorNamed>(
  'contractors-by-name',
  `select contractor_id as "contractorId", name from contractors where landlord = $1 order by name, contractor_id limit 1000`,
)
