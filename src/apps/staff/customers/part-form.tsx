import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { Fault } from '#http/layout/fault.ts'
import { Button, Field, Form, Radios } from '#http/layout/form.tsx'
import { MasterFields, type TypedMaster } from './master-form.tsx'
import type { CustomerPart } from './parts.ts'
import type { Pickable } from './pick.ts'

/** The form of something that is kept of a customer, made from its definition. */
export function PartForm(props: {
  readonly part: CustomerPart
  readonly name: string
  readonly customer: { readonly id: string; readonly name: string }
  readonly typed: TypedMaster
  readonly faults: readonly Fault[]
  readonly pick: { readonly found: readonly Pickable[]; readonly looked: string }
  readonly token: string
}): Raw {
  const { part, name, customer, typed, faults, pick, token } = props
  const without = [part.whose, part.ends, ...(part.names === undefined ? [] : [part.names.field])]
  return (
    <>
      <span class="govuk-caption-l">{customer.name}</span>
      <h1 class="govuk-heading-l">{part.add}</h1>
      <Form action={local`/customers/${customer.id}/add/${name}`} token={token}>
        {part.names !== undefined && (
          <Field
            name="look-for"
            label={part.names.label}
            hint={hints[part.names.kind]}
            value={pick.looked}
            faults={faults}
            autocomplete="off"
          />
        )}
        {part.names !== undefined && pick.found.length > 0 && (
          <Radios
            name={part.names.field}
            label="Which one"
            choices={pick.found.map(({ id, says }) => ({ value: id, label: says }))}
            chosen={undefined}
            faults={faults}
          />
        )}
        <MasterFields definition={part.definition} typed={typed} faults={faults} without={without} />
        <Button>Add it</Button>
      </Form>
    </>
  )
}

const hints = {
  customer: 'Their name in any spelling, or their reference. They must be in the list of customers.',
  home: 'Its address, postcode or reference.',
} as const
