import { isRefused, type Refused, refused } from '#core/refused.ts'
import { formatDay } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import type { Fault } from '#http/layout/fault.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { customers } from '#store/masters/kinds/customers.ts'
import { readMaster } from '#store/masters/reading.ts'
import { addMaster, changeMaster } from '#store/masters/writing.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { todayOf } from '../times.ts'
import { faultOfMaster, sentFrom, type TypedMaster, typedIn, versionIn } from './master-form.tsx'
import { PartForm } from './part-form.tsx'
import { type CustomerPart, customerParts } from './parts.ts'
import { type Pickable, pickedBy } from './pick.ts'

/** What is kept beside who a customer is: added on a page of its own, ended by a button on theirs. */
export const partPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/customers/:customerId/add/:part',
    who: 'customers.read',
    handle: async (asked) => {
      const part = partIn(asked)
      if (isRefused(part)) return part
      const today = formatDay(todayOf(asked.store.now()))
      return partPage(asked, part, { typed: part.today === undefined ? {} : { [part.today]: today } })
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/customers/:customerId/add/:part',
    who: 'customers.read',
    handle: addPart,
  }),
  pageRoute({
    method: 'POST',
    path: '/customers/:customerId/end/:part/:rowId',
    who: 'customers.read',
    handle: endPart,
  }),
]

function partIn({ params, visitor }: PageAsked<Visitor>): CustomerPart | Refused {
  const part = customerParts.get(params['part'] ?? '')
  if (part === undefined) return refused('not found', 'there is nothing here', 'go back to the customer')
  if (visitor.acting.may.has(part.definition.write)) return part
  return refused('not allowed', `you may not add or end a ${part.definition.one}`, 'ask an administrator')
}

interface PartTyped {
  readonly typed: TypedMaster
  readonly faults?: readonly Fault[]
  /** What was found by the name that was typed. */
  readonly found?: readonly Pickable[]
  readonly looked?: string
}

async function partPage(
  { store, visitor, params, formToken }: PageAsked<Visitor>,
  part: CustomerPart,
  { typed, faults = [], found = [], looked = '' }: PartTyped,
): Promise<PageAnswer | Refused> {
  const id = params['customerId'] ?? ''
  const customer = await readMaster(store, visitor.acting, customers, { id, why: part.heading })
  if (isRefused(customer)) return customer
  return {
    title: part.add,
    content: (
      <PartForm
        part={part}
        name={params['part'] ?? ''}
        customer={{ id, name: customer.values.name }}
        typed={typed}
        faults={faults}
        pick={{ found, looked }}
        token={formToken}
      />
    ),
    faults,
    back: { text: 'Back to the customer', href: local`/customers/${id}` },
    ...(faults.length > 0 && { status: 422 }),
  }
}

async function addPart(asked: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const { store, visitor, params, fields } = asked
  const part = partIn(asked)
  if (isRefused(part)) return part
  const { definition, names, whose } = part
  const customerId = params['customerId'] ?? ''
  const typed = typedIn(definition, fields)
  const looked = textIn(fields, 'look-for')
  const picked = names && (await pickedBy(store, visitor.acting, { ...names, typed, looked }))
  if (picked !== undefined && picked.id === undefined)
    return partPage(asked, part, { typed, faults: picked.faults, found: picked.found, looked })
  const values = {
    ...sentFrom(definition, typed, todayOf(store.now())),
    [whose]: whose === 'customers' ? [customerId] : customerId,
    ...(names !== undefined && { [names.field]: picked?.id }),
  }
  const added = await addMaster(store, visitor.acting, definition, { values })
  if (!isRefused(added)) return { goTo: local`/customers/${customerId}?done=part-added` }
  return partPage(asked, part, { typed, faults: [faultOfMaster(definition, added)], looked })
}

/** Ends it as of today. Of another customer’s there is nothing to end here. */
async function endPart(asked: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const { store, visitor, params, fields } = asked
  const part = partIn(asked)
  if (isRefused(part)) return part
  const { definition, whose, ends } = part
  const customerId = params['customerId'] ?? ''
  const id = params['rowId'] ?? ''
  const row = await readMaster(store, visitor.acting, definition, { id, why: part.end })
  if (isRefused(row)) return row
  if (![row.values[whose]].flat().includes(customerId))
    return refused('not found', `there is no ${definition.one} ${id} of this customer`, 'go back to them')
  const values = { ...row.values, [ends]: formatDay(todayOf(store.now())) }
  const expected = versionIn(fields)
  const ended = await changeMaster(store, visitor.acting, definition, { id, expected, values })
  return isRefused(ended) ? ended : { goTo: local`/customers/${customerId}?done=part-ended` }
}
