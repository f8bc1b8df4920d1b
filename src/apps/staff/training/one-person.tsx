import { capitalised } from '#core/capitalised.ts'
import type { Instant } from '#core/time/instant.ts'
import { formatDay } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { Button, DateField, Form } from '#http/layout/form.tsx'
import { SummaryList } from '#http/layout/summary-list.tsx'
import type { PaperKept } from '#store/duties/paper.ts'
import type { PersonTrained } from '#store/training/read-training.ts'
import { ClockLine } from '../clocks/clock-line.tsx'
import { Papers } from '../duties/paper.tsx'
import { dayText, staffZone } from '../times.ts'
import { courseWords, dueSaid, noRecord } from './person-list.tsx'

/** One person: what they owe next, every course with what shows it, and when they joined. */
export function OnePerson({
  person,
  team,
  papers,
  says,
  now,
  mayRecord,
  typed,
  faults,
  token,
}: {
  readonly person: PersonTrained
  readonly team: string | undefined
  readonly papers: ReadonlyMap<string, PaperKept>
  readonly says: ReadonlyMap<string, string>
  readonly now: Instant
  readonly mayRecord: boolean
  readonly typed: Fields
  readonly faults: readonly Fault[]
  readonly token: string
}): Raw {
  const { record, staffId } = person
  const joined = record?.joinedOn
  return (
    <>
      <span class="govuk-caption-l">Training</span>
      <h1 class="govuk-heading-l">{person.name ?? staffId}</h1>
      <SummaryList
        rows={[
          team === undefined ? undefined : ['Team', team],
          ['Joined', joined === undefined ? capitalised(noRecord(says.size > 0)) : dayText(joined)],
        ]}
      />
      {person.due.map((due) => (
        <ClockLine clock={dueSaid(due, now)} says={says.get(due.promise) ?? due.promise} now={now} />
      ))}
      <Courses record={record} papers={papers} />
      {mayRecord && <Joined staffId={staffId} record={record} typed={typed} faults={faults} token={token} />}
    </>
  )
}

function Courses({
  record,
  papers,
}: {
  readonly record: PersonTrained['record']
  readonly papers: ReadonlyMap<string, PaperKept>
}): Raw {
  return (
    <>
      <h2 class="govuk-heading-m">Courses</h2>
      {(record === undefined || record.courses.length === 0) && <p class="govuk-body">None so far.</p>}
      <ul class="rows">
        {record?.courses.map(({ course, doneAt, wordsIds }) => (
          <li>
            <div>
              <h3 class="govuk-heading-s">{`${courseWords(course)}, ${dayText(staffZone.dayOf(doneAt))}`}</h3>
              <Papers
                papers={wordsIds.flatMap((id) => papers.get(id) ?? [])}
                fileAt={({ attachmentId }) => local`/training/files/${attachmentId}`}
              />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function Joined({
  staffId,
  record,
  typed,
  faults,
  token,
}: {
  readonly staffId: string
  readonly record: PersonTrained['record']
  readonly typed: Fields
  readonly faults: readonly Fault[]
  readonly token: string
}): Raw {
  const joined = record?.joinedOn
  return (
    <section>
      <h2 class="govuk-heading-m">When they joined</h2>
      <p class="govuk-body">What is owed counts from then, or from when the standard came into force.</p>
      <Form action={local`/training/people/${staffId}/joined`} token={token}>
        <DateField
          name="joined"
          label="The day they joined"
          value={textIn(typed, 'joined') || (joined === undefined ? '' : formatDay(joined))}
          faults={faults}
        />
        <Button look="second">Save the day</Button>
      </Form>
    </section>
  )
}
