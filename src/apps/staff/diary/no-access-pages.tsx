import type { PromiseAsks } from '#core/acts/promise-asks.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { type Fields, longTextIn, textIn } from '#http/layout/fields.ts'
import { Button, Checkbox, Field, Form, TextArea } from '#http/layout/form.tsx'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { typeset } from '#http/pdf/typeset.ts'
import { appointmentIn, type AppointmentShown } from '#store/diaries/read-appointments.ts'
import { recordAct } from '#store/ledger/append.ts'
import { readCase } from '#store/ledger/read-case.ts'
import { namesOfCustomers } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { type FormSaid, nothingSaid, saidOf, simpleFaults } from '../acts/act-faults.ts'
import { ActMoment, ActOverrides } from '../acts/act-form.tsx'
import { overridesIn } from '../acts/act-from-form.ts'
import { momentOfAct } from '../acts/moment-typed.ts'
import { dayText, momentText, staffZone, timeText } from '../times.ts'
import { type DiaryNames, diaryNames } from './names.ts'
import { headOf, wordsOfEvent } from './paper.ts'

/** Nobody let us in: what is recorded of it, and the card that says who came, why, and whom to ring. */
export const noAccessPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/appointments/:caseId/no-access',
    who: 'cases.write',
    handle: async (asked) => {
      const ground = await readGround(asked)
      return isRefused(ground) ? ground : formPage(ground, asked.query, nothingSaid)
    },
  }),
  pageRoute({ method: 'POST', path: '/appointments/:caseId/no-access', who: 'cases.write', handle: record }),
  pageRoute({
    method: 'GET',
    path: '/appointments/:caseId/card',
    who: 'cases.write',
    handle: async (asked) => {
      const ground = await readGround(asked)
      if (isRefused(ground)) return ground
      const { caseId } = ground.appointment
      return {
        title: 'The card',
        content: (
          <>
            <h1 class="govuk-heading-l">The card</h1>
            <p class="govuk-body">
              No access is recorded. Print the card and leave it at the door, or send it.
            </p>
            <p>
              <a class="govuk-button" href={local`/appointments/${caseId}/card/pdf`}>
                Open the card (PDF)
              </a>
            </p>
            <p class="govuk-body">
              <a class="govuk-link" href={local`/appointments/new?case=${caseId}`}>
                Book another time
              </a>
            </p>
          </>
        ),
        back: { href: local`/cases/${caseId}`, text: 'The case' },
      }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/appointments/:caseId/card/pdf',
    who: 'words.read',
    handle: async (asked) => {
      const inputs = await cardOf(asked)
      if (isRefused(inputs)) return inputs
      const bytes = await typeset('card', inputs)
      return isRefused(bytes) ? bytes : { file: { name: 'card.pdf', type: 'application/pdf', bytes } }
    },
  }),
]

interface Ground {
  readonly appointment: AppointmentShown
  readonly version: number
  readonly names: DiaryNames
  readonly token: string
}

async function readGround({
  store,
  visitor: { acting },
  params,
  formToken,
}: PageAsked<Visitor>): Promise<Ground | Refused> {
  const caseId = params['caseId'] ?? ''
  const read = await readCase(store, acting, caseId)
  if (isRefused(read)) return read
  const appointment = await appointmentIn(store, acting, caseId)
  if (isRefused(appointment)) return appointment
  if (appointment === undefined)
    return refused('not found', `no appointment was made in ${caseId}`, 'look at the case')
  return { appointment, version: read.case.version, names: await diaryNames(store, acting), token: formToken }
}

async function record(asked: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const ground = await readGround(asked)
  if (isRefused(ground)) return ground
  const { store, visitor, fields } = asked
  const { caseId } = ground.appointment
  const [purpose, telephone] = [longTextIn(fields, 'purpose'), textIn(fields, 'telephone')]
  const at = momentOfAct(fields, store.now())
  if (isRefused(at))
    return { ...formPage(ground, fields, { faults: simpleFaults(at), asks: [] }), status: 422 }
  const overrides = overridesIn(fields)
  const act = {
    type: 'no-access',
    ...(at !== undefined && { at: new Date(at).toISOString() }),
    data: {
      ...(textIn(fields, 'cardLeft') === 'yes' && { cardLeft: true }),
      ...(purpose !== '' && { purpose: true }),
      ...(telephone !== '' && { telephone: true }),
      ...(textIn(fields, 'rearranged') === 'yes' && { rearranged: true }),
      ...(overrides !== undefined && { overrides }),
    },
    words: [
      ...(purpose === '' ? [] : [{ kind: 'message' as const, text: purpose }]),
      ...(telephone === '' ? [] : [{ kind: 'note' as const, text: telephone }]),
    ],
  }
  const version = textIn(fields, 'version')
  const options = /^\d{1,6}$/.test(version) ? { expectedVersion: Number(version) } : {}
  const recorded = await recordAct(store, visitor.acting, caseId, act, options)
  if (!isRefused(recorded)) return { goTo: local`/appointments/${caseId}/card` }
  const said = saidOf(recorded, 'Fill this in, or choose at the end of the form why not.', boxOf)
  return { ...formPage(ground, fields, said), status: 422 }
}

