import type { Url } from '#http/html/url.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, asTyped, textIn } from '#http/layout/fields.ts'
import { Button, type Choice, DateField, Field, Form, Select, TextArea } from '#http/layout/form.tsx'

interface FormShown {
  readonly action: Url
  readonly token: string
  /** What was typed, or what stands. */
  readonly fields: Fields
  readonly faults: readonly Fault[]
}

/** What will be done, by whom and by when. */
export function ActionForm({
  action,
  token,
  fields,
  faults,
  staff,
  themes,
}: FormShown & { readonly staff: readonly Choice[]; readonly themes: readonly Choice[] }): Raw {
  const first = { value: '', label: 'Choose one' }
  return (
    <>
      <h1 class="govuk-heading-l">What will be done</h1>
      <Form action={action} token={token}>
        <TextArea
          name="what"
          label="What will be done?"
          hint="In a sentence or two. Name no customer."
          value={asTyped(fields, 'what')}
          rows={3}
          faults={faults}
        />
        <Select
          name="theme"
          label="What were the complaints about?"
          choices={[first, ...themes]}
          chosen={textIn(fields, 'theme')}
          faults={faults}
        />
        <Select
          name="owner"
          label="Who does it?"
          choices={[first, ...staff]}
          chosen={textIn(fields, 'owner')}
          faults={faults}
        />
        <DateField name="due" label="By when?" value={textIn(fields, 'due')} faults={faults} />
        <Field
          name="cases"
          label="Which cases taught it?"
          hint="Their references, with commas between. You can leave it empty."
          value={asTyped(fields, 'cases')}
          faults={faults}
          autocomplete="off"
        />
        <Button>Save</Button>
      </Form>
    </>
  )
}

/** When it was done, and what customers are told of it. */
export function DoneForm({ action, token, fields, faults }: FormShown): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">What was done</h1>
      <Form action={action} token={token}>
        <DateField
          name="doneOn"
          label="On which day was it done?"
          value={textIn(fields, 'doneOn')}
          faults={faults}
        />
        <TextArea
          name="youSaid"
          label="You said"
          hint="What customers told us, in their words as far as you can. Name nobody. Needed before it is published."
          value={asTyped(fields, 'youSaid')}
          rows={3}
          faults={faults}
        />
        <TextArea
          name="weDid"
          label="We did"
          hint="What is different now."
          value={asTyped(fields, 'weDid')}
          rows={3}
          faults={faults}
        />
        <Button>Save</Button>
      </Form>
    </>
  )
}
