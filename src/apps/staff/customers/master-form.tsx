import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { sentence } from '#http/layout/fault.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { Checkbox, Field, Select, TextArea } from '#http/layout/form.tsx'
import type { Refused } from '#core/refused.ts'
import { formatDay } from '#core/time/day.ts'
import type { MasterDefinition, MasterField, MasterValue, MasterValues } from '#store/masters/definition.ts'
import { codeWords, nameWords } from '../acts/field-words.ts'
import { typedDay } from '../typed-time.ts'

/** What is typed into each field of a master, as text. */
export type TypedMaster = Readonly<Record<string, string>>

/** The fields of a master’s form, made from its definition; some are settled by where the form stands. */
export function MasterFields({
  definition,
  typed,
  faults,
  without = [],
}: {
  readonly definition: MasterDefinition
  readonly typed: TypedMaster
  readonly faults: readonly Fault[]
  readonly without?: readonly string[]
}): Raw {
  const fields = Object.entries(definition.fields).filter(([name]) => !without.includes(name))
  return (
    <>
      {fields.map(([name, field]) => (
        <OneField name={name} field={field} value={typed[name] ?? ''} faults={faults} />
      ))}
    </>
  )
}

function OneField(props: {
  readonly name: string
  readonly field: MasterField
  readonly value: string
  readonly faults: readonly Fault[]
}): Raw {
  const { name, field, value, faults } = props
  const hint = saysItself.has(field.type) ? undefined : sentence(field.says)
  const same = { name, label: labelOf(name, field), hint, faults }
  if (field.type === 'yes or no')
    return <Checkbox {...same} checked={value === 'yes' || (value === '' && field.otherwise === true)} />
  if (field.type === 'one of') return <Select {...same} choices={choicesOf(field)} chosen={value} />
  if (field.type === 'lines') return <TextArea {...same} value={value} rows={3} longest={500} />
  return <Field {...same} value={value} type={typeOf(field)} autocomplete="off" />
}

/** Of these the label says all there is to say. */
const saysItself: ReadonlySet<MasterField['type']> = new Set(['telephone', 'e-mail', 'postcode', 'date'])

/** What the fields of a master hold, as they stand in its form. */
export function typedOf(definition: MasterDefinition, values: MasterValues): TypedMaster {
  return Object.fromEntries(
    Object.keys(definition.fields).map((name) => [name, textOfValue(values[name] ?? null)]),
  )
}

/** What was typed, as text. */
export function typedIn(definition: MasterDefinition, fields: Fields): TypedMaster {
  return Object.fromEntries(Object.keys(definition.fields).map((name) => [name, textIn(fields, name)]))
}

/** What was typed, as the store takes it: a date as it is written, a tick as a yes. The store says what is wrong with it. */
export function sentFrom(
  { fields }: MasterDefinition,
  typed: TypedMaster,
  today: number,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { type }]) => [name, sentValue(type, typed[name] ?? '', today)]),
  )
}

function sentValue(type: MasterField['type'], text: string, today: number): unknown {
  if (type === 'yes or no') return text === 'yes'
  if (text === '') return null
  if (type === 'whole number') return /^\d{1,9}$/.test(text) ? Number(text) : text
  if (type !== 'date') return text
  const day = typedDay(text, today)
  return day === undefined ? text : formatDay(day)
}

/** What whoever sends the form has seen. */
export function versionIn(fields: Fields): number {
  const text = textIn(fields, 'version')
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}

/** A refusal beside the field it is of, under the field’s label: “Postcode: this is not a postcode.” */
export function faultOfMaster({ fields }: MasterDefinition, { refusal, fix, field }: Refused): Fault {
  const name = field?.replace(/^\//, '') ?? ''
  const of = fields[name]
  const says = of === undefined ? refusal : refusal.replace(`${name}: `, '')
  const what = of === undefined ? sentence(says) : sentence(`${labelOf(name, of)}: ${says}`)
  return {
    says: fix === undefined ? what : `${what} ${sentence(fix)}`,
    ...(of !== undefined && { field: name }),
  }
}

/** What a field is called on forms and pages. */
export function labelOf(name: string, field: MasterField): string {
  return field.required || field.type === 'yes or no'
    ? (labels[name] ?? nameWords(name))
    : `${labels[name] ?? nameWords(name)} (optional)`
}

/** The same where it is only read. */
export function readLabel(name: string): string {
  return labels[name] ?? nameWords(name)
}

const labels: Readonly<Record<string, string>> = {
  knownAs: 'Also known as',
  email: 'E-mail address',
  otherEmail: 'Another e-mail address',
  otherTelephone: 'Another telephone number',
  telephone: 'Telephone at home',
  mobile: 'Mobile telephone',
  preferredChannel: 'Would rather be reached by',
  copyToRepresentative: 'Copy letters to whoever speaks for them',
  since: 'Customer since',
  kind: 'What it is',
  toldOn: 'Told on',
  seenOn: 'Authority seen on',
  scope: 'How far it reaches',
}

function choicesOf({ oneOf = [], required }: MasterField) {
  const words = oneOf.map((word) => ({ value: word, label: codeWords(word) }))
  return [{ value: '', label: required ? 'Choose one' : 'Not known' }, ...words]
}

function typeOf({ type }: MasterField): 'text' | 'date' | 'email' | 'tel' {
  if (type === 'date') return 'date'
  if (type === 'e-mail') return 'email'
  return type === 'telephone' ? 'tel' : 'text'
}

function textOfValue(value: MasterValue): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : ''
  return typeof value === 'object' ? value.join(' ') : String(value)
}
