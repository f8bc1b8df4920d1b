import { govuk } from '../../govuk/index.ts'
import type { Child, Raw } from '../../html/raw.ts'
import type { Fault } from '../fault.ts'
import { errorAt, hintOf } from './parts.ts'

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'time' | 'search' | 'tel'
  readonly hint?: Child
  /** What was typed before; never given for a password. */
  readonly value?: string | undefined
  readonly faults?: readonly Fault[]
  readonly autocomplete?: string
  /** For a code of a few characters. */
  readonly short?: boolean
}

/** One field to type in, with its label, its hint and what is wrong with what was typed. */
export function Field(props: FieldProps): Raw {
  const { name, label, type = 'text', hint, value, autocomplete, short = false, faults = [] } = props
  return govuk.input({
    id: name,
    name,
    type,
    value: type === 'password' ? undefined : value,
    label: { text: label, classes: 'govuk-label--s' },
    hint: hintOf(hint),
    errorMessage: errorAt(name, faults),
    autocomplete,
    autocapitalize: type === 'text' ? undefined : 'none',
    spellcheck: false,
    classes: widthOf(type, short),
    attributes: type === 'date' || type === 'time' ? undefined : { maxlength: '1000' },
  })
}

function widthOf(type: FieldProps['type'], short: boolean): string {
  if (type === 'date' || type === 'time') return 'kept-input-day'
  if (type === 'tel') return 'govuk-input--width-20'
  return short ? 'govuk-input--width-10 govuk-input--extra-letter-spacing' : 'kept-input'
}

interface TextAreaProps {
  readonly name: string
  readonly label: string
  readonly hint?: Child
  readonly value?: string | undefined
  readonly faults?: readonly Fault[]
  readonly rows?: number
  /** How many letters it takes at the most. */
  readonly longest?: number
}

/** Several lines to write in. */
export function TextArea(props: TextAreaProps): Raw {
  const { name, label, hint, value, faults = [], rows = 5, longest = 20_000 } = props
  return govuk.textarea({
    id: name,
    name,
    value,
    rows: String(rows),
    label: { text: label, classes: 'govuk-label--s' },
    hint: hintOf(hint),
    errorMessage: errorAt(name, faults),
    spellcheck: true,
    classes: 'kept-textarea',
    attributes: { maxlength: String(longest) },
  })
}
