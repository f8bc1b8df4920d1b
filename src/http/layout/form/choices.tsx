import { govuk } from '../../govuk/index.ts'
import type { Child, Raw } from '../../html/raw.ts'
import type { Fault } from '../fault.ts'
import { errorAt, hintOf } from './parts.ts'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

interface ChoicesProps {
  readonly name: string
  readonly legend: string
  readonly hint?: Child
  /** Several may be chosen, or one alone. */
  readonly kind: 'several' | 'one'
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly faults?: readonly Fault[]
}

/** Several boxes to tick, or one to choose. The first bears the group’s name as its id, for the summary to link to. */
export function Choices({ name, legend, hint, kind, choices, chosen, faults = [] }: ChoicesProps): Raw {
  const draw = kind === 'one' ? govuk.radios : govuk.checkboxes
  return draw({
    name,
    idPrefix: name,
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    hint: hintOf(hint),
    errorMessage: errorAt(name, faults),
    classes: kind === 'one' ? 'govuk-radios--small' : 'govuk-checkboxes--small',
    items: choices.map((choice) => ({
      value: choice.value,
      text: choice.label,
      hint: hintOf(choice.hint),
      checked: chosen.includes(choice.value),
    })),
  })
}

interface OneOfProps {
  readonly name: string
  readonly label: string
  readonly hint?: Child
  readonly choices: readonly Choice[]
  readonly chosen: string | undefined
  readonly faults?: readonly Fault[]
}

/** A few of which one is chosen, all to be seen. */
export function Radios({ label, chosen, ...rest }: OneOfProps): Raw {
  return <Choices {...rest} legend={label} kind="one" chosen={chosen === undefined ? [] : [chosen]} />
}

interface CheckboxProps {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly checked?: boolean
  /** What is sent where it is ticked. */
  readonly value?: string
  readonly faults?: readonly Fault[]
}

/** One box to tick by itself. */
export function Checkbox({
  name,
  label,
  hint,
  checked = false,
  value = 'yes',
  faults = [],
}: CheckboxProps): Raw {
  return govuk.checkboxes({
    name,
    idPrefix: name,
    errorMessage: errorAt(name, faults),
    classes: 'govuk-checkboxes--small',
    items: [{ value, text: label, hint: hintOf(hint), checked }],
  })
}

/** One to be chosen from a list that may be long. */
export function Select({ name, label, hint, choices, chosen, faults = [] }: OneOfProps): Raw {
  return govuk.select({
    id: name,
    name,
    label: { text: label, classes: 'govuk-label--s' },
    hint: hintOf(hint),
    errorMessage: errorAt(name, faults),
    classes: 'kept-select',
    items: choices.map((each) => ({
      value: each.value,
      text: each.label,
      selected: each.value === chosen,
    })),
  })
}
