import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { Button, Checkbox, Field, Form, Radios, Select, TextArea } from '#http/layout/form.tsx'
import type { AppointmentShown } from '#store/diaries/read-appointments.ts'
import { type DiaryNames, staffOrNobody } from '../diary/names.ts'
import { timeText } from '../times.ts'

/** Somebody whom a visitor may be. */
export interface PersonOffered {
  readonly customerId: string
  readonly name: string
  readonly home: string | undefined
}

interface ArrivingProps {
  readonly names: DiaryNames
  readonly appointment: AppointmentShown | undefined
  readonly persons: readonly PersonOffered[]
  readonly typed: Fields
  readonly faults: readonly Fault[]
  readonly token: string
}

/** The form for somebody who comes in. */
export function ArrivingPage(props: ArrivingProps): Raw {
  const { names, appointment, typed, faults, token } = props
  const at = appointment?.forAt ?? null
  return (
    <>
      <h1 class="govuk-heading-l">Record a visitor</h1>
      {at !== null && <p class="govuk-inset-text">{`They have an appointment at ${timeText(at)}.`}</p>}
      <Form action={local`/reception/arrive`} token={token}>
        {appointment !== undefined && <input type="hidden" name="appointment" value={appointment.caseId} />}
        <WhoItIs {...props} />
        <Select
          name="wants"
          label="Whom do they want to see?"
          choices={staffOrNobody(names, 'Anybody who can help')}
          chosen={textIn(typed, 'wants') || (appointment?.staffIds[0] ?? '')}
          faults={faults}
        />
        <Checkbox
          name="private"
          label="They wish to talk in private"
          checked={textIn(typed, 'private') === 'yes'}
        />
        <TextArea
          name="words"
          label="What is it about? (optional)"
          rows={3}
          value={textIn(typed, 'words')}
          faults={faults}
        />
        <Button>They are waiting</Button>
      </Form>
    </>
  )
}

function WhoItIs({ persons, appointment, typed, faults }: ArrivingProps): Raw {
  const searched = textIn(typed, 'q')
  const choices = persons.map(({ customerId, name, home }) => ({
    value: customerId,
    label: name,
    ...(home !== undefined && { hint: home }),
  }))
  const chosen = textIn(typed, 'customer') || appointment?.customerId || ''
  return (
    <>
      {(appointment?.customerId ?? null) === null && (
        <>
          <Field
            name="q"
            label="Find them"
            hint="By name, telephone number, postcode or reference"
            value={searched}
          />
          <Button look="second" name="do" value="find">
            Find
          </Button>
          {searched !== '' && choices.length === 0 && (
            <p class="govuk-body">Nobody like that was found. Write down the name they give.</p>
          )}
        </>
      )}
      {choices.length > 0 && (
        <Radios
          name="customer"
          label="Who is it?"
          choices={[...choices, { value: '', label: 'None of these' }]}
          chosen={chosen === '' && choices.length === 1 ? choices[0]?.value : chosen}
        />
      )}
      {(appointment?.customerId ?? null) === null && (
        <Field
          name="name"
          label="The name they give"
          hint="Only for somebody whom you did not find"
          value={textIn(typed, 'name')}
          faults={faults}
        />
      )}
    </>
  )
}
