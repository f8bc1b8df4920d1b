import { openDoor, type Door } from '#store/people/door.ts'
import type { Acting } from '#core/people/acting.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { planAbsence } from '#store/diaries/absences.ts'
import { noteVoicemail } from '#store/diaries/staff-diaries.ts'
import { tryImport } from '#store/imports/try-import.ts'
import { keepDraft } from '#store/contacts/drafts.ts'
import { queueMail } from '#store/jobs/outbox.ts'
import { listDeliveries } from '#store/jobs/webhooks/list-deliveries.ts'
import { addWebhook, type WebhookRules } from '#store/jobs/webhooks/webhook.ts'
import { masters } from '#store/masters/masters.ts'
import { addMaster } from '#store/masters/writing.ts'
import { addPerson } from '#store/people/add-person.ts'
import { makeKey } from '#store/people/keys.ts'
import { listMySessions } from '#store/people/my-sessions.ts'
import { beginSession } from '#store/people/sessions.ts'
import type { Store } from '#store/store.ts'
import { keepView } from '#store/views/views.ts'
import { activateTerms } from '#store/terms/activate.ts'
import { keepTermsDraft } from '#store/terms/drafts.ts'
import { beginTry } from '#store/tries/begin-try.ts'
import { attach } from '#store/words/attach.ts'
import { writeWords } from '#store/words/write-words.ts'
import { packText } from '#test/core/promises/little-pack.ts'
import { feed } from '#test/core/time/calendars.ts'
import { done, type TestStore } from '#test/store/databases.ts'
import { oneOfEach } from '#test/store/masters/samples.ts'
import { asOwner } from './as-owner.ts'
import { surveyOfA } from './surveys-across.ts'
import { type DutiesOfA, dutiesOfA, promisesOfA } from './duties-across.ts'
import { letterOfA } from './letters-across.ts'
import { actionOf } from './learning-across.ts'
import { addAction } from '#store/learning/change-actions.ts'
import { publicOfA } from './public-across.ts'
import { observationsOfA } from './observations-across.ts'
import { reportsOfA } from './reports-across.ts'
import { translationOfA } from './translations-across.ts'

/** Two landlords in one database: one of everything on the far side of the wall, and somebody who tries to reach it. */
export interface TwoLandlords extends TestStore {
  readonly a: Acting
  /** May do everything, but for another landlord. */
  readonly b: Acting
  /** What A has, by what it is. */
  readonly ids: Ids
  readonly door: Door
  readonly rules: WebhookRules
}

export type Ids = Readonly<Record<IdName, string>> & { readonly job: number }
type IdName =
  | keyof DutiesOfA
  | (typeof masterKinds)[number]
  | 'case'
  | 'visit'
  | 'absence'
  | 'words'
  | 'attachment'
  | 'import'
  | 'key'
  | 'webhook'
  | 'delivery'
  | 'session'
  | 'edition'
  | 'draft'
  | 'mail'
  | 'letter'
  | 'survey'
  | 'action'
  | 'view'
  | 'try'
  | 'programme'
  | 'sheet'
  | 'results'
  | 'report'
  | 'publishedReport'
  | 'translation'

const masterKinds = [
  'offices',
  'rooms',
  'teams',
  'contractors',
  'staff',
  'homes',
  'customers',
  'representatives',
  'needs',
  'alerts',
  'strands',
  'tenancies',
] as const

/** Stands in every name, word and id of A that we may choose, and in nothing of B. */
export const mark = 'Walburga'
/** What a contact of A’s that is still being typed is kept under. */
export const contactDraft = '0123456789ABCDEF'
const marked = (text: string) => `${mark}-${text}`

/** Makes both. B has a case, a customer and a key of its own, so that its lists are not empty. */
export async function twoLandlords(opened: TestStore): Promise<TwoLandlords> {
  const { store, url } = opened
  const a = await opened.addLandlord('far-side')
  const b = await opened.addLandlord('near-side')
  const secret = 'a secret of the tests that is long enough'
  const door = openDoor({ secret, origin: 'http://localhost' })
  const rules = { box: door.box, privateAddresses: true }
  await fillNearSide(store, b)
  const acting = { ...a, staffId: marked('staff') }
  const ids = await fillFarSide(store, acting, url, { door, rules })
  return { ...opened, a: acting, b: { ...b, staffId: 'staff-of-b' }, ids, door, rules }
}

