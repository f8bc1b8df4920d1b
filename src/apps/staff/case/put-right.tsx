import type { FieldDefinition } from '#core/kind.ts'
import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { Button, DateTimeField, Field, Form, Radios, TextArea } from '#http/layout/form.tsx'
import type { ToldEvent } from '#store/case-page/entries.ts'
import { ActFields } from '../acts/act-form.tsx'
import type { ActPeople } from '../acts/act-people.ts'
import { codeWords, nameWords } from '../acts/field-words.ts'
import { momentTyped } from '../acts/moment-typed.ts'
import { type FormField, shownFields } from '../acts/form-act.ts'
import { momentText } from '../times.ts'

interface MendProps {
  readonly caseId: string
  readonly title: string
  readonly event: ToldEvent
  readonly version: number
  readonly faults: readonly Fault[]
  readonly note: string
  readonly token: string
}

/** The fields of an event that a form can put right: those of its form, and whatever else it carries that has a name. */
export function fieldsToCorrect({ told, data }: ToldEvent, { events }: Vocabulary): readonly FormField[] {
  const known = [...(events.get(told.type)?.fields ?? [])]
    .filter(([name, { label }]) => (label !== undefined || Object.hasOwn(data, name)) && !apart.has(name))
    .map(([name, definition]) => ({
      name,
      definition: named(name, definition),
      required: definition.required,
      promises: [],
    }))
  return shownFields({ fields: known })
}

/** Fields that every event may carry have no label of their own: no form asks for them, but one may be wrong. */
function named(name: string, definition: FieldDefinition): FieldDefinition {
  if (definition.label !== undefined) return definition
  if (name === 'by' && definition.type === 'id') return { ...definition, label: 'Who did it?', of: 'staff' }
  return { ...definition, label: nameWords(name) }
}

/** The drawer has its own ways of putting right, and a reason once given stands. */
const apart: ReadonlySet<string> = new Set(['words', 'overrides', 'band'])

/** The form that puts an event right: as it counts now, to be changed. */
export function Correct({
  fields,
  typed,
  people,
  whose,
  ...props
}: MendProps & {
  readonly fields: readonly FormField[]
  readonly typed: Fields
  readonly people: ActPeople
  /** Whom and which home it is about now, in words. */
  readonly whose: Readonly<Record<string, string>>
}): Raw {
  const { caseId, event, faults } = props
  const sequence = String(event.told.sequence)
  const whosePart = fields.filter(({ name }) => isWhose(name) && Object.hasOwn(event.data, name))
  const carried = fields.filter(({ name }) => !isWhose(name) && Object.hasOwn(event.data, name))
  const others = fields.filter(({ name }) => !Object.hasOwn(event.data, name))
  return (
    <>
      <Head {...props} heading="Put right what was recorded" />
      <p>
        Change what is wrong. What was first recorded stays on record behind it, and every clock is counted
        anew.{' '}
        <a class="govuk-link" href={local`/cases/${caseId}/events/${sequence}/withdraw`}>
          It did not happen, or does not count
        </a>
        .
      </p>
      <Form action={local`/cases/${caseId}/events/${sequence}/correct`} token={props.token}>
        <input type="hidden" name="version" value={String(props.version)} />
        <DateTimeField
          name="at"
          label="When it really happened"
          value={momentTyped(typed, 'at')}
          faults={faults}
        />
        <WhoseBoxes fields={whosePart} typed={typed} faults={faults} whose={whose} />
        <ActFields fields={carried} typed={typed} faults={faults} people={people} />
        {others.length > 0 && (
          <details class="govuk-details" open={faults.some(({ field }) => isOf(others, field))}>
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">Add what was not recorded</span>
            </summary>
            <div class="govuk-details__text">
              <ActFields fields={others} typed={typed} faults={faults} people={people} />
            </div>
          </details>
        )}
        <End {...props} button="Put it right" />
      </Form>
    </>
  )
}

/** Whom and which home it is about: shown by name, and changed by one. */
function WhoseBoxes({
  fields,
  typed,
  faults,
  whose,
}: {
  readonly fields: readonly FormField[]
  readonly typed: Fields
  readonly faults: readonly Fault[]
  readonly whose: Readonly<Record<string, string>>
}): Raw {
  return (
    <>
      {fields.map(({ name }) => (
        <Field
          name={name}
          label={nameWords(name)}
          hint={`${whose[name] === undefined ? '' : `Now ${whose[name]}. `}${hints[name] ?? ''}`}
          value={textIn(typed, name)}
          faults={faults}
          autocomplete="off"
        />
      ))}
    </>
  )
}

function isWhose(name: string): boolean {
  return Object.hasOwn(hints, name)
}

const hints: Readonly<Record<string, string>> = {
  customer: 'If it is somebody else, write their name or reference instead.',
  home: 'If it is another home, write its address, postcode or reference instead.',
}

function isOf(fields: readonly FormField[], field: string | undefined): boolean {
  return fields.some(({ name }) => name === field)
}

/** The form that takes an event back, with the reason. */
export function Withdraw({ reason, ...props }: MendProps & { readonly reason: string }): Raw {
  const { caseId, event, faults } = props
  return (
    <>
      <Head {...props} heading="Withdraw what was recorded" />
      <p>
        It stays on record, marked as withdrawn, and counts no more: clocks that it started or stopped are
        counted anew.
      </p>
      <Form
        action={local`/cases/${caseId}/events/${String(event.told.sequence)}/withdraw`}
        token={props.token}
      >
        <input type="hidden" name="version" value={String(props.version)} />
        <Radios
          name="reason"
          label="Why does it not count?"
          choices={reasons}
          chosen={reason}
          faults={faults}
        />
        <End {...props} button="Withdraw it" />
      </Form>
    </>
  )
}

const reasons = [
  { value: 'entered-twice', label: 'It was recorded twice' },
  { value: 'wrong-case', label: 'It belongs to another case' },
  { value: 'bounced', label: 'It did not arrive: it bounced or was returned' },
  { value: 'did-not-happen', label: 'It did not happen' },
]

function Head({ title, event, heading }: MendProps & { readonly heading: string }): Raw {
  return (
    <>
      <span class="govuk-caption-l">{title}</span>
      <h1 class="govuk-heading-l">{heading}</h1>
      <p>
        <strong>{codeWords(event.told.type)}</strong>
        {`, ${momentText(event.at)}`}
      </p>
    </>
  )
}

function End({ caseId, note, faults, button }: MendProps & { readonly button: string }): Raw {
  return (
    <>
      <TextArea name="note" label="Note (optional)" value={note} rows={3} faults={faults} />
      <div class="bar">
        <Button>{button}</Button>
        <a class="govuk-link" href={local`/cases/${caseId}`}>
          Back to the case without saving
        </a>
      </div>
    </>
  )
}
