import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { textIn } from '#http/layout/fields.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { customers } from '#store/masters/kinds/customers.ts'
import { readMaster } from '#store/masters/reading.ts'
import { addMaster, changeMaster } from '#store/masters/writing.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { todayOf } from '../times.ts'
import { accessPage } from './access.tsx'
import { CustomerForm, type CustomerTyped } from './customer-form.tsx'
import { CustomerPage } from './customer-page.tsx'
import { readCustomer } from './customer-read.ts'
import { homePages } from './home-pages.tsx'
import { faultOfMaster, sentFrom, typedIn, typedOf, versionIn } from './master-form.tsx'
import { partPages } from './part-pages.tsx'

/** Customers, and their homes. */
export const customerPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/customers/new',
    who: 'customers.write',
    handle: async ({ formToken }) => formPage({ ...blank, token: formToken }),
  }),
  pageRoute({ method: 'POST', path: '/customers/new', who: 'customers.write', handle: add }),
  pageRoute({ method: 'GET', path: '/customers/:customerId', who: 'customers.read', handle: show }),
  pageRoute({
    method: 'GET',
    path: '/customers/:customerId/change',
    who: 'customers.write',
    handle: async ({ store, visitor, params, formToken }) => {
      const id = params['customerId'] ?? ''
      const row = await readMaster(store, visitor.acting, customers, { id, why: 'changing a customer' })
      if (isRefused(row)) return row
      const typed = typedOf(customers, row.values)
      return formPage({ id, version: row.version, typed, faults: [], token: formToken })
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/customers/:customerId/change',
    who: 'customers.write',
    handle: change,
  }),
  pageRoute({
    method: 'GET',
    path: '/customers/:customerId/access',
    who: 'access-log.read',
    handle: accessPage,
  }),
  ...partPages,
  ...homePages,
]

const blank: Omit<CustomerTyped, 'token'> = {
  id: undefined,
  version: 0,
  typed: { kind: 'person' },
  faults: [],
}

function formPage(form: CustomerTyped): PageAnswer {
  const title = form.id === undefined ? 'Add a customer' : 'Change details'
  return {
    title,
    content: <CustomerForm form={form} title={title} />,
    faults: form.faults,
    back:
      form.id === undefined
        ? { text: 'Back to search', href: local`/search` }
        : { text: 'Back to the customer', href: local`/customers/${form.id}` },
    ...(form.faults.length > 0 && { status: 422 }),
  }
}

async function show(asked: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const { store, visitor, params, query, formToken } = asked
  const read = await readCustomer(store, visitor.acting, params['customerId'] ?? '')
  if (isRefused(read)) return read
  const notice = notices[textIn(query, 'done')]
  return {
    // A window’s title is kept in histories, so it names nobody.
    title: `Customer ${read.customer.id}`,
    content: <CustomerPage read={read} acting={visitor.acting} token={formToken} />,
    wide: true,
    ...(notice !== undefined && { notice }),
  }
}

const notices: Readonly<Record<string, string>> = {
  added: 'The customer is added.',
  changed: 'The details are changed.',
  'part-added': 'It is added.',
  'part-ended': 'It is ended as of today.',
}

async function add(asked: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const { store, visitor, fields, formToken } = asked
  const typed = typedIn(customers, fields)
  const values = sentFrom(customers, typed, todayOf(store.now()))
  const added = await addMaster(store, visitor.acting, customers, { values })
  if (isRefused(added))
    return formPage({ ...blank, typed, faults: [faultOfMaster(customers, added)], token: formToken })
  return { goTo: local`/customers/${added.id}?done=added` }
}

/** Where somebody changed it meanwhile, what was typed is kept, and goes over theirs only when it is sent once more. */
async function change(asked: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const { store, visitor, params, fields, formToken } = asked
  const id = params['customerId'] ?? ''
  const typed = typedIn(customers, fields)
  const expected = versionIn(fields)
  const values = sentFrom(customers, typed, todayOf(store.now()))
  const changed = await changeMaster(store, visitor.acting, customers, { id, expected, values })
  if (!isRefused(changed)) return { goTo: local`/customers/${id}?done=changed` }
  if (changed.because === 'not found') return changed
  if (changed.because !== 'changed meanwhile')
    return formPage({
      id,
      version: expected,
      typed,
      faults: [faultOfMaster(customers, changed)],
      token: formToken,
    })
  const now = await readMaster(store, visitor.acting, customers, { id, why: 'changing a customer' })
  if (isRefused(now)) return now
  const theirs = typedOf(customers, now.values)
  return formPage({ id, version: now.version, typed, faults: [meanwhile], theirs, token: formToken })
}

const meanwhile: Fault = {
  says: 'Somebody else changed these details while you typed. What you typed is kept below, and what they wrote stands beside it. Look at both, then save once more.',
}