async function fillNearSide(store: Store, b: Acting): Promise<void> {
  const act = { type: 'contact-received', data: { channel: 'letter' } }
  done(await openCase(store, b, { kind: 'enquiry', caseId: 'case-of-b', act }))
  done(await makeKey(store, b, { name: 'key of b', scopes: ['cases.read'] }))
}

interface Keys {
  readonly door: Door
  readonly rules: WebhookRules
}

async function fillFarSide(store: Store, a: Acting, url: string, keys: Keys): Promise<Ids> {
  await addMasters(store, a)
  const customerId = marked('customers')
  const hook = done(await addWebhook(store, a, { url: `http://127.0.0.1:9/${mark}` }, keys.rules))
  const caseId = await fillCase(store, a, customerId)
  const note = done(await writeWords(store, a, { kind: 'note', text: `${mark} wept`, customerId }))
  const file = { name: `${mark}.txt`, content: Buffer.from(`${mark} wrote this`), caseId, customerId }
  const attached = done(await attach(store, a, file))
  const csv = Buffer.from(`id,name\n${marked('team-2')},${mark}’s team\n`)
  const tried = done(await tryImport(store, a, { kind: 'teams', fileName: `${mark}.csv`, bytes: csv }))
  const key = done(await makeKey(store, a, { name: `${mark}’s key`, scopes: ['cases.read'] }))
  const [delivery] = done(await listDeliveries(store, a))
  const observations = await observationsOfA(store, a, mark)
  await noticeOne(url, a, caseId)
  const pack = packText(promisesOfA, { pack: 'far-side', edition: mark, in_force_from: '2021-01-01' })
  done(await activateTerms(store, a, { pack, holidays: feed, why: `${mark} asked` }))
  const next = packText([], { pack: 'far-side', edition: `${mark} 2`, in_force_from: '2022-01-01' })
  const { draftId } = done(await keepTermsDraft(store, a, { pack: next }))
  const { tryId } = done(await beginTry(store, a, { draft: { draftId } }))
  await publicOfA(store, a, mark)
  done(await keepDraft(store, a, { draftId: contactDraft, fields: { subject: `${mark} rang` } }))
  return {
    ...(Object.fromEntries(masterKinds.map((kind) => [kind, marked(kind)])) as Record<
      (typeof masterKinds)[number],
      string
    >),
    case: caseId,
    ...(await fillDiaries(store, a)),
    words: note.wordsId,
    attachment: attached.attachmentId,
    import: tried.importId,
    key: key.keyId,
    webhook: hook.webhookId,
    delivery: delivery?.deliveryId ?? '',
    session: await beginOne(store, a, keys.door),
    edition: mark,
    ...(await dutiesOfA(store, a, mark)),
    draft: draftId,
    try: tryId,
    ...observations,
    ...(await reportsOfA(store, a, mark)),
    translation: await translationOfA(store, a, mark),
    mail: await postOne(store, a),
    survey: await surveyOfA(store, a, { url, customerId, mark }),
    action: await actionOfA(store, a, caseId),
    letter: await letterOfA(store, a, { caseId, mark }),
    view: await keepOne(store, a),
    job: await failOne(url, a),
  }
}

/** Something that A’s staff will do because of a case. */
async function actionOfA(store: Store, a: Acting, caseId: string): Promise<string> {
  return done(await addAction(store, a, actionOf(marked('staff'), caseId, `${mark} rings first`)))
}

async function addMasters(store: Store, a: Acting): Promise<void> {
  const second = masters.find(({ kind }) => kind === 'customers')
  if (second === undefined) throw new Error('there are no customers')
  const other = { kind: 'person', name: `${mark} the Second` }
  done(await addMaster(store, a, second, { id: marked('customers-2'), values: other }))
  for (const definition of masters) {
    const sample = oneOfEach[definition.kind]
    if (sample === undefined) throw new Error(`there is no sample of ${definition.kind}`)
    const values = JSON.parse(
      JSON.stringify(sample.values).replaceAll(/"(\w+)-([12])"/g, (_, kind: string, n: string) =>
        JSON.stringify(marked(n === '1' ? kind : `${kind}-2`)),
      ),
    ) as Readonly<Record<string, unknown>>
    const named =
      typeof values['name'] === 'string' ? { ...values, name: `${mark} ${values['name']}` } : values
    done(await addMaster(store, a, definition, { id: marked(definition.kind), values: named }))
  }
}

