import type { Child, Raw } from '../html/raw.ts'
import type { Url } from '../html/url.ts'
import { formTokenField } from '../session/form-token.ts'
import type { Fault } from './fault.ts'

/** A form that changes something: sent by POST, and bound to this browser and session by its token. */
export function Form({
  action,
  token,
  children,
}: {
  readonly action: Url
  readonly token: string
  readonly children: Child
}): Raw {
  return (
    <form action={action} method="post" novalidate>
      <input type="hidden" name={formTokenField} value={token} />
      {children}
    </form>
  )
}

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly type?: 'text' | 'email' | 'password' | 'date'
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
  const { name, label, type = 'text', hint, value, autocomplete, short = false } = props
  const wrong = (props.faults ?? []).filter((fault) => fault.field === name)
  const described = [hint !== undefined && `${name}-hint`, wrong.length > 0 && `${name}-fault`].filter(
    (id) => id !== false,
  )
  return (
    <div class={wrong.length > 0 ? 'group faulty' : 'group'}>
      <label for={name}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <FaultAt name={name} faults={wrong} />
      <input
        type={type}
        id={name}
        name={name}
        value={type === 'password' ? undefined : value}
        class={short ? 'short' : undefined}
        {...(autocomplete !== undefined && { autocomplete })}
        {...(type === 'text' ? {} : { autocapitalize: 'none' as const })}
        spellcheck="false"
        maxlength={1000}
        aria-describedby={described.length > 0 ? described.join(' ') : undefined}
        aria-invalid={wrong.length > 0 ? 'true' : undefined}
      />
    </div>
  )
}

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
  const wrong = faults.filter((fault) => fault.field === name)
  const described = [hint !== undefined && `${name}-hint`, wrong.length > 0 && `${name}-fault`].filter(
    (id) => id !== false,
  )
  return (
    <fieldset
      class={wrong.length > 0 ? 'faulty' : undefined}
      aria-describedby={described.length > 0 ? described.join(' ') : undefined}
    >
      <legend>{legend}</legend>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <FaultAt name={name} faults={wrong} />
      {choices.map((choice, place) => (
        <OneChoice
          {...choice}
          id={place === 0 ? name : `${name}-${place + 1}`}
          name={name}
          type={kind === 'one' ? 'radio' : 'checkbox'}
          checked={chosen.includes(choice.value)}
        />
      ))}
    </fieldset>
  )
}

interface OneChoiceProps extends Choice {
  readonly id: string
  readonly name: string
  readonly type: 'radio' | 'checkbox'
  readonly checked: boolean
}

function OneChoice({ id, name, type, checked, value, label, hint }: OneChoiceProps): Raw {
  return (
    <div class="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        checked={checked}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** One to be chosen from a list that may be long. */
export function Select({
  name,
  label,
  hint,
  choices,
  chosen,
  faults = [],
}: Omit<ChoicesProps, 'kind' | 'legend' | 'chosen'> & {
  readonly label: string
  readonly chosen: string | undefined
}): Raw {
  const wrong = faults.filter((fault) => fault.field === name)
  return (
    <div class={wrong.length > 0 ? 'group faulty' : 'group'}>
      <label for={name}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <FaultAt name={name} faults={wrong} />
      <select id={name} name={name} aria-describedby={hint === undefined ? undefined : `${name}-hint`}>
        {choices.map((each) => (
          <option value={each.value} selected={each.value === chosen}>
            {each.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** What sends a form. */
export function Button({
  children,
  look,
  name,
  value,
  about,
}: {
  readonly children: Child
  readonly look?: 'second' | 'warning' | 'plain'
  readonly name?: string
  readonly value?: string
  /** More words for those who hear the page, where several buttons look alike. */
  readonly about?: string
}): Raw {
  return (
    <button
      type="submit"
      class={look === undefined ? 'button' : `button ${look}`}
      {...(name !== undefined && { name })}
      {...(value !== undefined && { value })}
    >
      {children}
      {about !== undefined && <span class="hidden">{` ${about}`}</span>}
    </button>
  )
}

function FaultAt({ name, faults }: { readonly name: string; readonly faults: readonly Fault[] }): Raw {
  if (faults.length === 0) return <></>
  return (
    <p class="fault" id={`${name}-fault`}>
      <span class="hidden">Fault: </span>
      {faults.map(({ says }) => says).join(' ')}
    </p>
  )
}
