import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCase } from '#store/ledger/append.ts'
import { done } from '#test/store/databases.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'
import { comeIn, fillHouse, openLetter } from './in-a-case.ts'

let staff: StaffServer
before(async () => {
  staff = await openStaffServer()
  await fillHouse(staff)
})
after(() => staff.close())

test('Booking an appointment is offered once in every case, whether or not its kind has such an act', async () => {
  const { store, landlord } = staff.house
  const ann = await comeIn(staff, 'Ann Archer', 'case officer')
  const act = { type: 'repair-reported', data: { priority: 'routine', customer: 'mabel', home: 'h1' } }
  const repair = done(await openCase(store, landlord, { kind: 'repair', act })).caseId
  for (const caseId of [repair, await openLetter(staff)]) {
    const { text } = await ann.goTo(`/cases/${caseId}`)
    assert.equal([...text.matchAll(/Book an appointment/g)].length, 1, caseId)
  }
})
