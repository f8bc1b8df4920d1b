import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, listIn, textIn } from '#http/layout/fields.ts'
import { type Choice, Choices, DateField, DateTimeField, Field, Select } from '#http/layout/form.tsx'
import type { ActPeople } from './act-people.ts'

import { codeWords } from './field-words.ts'
import { type FormField, isMoney } from './form-act.ts'

interface FieldBoxProps {
  readonly field: FormField
  readonly typed: Fields
  readonly faults: readonly Fault[]
  readonly people: ActPeople
}

/** One field of an act as a box to type in, or a choice. */
export function FieldBox(props: FieldBoxProps): Raw {
  const { field, typed, faults } = props
  const { name, definition } = field
  const label = labelOf(field)
  const value = textIn(typed, name)
  const common = { name, label, faults, ...hintOf(field) }
  switch (definition.type) {
    case 'one of':
      return <OneOf {...props} codes={definition.oneOf ?? []} />
    case 'yes or no':
      return <YesOrNo {...props} />
    case 'code or yes':
      return definition.suggests === undefined ? <YesOrNo {...props} /> : <Suggested {...props} />
    case 'code':
      return definition.suggests === undefined ? (
        <Field {...common} value={value} />
      ) : (
        <Suggested {...props} />
      )
    case 'date':
      return <DateField {...common} value={value} />
    case 'date or instant':
    case 'instant':
      return <DateTimeField {...common} value={`${value}T${textIn(typed, `${name}-time`)}`} />
    case 'id':
      return <Named {...props} />
    case 'ids':
      return <NamedSeveral {...props} />
    default:
      return <Field {...common} value={value} short />
  }
}

function labelOf({ name, definition, required, promises }: FormField): string {
  const label = definition.label ?? name
  return required === undefined && promises.length === 0 ? `${label} (optional)` : label
}

/** Which promise asks for it, in short: its words are told where they are not kept. */
function hintOf(field: FormField): { readonly hint?: string } {
  const asked = field.promises
    .slice(0, 3)
    .map(({ promise, when }) => (when === undefined ? promise : `${promise} where ${plainNames(when)}`))
  const parts = [
    isMoney(field) && 'In pounds, such as 12.50.',
    asked.length > 0 && `Asked for by ${asked.join(', ')}.`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? {} : { hint: parts.join(' ') }
}

/** Names of the vocabulary inside a sentence. */
function plainNames(words: string): string {
  return words.replaceAll(
    /([a-z])([A-Z])/g,
    (_, before: string, letter: string) => `${before} ${letter.toLowerCase()}`,
  )
}

/** Few are shown at once; many are a list to choose from. */
function OneOf({ field, typed, faults, codes }: FieldBoxProps & { readonly codes: readonly string[] }): Raw {
  const choices = codes.map((code) => ({ value: code, label: codeWords(code) }))
  const shown = { name: field.name, faults, ...hintOf(field) }
  const chosen = textIn(typed, field.name)
  if (codes.length > mostRadios)
    return <Select {...shown} label={labelOf(field)} choices={[...none, ...choices]} chosen={chosen} />
  return <Choices {...shown} kind="one" legend={labelOf(field)} choices={choices} chosen={[chosen]} />
}

const mostRadios = 6
const none: readonly Choice[] = [{ value: '', label: 'Choose one' }]

/** What a question takes that is answered by yes or no. */
export const yesOrNo: readonly Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

function YesOrNo({ field, typed, faults }: FieldBoxProps): Raw {
  return (
    <Choices
      name={field.name}
      legend={labelOf(field)}
      kind="one"
      {...hintOf(field)}
      choices={yesOrNo}
      chosen={[textIn(typed, field.name)]}
      faults={faults}
    />
  )
}

/** The usual codes, and a box for another. */
function Suggested({ field, typed, faults }: FieldBoxProps): Raw {
  const { name, definition } = field
  const codes = (definition.suggests ?? []).filter((code) => code !== 'other')
  const choices = [
    ...none,
    ...codes.map((code) => ({ value: code, label: codeWords(code) })),
    { value: 'other', label: 'Another, which I write below' },
  ]
  return (
    <>
      <Select
        name={name}
        label={labelOf(field)}
        {...hintOf(field)}
        choices={choices}
        chosen={textIn(typed, name)}
        faults={faults}
      />
      <Field
        name={`${name}-other`}
        label="If another: in one to five words"
        value={textIn(typed, `${name}-other`)}
        faults={faults}
      />
    </>
  )
}

/** Somebody or something with an id: chosen by name. */
function Named({ field, typed, faults, people }: FieldBoxProps): Raw {
  const { name, definition } = field
  const choices = choicesOf(definition.of, people)
  const value = textIn(typed, name)
  const shown = { name, label: labelOf(field), faults, ...hintOf(field) }
  if (choices === undefined) return <Field {...shown} value={value} />
  // Whoever stands there already and is on the list no more must not be lost by saving the form.
  const gone = value !== '' && !choices.some((each) => each.value === value)
  const more = gone ? [{ value, label: `${codeWords(value)} (as recorded)` }] : []
  return <Select {...shown} choices={[...none, ...more, ...choices]} chosen={value} />
}

function NamedSeveral({ field, typed, faults, people }: FieldBoxProps): Raw {
  const choices = choicesOf(field.definition.of, people)
  const chosen = listIn(typed, field.name)
  const shown = { name: field.name, faults, ...hintOf(field) }
  if (choices === undefined) return <Field {...shown} label={labelOf(field)} value={chosen[0] ?? ''} />
  return <Choices {...shown} kind="several" legend={labelOf(field)} choices={choices} chosen={chosen} />
}

function choicesOf(of: FormField['definition']['of'], people: ActPeople): readonly Choice[] | undefined {
  if (of === 'staff') return people.staff
  if (of === 'team') return people.teams
  if (of === 'contractor') return people.contractors
  if (of === 'office') return people.offices
  return of === 'room' ? people.rooms : undefined
}
