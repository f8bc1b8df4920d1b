import type { ObservedBy } from '#core/observations/instrument.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, listIn, textIn } from '#http/layout/fields.ts'
import { Button, Checkbox, Choices, DateField, Field, Form, Radios, Select } from '#http/layout/form.tsx'
import type { ProgrammeChoices } from './programme-choices.ts'
import { instrumentChoices, instrumentName } from './words.ts'

/** First of all: how it is observed. */
export function ChooseInstrument(): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">Set up a programme</h1>
      <form method="get" action={local`/observations/new`}>
        <Radios
          name="instrument"
          label="How is it observed?"
          choices={instrumentChoices}
          chosen="mystery-shop"
        />
        <Button>Continue</Button>
      </form>
    </>
  )
}

interface ProgrammeFormProps {
  readonly instrument: ObservedBy
  readonly choices: ProgrammeChoices
  readonly typed: Fields
  readonly chosenItems: readonly string[]
  readonly faults: readonly Fault[]
  readonly token: string
}

/** What is judged, where, when and how often. */
export function ProgrammeForm(props: ProgrammeFormProps): Raw {
  const { instrument, choices, typed, chosenItems, faults, token } = props
  return (
    <>
      <span class="govuk-caption-l">{instrumentName(instrument)}</span>
      <h1 class="govuk-heading-l">Set up a programme</h1>
      {choices.items.length === 0 ? (
        <p class="govuk-body">
          No promise of the edition in force is judged in this way.{' '}
          <a class="govuk-link" href={local`/observations/new`}>
            Choose another way
          </a>
        </p>
      ) : (
        <Form action={local`/observations/new`} token={token}>
          <input type="hidden" name="instrument" value={instrument} />
          <Field
            name="name"
            label="What is it called?"
            value={textIn(typed, 'name')}
            faults={faults}
            autocomplete="off"
          />
          <Judged items={choices.items} chosen={chosenItems} faults={faults} />
          <HowAndForWhom {...props} />
          <Where {...props} />
          <WhenAndHowMany typed={typed} faults={faults} />
          {choices.duties.length > 0 && (
            <Select
              name="duty"
              label="Does a finished round keep a promise that comes round?"
              hint="When you close a round you can record it as the evidence."
              choices={[{ value: '', label: 'No' }, ...choices.duties]}
              chosen={textIn(typed, 'duty')}
              faults={faults}
            />
          )}
          <Button>Set up the programme</Button>
        </Form>
      )}
    </>
  )
}

/** Which promises are judged, in their own words. */
export function Judged({
  items,
  chosen,
  faults,
}: {
  readonly items: ProgrammeChoices['items']
  readonly chosen: readonly string[]
  readonly faults: readonly Fault[]
}): Raw {
  return (
    <Choices
      name="items"
      kind="several"
      legend="What is judged?"
      hint="The form asks for each of these in the promise’s own words."
      choices={items.map(({ item, promises, says }) => ({
        value: item,
        label: says,
        hint: promises.join(', '),
      }))}
      chosen={chosen}
      faults={faults}
    />
  )
}

function HowAndForWhom({ instrument, typed, faults }: ProgrammeFormProps): Raw {
  return (
    <>
      <Radios
        name="commissioned"
        label="Who has it done?"
        choices={[
          { value: 'landlord', label: 'We do' },
          { value: 'residents', label: 'Residents do' },
        ]}
        chosen={textIn(typed, 'commissioned') || 'landlord'}
        faults={faults}
      />
      {instrument === 'call-monitoring' && (
        <Radios
          name="live"
          label="Which calls are listened to?"
          choices={[
            { value: 'recorded', label: 'Recorded calls' },
            { value: 'live', label: 'Calls while somebody talks' },
          ]}
          chosen={textIn(typed, 'live') || 'recorded'}
          faults={faults}
        />
      )}
      {(instrument === 'file-check' || instrument === 'readers-panel' || instrument === 'audit') && (
        <Checkbox
          name="letters"
          label="Show observers what our letters say"
          hint="A program blacks out names, addresses and numbers. It cannot know nicknames or what only neighbours know. Each reading is written down."
          checked={textIn(typed, 'letters') === 'yes'}
        />
      )}
    </>
  )
}

function Where({ choices, typed, faults }: ProgrammeFormProps): Raw {
  return (
    <>
      {choices.places.length > 0 && (
        <Choices
          name="places"
          kind="several"
          legend="Where?"
          hint="Leave all empty if it is not about places."
          choices={choices.places}
          chosen={listIn(typed, 'places')}
          faults={faults}
        />
      )}
      <Field
        name="queues"
        label={choices.places.length > 0 ? 'Other places, such as telephone queues' : 'Where?'}
        hint="With a comma between them, for example: main, repairs."
        value={textIn(typed, 'queues')}
        faults={faults}
        autocomplete="off"
      />
    </>
  )
}

/** The days of a round and how many observations it is to have. */
export function WhenAndHowMany({
  typed,
  faults,
}: {
  readonly typed: Fields
  readonly faults: readonly Fault[]
}): Raw {
  return (
    <>
      <DateField name="first-on" label="First day" value={textIn(typed, 'first-on')} faults={faults} />
      <DateField name="last-on" label="Last day" value={textIn(typed, 'last-on')} faults={faults} />
      <Field
        name="wanted"
        label="How many observations are wanted?"
        value={textIn(typed, 'wanted')}
        faults={faults}
        autocomplete="off"
        short
      />
    </>
  )
}
