import type { Acting } from '#core/people/acting.ts'
import type { Permission } from '#core/people/permission.ts'
import { customers } from '#store/masters/kinds/customers.ts'
import { addMaster } from '#store/masters/writing.ts'
import type { Store } from '#store/store.ts'
import { done } from '../databases.ts'

/** A customer with everything that an erasure must reach. */
export const mabel = {
  kind: 'person',
  name: 'Mabel O’Shaughnessy',
  title: 'Mrs',
  knownAs: 'Maebh Shaw',
  dateOfBirth: '1941-07-03',
  telephone: '01539 900 123',
  mobile: '+44 7700 900456',
  email: 'Mabel.Shaw@example.org',
  address: '4 Fell Close\nKendal',
  postcode: 'la9 4aa',
  since: '1999-04-01',
} as const

/** Adds a customer; gives the id. */
export async function addCustomer(
  store: Store,
  acting: Acting,
  id: string,
  values: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return done(await addMaster(store, acting, customers, { id, values: { ...mabel, ...values } })).id
}

/** Somebody of the same landlord who may do this and nothing else. */
export function withOnly(acting: Acting, ...may: readonly Permission[]): Acting {
  return { ...acting, by: 'staff:x1', may: new Set(may) }
}
