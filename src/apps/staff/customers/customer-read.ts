import { isRefused, type Refused } from '#core/refused.ts'
import type { Acting } from '#core/people/acting.ts'
import { formatDay } from '#core/time/day.ts'
import { type CustomerFile, readCustomerFile } from '#store/lists/customer-file.ts'
import type { MasterDefinition, MasterRow, ValuesOf } from '#store/masters/definition.ts'
import { alerts } from '#store/masters/kinds/alerts.ts'
import { customers } from '#store/masters/kinds/customers.ts'
import { needs } from '#store/masters/kinds/needs.ts'
import { representatives } from '#store/masters/kinds/representatives.ts'
import { tenancies } from '#store/masters/kinds/tenancies.ts'
import { namesOfCustomers, namesOfHomes } from '#store/masters/names.ts'
import { listMasters, readMaster } from '#store/masters/reading.ts'
import type { Store } from '#store/store.ts'
import { todayOf } from '../times.ts'

type Row<Definition extends MasterDefinition> = MasterRow<ValuesOf<Definition>>

/** Everything that a customer’s page shows. */
export interface CustomerRead {
  readonly customer: Row<typeof customers>
  /** Of these, what holds today; what has ended is counted. */
  readonly needs: readonly Row<typeof needs>[]
  readonly alerts: readonly Row<typeof alerts>[]
  readonly representatives: readonly Row<typeof representatives>[]
  readonly speaksFor: readonly Row<typeof representatives>[]
  readonly tenancies: readonly Row<typeof tenancies>[]
  readonly file: CustomerFile
  /** Of other customers and homes that it names. */
  readonly names: ReadonlyMap<string, string>
  readonly homes: ReadonlyMap<string, string>
  readonly today: string
}

const why = 'a customer’s page'
/** More of each than anybody has. */
const most = 50

/** Reads a customer’s page. Each part is bounded, and each reading of who they are is written down. */
export async function readCustomer(
  store: Store,
  acting: Acting,
  id: string,
): Promise<CustomerRead | Refused> {
  const customer = await readMaster(store, acting, customers, { id, why })
  if (isRefused(customer)) return customer
  const of = <Definition extends MasterDefinition>(definition: Definition, by: string) =>
    listed(listMasters(store, acting, definition, { by: [by, id], limit: most, why }))
  const file = await readCustomerFile(store, acting, id)
  if (isRefused(file)) return file
  const parts = {
    needs: await of(needs, 'customer'),
    alerts: await of(alerts, 'customer'),
    representatives: await of(representatives, 'customer'),
    speaksFor: await of(representatives, 'representative'),
    tenancies: await of(tenancies, 'customers'),
  }
  const others = [
    ...parts.representatives.map(({ values }) => values.representative),
    ...parts.speaksFor.map(({ values }) => values.customer),
    ...parts.tenancies.flatMap(({ values }) => values.customers),
  ].filter((each) => each !== id)
  return {
    customer,
    ...parts,
    file,
    names: await namesOfCustomers(store, acting, { ids: others, why }),
    homes: await namesOfHomes(store, acting, {
      ids: parts.tenancies.flatMap(({ values }) => values.home ?? []),
    }),
    today: formatDay(todayOf(store.now())),
  }
}

/** Whether something that ends with this date still holds; with the day itself it is over. */
export function holds(endedOn: string | null, today: string): boolean {
  return endedOn === null || endedOn > today
}

async function listed<Each>(rows: Promise<readonly Each[] | Refused>): Promise<readonly Each[]> {
  const found = await rows
  return isRefused(found) ? [] : found
}
