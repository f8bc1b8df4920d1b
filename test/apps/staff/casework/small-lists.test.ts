import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { contractors } from '#store/masters/kinds/contractors.ts'
import { addMaster } from '#store/masters/writing.ts'
import { done } from '#test/store/databases.ts'
import { comeIn, comeInAs, fillHouse } from '../case/in-a-case.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'

let staff: StaffServer
let bea: Awaited<ReturnType<typeof comeIn>>
before(async () => {
  staff = await openStaffServer()
  await fillHouse(staff)
  bea = await comeIn(staff, 'Bea Baker', 'case officer')
})
after(() => staff.close())

/** What opens a case of each kind, where it is listed, and what its line says. */
const kinds: readonly (readonly [
  kind: string,
  list: string,
  opening: { readonly type: string; readonly data?: Readonly<Record<string, unknown>> },
  says: RegExp,
])[] = [
  [
    'antisocial-behaviour',
    '/antisocial-behaviour',
    { type: 'asb-reported', data: { urgent: true, hate: true } },
    /urgent · hate incident · not taken up yet/,
  ],
  ['access-request', '/access-requests', { type: 'access-requested' }, /not confirmed who asks/],
  [
    'accessible-format',
    '/accessible-formats',
    { type: 'format-requested', data: { format: 'large-print' } },
    /large print · asked 2 March 2026 at 09:00 · waiting 0 days/,
  ],
  [
    'behaviour',
    '/behaviour',
    { type: 'incident-recorded', data: { action: 'calmed' } },
    /1 incident · calmed/,
  ],
  ['feedback', '/feedback', { type: 'compliment-received' }, /praise · not answered yet/],
]

test('From the cases each list of one kind is reached, and shows what matters of its cases', async () => {
  const { store, landlord } = staff.house
  const cases = await bea.goTo('/cases')
  for (const [kind, list, { type, data = {} }, says] of kinds) {
    const act = { type, data: { customer: 'mabel', channel: 'letter', ...data } }
    const { caseId } = done(await openCase(store, landlord, { kind, act }))
    assert.ok(cases.text.includes(`href="${list}"`), list)
    const page = await bea.goTo(list)
    assert.equal(page.status, 200)
    assert.ok(page.text.includes(caseId), list)
    assert.match(page.text, /Mabel Brown/)
    assert.match(page.text, says)
  }
  for (const list of ['/compensation', '/complaints/learning'])
    assert.ok(cases.text.includes(`href="${list}"`))
})

test('What is answered, or led to something better, is seen in the list of praise and comments', async () => {
  const { store, landlord } = staff.house
  const act = { type: 'comment-received', data: { customer: 'mabel', channel: 'letter' } }
  const { caseId } = done(await openCase(store, landlord, { kind: 'feedback', act }))
  const improvement = { type: 'improvement-made', data: { improvement: 'information' } }
  done(await recordAct(store, landlord, caseId, improvement))
  done(await recordAct(store, landlord, caseId, { type: 'feedback-answered' }))
  const lists = await Promise.all(['/feedback', '/feedback?which=closed'].map(bea.goTo))
  assert.ok(lists.some(({ text }) => text.includes('comment · answered · improved: information')))
})

test('A contractor is led to no list but that of its own jobs', async () => {
  const { store, landlord } = staff.house
  done(await addMaster(store, landlord, contractors, { id: 'roofs', values: { name: 'Roofs Ltd' } }))
  const roofer = await comeInAs(staff, 'Rob Roofer', { roles: ['contractor'], contractorId: 'roofs' })
  const { text, status } = await roofer.goTo('/cases')
  assert.equal(status, 200)
  assert.doesNotMatch(text, /href="\/antisocial-behaviour"/)
})

test('A customer who asks for their file is led to a contact that says so', async () => {
  const { text } = await bea.goTo('/customers/mabel')
  const [, href = ''] = /href="([^"]+)"[^>]*>\s*They ask for their file/.exec(text) ?? []
  const contact = await bea.goTo(href.replaceAll('&amp;', '&'))
  assert.match(contact.text, /Mabel Brown/)
  assert.match(contact.text, /value="own-file"[^>]*(selected|checked)/)
})

test('Whoever works with customers records in which home they live, and ends it', async () => {
  const action = '/customers/mabel/add/tenancies'
  const form = await bea.goTo(action)
  assert.equal(form.status, 200)
  const added = await bea.send(form, action, {
    'look-for': '12 Station Road',
    kind: 'general-needs',
    startedOn: '2026-03-01',
  })
  assert.match(added.text, /12 Station Road/)
  assert.match(added.text, /End the tenancy/)
})
