import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCase } from '#store/ledger/append.ts'
import { readTimeline } from '#store/ledger/read-case.ts'
import { done } from '#test/store/databases.ts'
import { add } from '#test/store/case-page/officers.ts'
import { comeIn } from '../case/in-a-case.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'

let staff: StaffServer
let bea: Awaited<ReturnType<typeof comeIn>>
before(async () => {
  staff = await openStaffServer()
  const joan = { kind: 'person', name: 'Joan Doe', address: '2 Low Road', postcode: 'PA4 9ZZ' }
  await add(staff.house.store, staff.house.landlord, 'customers', 'joan', joan)
  bea = await comeIn(staff, 'Bea Baker', 'case officer')
})
after(() => staff.close())

test('An answer in which nobody wrote the answer does not go, and nothing that was typed is lost', async () => {
  const { store, landlord } = staff.house
  const act = { type: 'contact-received', data: { channel: 'letter', customer: 'joan' } }
  const { caseId } = done(await openCase(store, landlord, { kind: 'enquiry', act }))
  const action = `/cases/${caseId}/answer`
  const form = await bea.goTo(`${action}?as=full`)
  const text = 'Dear Joan Doe\n\nHere is our answer.\n\nWrite your answer here.\n\nYours sincerely\nBea Baker'
  const typed = { as: 'full', do: 'send', channel: 'letter', subject: 'Our answer to you', text }
  const actionOf = /<form action="([^"]+answer[^"]*)"/.exec(form.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const refused = await bea.send(form, actionOf, typed)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /“Write your answer here\.” is still in the letter\. Write it, or take it out\./)
  assert.match(refused.text, /Here is our answer\./)
  const { events } = done(await readTimeline(store, landlord, caseId))
  assert.deepEqual(
    events.map(({ type }) => type),
    ['contact-received'],
  )
})
