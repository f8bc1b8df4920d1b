import { monthTyped } from '#core/duties/month-typed.ts'
import { returnWords, unitOf, valueText, valueTyped } from '#core/duties/return-value.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, longTextIn, textIn } from '#http/layout/fields.ts'
import { Button, Field, Form, Select, TextArea } from '#http/layout/form.tsx'
import type { ReturnToPropose } from '#store/returns/propose.ts'
import type { ReturnsShown } from '#store/returns/read-returns.ts'

/** The form in which somebody types in a figure of a month, or another in place of one that was checked. */
export function NewReturn({
  shown,
  typed,
  faults,
  token,
}: {
  readonly shown: ReturnsShown
  readonly typed: Fields
  readonly faults: readonly Fault[]
  readonly token: string
}): Raw {
  const name = textIn(typed, 'name')
  const corrects = textIn(typed, 'corrects')
  const line = shown.lines.find(({ needed }) => needed.name === name)
  const wrong = line?.checked.find(({ event }) => event === corrects)
  return (
    <>
      <h1 class="govuk-heading-l">{wrong === undefined ? 'Type in a figure' : 'Correct a figure'}</h1>
      {wrong !== undefined && (
        <p class="govuk-body">
          {`${returnWords(name)} was ${valueText(name, wrong.value)}. It stays to be seen beside the new figure, which counts once somebody else has checked it.`}
        </p>
      )}
      <Form action={local`/returns`} token={token}>
        <input type="hidden" name="corrects" value={corrects} />
        <Select
          name="name"
          label="Which figure?"
          choices={[
            { value: '', label: 'Choose' },
            ...shown.lines
              .filter(({ mayType }) => mayType)
              .map(({ needed }) => ({ value: needed.name, label: returnWords(needed.name) })),
          ]}
          chosen={name}
          faults={faults}
        />
        <MonthAndValue name={name} typed={typed} faults={faults} />
        <Field
          name="source"
          label="Where is it taken from?"
          hint="The system or the document"
          value={textIn(typed, 'source') || (line?.before?.source ?? '')}
          faults={faults}
        />
        <TextArea name="note" label="Note" rows={2} value={textIn(typed, 'note')} faults={faults} />
        <Button>Put it down to be checked</Button>
      </Form>
    </>
  )
}

function MonthAndValue({
  name,
  typed,
  faults,
}: {
  readonly name: string
  readonly typed: Fields
  readonly faults: readonly Fault[]
}): Raw {
  const unit = name === '' ? 'any' : unitOf(name)
  return (
    <>
      <Field
        name="month"
        label="Of which month?"
        hint="For example, 2026-03"
        value={textIn(typed, 'month')}
        short
        faults={faults}
      />
      <Field
        name="value"
        label={unit === 'pence' ? 'How much, in pounds?' : 'How much?'}
        hint={valueHints[unit]}
        value={textIn(typed, 'value')}
        short
        faults={faults}
      />
    </>
  )
}

const valueHints = {
  any: 'Amounts of money in pounds, such as 1234.50',
  pence: 'Such as 1234.50',
  number: 'In digits, such as 3204',
} as const

/** What was typed into it. */
export function returnTyped(fields: Fields): ReturnToPropose | Refused {
  const name = textIn(fields, 'name')
  if (name === '') return refused('not valid', 'which figure it is, is missing', 'choose it', '/name')
  const month = monthTyped(textIn(fields, 'month'))
  if (month === undefined) return refused('not valid', 'this is not a month', 'write it as 2026-03', '/month')
  const value = valueTyped(name, textIn(fields, 'value'), 'form')
  if (isRefused(value)) return value
  const [corrects, note] = [textIn(fields, 'corrects'), longTextIn(fields, 'note')]
  return {
    name,
    month,
    value,
    source: textIn(fields, 'source'),
    ...(corrects !== '' && { corrects }),
    ...(note !== '' && { note }),
  }
}