async function fillCase(store: Store, a: Acting, customer: string): Promise<string> {
  const caseId = marked('case')
  const act = {
    type: 'contact-received',
    data: { channel: 'letter', customer, home: marked('homes') },
    words: [{ kind: 'message' as const, text: `${mark}’s roof leaks` }],
  }
  const idempotency = { key: `${mark}’s key`, request: 'the request' }
  done(await openCase(store, a, { kind: 'enquiry', caseId, act }, { idempotency }))
  const data = { team: marked('teams'), holder: marked('staff'), contractor: marked('contractors') }
  done(await recordAct(store, a, caseId, { type: 'case-assigned', data }))
  return caseId
}

/** A visitor with an appointment, and an absence to come. */
async function fillDiaries(
  store: Store,
  a: Acting,
): Promise<{ readonly visit: string; readonly absence: string }> {
  const [visit, staffId] = [marked('visit'), marked('staff')]
  const arrived = { type: 'visitor-arrived', data: { wants: staffId, office: marked('offices') } }
  done(await openCase(store, a, { kind: 'reception-visit', caseId: visit, act: arrived }))
  const data = {
    for: new Date(store.now()).toISOString(),
    place: 'office',
    staff: staffId,
    room: marked('rooms'),
  }
  done(await recordAct(store, a, visit, { type: 'appointment-booked', data }))
  const [fromAt, toAt] = [store.now() + 60_000, store.now() + 120_000]
  const plan = { staffId, fromAt, toAt, where: 'leave', replies: false } as const
  done(await noteVoicemail(store, a, { staffId }))
  return { visit, absence: done(await planAbsence(store, a, plan)).absenceId }
}

async function beginOne(store: Store, a: Acting, door: Door): Promise<string> {
  const person = { name: mark, email: `${mark}@example.org`, roles: ['auditor'], staffId: marked('staff') }
  done(await addPerson(store, a, { door, person }))
  const began = {
    staffId: marked('staff'),
    secondFactor: 'none',
    browser: mark,
    halfway: false,
  } as const
  done(await store.database.transact(a, 'people', (tx) => beginSession(tx, store.now(), began)))
  const [session] = done(await listMySessions(store, a))
  return session?.sessionId ?? ''
}

async function postOne(store: Store, a: Acting): Promise<string> {
  const mail = { to: `${mark}@example.org`, subject: `${mark}’s`, text: `${mark} asked`, about: 'a test' }
  return done(await store.database.transact(a, 'jobs.write', (tx) => queueMail(tx, mail, store.now())))
}

/** A’s member of staff was noticed of something in the case. */
async function noticeOne(url: string, a: Acting, caseId: string): Promise<void> {
  await asOwner(
    url,
    `insert into notices (landlord, case_id, promise, n, occasion, staff_id, kind, keeps_until, made_at)
     values (${a.landlord}, '${caseId}', '${mark}', 1, 'due', '${marked('staff')}', 'enquiry', now(), now())`,
  )
}

/** A view of A’s, which all of A’s may use. */
async function keepOne(store: Store, a: Acting): Promise<string> {
  const view = { name: `${mark}’s`, filter: { customer: marked('customers') }, sharedWith: 'everybody' }
  return done(await keepView(store, a, view)).viewId
}

/** A job of A’s that has failed for good. */
async function failOne(url: string, a: Acting): Promise<number> {
  const [job] = await asOwner<{ readonly id: string }>(
    url,
    `update graphile_worker._private_jobs set attempts = max_attempts, last_error = '${mark}'
      where id = (select min(id) from graphile_worker._private_jobs where (payload ->> 'landlord')::int = ${a.landlord})
      returning id`,
  )
  return Number(job?.id)
}
