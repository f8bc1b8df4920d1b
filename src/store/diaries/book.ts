import { type Collision, collisionsOf, type Engagement } from '#core/diaries/collisions.ts'
import { freeTimes, isEvening } from '#core/diaries/free-times.ts'
import type { Acting } from '#core/people/acting.ts'
import type { Edition } from '#core/promises/edition.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { hour, type Instant, minute, utcDay } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import type { WordsOfAct } from '../ledger/act.ts'
import { recordStep } from '../ledger/append.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { instantText } from '../types.ts'
import type { Overrides } from './diary-events.ts'
import { engagedBetween } from './engagements.ts'

/** An appointment to be agreed, or agreed anew. */
export interface Booking {
  /** The case in which it is booked; without it a case of its own is opened. */
  readonly caseId?: string
  /** How many events of the case were seen. */
  readonly expectedVersion?: number
  readonly place: 'office' | 'home'
  readonly forAt: Instant
  readonly minutes: number
  readonly staffIds: readonly string[]
  readonly secondStaffId?: string
  readonly roomId?: string
  readonly officeId?: string
  readonly travelMinutes?: number
  readonly homeOffered?: boolean
  readonly customerId?: string
  readonly homeId?: string
  readonly overrides?: Overrides
  readonly words?: readonly WordsOfAct[]
  /** It was seen that somebody or a room has something else at that time. */
  readonly despiteCollisions?: boolean
}

/** What booking came to: the case, or what stands in the way and was not seen so far. */
export type Booked = { readonly caseId: string } | { readonly collisions: readonly Collision[] }

const mostMinutes = 600
const mostStaff = 20

/** Books an appointment. Two who book the same person at once wait for each other, so that the second is told. */
export function bookAppointment(store: Store, acting: Acting, booking: Booking): Promise<Booked | Refused> {
  return store.database.transact(acting, 'cases.write', (tx) => bookIn(tx, store, booking))
}

/** The same inside a transaction of somebody else’s. */
async function bookIn(tx: Transaction, store: Store, booking: Booking): Promise<Booked | Refused> {
  const fault = faultOf(booking)
  if (fault !== undefined) return fault
  const terms = await termsNow(tx, store)
  if (isRefused(terms)) return terms
  const known = await knownFor(tx, booking)
  if (isRefused(known)) return known
  const collisions = await collisionsIn(tx, booking)
  if (collisions.length > 0 && booking.despiteCollisions !== true) return { collisions }
  const edition = editionAt(terms.editions, booking.forAt)
  const act = actOf(booking, edition)
  const step =
    booking.caseId === undefined
      ? { open: { kind: 'appointment', act } }
      : {
          in: booking.caseId,
          act,
          ...(booking.expectedVersion !== undefined && { expectedVersion: booking.expectedVersion }),
        }
  const recorded = await recordStep(tx, store, step)
  return isRefused(recorded) ? recorded : { caseId: recorded.caseId }
}

/** Times to offer for these people, this room and this length, the first first. */
export function proposeTimes(
  store: Store,
  acting: Acting,
  wanted: Pick<Booking, 'place' | 'minutes' | 'staffIds' | 'roomId' | 'travelMinutes' | 'caseId'>,
): Promise<readonly Instant[] | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const fromAt = store.now() + hour
    const engaged = await engagedBetween(tx, { from: fromAt, to: fromAt + 16 * utcDay })
    const edition = editionAt(terms.editions, fromAt)
    const minutes = Math.min(Math.max(5, wanted.minutes), mostMinutes)
    return freeTimes({ edition, fromAt, minutes, wanted: engagementOf(wanted), ...engaged })
  })
}

/** Whether a time is in the evening by the landlord’s own hours. */
export function isInEvening(store: Store, acting: Acting, at: Instant): Promise<boolean | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const terms = await termsNow(tx, store)
    return isRefused(terms) ? terms : isEvening(at, editionAt(terms.editions, at))
  })
}

