import { purposes } from '#core/letters/letter-acts.ts'
import { mergeFields } from '#core/letters/merge-fields.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { govuk } from '#http/govuk/index.ts'
import type { Fault } from '#http/layout/fault.ts'
import { Button, Field, Form, Select, TextArea } from '#http/layout/form.tsx'
import type { TemplateNow, TemplateTyped } from '#store/letters/templates.ts'

export interface FormShown {
  readonly typed: TemplateTyped
  readonly faults: readonly Fault[]
  readonly token: string
  /** The one to be changed; none where it is new. */
  readonly template?: TemplateNow
}

/** The form of a template: the whole letter, with names in double brackets for what is put in. */
export function TemplateForm({ typed, faults, token, template }: FormShown): Raw {
  const action =
    template === undefined ? local`/templates/add` : local`/templates/${template.templateId}/change`
  return (
    <>
      <h1 class="govuk-heading-l">
        {template === undefined ? 'Add a template' : `Change “${template.name}”`}
      </h1>
      <Form action={action} token={token}>
        {template !== undefined && <input type="hidden" name="version" value={String(template.version)} />}
        <Field name="name" label="What is it called?" value={typed.name} faults={faults} autocomplete="off" />
        <Select
          name="purpose"
          label="What is it for?"
          choices={[
            { value: '', label: 'Choose one' },
            ...Object.entries(purposes).map(([value, label]) => ({ value, label })),
          ]}
          chosen={typed.purpose}
          faults={faults}
        />
        <Select
          name="channel"
          label="How does it go out?"
          choices={[
            { value: 'any', label: 'In any way' },
            { value: 'letter', label: 'By letter alone' },
            { value: 'e-mail', label: 'By e-mail alone' },
            { value: 'text', label: 'By text alone' },
          ]}
          chosen={typed.channel}
          faults={faults}
        />
        <Field
          name="subject"
          label="What the letter is about"
          value={typed.subject}
          faults={faults}
          autocomplete="off"
        />
        {govuk.details({ summaryText: 'What can be put in', html: <PutIn /> })}
        <TextArea name="body" label="The whole letter" value={typed.body} rows={28} faults={faults} />
        <Button>{template === undefined ? 'Add the template' : 'Save as a new version'}</Button>
      </Form>
    </>
  )
}

function PutIn(): Raw {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {Object.entries(mergeFields).map(([name, says]) => (
        <li>
          <code>{`((${name}))`}</code>
          {`: ${says}`}
        </li>
      ))}
    </ul>
  )
}
