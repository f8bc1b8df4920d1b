import { capitalised } from '#core/capitalised.ts'
import type { Collision } from '#core/diaries/collisions.ts'
import { usualMinutes } from '#core/diaries/free-times.ts'
import type { Instant } from '#core/time/instant.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, longTextIn, textIn } from '#http/layout/fields.ts'
import { Button, Checkbox, DateTimeField, Field, Form, Radios, Select, TextArea } from '#http/layout/form.tsx'
import { ActOverrides } from '../acts/act-form.tsx'
import { momentTyped } from '../acts/moment-typed.ts'
import { forFields, momentText, shortDay, timeText, todayOf, staffZone } from '../times.ts'
import type { BookingGround, BookingSaid } from './booking-ground.ts'
import { roomChoices, staffOrNobody, type DiaryNames } from './names.ts'
import { whereWords } from './words.ts'

interface Props {
  readonly ground: BookingGround
  readonly said: BookingSaid
  readonly title: string
}

/** The form of an appointment: for whom, where, with whom, when. */
export function BookingPage({ ground, said, title }: Props): Raw {
  const { inCase, before, customerId, token } = ground
  const typed = withBefore(ground)
  const { faults = [], asks = [] } = said
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {before?.state === 'booked' && before.forAt !== null && (
        <p class="govuk-body">{`It is now on ${momentText(before.forAt)}.`}</p>
      )}
      <Form action={local`/appointments/new`} token={token}>
        {inCase !== undefined && (
          <>
            <input type="hidden" name="case" value={inCase.case_id} />
            <input
              type="hidden"
              name="version"
              value={textIn(ground.typed, 'version') || String(inCase.version)}
            />
          </>
        )}
        <ForWhom ground={ground} />
        {said.collisions !== undefined && <Collisions found={said.collisions} names={ground.names} />}
        <Where ground={ground} faults={faults} />
        <Times said={said} now={ground.store.now()} typed={ground.typed} />
        <DateTimeField
          name="for"
          label={said.times === undefined ? 'When?' : 'Or another day'}
          value={momentTyped(typed, 'for')}
          faults={faults}
        />
        <Button look="second" name="do" value="times">
          Propose free times
        </Button>
        <Checkbox
          name="homeOffered"
          label="In the office: they could have had it at home"
          checked={textIn(typed, 'homeOffered') === 'yes'}
        />
        <TextArea
          name="words"
          label="What is it about? (optional)"
          rows={3}
          value={longTextIn(ground.typed, 'words')}
        />
        <ActOverrides asks={asks} typed={ground.typed} faults={faults} />
        {customerId === undefined && inCase === undefined && (
          <p class="govuk-hint">Without a customer only our own diary knows of it.</p>
        )}
        <Button>{title === 'Move the appointment' ? 'Move it' : 'Book it'}</Button>
      </Form>
    </>
  )
}

function Where({
  ground,
  faults,
}: {
  readonly ground: BookingGround
  readonly faults: readonly Fault[]
}): Raw {
  const typed = withBefore(ground)
  return (
    <>
      <Radios
        name="place"
        label="Where?"
        choices={[
          { value: 'home', label: 'At their home' },
          { value: 'office', label: 'In the office' },
        ]}
        chosen={textIn(typed, 'place')}
        faults={faults}
      />
      <Select
        name="staff"
        label="With whom?"
        choices={staffOrNobody(ground.names, 'Nobody yet')}
        chosen={textIn(typed, 'staff')}
        faults={faults}
      />
      <Select
        name="second"
        label="Who comes along? (optional)"
        hint="Two of us may be needed in the evening"
        choices={staffOrNobody(ground.names, 'Nobody')}
        chosen={textIn(typed, 'second')}
      />
      <Select
        name="room"
        label="Room (in the office)"
        choices={roomChoices(ground.names)}
        chosen={textIn(typed, 'room')}
      />
      <Field
        name="minutes"
        label="How many minutes? (optional)"
        hint={`Otherwise ${usualMinutes.home} at home, ${usualMinutes.office} in the office`}
        short
        value={textIn(typed, 'minutes')}
        faults={faults}
      />
      <Field
        name="travel"
        label="Minutes to get there (at home)"
        hint={`Otherwise ${usualMinutes.travel}`}
        short
        value={textIn(typed, 'travel')}
        faults={faults}
      />
    </>
  )
}

