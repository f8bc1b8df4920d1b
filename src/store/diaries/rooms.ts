import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'

/** A room as forms offer it. */
export interface RoomShown {
  readonly roomId: string
  readonly name: string
  readonly officeId: string
  readonly isPrivate: boolean
  /** A visitor is being seen in it, or an appointment is going on. */
  readonly isTaken: boolean
}

/** The rooms there are, by office and name; whether each is free just now. */
export function roomsNow(store: Store, acting: Acting): Promise<readonly RoomShown[] | Refused> {
  const now = new Date(store.now()).toISOString()
  return store.database.transact(acting, 'cases.read', (tx) => tx.run(rooms, [acting.landlord, now]))
}

const rooms = statement<RoomShown>(
  'rooms-now',
  `select room_id as "roomId", name, office_id as "officeId", private as "isPrivate",
     exists (select from visits v where v.landlord = r.landlord and v.room_id = r.room_id and v.left_at is null
               and v.arrived_at > $2::timestamptz - interval '12 hours')
     or exists (select from appointments a where a.landlord = r.landlord and a.room_id = r.room_id
               and a.state in ('booked', 'started') and a.for_at <= $2::timestamptz and a.for_at > $2::timestamptz - interval '12 hours'
               and coalesce(a.until_at, a.for_at + interval '30 minutes') > $2::timestamptz) as "isTaken"
   from rooms r where landlord = $1 and (ended_on is null or ended_on > $2::timestamptz::date)
   order by office_id, name, room_id limit 500`,
)
