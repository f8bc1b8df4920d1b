import { channels } from '#core/channel.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { Fault } from '#http/layout/fault.ts'
import { Button, Field, Select } from '#http/layout/form.tsx'
import type { PlaceNamed, StaffShown } from '#store/masters/names.ts'
import { codeWords } from '../acts/field-words.ts'

/** What may be chosen of, and what was. */
export interface FilterChoices {
  readonly typed: Readonly<Record<string, string>>
  readonly kinds: readonly string[]
  readonly promises: readonly { readonly id: string; readonly says: string }[]
  readonly teams: readonly PlaceNamed[]
  readonly staff: readonly StaffShown[]
  readonly faults: readonly Fault[]
}

/** Which cases to list. It works without a script; with one, the list follows what is chosen. */
export function FilterForm({ choices }: { readonly choices: FilterChoices }): Raw {
  const { typed, faults } = choices
  const hidden = ['customer', 'home', 'view'].filter((name) => typed[name] !== undefined)
  return (
    <form action={local`/cases`} method="get" data-filter="found" novalidate>
      {hidden.map((name) => (
        <input type="hidden" name={name} value={typed[name]} />
      ))}
      {fieldsOf(choices).map(({ name, label, none, choices: options }) => (
        <Select
          name={name}
          label={label}
          choices={[{ value: '', label: none }, ...options]}
          chosen={typed[name] ?? ''}
          faults={faults}
        />
      ))}
      <Field name="from" label="Began on or after" type="date" value={typed['from']} faults={faults} />
      <Field name="to" label="Began on or before" type="date" value={typed['to']} faults={faults} />
      <Button>Show these cases</Button>
      <p class="govuk-body">
        <a class="govuk-link" href={local`/cases`}>
          Clear the filters
        </a>
      </p>
    </form>
  )
}

interface FilterField {
  readonly name: string
  readonly label: string
  /** What it says where nothing is chosen. */
  readonly none: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

function fieldsOf({ kinds, promises, teams, staff }: FilterChoices): readonly FilterField[] {
  const people = staff.filter(({ active, contractorId }) => active && contractorId === null)
  return [
    { name: 'state', label: 'Open or closed', none: 'Open', choices: states },
    { name: 'due', label: 'Due', none: 'Any time', choices: dues },
    {
      name: 'holder',
      label: 'Held by',
      none: 'Anybody',
      choices: [
        { value: 'me', label: 'Me' },
        { value: 'nobody', label: 'Nobody' },
        ...people.map(({ staffId, name }) => ({ value: staffId, label: name })),
      ],
    },
    { name: 'team', label: 'Team', none: 'Any team', choices: named(teams) },
    {
      name: 'kind',
      label: 'Kind',
      none: 'Any kind',
      choices: kinds.map((kind) => ({ value: kind, label: codeWords(kind) })),
    },
    { name: 'channel', label: 'How it came', none: 'Any way', choices: ways },
    {
      name: 'promise',
      label: 'Promise',
      none: 'Any promise',
      choices: promises.map(({ id, says }) => ({ value: id, label: shortened(`${id}: ${says}`) })),
    },
    { name: 'sort', label: 'Order', none: 'First due first', choices: orders },
  ]
}

function named(places: readonly PlaceNamed[]) {
  return places.map(({ id, name }) => ({ value: id, label: name }))
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

const states = [
  { value: 'closed', label: 'Closed' },
  { value: 'any', label: 'Open and closed' },
]
const dues = [
  { value: 'overdue', label: 'Overdue' },
  { value: 'today', label: 'Today' },
  { value: 'week', label: 'By the end of this week' },
]
const orders = [{ value: 'latest', label: 'Latest first' }]
const ways = channels.map((value) => ({ value, label: codeWords(value) }))
