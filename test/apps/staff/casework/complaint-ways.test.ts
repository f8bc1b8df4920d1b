import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { readTimeline } from '#store/ledger/read-case.ts'
import { representatives } from '#store/masters/kinds/representatives.ts'
import { addMaster } from '#store/masters/writing.ts'
import { done } from '#test/store/databases.ts'
import { add } from '#test/store/case-page/officers.ts'
import { comeIn, fillHouse } from '../case/in-a-case.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'

let staff: StaffServer
let cat: Awaited<ReturnType<typeof comeIn>>
before(async () => {
  staff = await openStaffServer()
  await fillHouse(staff)
  cat = await comeIn(staff, 'Cat Carter', 'complaints officer')
})
after(() => staff.close())

async function complaint(data: Readonly<Record<string, string>>): Promise<string> {
  const { store, landlord } = staff.house
  const act = {
    type: 'complaint-received',
    at: '2026-02-27T10:00:00+00:00',
    data: { channel: 'letter', complainant: 'customer', customer: 'mabel', ...data },
    words: [{ kind: 'message' as const, text: 'They shout at night.' }],
  }
  return done(await openCase(store, landlord, { kind: 'complaint', act })).caseId
}

async function typesIn(caseId: string): Promise<readonly string[]> {
  const { store, landlord } = staff.house
  return done(await readTimeline(store, landlord, caseId)).events.map(({ type }) => type)
}

test('A complaint about a neighbour is passed on as antisocial behaviour, with its words and its date', async () => {
  const caseId = await complaint({ about: 'neighbour' })
  const action = `/complaints/${caseId}/redirect`
  const form = await cat.goTo(action)
  assert.match((await cat.send(form, action)).text, /Say whether it is about how we handled a dispute/)
  const passed = await cat.send(form, action, { handling: 'no', urgent: 'yes' })
  assert.match(passed.text, /It is recorded\./)
  assert.match(passed.text, /They shout at night\./)
  assert.match(passed.text, new RegExp(`This came as complaint ${caseId}`))
  assert.match(passed.text, /27 February 2026 at 10:00/)
  assert.deepEqual(await typesIn(caseId), ['complaint-received', 'complaint-redirected'])
  assert.match((await cat.goTo('/antisocial-behaviour')).text, /urgent · not taken up yet/)
})

test('A complaint about how we handled a dispute stays one, whoever would sooner pass it on', async () => {
  const caseId = await complaint({ about: 'neighbour' })
  const action = `/complaints/${caseId}/redirect`
  const stays = await cat.send(await cat.goTo(action), action, { handling: 'yes', urgent: 'no' })
  assert.equal(stays.status, 422)
  assert.match(stays.text, /Then it stays a complaint/)
  const handling = await complaint({ about: 'how-a-dispute-was-handled' })
  const other = `/complaints/${handling}/redirect`
  const refused = await cat.send(await cat.goTo(other), other, { handling: 'no', urgent: 'no' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /is about how we handled a dispute, so it stays a complaint/)
  assert.deepEqual(await typesIn(handling), ['complaint-received'])
})

test('Whoever complains for a customer is told nothing of theirs until their authority is on record', async () => {
  const caseId = await complaint({ about: 'repair', complainant: 'representative' })
  const warned = await cat.goTo(`/complaints/${caseId}`)
  assert.match(warned.text, /Nobody’s authority to speak for this customer is on record/)
  assert.match(warned.text, /href="\/customers\/mabel"/)
  const { store, landlord } = staff.house
  await add(store, landlord, 'customers', 'rita', { kind: 'person', name: 'Rita Reed' })
  const authority = { customer: 'mabel', representative: 'rita', kind: 'family', seenOn: '2026-02-01' }
  const rent = done(
    await addMaster(store, landlord, representatives, { values: { ...authority, scope: 'repairs' } }),
  )
  assert.match(
    (await cat.goTo(`/complaints/${caseId}`)).text,
    /Nobody’s authority/,
    `${rent.id} is for repairs`,
  )
  done(await addMaster(store, landlord, representatives, { values: { ...authority, scope: 'complaint' } }))
  const known = await cat.goTo(`/complaints/${caseId}`)
  assert.doesNotMatch(known.text, /Nobody’s authority/)
  assert.match(known.text, /Rita Reed \(family\), for complaint, seen 1 February 2026/)
})

test('A decision that was told for a day gone by is seen in the list and on the complaint', async () => {
  const caseId = await complaint({ about: 'repair' })
  const { store, landlord } = staff.house
  const act = { type: 'complaint-acknowledged', data: { decisionOn: '2026-03-01', channel: 'letter' } }
  done(await recordAct(store, landlord, caseId, act))
  const late = /Our decision was told for 1 March 2026, and has not been given\./
  assert.match((await cat.goTo('/complaints')).text, late)
  assert.match((await cat.goTo(`/complaints/${caseId}`)).text, late)
})
