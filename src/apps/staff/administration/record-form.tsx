import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { Button, Form, Select } from '#http/layout/form.tsx'
import { labelOf, MasterFields, type TypedMaster } from '../customers/master-form.tsx'
import type { RecordKind } from './record-kinds.ts'

/** For each field that names another record, what it may name. */
export type Choices = Readonly<Record<string, readonly { readonly value: string; readonly label: string }[]>>

/** A record as typed; without an id, one to be added. */
export interface RecordTyped {
  readonly id: string | undefined
  readonly version: number
  readonly typed: TypedMaster
  readonly faults: readonly Fault[]
  readonly token: string
}

/** The form of a record, made from its definition. */
export function RecordForm({
  kind: { definition, elsewhere = [] },
  title,
  form: { id, version, typed, faults, token },
  choices,
}: {
  readonly kind: RecordKind
  readonly title: string
  readonly form: RecordTyped
  readonly choices: Choices
}): Raw {
  const { kind } = definition
  const named = Object.entries(definition.fields).filter(
    ([name, { type }]) => type === 'id' && !elsewhere.includes(name),
  )
  const without = [...elsewhere, ...named.map(([name]) => name)]
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <Form
        action={id === undefined ? local`/administration/${kind}/new` : local`/administration/${kind}/${id}`}
        token={token}
      >
        <input type="hidden" name="version" value={String(version)} />
        <MasterFields definition={definition} typed={typed} faults={faults} without={without} />
        {named.map(([name, field]) => (
          <Select
            name={name}
            label={labelOf(name, field)}
            choices={[{ value: '', label: 'None' }, ...(choices[name] ?? [])]}
            chosen={typed[name] ?? ''}
            faults={faults}
          />
        ))}
        <Button>Save</Button>
      </Form>
    </>
  )
}
