import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { Fault } from '#http/layout/fault.ts'
import { Button, Form } from '#http/layout/form.tsx'
import { customers } from '#store/masters/kinds/customers.ts'
import { MasterFields, readLabel, type TypedMaster } from './master-form.tsx'

/** A customer as typed; without an id, one to be added. */
export interface CustomerTyped {
  readonly id: string | undefined
  readonly version: number
  readonly typed: TypedMaster
  readonly faults: readonly Fault[]
  /** What stands there now, where somebody changed it meanwhile. */
  readonly theirs?: TypedMaster
  readonly token: string
}

/** The form of a customer, made from what is kept of one. */
export function CustomerForm({
  form: { id, version, typed, faults, theirs, token },
  title,
}: {
  readonly form: CustomerTyped
  readonly title: string
}): Raw {
  const action = id === undefined ? local`/customers/new` : local`/customers/${id}/change`
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {theirs !== undefined && <Theirs typed={typed} theirs={theirs} />}
      <Form action={action} token={token}>
        {id !== undefined && <input type="hidden" name="version" value={String(version)} />}
        <MasterFields definition={customers} typed={typed} faults={faults} />
        <Button>{id === undefined ? 'Add the customer' : 'Save the details'}</Button>
      </Form>
    </>
  )
}

/** Where what was typed and what now stands there differ. */
function Theirs({ typed, theirs }: { readonly typed: TypedMaster; readonly theirs: TypedMaster }): Raw {
  const differing = Object.keys(theirs).filter((name) => (theirs[name] ?? '') !== (typed[name] ?? ''))
  if (differing.length === 0) return <></>
  return (
    <>
      <h2 class="govuk-heading-m">What stands there now</h2>
      <dl class="govuk-summary-list">
        {differing.map((name) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{readLabel(name)}</dt>
            <dd class="govuk-summary-list__value">{theirs[name] === '' ? 'Nothing' : theirs[name]}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
