import { type TrainingRecord, trainingRecord } from '#core/duties/training-record.ts'
import { effectiveEvents } from '#core/ledger/effective.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'
import type { Transaction } from '../database.ts'
import { eventOf, type EventRow } from '../ledger/event-row.ts'
import { statement } from '../statement.ts'

/** Somebody who works for the landlord itself, whose training is looked after. */
export interface Employed {
  readonly staffId: string
  readonly name: string
  readonly teamId: string | null
  readonly active: boolean
  /** When they were first known here. */
  readonly since: Instant
}

/** Every record of training there is, those that ended as well. */
export async function trainingRecords(
  tx: Transaction,
  zone: Zone,
  asOf: Instant,
): Promise<readonly TrainingRecord[]> {
  const rows = await tx.run(eventsOfTraining, [tx.acting.landlord])
  return [...Map.groupBy(rows.map(eventOf), (event) => event.case)].flatMap(
    ([caseId, told]) => trainingRecord(caseId, effectiveEvents(told, asOf).events, zone) ?? [],
  )
}

/** Everybody of the landlord’s own staff; not contractors, and not those who only observe or sit on a panel. */
export function employedStaff(tx: Transaction): Promise<readonly Employed[]> {
  return tx.run(employed, [tx.acting.landlord, ['observer', 'panel member', 'contractor']])
}

const eventsOfTraining = statement<EventRow>(
  'events-of-training',
  `select case_id, sequence, kind, type, event_id, occurred_at, recorded_at, actor, data
     from events
    where landlord = $1 and case_id in (
      select case_id from events where landlord = $1 and type in ('staff-joined', 'training-completed', 'staff-left'))
    order by case_id, sequence`,
)

const employed = statement<Employed>(
  'employed-staff',
  `select s.staff_id as "staffId", s.name, s.team_id as "teamId", s.active,
          coalesce((select min(l.at) from people_log l where l.landlord = $1 and l.staff_id = s.staff_id), s.changed_at) as since
     from staff s
    where s.landlord = $1 and s.contractor_id is null and not (cardinality(s.roles) > 0 and s.roles <@ $2::text[])
    order by s.name, s.staff_id limit 5000`,
)
