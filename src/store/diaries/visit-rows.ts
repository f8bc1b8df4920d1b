import { visitEvents, visitOf } from '#core/diaries/visit.ts'
import { projectionInto } from '../ledger/projection.ts'

/** Each visitor at an office, as reception sees them. */
export const visitRows = projectionInto({
  table: 'visits',
  types: visitEvents,
  columns: {
    office_id: 'text',
    customer_id: 'text',
    arrived_at: 'timestamptz',
    appointment_at: 'timestamptz',
    appointment_case: 'text',
    wants: 'text',
    is_private: 'boolean',
    advised_at: 'timestamptz',
    advised_minutes: 'integer',
    nobody_at: 'timestamptz',
    seen_at: 'timestamptz',
    seen_by: 'text',
    room_id: 'text',
    left_at: 'timestamptz',
  },
  rows({ events }) {
    const found = visitOf(events)
    if (found === undefined) return []
    return [
      {
        office_id: found.officeId,
        customer_id: found.customerId,
        arrived_at: found.arrivedAt,
        appointment_at: found.appointmentAt,
        appointment_case: found.appointmentCase,
        wants: found.wants,
        is_private: found.isPrivate,
        advised_at: found.advisedAt,
        advised_minutes: found.advisedMinutes,
        nobody_at: found.nobodyAt,
        seen_at: found.seenAt,
        seen_by: found.seenBy,
        room_id: found.roomId,
        left_at: found.leftAt,
      },
    ]
  },
})
