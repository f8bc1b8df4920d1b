import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import { clockColumns, type ClockRow } from '../ledger/clock-row.ts'
import { type Statement, statement } from '../statement.ts'

export interface CallWaiting {
  readonly caseId: string
  readonly offeredAt: Instant
  readonly queue: string | null
}

export interface VisitorWaiting {
  readonly caseId: string
  readonly arrivedAt: Instant
  /** Whom they want to see, by name; a code where that is nobody of ours. */
  readonly wants: string | null
  readonly appointmentAt: Instant | null
}

export interface AppointmentToday {
  readonly caseId: string
  readonly forAt: Instant
  readonly isTimed: boolean
  readonly place: 'office' | 'home' | null
  readonly state: string
  readonly homeId: string | null
}

/** A call that somebody agreed to make. */
export interface CallToMake {
  readonly caseId: string
  /** When: a date, or an instant; nothing where no time was agreed. */
  readonly for: string | null
}

export interface MessageLeft {
  readonly caseId: string
  readonly leftAt: Instant
  readonly urgent: boolean
}

export interface NoticeUnseen {
  readonly caseId: string
  readonly kind: string
  readonly promise: string
  readonly n: number
  readonly occasion: 'due' | 'overdue'
  readonly keepsUntil: Instant
  readonly dueOn: Day | null
}

/** The open clocks of a holder, a team or a contractor that are due before an instant, the first due first. */
export const dueOf = {
  holder: openClocks('today-of-holder', 'and holder_id = $2'),
  team: openClocks('today-of-team', 'and team_id = $2'),
  contractor: openClocks('today-of-contractor', 'and contractor_id = $2'),
}

/** The same of a team, where nobody has the case. */
export const unassignedOf = statement<ClockRow>(
  'today-unassigned',
  `select ${clockColumns} from clocks
    where landlord = $1 and ended_at is null and team_id = $2 and holder_id is null
    order by keeps_until, case_id, promise, n limit $3`,
)

function openClocks(name: string, whose: string): Statement<ClockRow> {
  return statement(
    name,
    `select ${clockColumns} from clocks
      where landlord = $1 and ended_at is null ${whose} and keeps_until < $3::timestamptz
      order by keeps_until, case_id, promise, n limit $4`,
  )
}

export const teamOfStaff = statement<{ readonly id: string; readonly name: string }>(
  'today-team-of-staff',
  `select t.team_id as id, t.name from staff s
     join teams t on t.landlord = s.landlord and t.team_id = s.team_id
    where s.landlord = $1 and s.staff_id = $2`,
)

/** The newest calls that still ring: nothing has happened in them since they were offered. */
export const callsWaiting = statement<CallWaiting>(
  'today-calls-waiting',
  `select c.case_id as "caseId", e.occurred_at as "offeredAt", e.data ->> 'queue' as queue
     from cases c
     join events e on e.landlord = c.landlord and e.case_id = c.case_id and e.sequence = c.version
    where c.landlord = $1 and c.kind = 'call' and c.is_open and c.last_at >= $2::timestamptz
      and e.type = 'call-offered'
    order by c.last_at limit 50`,
)

export const visitorsWaiting = statement<VisitorWaiting>(
  'today-visitors-waiting',
  `select v.case_id as "caseId", v.arrived_at as "arrivedAt", coalesce(s.name, v.wants) as wants,
          v.appointment_at as "appointmentAt"
     from visits v
     left join staff s on s.landlord = $1 and s.staff_id = v.wants
    where v.landlord = $1 and v.left_at is null and v.seen_at is null and v.arrived_at >= $2::timestamptz
    order by v.arrived_at, v.case_id limit 50`,
)

export const appointmentsToday = statement<AppointmentToday>(
  'today-appointments',
  `select a.case_id as "caseId", a.for_at as "forAt", a.is_timed as "isTimed", a.place, a.state, a.home_id as "homeId"
     from appointment_staff s
     join appointments a on a.landlord = s.landlord and a.case_id = s.case_id
    where s.landlord = $1 and s.staff_id = $2 and s.for_at >= $3::timestamptz and s.for_at < $4::timestamptz
      and a.state in ('booked', 'started')
    order by a.for_at, a.case_id limit 50`,
)

/** A message is taken for somebody, and is theirs until it is answered. */
export const messagesLeft = statement<MessageLeft>(
  'today-messages-left',
  `select c.case_id as "caseId", e.occurred_at as "leftAt", coalesce((e.data ->> 'urgent') = 'true', false) as urgent
     from cases c
     cross join lateral (
       select occurred_at, data from events
        where landlord = c.landlord and case_id = c.case_id and type = 'contact-received'
          and data ->> 'channel' = 'message'
        order by sequence limit 1) e
    where c.landlord = $1 and c.holder_id = $2 and c.kind = 'enquiry' and c.is_open
    order by e.occurred_at, c.case_id limit 50`,
)

/** Calls that were agreed stay on the list of whoever has them until they rang, or the customer was answered otherwise. */
export const callsToMake = statement<CallToMake>(
  'today-calls-to-make',
  `select c.case_id as "caseId", e.data ->> 'for' as for
     from cases c
     cross join lateral (
       select type, data from events
        where landlord = c.landlord and case_id = c.case_id
          and type in ('call-back-agreed', 'call-returned', 'reply-sent', 'outside-our-services')
        order by sequence desc limit 1) e
    where c.landlord = $1 and c.holder_id = $2 and c.kind = 'enquiry' and c.is_open and e.type = 'call-back-agreed'
    order by e.data ->> 'for' nulls last, c.case_id limit 50`,
)

/** What somebody was noticed of and has not put aside, as long as it is still to be done. */
export const noticesUnseen = statement<NoticeUnseen>(
  'today-notices-unseen',
  `select n.case_id as "caseId", n.kind, n.promise, n.n, n.occasion, n.keeps_until as "keepsUntil", n.due_on as "dueOn"
     from notices n
    where n.landlord = $1 and n.staff_id = $2 and n.seen_at is null
      and (n.kind = 'duty' or exists (
            select from clocks c
             where c.landlord = n.landlord and c.case_id = n.case_id and c.promise = n.promise and c.n = n.n
               and c.ended_at is null and (n.occasion = 'overdue') = (c.keeps_until < $3::timestamptz)))
    order by n.made_at desc, n.keeps_until, n.case_id limit 50`,
)

export const customersOfCases = statement<{ readonly caseId: string; readonly customerId: string }>(
  'today-customers-of-cases',
  `select case_id as "caseId", customer_id as "customerId" from cases
    where landlord = $1 and case_id = any ($2::text[]) and customer_id is not null`,
)
