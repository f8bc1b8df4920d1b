import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, listIn, textIn } from '#http/layout/fields.ts'
import { Button, Choices, DateField, Field, Form, Select } from '#http/layout/form.tsx'
import type { PersonTrained } from '#store/training/read-training.ts'
import { PaperFields } from '../duties/paper.tsx'
import { courseWords } from './person-list.tsx'

/** More boxes than this are no help: a team is chosen first. */
const mostPeople = 200

/** The form for a training day: the course, the day, and everybody who was there. */
export function DayForm({
  people,
  courses,
  typed,
  faults,
  token,
}: {
  readonly people: readonly PersonTrained[]
  readonly courses: readonly string[]
  readonly typed: Fields
  readonly faults: readonly Fault[]
  readonly token: string
}): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">Record a course</h1>
      <p class="govuk-body">For everybody who finished it that day. Each has it in their own record.</p>
      <Form action={local`/training/day`} token={token} sendsFiles>
        <Select
          name="course"
          label="Which course?"
          choices={[
            { value: '', label: 'Another one' },
            ...courses.map((value) => ({ value, label: courseWords(value) })),
          ]}
          chosen={textIn(typed, 'course')}
          faults={faults}
        />
        <Field
          name="another"
          label="Or another course"
          hint="Only where it is not in the list"
          value={textIn(typed, 'another')}
        />
        <DateField name="done" label="When was it?" value={textIn(typed, 'done')} faults={faults} />
        <Choices
          name="staff"
          legend="Who finished it?"
          kind="several"
          choices={people.slice(0, mostPeople).map(({ staffId, name }) => ({
            value: staffId,
            label: name ?? staffId,
          }))}
          chosen={listIn(typed, 'staff')}
          faults={faults}
        />
        {people.length > mostPeople && (
          <p class="govuk-body">{`Only the first ${mostPeople} are shown: choose a team on the list of training first.`}</p>
        )}
        <PaperFields typed={typed} faults={faults} />
        <Button>Record the course</Button>
      </Form>
    </>
  )
}
