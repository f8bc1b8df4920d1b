import { isRefused, type Refused, refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { Button, Form } from '#http/layout/form.tsx'
import { type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { openingActs, type PossibleAct } from '#store/acts/possible-acts.ts'
import { openCase } from '#store/ledger/append.ts'
import { namesOfCustomers } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { faultsOfRefusal } from './act-faults.ts'
import { ActFields, ActMoment, ActOverrides, ActWords, type Asked } from './act-form.tsx'
import { actFromForm } from './act-from-form.ts'
import { askedOf } from './act-page.tsx'
import type { ActPeople } from './act-people.ts'
import { peopleFor } from './people-choices.ts'

/** The form of an act that opens a case which is no contact: an incident, or what we find ourselves. */
export const openPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/cases/new/:type',
    who: 'cases.write',
    handle: async (asked) => {
      const form = await formOf(asked)
      return isRefused(form) ? form : drawn(asked, form, { typed: asked.query, faults: [], asks: [] })
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/cases/new/:type',
    who: 'cases.write',
    handle: async (asked) => {
      const form = await formOf(asked)
      return isRefused(form) ? form : opened(asked, form)
    },
  }),
]

interface Showing {
  readonly typed: Fields
  readonly faults: readonly Fault[]
  readonly asks: readonly Asked[]
}

async function formOf({ store, visitor, params }: PageAsked<Visitor>): Promise<PossibleAct | Refused> {
  const type = params['type'] ?? ''
  const kind = store.vocabulary.events.get(type)?.kind ?? ''
  const acts = await openingActs(store, visitor.acting, kind)
  if (isRefused(acts)) return noSuchForm
  return acts.find((each) => each.type === type) ?? noSuchForm
}

const noSuchForm = refused(
  'not found',
  'no case begins with this, or it is not for you to begin one',
  'record a contact, or go to the customer and choose a button there',
)

async function opened(asked: PageAsked<Visitor>, form: PossibleAct) {
  const { store, visitor, fields } = asked
  const act = actFromForm(fields, form, store.now())
  if ('length' in act) {
    const faults = act.flatMap((each) => faultsOfRefusal(each, form))
    return drawn(asked, form, { typed: fields, faults, asks: [] })
  }
  const customer = textIn(fields, 'customer')
  const data: unknown = Object.assign({}, act.data, customer === '' ? {} : { customer })
  const kind = store.vocabulary.events.get(form.type)?.kind ?? ''
  const done = await openCase(store, visitor.acting, { kind, act: { ...act, data } })
  if (!isRefused(done)) return { goTo: local`/cases/${done.caseId}?done=recorded` }
  return drawn(asked, form, { typed: fields, faults: faultsOfRefusal(done, form), asks: askedOf(done) })
}

async function drawn(
  { store, visitor: { acting }, formToken }: PageAsked<Visitor>,
  form: PossibleAct,
  showing: Showing,
) {
  const id = textIn(showing.typed, 'customer')
  const ids = id === '' ? [] : [id]
  const names = await namesOfCustomers(store, acting, { ids, why: '/cases/new/:type' })
  const people = await peopleFor(store, acting, form.fields)
  const customer = id === '' ? undefined : { id, name: names.get(id) ?? `Customer ${id}` }
  return {
    title: form.act,
    content: <OpenForm {...showing} {...{ form, people, customer }} token={formToken} />,
    ...(customer !== undefined && { back: { href: local`/customers/${id}`, text: customer.name } }),
    faults: showing.faults,
    ...(showing.faults.length > 0 && { status: 422 }),
  }
}

interface OpenProps extends Showing {
  readonly form: PossibleAct
  readonly people: ActPeople
  readonly customer: { readonly id: string; readonly name: string } | undefined
  readonly token: string
}

function OpenForm({ form, people, customer, typed, faults, asks, token }: OpenProps): Raw {
  return (
    <>
      {customer !== undefined && <span class="govuk-caption-l">{customer.name}</span>}
      <h1 class="govuk-heading-l">{form.act}</h1>
      {customer === undefined && (
        <p class="govuk-body">
          If it concerns a customer, go to their page and begin there, so that it stands in their file.
        </p>
      )}
      <Form action={local`/cases/new/${form.type}`} token={token}>
        {customer !== undefined && <input type="hidden" name="customer" value={customer.id} />}
        <ActFields fields={form.fields} typed={typed} faults={faults} people={people} />
        <ActWords
          typed={typed}
          faults={faults}
          {...(form.asksFor !== undefined && { asksFor: form.asksFor })}
        />
        <ActMoment typed={typed} faults={faults} />
        <ActOverrides asks={asks} typed={typed} faults={faults} />
        <Button>Save</Button>
      </Form>
    </>
  )
}
