import type { Day } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { AbsenceShown } from '#store/diaries/absences.ts'
import type { AppointmentShown } from '#store/diaries/read-appointments.ts'
import type { Turn } from '#store/diaries/rotas.ts'
import { dayText, staffZone, timeText } from '../times.ts'
import type { DaysRead } from './days-read.ts'
import { spanWords, stateWords, whereWords } from './words.ts'

/** Everything of one person on one day, in its order. */
export function Entries({
  read,
  staffId,
  day,
}: {
  readonly read: DaysRead
  readonly staffId: string
  readonly day: Day
}): Raw {
  const lines = linesOf(read, staffId, day)
  if (lines.length === 0) return <p class="govuk-hint">Nothing so far</p>
  return (
    <ul class="kept-entries">
      {lines.map(({ line }) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

/** Whether somebody has anything on. */
export function hasEntries(read: DaysRead, staffId: string, day: Day): boolean {
  return linesOf(read, staffId, day).length > 0
}

function linesOf(read: DaysRead, staffId: string, day: Day) {
  const [from, to] = [staffZone.startOf(day), staffZone.startOf(day + 1)]
  const away = read.absences.filter(
    (each) => each.staffId === staffId && each.fromAt < to && each.toAt > from,
  )
  const turns = read.turns.filter((each) => each.staffId === staffId && each.onDay === day)
  const own = read.appointments.filter(
    ({ staffIds, forAt }) => staffIds.includes(staffId) && forAt !== null && forAt >= from && forAt < to,
  )
  return [
    ...away.map((absence) => ({
      at: absence.fromAt,
      line: <AwayLine absence={absence} read={read} day={day} />,
    })),
    ...turns.map((turn) => ({
      at: staffZone.instantOf(day, turn.fromMinute),
      line: <span>{turnWords(turn, read)}</span>,
    })),
    ...own.map((appointment) => ({
      at: appointment.forAt ?? from,
      line: <AppointmentLine appointment={appointment} read={read} of={staffId} />,
    })),
  ].toSorted((a, b) => a.at - b.at)
}

/** An appointment in one line: when, with whom, where, and how it stands. */
function AppointmentLine({
  appointment,
  read: { customers, homes, names },
  of,
}: {
  readonly appointment: AppointmentShown
  /** In whose diary it stands: the others are named. */
  readonly of: string
  readonly read: Pick<DaysRead, 'customers' | 'homes' | 'names'>
}): Raw {
  const { caseId, state, place, customerId, homeId, roomId, delayedTo, staffIds } = appointment
  const others = staffIds.filter((id) => id !== of)
  const [word, colour] = stateWords[state]
  const where =
    place === 'home' ? (homes.get(homeId ?? '') ?? 'at home') : (names.roomName(roomId) ?? 'in the office')
  return (
    <>
      <strong>{spanWords(appointment)}</strong>{' '}
      <a class="govuk-link" href={local`/cases/${caseId}`}>
        {customers.get(customerId ?? '') ?? `Appointment ${caseId}`}
      </a>
      {`, ${where}`}
      {others.length > 0 && `, with ${others.map(names.staffName).join(' and ')}`}
      {delayedTo !== null && `, now at ${timeText(delayedTo)}`}{' '}
      <span class={`govuk-tag govuk-tag--${colour}`}>{word}</span>
    </>
  )
}

function AwayLine({
  absence,
  read: { names },
  day,
}: {
  readonly absence: AbsenceShown
  readonly read: DaysRead
  readonly day: Day
}): Raw {
  const { where, officeId, fromAt, toAt, alternativeStaffId, alternativeTeamId } = absence
  const at =
    where === 'other-office' && officeId !== null
      ? `At ${names.placeName(officeId) ?? ''}`
      : whereWords(where)
  const begins = staffZone.dayOf(fromAt) === day ? ` from ${timeText(fromAt)}` : ''
  const until = staffZone.dayOf(toAt) === day ? timeText(toAt) : dayText(staffZone.dayOf(toAt))
  const instead =
    alternativeStaffId !== null ? names.staffName(alternativeStaffId) : names.placeName(alternativeTeamId)
  return (
    <>
      <strong>{`${at}${begins} until ${until}`}</strong>
      {instead !== undefined && `; meanwhile ${instead}`}
    </>
  )
}

function turnWords({ rota, teamId, fromMinute, untilMinute, onDay }: Turn, { names }: DaysRead): string {
  const at = (minutes: number) => timeText(staffZone.instantOf(onDay, minutes))
  const what = rota === 'duty' ? 'On duty' : 'Covers lunch'
  return `${what} for ${names.placeName(teamId) ?? 'the team'}, ${at(fromMinute)} to ${at(untilMinute)}`
}
