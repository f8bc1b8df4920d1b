import { overrideReasons } from '#core/acts/override-reasons.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { type Choice, DateTimeField, Select, TextArea } from '#http/layout/form.tsx'
import { overrideField } from './act-from-form.ts'
import type { ActPeople } from './act-people.ts'
import { FieldBox } from './field-box.tsx'
import { momentTyped } from './moment-typed.ts'
import { type FormAct, type FormField, shownFields } from './form-act.ts'

interface ActFieldsProps {
  readonly fields: readonly FormField[]
  /** What was typed before, by the names of the boxes. */
  readonly typed: Fields
  readonly faults: readonly Fault[]
  readonly people: ActPeople
}

/** The fields of an act, each asked for as its kind says; what a promise asks for says so. */
export function ActFields({ fields, typed, faults, people }: ActFieldsProps): Raw {
  return (
    <>
      {shownFields({ fields }).map((field) => (
        <FieldBox field={field} typed={typed} faults={faults} people={people} />
      ))}
    </>
  )
}

/** What is to be written down with the act: what its kind asks for, and a note in any case. */
export function ActWords({
  asksFor,
  typed,
  faults,
}: Pick<FormAct, 'asksFor'> & Pick<ActFieldsProps, 'typed' | 'faults'>): Raw {
  const label = asksFor?.label ?? 'Note'
  const optional = asksFor?.required === true ? '' : ' (optional)'
  return (
    <>
      <TextArea
        name="words"
        label={`${label}${optional}`}
        value={longText(typed, 'words')}
        rows={asksFor?.required === true ? 6 : 4}
        faults={faults}
      />
      {asksFor?.kind === 'message' && (
        <TextArea
          name="note"
          label="Note for colleagues (optional)"
          value={longText(typed, 'note')}
          rows={3}
          faults={faults}
        />
      )}
    </>
  )
}

/** When it really happened: empty where it is happening now. */
export function ActMoment({ typed, faults }: Pick<ActFieldsProps, 'typed' | 'faults'>): Raw {
  return (
    <DateTimeField
      name="at"
      label="When did it happen?"
      hint="Leave this empty if it is happening now."
      value={momentTyped(typed, 'at')}
      faults={faults}
    />
  )
}

/** What a promise asks of an act and does not find. */
export interface Asked {
  readonly promise: string
  readonly says: string
}

/** For each promise that the act is at odds with: its words, and why it is done otherwise all the same. */
export function ActOverrides({
  asks,
  typed,
  faults,
}: {
  readonly asks: readonly Asked[]
  readonly typed: Fields
  readonly faults: readonly Fault[]
}): Raw {
  if (asks.length === 0) return <></>
  const choices: readonly Choice[] = [
    { value: '', label: 'It will be done as promised' },
    ...overrideReasons.map(({ code, label }) => ({ value: code, label })),
  ]
  return (
    <section class="otherwise" aria-labelledby="otherwise-title">
      <h2 id="otherwise-title">If it cannot be done as promised</h2>
      <p>Choose why. It is counted, and published with the figures.</p>
      {asks.map(({ promise, says }) => (
        <Select
          name={overrideField(promise)}
          label={`${promise}: why not?`}
          hint={`We promise: “${says}”`}
          choices={choices}
          chosen={textIn(typed, overrideField(promise))}
          faults={faults}
        />
      ))}
    </section>
  )
}

function longText(typed: Fields, name: string): string {
  const value = Object.hasOwn(typed, name) ? typed[name] : undefined
  return typeof value === 'string' ? value : ''
}
