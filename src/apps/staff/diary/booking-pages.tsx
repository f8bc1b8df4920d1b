import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { bookAppointment, proposeTimes } from '#store/diaries/book.ts'
import { saidOf } from '../acts/act-faults.ts'
import { bookingIn, timeIn, wantedIn } from './booking-typed.ts'
import { BookingPage } from './booking.tsx'
import { type BookingGround, type BookingSaid, readGround } from './booking-ground.ts'

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
  const said = saidOf(refused, 'Change the appointment, or choose below why not.')
  return { ...bookingPage(ground, said), status: 422 }
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
