import type { PromiseAsks } from '#core/acts/promise-asks.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, longTextIn, textIn } from '#http/layout/fields.ts'
import { Button, Checkbox, Field, Form, Radios, Select, TextArea } from '#http/layout/form.tsx'
import { ActOverrides } from '../acts/act-form.tsx'
import { ClockLine } from '../clocks/clock-line.tsx'
import { roomChoices, staffOrNobody } from '../diary/names.ts'
import { waitedWords } from '../diary/words.ts'
import { visitActs } from './visit-acts.ts'
import type { Visiting } from './visiting.ts'

interface Props {
  readonly visiting: Visiting
  readonly typed: Fields
  readonly faults: readonly Fault[]
  /** What promises ask for that was not done. */
  readonly asks: readonly PromiseAsks[]
}

/** The short form of one thing done with a visitor, with what they were promised beside it. */
export function VisitActPage(props: Props): Raw {
  const { visiting, typed, faults, asks } = props
  const { act, visit, name, store, token } = visiting
  const now = store.now()
  const { title, button } = visitActs[act]
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {visit.seenAt === null
          ? `${name}, waiting for ${waitedWords(visit.arrivedAt, now)}.`
          : `${name}, seen after ${waitedWords(visit.arrivedAt, visit.seenAt)}.`}
      </p>
      {visit.clocks
        .filter(({ ended_at }) => ended_at === null)
        .map((clock) => (
          <ClockLine clock={clock} says={clock.says} now={now} />
        ))}
      <Form action={local`/reception/visits/${visit.caseId}/${act}`} token={token}>
        <input type="hidden" name="version" value={textIn(typed, 'version') || String(visit.version)} />
        {boxes[act](props)}
        <ActOverrides asks={asks} typed={typed} faults={faults} />
        <Button>{button}</Button>
      </Form>
    </>
  )
}

const boxes: Readonly<Record<Visiting['act'], (props: Props) => Raw>> = {
  advise: ({ typed, faults }) => (
    <>
      <Field
        name="minutes"
        label="How many minutes will it be?"
        short
        value={textIn(typed, 'minutes')}
        faults={faults}
      />
      <Checkbox
        name="alternative"
        label="I offered somebody else, or another time"
        checked={textIn(typed, 'alternative') === 'yes'}
      />
    </>
  ),
  nobody: ({ typed, faults }) => (
    <Radios
      name="offered"
      label="What did you offer instead?"
      choices={[
        { value: 'appointment', label: 'An appointment', hint: 'You book it on the next page' },
        { value: 'somebody-else', label: 'Somebody else who can help' },
        { value: 'call-back', label: 'A call back' },
        { value: 'declined', label: 'They did not want anything else' },
      ]}
      chosen={textIn(typed, 'offered')}
      faults={faults}
    />
  ),
  seen: ({ visiting: { names, visit, appointmentStaff }, typed, faults }) => (
    <>
      <Select
        name="by"
        label="Who sees them?"
        choices={staffOrNobody(names, 'Choose')}
        chosen={textIn(typed, 'by') || (visit.wants ?? appointmentStaff[0] ?? '')}
        faults={faults}
      />
      <Select
        name="room"
        label="In which room?"
        hint={
          visit.isPrivate ? 'They wish to talk in private. These rooms are free.' : 'These rooms are free.'
        }
        choices={roomChoices(names, { officeId: visit.officeId ?? undefined, free: true })}
        chosen={textIn(typed, 'room') || privateRoom({ names, visit })}
        faults={faults}
      />
    </>
  ),
  left: ({ typed, faults }) => (
    <>
      <TextArea
        name="words"
        label="What was agreed?"
        hint="What we are going to do, and by when. The visitor should know it before they go."
        rows={4}
        value={longTextIn(typed, 'words')}
        faults={faults}
      />
      <Checkbox
        name="confirmation"
        label="Print a confirmation for them"
        checked={textIn(typed, 'confirmation') === 'yes'}
      />
    </>
  ),
}

/** Who wishes to talk in private is offered the first private room that is free. */
function privateRoom({ names, visit }: Pick<Visiting, 'names' | 'visit'>): string {
  if (!visit.isPrivate) return ''
  const free = names.rooms.find(
    (room) =>
      room.isPrivate && !room.isTaken && (visit.officeId === null || room.officeId === visit.officeId),
  )
  return free?.roomId ?? ''
}