function ForWhom({
  ground: { customerId, customerName, home, persons, typed, inCase },
}: Pick<Props, 'ground'>): Raw {
  if (persons.length === 0 && (customerId !== undefined || inCase !== undefined))
    return (
      <>
        {customerId !== undefined && <input type="hidden" name="customer" value={customerId} />}
        <p class="govuk-body">
          <strong>{`For ${customerName ?? 'a customer'}`}</strong>
          {home !== undefined && `, ${home}`}
        </p>
      </>
    )
  return (
    <>
      <Field
        name="q"
        label="For whom?"
        hint="A name, telephone number, postcode or reference"
        value={textIn(typed, 'q')}
      />
      <Button look="second" name="do" value="find">
        Find
      </Button>
      {persons.length > 0 && (
        <Radios
          name="customer"
          label="Who is it?"
          choices={persons.map((each) => ({
            value: each.customerId,
            label: each.name,
            ...(each.home !== null && { hint: each.home }),
          }))}
          chosen={customerId ?? (persons.length === 1 ? persons[0]?.customerId : undefined)}
        />
      )}
      {textIn(typed, 'q') !== '' && persons.length === 0 && (
        <p class="govuk-body">Nobody like that was found.</p>
      )}
    </>
  )
}

function Times({
  said: { times },
  now,
  typed,
}: {
  readonly said: BookingSaid
  readonly now: Instant
  readonly typed: Fields
}): Raw {
  if (times === undefined) return <></>
  if (times.length === 0)
    return (
      <p class="govuk-inset-text">
        Nothing is free in the next three weeks. Choose another person, or a time of your own.
      </p>
    )
  return (
    <Radios
      name="proposed"
      label="These times are free"
      choices={times.map((at) => ({ value: String(at), label: freeWords(at, now) }))}
      chosen={textIn(typed, 'proposed')}
    />
  )
}

function freeWords(at: Instant, now: Instant): string {
  const day = shortDay(staffZone.dayOf(at), todayOf(now))
  return `${capitalised(day)} at ${timeText(at)}`
}

function Collisions({
  found,
  names,
}: {
  readonly found: readonly Collision[]
  readonly names: DiaryNames
}): Raw {
  return (
    <section class="govuk-inset-text" aria-labelledby="collisions-title">
      <h2 class="govuk-heading-s" id="collisions-title">
        Something else is on at that time
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {found.slice(0, 10).map((each) => (
          <li>{collisionWords(each, names)}</li>
        ))}
      </ul>
      <Checkbox name="despite" label="Book it all the same" />
    </section>
  )
}

function collisionWords(each: Collision, { staffName, roomName }: DiaryNames): string {
  if (each.what === 'absence')
    return `${staffName(each.staffId)}: ${whereWords(each.away.where).toLowerCase()} until ${momentText(each.away.untilAt)}.`
  const when = `${timeText(each.with.fromAt)} to ${timeText(each.with.untilAt)} (${each.with.caseId})`
  if (each.what === 'room') return `${roomName(each.roomId) ?? 'The room'} is taken from ${when}.`
  if (each.what === 'travel')
    return `${staffName(each.staffId)} could not travel in between: they are elsewhere from ${when}.`
  return `${staffName(each.staffId)} has an appointment from ${when}.`
}

/** What stands in the form before anything is typed: what was agreed so far. */
function withBefore({ typed, before, acting }: BookingGround): Fields {
  if (Object.hasOwn(typed, 'place')) return typed
  if (before === undefined) return { place: 'home', staff: acting.staffId ?? '', ...typed }
  const [day = '', time = ''] = before.forAt === null ? [] : forFields(before.forAt).split('T')
  return {
    place: before.place ?? 'home',
    staff: before.staffIds.find((id) => id !== before.secondStaffId) ?? acting.staffId ?? '',
    second: before.secondStaffId ?? '',
    room: before.roomId ?? '',
    travel: before.travelMinutes === null ? '' : String(before.travelMinutes),
    for: day,
    'for-time': time,
    ...typed,
  }
}
