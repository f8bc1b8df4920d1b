import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { rooms } from '#store/masters/kinds/rooms.ts'
import { staff as staffKind } from '#store/masters/kinds/staff.ts'
import { listMasters, readMaster } from '#store/masters/reading.ts'
import { changeMaster } from '#store/masters/writing.ts'
import { done } from '#test/store/databases.ts'
import { codeOf, goodPassword } from '#test/store/people/people.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'
import { newVisitor } from '../visitor.ts'

let staff: StaffServer
before(async () => {
  staff = await openStaffServer()
})
after(() => staff.close())

test('An administrator adds an office and a room in it, which names the office from a list', async () => {
  const visitor = await administrator('Ada Adams')
  const form = await visitor.goTo(`${staff.origin}/administration/offices/new`)
  const faulty = await visitor.send(form, '/administration/offices/new', { name: '', postcode: 'nowhere' })
  assert.equal(faulty.status, 422)
  assert.match(faulty.text, /value="nowhere"/, 'what was typed is kept')
  const list = await visitor.send(form, '/administration/offices/new', { name: 'Harbour office' })
  assert.match(list.text, /Harbour office/)
  const roomForm = await visitor.goTo(`${staff.origin}/administration/rooms/new`)
  const [, office = ''] = /<option value="([^"]+)"[^>]*>Harbour office/.exec(roomForm.text) ?? []
  const roomList = await visitor.send(roomForm, '/administration/rooms/new', {
    name: 'Blue room',
    office,
    private: 'yes',
  })
  assert.match(roomList.text, /Blue room[\s\S]*Harbour office[\s\S]*Yes/)
  const [room] = done(await listMasters(staff.house.store, staff.house.landlord, rooms))
  assert.deepEqual(room?.values, { name: 'Blue room', office, private: true, endedOn: null })
})

test('A change of staff details leaves roles alone, and a stale one is told and keeps what was typed', async () => {
  const { store, landlord } = staff.house
  const { staffId } = await staff.house.person('Cas Officer', 'case officer')
  const visitor = await administrator('Abe Archer')
  const address = `/administration/staff/${staffId}`
  const form = await visitor.goTo(`${staff.origin}${address}`)
  await visitor.send(form, address, { name: 'Cas Officer', jobTitle: 'Housing officer' })
  const row = done(await readMaster(store, landlord, staffKind, { id: staffId }))
  assert.equal(row.values.jobTitle, 'Housing officer')
  assert.deepEqual(row.values.roles, ['case officer'])
  const seen = await visitor.goTo(`${staff.origin}${address}`)
  const meanwhile = { ...row.values, directDial: '01632 960001' }
  done(
    await changeMaster(store, landlord, staffKind, { id: staffId, expected: row.version, values: meanwhile }),
  )
  const stale = await visitor.send(seen, address, { name: 'Cas Officer', jobTitle: 'Senior officer' })
  assert.equal(stale.status, 422)
  assert.match(stale.text, /Somebody else changed this/)
  assert.match(stale.text, /value="Senior officer"/)
})

test('Who may only read sees the lists and no way to change them', async () => {
  const { email } = await staff.house.person('Aud Itor', 'auditor')
  const visitor = newVisitor()
  const page = await visitor.goTo(`${staff.origin}/sign-in/linstone`)
  await visitor.send(page, '/sign-in/linstone', { email, password: goodPassword })
  const list = await visitor.goTo(`${staff.origin}/administration/teams`)
  assert.equal(list.status, 200)
  assert.doesNotMatch(list.text, /Add a team/)
  assert.equal((await visitor.goTo(`${staff.origin}/administration/teams/new`)).status, 403)
})

async function administrator(name: string) {
  const { email } = await staff.house.person(name, 'administrator')
  const visitor = newVisitor()
  const page = await visitor.goTo(`${staff.origin}/sign-in/linstone`)
  const setUp = await visitor.send(page, '/sign-in/linstone', { email, password: goodPassword })
  const [, secret = ''] = /id="app-secret"[^>]*>([^<]+)</.exec(setUp.text) ?? []
  const code = await codeOf(secret.replaceAll(/\s/g, ''), staff.house.at)
  const through = await visitor.send(setUp, '/set-up-second-factor', { code })
  assert.match(through.text, /recovery codes/)
  return visitor
}
