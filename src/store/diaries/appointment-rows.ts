import { appointmentEvents, appointmentOf } from '#core/diaries/appointment.ts'
import { projectionInto } from '../ledger/projection.ts'

/** The appointment of each case that has one, as it now stands. */
export const appointmentRows = projectionInto({
  table: 'appointments',
  types: appointmentEvents,
  columns: {
    state: 'text',
    place: 'text',
    for_at: 'timestamptz',
    is_timed: 'boolean',
    until_at: 'timestamptz',
    delayed_to: 'timestamptz',
    second_staff_id: 'text',
    room_id: 'text',
    office_id: 'text',
    travel_minutes: 'integer',
    is_evening: 'boolean',
    cancelled_by: 'text',
    customer_id: 'text',
    home_id: 'text',
  },
  rows({ events }) {
    const found = appointmentOf(events)
    if (found === undefined) return []
    return [
      {
        state: found.state,
        place: found.place,
        for_at: found.forAt,
        is_timed: found.isTimed,
        until_at: found.untilAt,
        delayed_to: found.delayedTo,
        second_staff_id: found.secondStaffId,
        room_id: found.roomId,
        office_id: found.officeId,
        travel_minutes: found.travelMinutes,
        is_evening: found.isEvening,
        cancelled_by: found.cancelledBy,
        customer_id: found.customerId,
        home_id: found.homeId,
      },
    ]
  },
})

/** Who is to be there, the second person too: by this a diary finds its appointments. */
export const appointmentStaffRows = projectionInto({
  table: 'appointment_staff',
  types: appointmentEvents,
  key: 'staff_id',
  columns: { staff_id: 'text', for_at: 'timestamptz' },
  rows({ events }) {
    const found = appointmentOf(events)
    if (found === undefined) return []
    const all = [...found.staffIds, ...(found.secondStaffId === undefined ? [] : [found.secondStaffId])]
    return [...new Set(all)].map((staffId) => ({ staff_id: staffId, for_at: found.forAt }))
  },
})
