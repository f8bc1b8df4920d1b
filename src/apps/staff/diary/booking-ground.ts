import type { Acting } from '#core/people/acting.ts'
import type { Collision } from '#core/diaries/collisions.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { type PageAsked } from '#http/layout/page-route.ts'
import { customerAtHand } from '#store/contacts/customer-at-hand.ts'
import { findPersons } from '#store/contacts/find-persons.ts'
import { appointmentIn, type AppointmentShown } from '#store/diaries/read-appointments.ts'
import { type CaseShown, readCase } from '#store/ledger/read-case.ts'
import type { Visitor } from '#store/people/sessions.ts'
import type { Store } from '#store/store.ts'
import type { FormSaid } from '../acts/act-faults.ts'
import { type DiaryNames, diaryNames } from './names.ts'

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
export interface BookingSaid extends Partial<FormSaid> {
  readonly times?: readonly Instant[]
  readonly collisions?: readonly Collision[]
}

/** Reads the case, the customer and whoever was looked for. */
export async function readGround(
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
