import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCase } from '#store/ledger/append.ts'
import { done } from '#test/store/databases.ts'
import { add } from '#test/store/case-page/officers.ts'
import { comeIn } from '../case/in-a-case.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'

let staff: StaffServer
let bea: Awaited<ReturnType<typeof comeIn>>
before(async () => {
  staff = await openStaffServer()
  bea = await comeIn(staff, 'Bea Baker', 'case officer')
})
after(() => staff.close())

/** Writes to somebody new by letter or text, otherwise than promised, and gives the id of it. */
async function writesTo(name: string, channel: 'letter' | 'text'): Promise<string> {
  const { store, landlord } = staff.house
  const id = name.toLowerCase()
  const values = { kind: 'person', name, address: '2 Low Road', postcode: 'PA4 9ZZ', mobile: '07700 900123' }
  await add(store, landlord, 'customers', id, values)
  const act = { type: 'contact-received', data: { channel: 'letter', customer: id } }
  const { caseId } = done(await openCase(store, landlord, { kind: 'enquiry', act }))
  const form = await bea.goTo(`/cases/${caseId}/answer?as=full`)
  const action = /<form action="([^"]+answer[^"]*)"/.exec(form.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const text = `Dear ${name}\n\nThe roof is mended.\n\nYours sincerely\nBea Baker`
  const typed = { as: 'full', do: 'send', channel, subject: `Your roof, ${name}`, text, full: 'yes' }
  const asked = await bea.send(form, action, typed)
  const reasons = Array.from(asked.text.matchAll(/name="(override-[\w.-]+)"/g), ([, each = '']) => [
    each,
    'not-known',
  ])
  const isSent = asked.url.pathname.startsWith('/letters/')
  const sent = isSent ? asked : await bea.send(asked, action, { ...typed, ...Object.fromEntries(reasons) })
  assert.match(sent.url.pathname, /^\/letters\//)
  return sent.url.pathname.split('/').at(-1) ?? ''
}

test('Letters that wait are printed together in one file, and what is no letter is left out', async () => {
  const letters = [await writesTo('Joan', 'letter'), await writesTo('Rita', 'letter')]
  const text = await writesTo('Tess', 'text')
  const outbox = await bea.goTo('/outbox')
  assert.match(outbox.text, /Print the ticked letters/)
  const none = await bea.send(outbox, '/outbox', { do: 'print' })
  assert.equal(none.status, 422)
  assert.match(none.text, /No letter is chosen\. Tick those that you want to print\./)
  const only = await bea.send(outbox, '/outbox', { do: 'print', letters: [text] })
  assert.match(only.text, /None of them is a letter on paper/)
  assert.match(only.text, new RegExp(`value="${text}" checked`), 'the tick is not lost')
  const file = await bea.send(outbox, '/outbox', { do: 'print', letters: [...letters, text] })
  assert.equal(file.status, 200)
  assert.equal(file.headers.get('content-type'), 'application/pdf')
  assert.match(file.text, /^%PDF-/)
  assert.equal([...file.text.matchAll(/\/Type\s*\/Page\b/g)].length, 2, 'a page for each letter')
  assert.match((await bea.goTo('/outbox')).text, /Waiting: 2 letters/, 'printing posts nothing')
})

test('A letter whose act is withdrawn in its case waits no longer, and is not posted by mistake', async () => {
  const letterId = await writesTo('Vera', 'letter')
  const { text } = await bea.goTo(`/letters/${letterId}`)
  const [, caseId = ''] = /href="\/cases\/([0-9A-Z-]+)"/.exec(text) ?? []
  assert.match((await bea.goTo('/outbox')).text, new RegExp(letterId))
  const withdraw = `/cases/${caseId}/events/2/withdraw`
  const withdrawn = await bea.send(await bea.goTo(withdraw), withdraw, { reason: 'did-not-happen' })
  assert.match(withdrawn.text, /It is withdrawn, and counts no more/)
  assert.doesNotMatch((await bea.goTo('/outbox')).text, new RegExp(letterId))
  assert.match((await bea.goTo('/outbox?state=withdrawn')).text, new RegExp(letterId))
})

test('Letters of another landlord are not there to be printed', async () => {
  const outbox = await bea.goTo('/outbox')
  const file = await bea.send(outbox, '/outbox', { do: 'print', letters: ['0000000000000000'] })
  assert.equal(file.status, 422)
  assert.match(file.text, /There is no such letter/)
})
