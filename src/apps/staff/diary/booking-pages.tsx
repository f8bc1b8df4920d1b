import type { Acting } from '#core/people/acting.ts'
import type { PromiseAsks } from '#core/acts/promise-asks.ts'
import type { Collision } from '#core/diaries/collisions.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { local } from '#http/html/local.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { customerAtHand } from '#store/contacts/customer-at-hand.ts'
import { findPersons } from '#store/contacts/find-persons.ts'
import { bookAppointment, proposeTimes } from '#store/diaries/book.ts'
import { appointmentIn, type AppointmentShown } from '#store/diaries/read-appointments.ts'
import { type CaseShown, readCase } from '#store/ledger/read-case.ts'
import type { Visitor } from '#store/people/sessions.ts'
import type { Store } from '#store/store.ts'
import { simpleFaults } from '../acts/act-faults.ts'
import { overrideField } from '../acts/act-from-form.ts'
import { type DiaryNames, diaryNames } from './names.ts'
import { bookingIn, timeIn, wantedIn } from './booking-typed.ts'
import { BookingPage } from './booking.tsx'

/** Booking an appointment, or another time for one. */
export const bookingPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/appointments/new',
    who: 'cases.write',
    handle: async (asked) => {
      const ground = await readGround(asked, asked.query)
      return isRefused(ground) ? ground : bookingPage(ground, {})
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/appointments/new',
    who: 'cases.write',
    handle: async (asked) => {
      const ground = await readGround(asked, asked.fields)
      if (isRefused(ground)) return ground
      const wish = textIn(asked.fields, 'do')
      if (wish === 'find') return bookingPage(ground, {})
      return wish === 'times' ? propose(ground) : book(ground)
    },
  }),
]

/** What the form stands on. */
export interface BookingGround {
  readonly store: Store
  readonly acting: Acting
  readonly typed: Fields
  readonly token: string
  readonly names: DiaryNames
  /** The case in which it is booked, if there is one. */
  readonly inCase: CaseShown | undefined
  readonly before: AppointmentShown | undefined
  readonly customerId: string | undefined
  readonly customerName: string | undefined
  readonly homeId: string | undefined
  readonly home: string | undefined
  readonly persons: readonly {
    readonly customerId: string
    readonly name: string
    readonly homeId: string | null
    readonly home: string | null
  }[]
}

/** What was found out about what was typed. */
export interface BookingSaid {
  readonly faults?: readonly Fault[]
  readonly asks?: readonly PromiseAsks[]
  readonly times?: readonly Instant[]
  readonly collisions?: readonly Collision[]
}

async function readGround(
  { store, visitor: { acting }, formToken }: PageAsked<Visitor>,
  typed: Fields,
): Promise<BookingGround | Refused> {
  const caseId = textIn(typed, 'case')
  const read = caseId === '' ? undefined : await readCase(store, acting, caseId)
  if (isRefused(read)) return read
  const before = caseId === '' ? undefined : await appointmentIn(store, acting, caseId)
  if (isRefused(before)) return before
  const customerId = textIn(typed, 'customer') || (read?.case.customer_id ?? undefined)
  return {
    store,
    acting,
    typed,
    token: formToken,
    names: await diaryNames(store, acting),
    inCase: read?.case,
    before,
    customerId,
    ...(await whoseHome(store, acting, customerId, read?.case.home_id ?? undefined)),
    persons: await personsLike(store, acting, textIn(typed, 'q')),
  }
}

/** What the customer is called and where they live. */
async function whoseHome(
  store: Store,
  acting: Acting,
  customerId: string | undefined,
  homeId: string | undefined,
): Promise<Pick<BookingGround, 'customerName' | 'homeId' | 'home'>> {
  const hand = customerId === undefined ? undefined : await customerAtHand(store, acting, { customerId, why })
  const known = isRefused(hand) ? undefined : hand
  return {
    customerName: known?.name,
    homeId: homeId ?? known?.homeId ?? undefined,
    home: known?.home ?? undefined,
  }
}

async function personsLike(store: Store, acting: Acting, text: string): Promise<BookingGround['persons']> {
  if (text === '' || !acting.may.has('customers.read')) return []
  const found = await findPersons(store, acting, { text, why })
  return isRefused(found) ? [] : found
}

const why = '/appointments/new'

async function propose(ground: BookingGround): Promise<PageAnswer | Refused> {
  const { store, acting, typed, inCase } = ground
  const wanted = wantedIn(typed)
  if (isRefused(wanted)) return refusedPage(ground, wanted)
  const staffIds = [...wanted.staffIds, ...(wanted.secondStaffId === undefined ? [] : [wanted.secondStaffId])]
  const ownCase = inCase === undefined ? {} : { caseId: inCase.case_id }
  const times = await proposeTimes(store, acting, { ...wanted, staffIds, ...ownCase })
  return isRefused(times) ? refusedPage(ground, times) : bookingPage(ground, { times })
}

async function book(ground: BookingGround): Promise<PageAnswer | Refused> {
  const { store, acting, typed, inCase, customerId, before } = ground
  const wanted = wantedIn(typed)
  if (isRefused(wanted)) return refusedPage(ground, wanted)
  const forAt = timeIn(typed, store.now())
  if (isRefused(forAt)) return refusedPage(ground, forAt)
  const { homeId } = ground
  const room = ground.names.rooms.find(({ roomId }) => roomId === wanted.roomId)
  const officeId = room?.officeId ?? textIn(typed, 'office')
  const version = /^\d{1,6}$/.exec(textIn(typed, 'version'))?.[0]
  const booked = await bookAppointment(store, acting, {
    ...bookingIn(typed, wanted, forAt),
    ...(inCase !== undefined && { caseId: inCase.case_id }),
    ...(inCase !== undefined && version !== undefined && { expectedVersion: Number(version) }),
    ...(customerId !== undefined && { customerId }),
    ...(homeId !== undefined && { homeId }),
    ...(wanted.place === 'office' && officeId !== '' && { officeId }),
  })
  if (isRefused(booked)) return refusedPage(ground, booked)
  if ('collisions' in booked)
    return { ...bookingPage(ground, { collisions: booked.collisions }), status: 422 }
  return { goTo: local`/cases/${booked.caseId}?done=${before?.state === 'booked' ? 'moved' : 'recorded'}` }
}

function refusedPage(ground: BookingGround, refused: Refused): PageAnswer {
  const faults =
    refused.asks === undefined
      ? simpleFaults(refused)
      : refused.asks.map(({ promise, says }) => ({
          field: overrideField(promise),
          says: `We promise: “${says}” (${promise}). Change the appointment, or choose below why not.`,
        }))
  return { ...bookingPage(ground, { faults, asks: refused.asks ?? [] }), status: 422 }
}

function bookingPage(ground: BookingGround, said: BookingSaid) {
  const isMoving = ground.before?.state === 'booked'
  const title = isMoving ? 'Move the appointment' : 'Book an appointment'
  return {
    title,
    content: <BookingPage ground={ground} said={said} title={title} />,
    faults: said.faults,
    back: backTo(ground),
  }
}

function backTo({ inCase, customerId }: BookingGround) {
  if (inCase !== undefined) return { href: local`/cases/${inCase.case_id}`, text: 'The case' }
  if (customerId !== undefined) return { href: local`/customers/${customerId}`, text: 'The customer' }
  return { href: local`/diary`, text: 'Diary' }
}
