import { local } from '#http/html/local.ts'
import { formatMinute } from '#core/time/hours-span.ts'
import type { Raw } from '#http/html/raw.ts'
import { Button, Form, Select } from '#http/layout/form.tsx'
import type { AppointmentShown } from '#store/diaries/read-appointments.ts'
import type { VisitShown } from '#store/diaries/visits.ts'
import { ClockLine } from '../clocks/clock-line.tsx'
import { officeChoices } from '../diary/names.ts'
import { spanWords, waitedWords } from '../diary/words.ts'
import { timeText } from '../times.ts'
import { type Desk, visitorName } from './desk-read.ts'

/** Reception as the desk sees it: who waits, who is being seen, who is expected. */
export function DeskPage({ desk, token }: { readonly desk: Desk; readonly token: string }): Raw {
  const { visits, officeId, names, mayWrite } = desk
  const waiting = visits.filter(({ seenAt }) => seenAt === null)
  const seen = visits.filter(({ seenAt }) => seenAt !== null)
  return (
    <>
      <h1 class="govuk-heading-l">Reception</h1>
      <div class="kept-desk">
        <Form action={local`/reception/desk`} token={token}>
          <div class="bar">
            <Select
              name="office"
              label="Your desk"
              choices={officeChoices(names, 'Every office')}
              chosen={officeId ?? ''}
            />
            <Button look="second">Change desk</Button>
          </div>
        </Form>
        {mayWrite && (
          <p>
            <a class="govuk-button" href={local`/reception/arrive`}>
              Record a visitor
            </a>
          </p>
        )}
      </div>
      <section data-live="visitors">
        <h2 class="govuk-heading-m">{`Waiting (${waiting.length})`}</h2>
        {waiting.length === 0 ? (
          <p class="govuk-body">Nobody is waiting.</p>
        ) : (
          <ul class="rows">
            {waiting.map((visit) => (
              <WaitingRow visit={visit} desk={desk} />
            ))}
          </ul>
        )}
        {seen.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{`Being seen (${seen.length})`}</h2>
            <ul class="rows">
              {seen.map((visit) => (
                <SeenRow visit={visit} desk={desk} />
              ))}
            </ul>
          </>
        )}
        <p class="govuk-body-s">
          {`As at ${timeText(desk.now)}. `}
          <a class="govuk-link" href={local`/reception`}>
            Look again
          </a>
        </p>
      </section>
      <Expected desk={desk} />
      <OnDuty desk={desk} />
    </>
  )
}

interface RowProps {
  readonly visit: VisitShown
  readonly desk: Desk
}

function WaitingRow({ visit, desk }: RowProps): Raw {
  const { names, now, mayWrite } = desk
  const name = visitorName(desk, visit)
  const running = visit.clocks.filter(({ ended_at }) => ended_at === null)
  return (
    <li>
      <div>
        <h3 class="govuk-heading-s">
          <a class="govuk-link" href={local`/cases/${visit.caseId}`}>
            {name}
          </a>
        </h3>
        <p>{whatFor(visit, desk)}</p>
        <p>
          <strong>{`Waiting for ${waitedWords(visit.arrivedAt, now)}`}</strong>
          {`, since ${timeText(visit.arrivedAt)}`}
          {visit.advisedMinutes !== null && `; was told ${visit.advisedMinutes} minutes`}
          {visit.nobodyAt !== null && `; nobody was available at ${timeText(visit.nobodyAt)}`}
        </p>
        {running.map((clock) => (
          <ClockLine clock={clock} says={clock.says} now={now} />
        ))}
      </div>
      {mayWrite && <Links visit={visit} name={name} isSeen={false} names={names} />}
    </li>
  )
}

