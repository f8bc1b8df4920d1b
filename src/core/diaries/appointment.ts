import { instantOf } from '#core/ledger/bounds.ts'
import type { CaseEvent, FieldValue } from '#core/ledger/event.ts'
import { parseDay } from '#core/time/day.ts'
import { hour, type Instant, utcDay } from '#core/time/instant.ts'

export const appointmentStates = [
  'requested',
  'offered',
  'booked',
  'started',
  'no access',
  'missed',
  'cancelled',
] as const
export type AppointmentState = (typeof appointmentStates)[number]

/** What the events of a case say of its appointment, as they count now. */
export interface Appointment {
  readonly state: AppointmentState
  readonly place: 'office' | 'home' | undefined
  /** When it is. Of a mere date noon, so that it is on that day in every time zone we know of; then `isTimed` is false. */
  readonly forAt: Instant | undefined
  readonly isTimed: boolean
  readonly untilAt: Instant | undefined
  /** Until when the customer was told to wait. */
  readonly delayedTo: Instant | undefined
  readonly staffIds: readonly string[]
  readonly secondStaffId: string | undefined
  readonly roomId: string | undefined
  readonly officeId: string | undefined
  /** The way there, and as long back. */
  readonly travelMinutes: number | undefined
  readonly isEvening: boolean
  readonly cancelledBy: string | undefined
  readonly customerId: string | undefined
  readonly homeId: string | undefined
}

/** The events that make an appointment what it is; a case of any kind may have one. */
export const appointmentEvents: ReadonlySet<string> = new Set([
  'appointment-requested',
  'appointment-offered',
  'appointment-booked',
  'delay-notified',
  'appointment-cancelled',
  'appointment-started',
  'no-access',
  'appointment-missed',
])

/** Reads it from a case’s own effective events, in order: the latest agreed time counts. None where the case has none. */
export function appointmentOf(events: readonly CaseEvent[]): Appointment | undefined {
  let found: Appointment | undefined
  for (const event of events) {
    const read = readers[event.type]
    if (read !== undefined) found = read(found ?? nothing, event)
  }
  if (found === undefined) return undefined
  return { ...found, customerId: lastText(events, 'customer'), homeId: lastText(events, 'home') }
}

const nothing: Appointment = {
  state: 'requested',
  place: undefined,
  forAt: undefined,
  isTimed: false,
  untilAt: undefined,
  delayedTo: undefined,
  staffIds: [],
  secondStaffId: undefined,
  roomId: undefined,
  officeId: undefined,
  travelMinutes: undefined,
  isEvening: false,
  cancelledBy: undefined,
  customerId: undefined,
  homeId: undefined,
}

const readers: Readonly<Record<string, (was: Appointment, event: CaseEvent) => Appointment>> = {
  'appointment-requested': (was, { data }) => ({
    ...nothing,
    place: placeIn(data['place']),
    officeId: idIn(data['office']) ?? was.officeId,
  }),
  'appointment-offered': (_, { data }) => ({
    ...nothing,
    ...timeIn(data['for']),
    state: 'offered',
    place: placeIn(data['place']),
    untilAt: momentIn(data['until']),
    ...whoIn(data),
  }),
  'appointment-booked': (_, { data }) => ({
    ...nothing,
    ...timeIn(data['for']),
    state: 'booked',
    place: placeIn(data['place']),
    untilAt: momentIn(data['until']),
    ...whoIn(data),
  }),
  'delay-notified': (was, { data }) => ({ ...was, delayedTo: momentIn(data['newTime']) }),
  'appointment-cancelled': (was, { data }) => ({
    ...was,
    state: 'cancelled',
    cancelledBy: idIn(data['by']),
  }),
  'appointment-started': (was) => ({ ...was, state: 'started' }),
  'no-access': (was) => ({ ...was, state: 'no access' }),
  'appointment-missed': (was) => ({ ...was, state: 'missed' }),
}

type Data = CaseEvent['data']

function whoIn(data: Data) {
  const travel = data['travel']
  return {
    staffIds: [...new Set(idsIn(data['staff']))].slice(0, mostStaff),
    secondStaffId: idIn(data['secondStaff']),
    roomId: idIn(data['room']),
    officeId: idIn(data['office']),
    travelMinutes: typeof travel === 'number' ? Math.min(Math.max(0, Math.round(travel)), 1_440) : undefined,
    isEvening: data['evening'] === true,
  }
}

/** Noon of a date in UTC is on that date in every zone from Honolulu to Auckland in winter; ours is London. */
function timeIn(value: FieldValue | undefined): Pick<Appointment, 'forAt' | 'isTimed'> {
  const at = instantOf(value)
  if (at !== undefined) return { forAt: at, isTimed: true }
  const day = typeof value === 'string' ? parseDay(value) : undefined
  return { forAt: day === undefined ? undefined : day * utcDay + 12 * hour, isTimed: false }
}

function momentIn(value: FieldValue | undefined): Instant | undefined {
  return timeIn(value).forAt
}

function placeIn(value: FieldValue | undefined): Appointment['place'] {
  return value === 'office' || value === 'home' ? value : undefined
}

function idsIn(value: FieldValue | undefined): readonly string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((each: FieldValue | undefined) => idIn(each) ?? [])
}

/** Ids of other systems may be whole numbers; as references they are text. */
export function idIn(value: FieldValue | undefined): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function lastText(events: readonly CaseEvent[], field: string): string | undefined {
  return idIn(events.findLast(({ data }) => data[field] !== undefined && data[field] !== null)?.data[field])
}

const mostStaff = 20
