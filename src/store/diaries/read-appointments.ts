import type { Acting } from '#core/people/acting.ts'
import type { AppointmentState } from '#core/diaries/appointment.ts'
import type { Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** An appointment as diaries show it. */
export interface AppointmentShown {
  readonly caseId: string
  readonly kind: string
  readonly state: AppointmentState
  readonly place: 'office' | 'home' | null
  readonly forAt: Instant | null
  readonly isTimed: boolean
  readonly untilAt: Instant | null
  readonly delayedTo: Instant | null
  readonly staffIds: readonly string[]
  readonly secondStaffId: string | null
  readonly roomId: string | null
  readonly officeId: string | null
  readonly travelMinutes: number | null
  readonly isEvening: boolean
  readonly cancelledBy: string | null
  readonly customerId: string | null
  readonly homeId: string | null
}

/** A span of time; its end is not in it. */
export interface Period {
  readonly from: Instant
  readonly to: Instant
}

/** Appointments in a period, in their order: everybody’s, or those of one member of staff. */
export function appointmentsIn(
  store: Store,
  acting: Acting,
  period: Period & { readonly staffId?: string },
): Promise<readonly AppointmentShown[] | Refused> {
  return store.database.transact(acting, 'cases.read', (tx) => appointmentsBetween(tx, period))
}

/** The same inside a transaction of somebody else’s. */
export function appointmentsBetween(
  tx: Transaction,
  { from, to, staffId }: Period & { readonly staffId?: string },
): Promise<readonly AppointmentShown[]> {
  const { landlord, contractorId } = tx.acting
  const values = [landlord, instantText(from), instantText(to), contractorId ?? null, mostShown]
  return staffId === undefined ? tx.run(ofEverybody, values) : tx.run(ofOne, [...values, staffId])
}

/** The appointment of one case, where it has one. */
export async function appointmentIn(
  store: Store,
  acting: Acting,
  caseId: string,
): Promise<AppointmentShown | undefined | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const [found] = await tx.run(ofCase, [acting.landlord, caseId, acting.contractorId ?? null])
    return found
  })
}

const mostShown = 3_000

const columns = `a.case_id as "caseId", c.kind, a.state, a.place, a.for_at as "forAt", a.is_timed as "isTimed",
  a.until_at as "untilAt", a.delayed_to as "delayedTo",
  coalesce((select array_agg(s.staff_id order by s.staff_id) from appointment_staff s
     where s.landlord = a.landlord and s.case_id = a.case_id), '{}') as "staffIds",
  a.second_staff_id as "secondStaffId", a.room_id as "roomId", a.office_id as "officeId",
  a.travel_minutes as "travelMinutes", a.is_evening as "isEvening", a.cancelled_by as "cancelledBy",
  a.customer_id as "customerId", a.home_id as "homeId"`

const ofEverybody = statement<AppointmentShown>(
  'appointments-between',
  `select ${columns} from appointments a join cases c on c.landlord = a.landlord and c.case_id = a.case_id
    where a.landlord = $1 and a.for_at >= $2 and a.for_at < $3 and ($4::text is null or c.contractor_id = $4)
    order by a.for_at, a.case_id limit $5`,
)

const ofOne = statement<AppointmentShown>(
  'appointments-of-one',
  `select ${columns} from appointment_staff o
     join appointments a on a.landlord = o.landlord and a.case_id = o.case_id
     join cases c on c.landlord = a.landlord and c.case_id = a.case_id
    where o.landlord = $1 and o.staff_id = $6 and o.for_at >= $2 and o.for_at < $3
      and ($4::text is null or c.contractor_id = $4)
    order by o.for_at, o.case_id limit $5`,
)

const ofCase = statement<AppointmentShown>(
  'appointment-of-case',
  `select ${columns} from appointments a join cases c on c.landlord = a.landlord and c.case_id = a.case_id
    where a.landlord = $1 and a.case_id = $2 and ($3::text is null or c.contractor_id = $3)`,
)