function SeenRow({ visit, desk }: RowProps): Raw {
  const name = visitorName(desk, visit)
  const { names } = desk
  const room = names.roomName(visit.roomId)
  return (
    <li>
      <div>
        <h3 class="govuk-heading-s">
          <a class="govuk-link" href={local`/cases/${visit.caseId}`}>
            {name}
          </a>
        </h3>
        <p>
          {`With ${names.staffName(visit.seenBy)} since ${timeText(visit.seenAt ?? 0)}, after ${waitedWords(visit.arrivedAt, visit.seenAt ?? 0)}`}
          {room !== undefined && `, in ${room}`}
        </p>
      </div>
      {desk.mayWrite && <Links visit={visit} name={name} isSeen names={names} />}
    </li>
  )
}

function Links({
  visit: { caseId },
  name,
  isSeen,
}: {
  readonly visit: VisitShown
  readonly name: string
  readonly isSeen: boolean
  readonly names: Desk['names']
}): Raw {
  const links = [
    ...(isSeen
      ? []
      : [
          { text: 'Seen', href: local`/reception/visits/${caseId}/seen` },
          { text: 'Say how long', href: local`/reception/visits/${caseId}/advise` },
          { text: 'Nobody available', href: local`/reception/visits/${caseId}/nobody` },
        ]),
    { text: 'Left', href: local`/reception/visits/${caseId}/left` },
  ]
  return (
    <p class="kept-row-links">
      {links.map(({ text, href }) => (
        <>
          <a class="govuk-link" href={href}>
            {text}
            <span class="govuk-visually-hidden">{`: ${name}`}</span>
          </a>{' '}
        </>
      ))}
    </p>
  )
}

function whatFor({ appointmentAt, wants, isPrivate }: VisitShown, { names }: Desk): string {
  const parts = [
    appointmentAt === null ? 'No appointment' : `Appointment at ${timeText(appointmentAt)}`,
    ...(wants === null ? [] : [`to see ${names.staffName(wants)}`]),
    ...(isPrivate ? ['in private'] : []),
  ]
  return `${parts.join(', ')}.`
}

function Expected({ desk }: { readonly desk: Desk }): Raw {
  const here = new Set(desk.visits.map(({ appointmentCase }) => appointmentCase))
  const expected = desk.appointments.filter(({ caseId }) => !here.has(caseId))
  return (
    <section>
      <h2 class="govuk-heading-m">Appointments still to come today</h2>
      {expected.length === 0 ? (
        <p class="govuk-body">No more appointments at this desk today.</p>
      ) : (
        <ul class="rows">
          {expected.map((each) => (
            <ExpectedRow appointment={each} desk={desk} />
          ))}
        </ul>
      )}
    </section>
  )
}

function ExpectedRow({
  appointment,
  desk,
}: {
  readonly appointment: AppointmentShown
  readonly desk: Desk
}): Raw {
  const name = visitorName(desk, { customerId: appointment.customerId, caseId: appointment.caseId })
  const room = desk.names.roomName(appointment.roomId)
  return (
    <li>
      <div>
        <h3 class="govuk-heading-s">{`${spanWords(appointment)}: ${name}`}</h3>
        <p>
          {`With ${appointment.staffIds.map(desk.names.staffName).join(' and ') || 'nobody yet'}`}
          {room !== undefined && `, in ${room}`}
        </p>
      </div>
      {desk.mayWrite && (
        <p>
          <a class="govuk-link" href={local`/reception/arrive?appointment=${appointment.caseId}`}>
            Has arrived<span class="govuk-visually-hidden">{`: ${name}`}</span>
          </a>
        </p>
      )}
    </li>
  )
}

function OnDuty({ desk: { turns, names } }: { readonly desk: Desk }): Raw {
  if (turns.length === 0) return <></>
  return (
    <section>
      <h2 class="govuk-heading-m">On duty today</h2>
      <ul class="govuk-list">
        {turns.map(({ rota, teamId, staffId, fromMinute, untilMinute }) => (
          <li>
            {`${names.staffName(staffId)}, ${names.placeName(teamId) ?? ''}: ${rota === 'duty' ? 'duty' : 'lunch cover'}, ${formatMinute(fromMinute)} to ${formatMinute(untilMinute)}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
