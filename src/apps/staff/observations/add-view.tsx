import { channels } from '#core/channel.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, listIn, textIn } from '#http/layout/fields.ts'
import { Button, type Choice, Choices, DateField, Field, Form, Select } from '#http/layout/form.tsx'
import type { PlaceNamed } from '#store/masters/names.ts'
import type { Observer } from '#store/observations/give.ts'
import type { RoundResults } from '#store/observations/results.ts'
import { codeWords } from '../acts/field-words.ts'
import { placeWords } from './words.ts'

interface AddProps {
  readonly results: RoundResults
  readonly observers: readonly Observer[]
  readonly teams: readonly PlaceNamed[]
  readonly kinds: readonly Choice[]
  readonly typed: Fields
  readonly faults: readonly Fault[]
  readonly token: string
}

/** Two ways to add observations: at the places of the programme, or of cases drawn at random. */
export function AddView(props: AddProps): Raw {
  const { programme } = props.results
  const isOfPlaces = programme.places.length > 0
  const ofCasesFirst =
    !isOfPlaces || ['call-monitoring', 'file-check', 'readers-panel'].includes(programme.instrument)
  return (
    <>
      <span class="govuk-caption-l">{programme.name}</span>
      <h1 class="govuk-heading-l">Add observations</h1>
      {ofCasesFirst ? (
        <>
          <OfCases {...props} />
          {isOfPlaces && <AtPlaces {...props} />}
        </>
      ) : (
        <>
          <AtPlaces {...props} />
          <OfCases {...props} />
        </>
      )}
    </>
  )
}

function OfCases({ results: { programme }, observers, teams, kinds, typed, faults, token }: AddProps): Raw {
  return (
    <>
      <h2 class="govuk-heading-m">Draw cases at random</h2>
      <p class="govuk-body">
        Every case has the same chance. The seed is kept, so that anybody can draw the same sample again.
      </p>
      <Form action={local`/observations/${programme.programmeId}/draw`} token={token}>
        <Select
          name="kind"
          label="Which kind of case?"
          choices={kinds}
          chosen={textIn(typed, 'kind')}
          faults={faults}
        />
        <Select
          name="channel"
          label="How did it reach us?"
          choices={[
            { value: '', label: 'In any way' },
            ...channels.map((value) => ({ value, label: codeWords(value) })),
          ]}
          chosen={textIn(typed, 'channel')}
        />
        {teams.length > 0 && (
          <Select
            name="team"
            label="Of which team?"
            choices={[
              { value: '', label: 'Of any' },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            chosen={textIn(typed, 'team')}
          />
        )}
        <DateField name="from" label="Begun from" value={textIn(typed, 'from')} faults={faults} />
        <DateField name="to" label="Begun until" value={textIn(typed, 'to')} faults={faults} />
        <Field
          name="wanted"
          label="How many are drawn?"
          value={textIn(typed, 'wanted')}
          faults={faults}
          short
        />
        <Observers name="observers" observers={observers} typed={typed} faults={faults} />
        <DateField name="due-on" label="To be done by" value={textIn(typed, 'due-on')} faults={faults} />
        <Button>Draw the sample</Button>
      </Form>
    </>
  )
}

function AtPlaces({ results, observers, typed, faults, token }: AddProps): Raw {
  const { programme, placeNames } = results
  return (
    <>
      <h2 class="govuk-heading-m">Add observations at places</h2>
      <Form action={local`/observations/${programme.programmeId}/places`} token={token}>
        <Choices
          name="places"
          kind="several"
          legend="At which places?"
          choices={programme.places.map((value) => ({ value, label: placeWords(value, placeNames) }))}
          chosen={listIn(typed, 'places')}
          faults={faults}
        />
        <Field name="each" label="How many at each?" value={textIn(typed, 'each')} faults={faults} short />
        <Observers name="place-observers" observers={observers} typed={typed} faults={faults} />
        <DateField
          name="place-due-on"
          label="To be done by"
          value={textIn(typed, 'place-due-on') || textIn(typed, 'due-on')}
          faults={faults}
        />
        <Button>Add these observations</Button>
      </Form>
    </>
  )
}

function Observers({
  name,
  observers,
  typed,
  faults,
}: Pick<AddProps, 'observers' | 'typed' | 'faults'> & { readonly name: string }): Raw {
  if (observers.length === 0)
    return <p class="govuk-body">Nobody has the role of an observer so far. An administrator can give it.</p>
  return (
    <Choices
      name={name}
      kind="several"
      legend="Who observes?"
      hint="They take turns. Nobody is given a case that they had a part in."
      choices={observers.map(({ staffId, name: label }) => ({ value: staffId, label }))}
      chosen={listIn(typed, name)}
      faults={faults}
    />
  )
}
