import type { Acting } from '#core/people/acting.ts'
import { isRefused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, longTextIn, textIn } from '#http/layout/fields.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { findPersons } from '#store/contacts/find-persons.ts'
import { appointmentIn } from '#store/diaries/read-appointments.ts'
import { deskOf } from '#store/diaries/visits.ts'
import { recordSteps, type Step } from '#store/ledger/append.ts'
import { namesOfCustomers } from '#store/masters/names.ts'
import { newReference } from '#store/new-id.ts'
import type { Store } from '#store/store.ts'
import { simpleFaults } from '../acts/act-faults.ts'
import { overridesIn } from '../acts/act-from-form.ts'
import { diaryNames } from '../diary/names.ts'
import { ArrivingPage, type PersonOffered } from './arriving.tsx'
import { nameGivenAsNote } from './name-given.ts'

/** Somebody comes in: who they are, whom they want to see, and whether in private. */
export const arrivingPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/reception/arrive',
    who: 'cases.write',
    handle: ({ store, visitor: { acting }, query, formToken }) =>
      arriving({ store, acting, typed: query, token: formToken, faults: [] }),
  }),
  pageRoute({
    method: 'POST',
    path: '/reception/arrive',
    who: 'cases.write',
    handle: async ({ store, visitor: { acting }, fields, formToken }) => {
      const ground = { store, acting, typed: fields, token: formToken }
      if (textIn(fields, 'do') === 'find') return arriving({ ...ground, faults: [] })
      const steps = await stepsOf(store, acting, fields)
      const recorded = Array.isArray(steps) ? steps : await recordSteps(store, acting, [steps as Step])
      if (!isRefused(recorded) && !Array.isArray(steps)) return { goTo: local`/reception?done=arrived` }
      const faults = isRefused(recorded) ? simpleFaults(recorded) : (steps as readonly Fault[])
      return { ...(await arriving({ ...ground, faults })), status: 422 }
    },
  }),
]

interface Ground {
  readonly store: Store
  readonly acting: Acting
  readonly typed: Fields
  readonly token: string
  readonly faults: readonly Fault[]
}

async function arriving({ store, acting, typed, token, faults }: Ground) {
  const appointmentId = textIn(typed, 'appointment')
  const read = appointmentId === '' ? undefined : await appointmentIn(store, acting, appointmentId)
  const appointment = isRefused(read) ? undefined : read
  const persons = await offered(store, acting, typed, appointment?.customerId)
  const shown = { names: await diaryNames(store, acting), appointment, persons, typed, faults }
  return {
    title: 'Record a visitor',
    content: <ArrivingPage {...shown} token={token} />,
    faults,
    back: { href: local`/reception`, text: 'Reception' },
  }
}

/** Whom one may choose: whoever the appointment is of, or was found by what was typed. */
async function offered(
  store: Store,
  acting: Acting,
  typed: Fields,
  customerId: string | null | undefined,
): Promise<readonly PersonOffered[]> {
  const why = '/reception/arrive'
  const chosen = customerId ?? textIn(typed, 'customer')
  const text = textIn(typed, 'q')
  const found =
    text === '' || !acting.may.has('customers.read') ? [] : await findPersons(store, acting, { text, why })
  const persons = (isRefused(found) ? [] : found).map(({ customerId: id, name, home, address }) => ({
    customerId: id,
    name,
    home: home ?? address ?? undefined,
  }))
  if (chosen === '' || persons.some((each) => each.customerId === chosen)) return persons
  const names = await namesOfCustomers(store, acting, { ids: [chosen], why })
  const name = names.get(chosen)
  return name === undefined ? persons : [{ customerId: chosen, name, home: undefined }, ...persons]
}

/** What is recorded, or what is wrong with what was typed. The name of somebody we do not know is words. */
async function stepsOf(store: Store, acting: Acting, fields: Fields): Promise<Step | readonly Fault[]> {
  const customer = textIn(fields, 'customer')
  const name = textIn(fields, 'name')
  if (customer === '' && name === '')
    return [{ field: 'name', says: 'Say who it is: find them, or write down the name they give.' }]
  const desk = await deskOf(store, acting)
  const office = isRefused(desk) ? undefined : desk.officeId
  const overrides = overridesIn(fields)
  const about = longTextIn(fields, 'words')
  const data = {
    ...(customer !== '' && { customer }),
    ...(office !== undefined && { office }),
    ...(await whomFor(store, acting, fields)),
    ...(textIn(fields, 'private') === 'yes' && { private: true }),
    ...(overrides !== undefined && { overrides }),
  }
  const words = [
    ...(about === '' ? [] : [{ kind: 'message' as const, text: about }]),
    ...(customer === '' ? [{ kind: 'note' as const, text: nameGivenAsNote(name) }] : []),
  ]
  const act = { type: 'visitor-arrived', data, words }
  return { open: { kind: 'reception-visit', caseId: newReference(), act } }
}

/** For which appointment they come, and whom they want to see: whoever it is with, unless they say otherwise. */
async function whomFor(store: Store, acting: Acting, fields: Fields) {
  const caseId = textIn(fields, 'appointment')
  const read = caseId === '' ? undefined : await appointmentIn(store, acting, caseId)
  const appointment = isRefused(read) ? undefined : read
  const wants = textIn(fields, 'wants') || appointment?.staffIds[0]
  const at = appointment?.forAt ?? null
  return {
    ...(wants !== undefined && { wants }),
    ...(at !== null && { appointmentAt: new Date(at).toISOString(), appointment: caseId }),
  }
}
