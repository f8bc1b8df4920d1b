import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { add } from '#test/store/case-page/officers.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'
import { comeIn, fillHouse, openLetter } from './in-a-case.ts'

let staff: StaffServer
let ann: Awaited<ReturnType<typeof comeIn>>
before(async () => {
  staff = await openStaffServer()
  await fillHouse(staff)
  ann = await comeIn(staff, 'Ann Archer', 'team leader')
})
after(() => staff.close())

test('Whom an event is about is shown by name, and put right by a name', async () => {
  const { store, landlord } = staff.house
  await add(store, landlord, 'customers', 'nora', { kind: 'person', name: 'Nora Kettle' })
  await add(store, landlord, 'customers', 'twin-1', { kind: 'person', name: 'Olga Twinning' })
  await add(store, landlord, 'customers', 'twin-2', { kind: 'person', name: 'Oskar Twinning' })
  const caseId = await openLetter(staff)
  const action = `/cases/${caseId}/events/1/correct`
  const form = await ann.goTo(action)
  assert.match(form.text, /Now Mabel Brown\. If it is somebody else/)
  assert.match(form.text, /Now 12 Station Road, Linwood, PA3 3DX\./)
  const same = { at: '2026-02-27', 'at-time': '10:00', channel: 'letter', home: 'h1' }
  const nobody = await ann.send(form, action, { ...same, customer: 'Xyzzyx Qwop' })
  assert.equal(nobody.status, 422)
  assert.match(nobody.text, /Nothing was found by this/)
  const several = await ann.send(form, action, { ...same, customer: 'Twinning' })
  assert.match(several.text, /may be one of several: (Olga|Oskar) Twinning, twin-[12]; /)
  const mended = await ann.send(several, action, { ...same, customer: 'Nora Kettle' })
  assert.match(mended.text, /It is put right/)
  assert.match(mended.text, /href="\/customers\/nora"/)
})