const boxes: ReadonlySet<string> = new Set(['cardLeft', 'purpose', 'telephone', 'rearranged'])

function boxOf({ fields }: PromiseAsks): string | undefined {
  return fields.flat().find((name) => boxes.has(name))
}

function formPage(ground: Ground, typed: Fields, { faults, asks }: FormSaid) {
  const { appointment, version, names, token } = ground
  const { caseId, forAt } = appointment
  const isSent = Object.hasOwn(typed, 'version')
  return {
    title: 'No access',
    content: (
      <>
        <h1 class="govuk-heading-l">No access</h1>
        {forAt !== null && <p class="govuk-body">{`We were to be there on ${momentText(forAt)}.`}</p>}
        <Form action={local`/appointments/${caseId}/no-access`} token={token}>
          <input type="hidden" name="version" value={textIn(typed, 'version') || String(version)} />
          <TextArea
            name="purpose"
            label="Why did we call?"
            hint="It stands on the card, with who came"
            rows={3}
            value={longTextIn(typed, 'purpose')}
            faults={faults}
          />
          <Field
            name="telephone"
            label="Number to ring for another time"
            type="tel"
            value={isSent ? textIn(typed, 'telephone') : numberOf(ground)}
            faults={faults}
          />
          <Checkbox
            name="cardLeft"
            label="A card is left"
            checked={isSent ? textIn(typed, 'cardLeft') === 'yes' : true}
            faults={faults}
          />
          <Checkbox
            name="rearranged"
            label="The card says what we suggest instead"
            checked={isSent ? textIn(typed, 'rearranged') === 'yes' : true}
            faults={faults}
          />
          <ActMoment typed={typed} faults={faults} />
          <ActOverrides asks={asks} typed={typed} faults={faults} />
          <Button>Record it and make the card</Button>
        </Form>
        <p class="govuk-body-s">{`With ${appointment.staffIds.map(names.staffName).join(' and ') || 'nobody named'}.`}</p>
      </>
    ),
    faults,
    back: { href: local`/cases/${caseId}`, text: 'The case' },
  }
}

/** Whoever called is rung, otherwise their office. */
function numberOf({ appointment, names }: Ground): string {
  const called = names.staff.find(({ staffId }) => appointment.staffIds.includes(staffId))
  const office = names.offices.find(({ id }) => id === (appointment.officeId ?? called?.officeId))
  return called?.directDial ?? office?.telephone ?? ''
}

async function cardOf(asked: PageAsked<Visitor>) {
  const ground = await readGround(asked)
  if (isRefused(ground)) return ground
  const { store, visitor } = asked
  const { appointment, names } = ground
  const { caseId, customerId, staffIds } = appointment
  const why = '/appointments/card'
  const read = { caseId, type: 'no-access', why }
  const purpose = await wordsOfEvent(store, visitor.acting, { ...read, kind: 'message' })
  if (isRefused(purpose)) return purpose
  const number = await wordsOfEvent(store, visitor.acting, { ...read, kind: 'note' })
  if (isRefused(number)) return number
  const ids = customerId === null ? [] : [customerId]
  const customers = await namesOfCustomers(store, visitor.acting, { ids, why })
  const called = names.staff.find(({ staffId }) => staffIds.includes(staffId))
  const to = customers.get(customerId ?? '')
  const at = appointment.forAt ?? store.now()
  return {
    head: headOf(visitor, names, appointment.officeId ?? called?.officeId ?? null),
    ...(to !== undefined && { to }),
    calledOn: dayText(staffZone.dayOf(at)),
    ...(appointment.isTimed && { calledAt: timeText(at) }),
    by: called?.name ?? visitor.name,
    ...(typeof called?.jobTitle === 'string' && { position: called.jobTitle }),
    why: purpose || 'We had an appointment with you.',
    telephone: number || numberOf(ground) || 'the number of our office',
    reference: caseId,
  }
}