function faultOf({ minutes, staffIds, travelMinutes }: Booking): Refused | undefined {
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > mostMinutes)
    return refused('not valid', 'an appointment takes between 5 and 600 minutes', 'say how long', '/minutes')
  if (staffIds.length > mostStaff)
    return refused('too many', 'these are too many people', 'choose fewer', '/staff')
  if (
    travelMinutes !== undefined &&
    !(Number.isInteger(travelMinutes) && travelMinutes >= 0 && travelMinutes <= 300)
  )
    return refused('not valid', 'the way takes between 0 and 300 minutes', 'say how long', '/travel')
  return undefined
}

/** Locks whom it is about, so that nobody is booked twice at once, and sees that they are there. */
async function knownFor(tx: Transaction, booking: Booking): Promise<Refused | undefined> {
  const ids = [...new Set(peopleOf(booking))].toSorted()
  const { landlord, contractorId } = tx.acting
  const people = await tx.run(lockStaff, [landlord, ids, contractorId ?? null])
  if (people.length < ids.length)
    return refused('not found', 'there is no such member of staff', 'choose from the list', '/staff')
  const [rest] = await tx.run(placesKnown, [
    landlord,
    booking.roomId ?? null,
    booking.officeId ?? null,
    booking.customerId ?? null,
    booking.homeId ?? null,
  ])
  if (rest?.known === true) return undefined
  return refused('not found', 'there is no such room, office, customer or home', 'choose from the list')
}

async function collisionsIn(tx: Transaction, booking: Booking): Promise<readonly Collision[]> {
  const wanted = { ...engagementOf(booking), ...spanOf(booking) }
  const { booked, absences } = await engagedBetween(tx, { from: wanted.fromAt, to: wanted.untilAt })
  return collisionsOf(wanted, booked, absences)
}

function engagementOf(
  wanted: Pick<Booking, 'place' | 'staffIds' | 'secondStaffId' | 'roomId' | 'travelMinutes' | 'caseId'>,
): Omit<Engagement, 'fromAt' | 'untilAt'> {
  return {
    caseId: wanted.caseId ?? '',
    place: wanted.place,
    staffIds: peopleOf(wanted),
    roomId: wanted.roomId,
    travelMinutes: wanted.travelMinutes ?? 0,
  }
}

function peopleOf({
  staffIds,
  secondStaffId,
}: Pick<Booking, 'staffIds' | 'secondStaffId'>): readonly string[] {
  return [...staffIds, ...(secondStaffId === undefined ? [] : [secondStaffId])]
}

function spanOf({ forAt, minutes }: Booking) {
  return { fromAt: forAt, untilAt: forAt + minutes * minute }
}

function actOf(booking: Booking, edition: Edition) {
  const { place, staffIds, secondStaffId, roomId, officeId, travelMinutes, homeOffered } = booking
  const { customerId, homeId, overrides, words } = booking
  const data = {
    for: instantText(booking.forAt),
    until: instantText(spanOf(booking).untilAt),
    place,
    ...(staffIds.length > 0 && { staff: staffIds }),
    secondStaff: secondStaffId,
    room: roomId,
    office: officeId,
    travel: travelMinutes,
    homeOffered,
    customer: customerId,
    home: homeId,
    ...(isEvening(booking.forAt, edition) && { evening: true }),
    ...(overrides !== undefined && Object.keys(overrides).length > 0 && { overrides }),
  }
  return { type: 'appointment-booked', data, ...(words !== undefined && { words }) }
}

function editionAt(editions: readonly Edition[], at: Instant): Edition {
  const found = editions.find(({ before }) => at < before) ?? editions.at(-1)
  if (found === undefined) throw new Error('terms have at least one edition')
  return found
}

const lockStaff = statement<{ readonly staff_id: string }>(
  'lock-staff-for-booking',
  `select staff_id from staff
    where landlord = $1 and staff_id = any($2::text[]) and ($3::text is null or contractor_id = $3)
    order by staff_id for update`,
)

const placesKnown = statement<{ readonly known: boolean }>(
  'places-known-for-booking',
  `select ($2::text is null or exists (select from rooms where landlord = $1 and room_id = $2))
      and ($3::text is null or exists (select from offices where landlord = $1 and office_id = $3))
      and ($4::text is null or exists (select from customers where landlord = $1 and customer_id = $4))
      and ($5::text is null or exists (select from homes where landlord = $1 and home_id = $5)) as known`,
)
