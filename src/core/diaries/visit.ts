import { instantOf } from '#core/ledger/bounds.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import type { Instant } from '#core/time/instant.ts'
import { idIn } from './appointment.ts'

/** A visitor at an office, as the events of the visit say by now. */
export interface Visit {
  readonly arrivedAt: Instant
  readonly officeId: string | undefined
  readonly customerId: string | undefined
  readonly appointmentAt: Instant | undefined
  /** The case in which that appointment was booked. */
  readonly appointmentCase: string | undefined
  readonly wants: string | undefined
  readonly isPrivate: boolean
  readonly advisedAt: Instant | undefined
  readonly advisedMinutes: number | undefined
  readonly nobodyAt: Instant | undefined
  readonly seenAt: Instant | undefined
  readonly seenBy: string | undefined
  readonly roomId: string | undefined
  readonly leftAt: Instant | undefined
}

/** The events of a visit. */
export const visitEvents: ReadonlySet<string> = new Set([
  'visitor-arrived',
  'wait-advised',
  'no-staff-available',
  'visitor-seen',
  'visitor-left',
])

/** Reads the visit from a case’s own effective events, in order: nothing before somebody has arrived. */
export function visitOf(events: readonly CaseEvent[]): Visit | undefined {
  const arrived = events.find(({ type }) => type === 'visitor-arrived')
  if (arrived === undefined) return undefined
  const last = (type: string) => events.findLast((event) => event.type === type)
  const advised = last('wait-advised')
  const seen = last('visitor-seen')
  const minutes = advised?.data['minutes']
  return {
    arrivedAt: arrived.at,
    officeId: idIn(arrived.data['office']),
    customerId: lastCustomer(events),
    appointmentAt: instantOf(arrived.data['appointmentAt']),
    appointmentCase: idIn(arrived.data['appointment']),
    wants: idIn(arrived.data['wants']),
    isPrivate: arrived.data['private'] === true,
    advisedAt: advised?.at,
    advisedMinutes:
      typeof minutes === 'number' ? Math.min(Math.max(0, Math.round(minutes)), 10_000) : undefined,
    nobodyAt: last('no-staff-available')?.at,
    seenAt: seen?.at,
    seenBy: idIn(seen?.data['by']),
    roomId: idIn(seen?.data['room']),
    leftAt: last('visitor-left')?.at,
  }
}

function lastCustomer(events: readonly CaseEvent[]): string | undefined {
  return events.reduce<string | undefined>((found, { data }) => idIn(data['customer']) ?? found, undefined)
}
