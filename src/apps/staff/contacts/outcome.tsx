import { govuk } from '#http/govuk/index.ts'
import type { Raw } from '#http/html/raw.ts'
import { Checkbox, type Choice, DateTimeField, Field, Radios, Select, TextArea } from '#http/layout/form.tsx'
import { keepers, otherHelpers, outcomes } from './choices.ts'
import type { PartProps } from './part-props.ts'

/** What becomes of it now, each with what it asks for. */
export function Outcome(props: PartProps): Raw {
  const { typed, faults } = props
  const says = faults.filter(({ field }) => field === 'outcome').map((fault) => fault.says)
  return (
    <section aria-labelledby="outcome-title">
      <h2 id="outcome-title" class="govuk-heading-m">
        What happens now?
      </h2>
      {govuk.radios({
        name: 'outcome',
        idPrefix: 'outcome',
        classes: 'govuk-radios--small',
        fieldset: { legend: { text: 'What happens now', classes: 'govuk-visually-hidden' } },
        errorMessage: says.length === 0 ? undefined : { text: says.join(' ') },
        items: outcomes.map((each) => ({
          value: each.value,
          text: each.label,
          hint: each.hint === undefined ? undefined : { text: each.hint },
          checked: each.value === typed.outcome,
        })),
      })}
      {parts.map(([outcome, Part]) => (
        <div class={`contact-asked for-${outcome}`}>
          <Part {...props} />
        </div>
      ))}
      <TextArea
        name="reply"
        label="What you told them, or a note for whoever has it next (optional)"
        value={typed.reply}
        rows={2}
        faults={faults}
      />
    </section>
  )
}

function CallBack({ typed, faults }: PartProps): Raw {
  return (
    <DateTimeField
      name="back"
      label="When will we call back?"
      hint="A time that suits both."
      value={`${typed.back}T${typed['back-time']}`}
      faults={faults}
    />
  )
}

function PassOn({ typed, around, faults }: PartProps): Raw {
  return (
    <>
      <Select name="team" label="Team" choices={teamChoices(around)} chosen={typed.team} faults={faults} />
      <Select
        name="holder"
        label="Colleague (optional)"
        choices={staffChoices(around)}
        chosen={typed.holder}
        faults={faults}
      />
      <Checkbox name="told" label="The customer knows to whom it goes" checked={typed.told === 'yes'} />
      <Checkbox
        name="through"
        label="I am putting the caller through now"
        checked={typed.through === 'yes'}
      />
      <div class="for-through">
        <Checkbox name="named" label="I told the caller the name" checked={typed.named === 'yes'} />
        <Checkbox
          name="briefed"
          label="I told my colleague who is calling and why"
          checked={typed.briefed === 'yes'}
        />
      </div>
    </>
  )
}

function Message({ typed, around, faults }: PartProps): Raw {
  return (
    <>
      <Select
        name="wanted"
        label="Who is it for?"
        choices={staffChoices(around)}
        chosen={typed.wanted}
        faults={faults}
      />
      <Field
        name="caller-telephone"
        label="Number to ring, if not the one we have"
        type="tel"
        value={typed['caller-telephone']}
        faults={faults}
      />
      <Field
        name="caller-address"
        label="Address, if not the one we have"
        value={typed['caller-address']}
        faults={faults}
      />
      <Checkbox name="away" label="My colleague is away" checked={typed.away === 'yes'} />
      <div class="for-away">
        <Checkbox
          name="reachable"
          label="I said when they can be reached"
          checked={typed.reachable === 'yes'}
        />
        <Checkbox name="alternative" label="I offered somebody else" checked={typed.alternative === 'yes'} />
      </div>
    </>
  )
}

function Outside({ typed, faults }: PartProps): Raw {
  return (
    <Select
      name="helper"
      label="Who can help?"
      choices={otherHelpers}
      chosen={typed.helper}
      faults={faults}
    />
  )
}

function Later({ typed, faults }: PartProps): Raw {
  return (
    <Radios name="keep" label="Where does it stay?" choices={keepers} chosen={typed.keep} faults={faults} />
  )
}

/** What each outcome asks besides; the style sheet shows that of the one chosen. */
const parts: readonly (readonly [outcome: string, part: (props: PartProps) => Raw])[] = [
  ['call-back', CallBack],
  ['pass-on', PassOn],
  ['message', Message],
  ['outside', Outside],
  ['later', Later],
]

function teamChoices({ teams }: PartProps['around']): readonly Choice[] {
  return [{ value: '', label: 'No team' }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]
}

function staffChoices({ staff, absent }: PartProps['around']): readonly Choice[] {
  return [
    { value: '', label: 'Nobody in particular' },
    ...staff.map(({ staffId, name, jobTitle }) => {
      const away = absent.get(staffId)
      const label = jobTitle === null ? name : `${name}, ${jobTitle}`
      return { value: staffId, label: away === undefined ? label : `${label} (${away})` }
    }),
  ]
}
