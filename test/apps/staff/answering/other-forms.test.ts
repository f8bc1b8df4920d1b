import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCase } from '#store/ledger/append.ts'
import { add } from '#test/store/case-page/officers.ts'
import { sendLetter } from '#store/letters/send-letter.ts'
import { skippedWithout } from '#test/http/formats/programs-there.ts'
import { done } from '#test/store/databases.ts'
import { comeIn } from '../case/in-a-case.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'

let staff: StaffServer
let bea: Awaited<ReturnType<typeof comeIn>>
before(async () => {
  staff = await openStaffServer()
  bea = await comeIn(staff, 'Bea Baker', 'case officer')
  const { store, landlord } = staff.house
  const joan = { kind: 'person', name: 'Joan Doe', address: '2 Low Road', postcode: 'PA4 9ZZ' }
  await add(store, landlord, 'customers', 'joan', joan)
  await add(store, landlord, 'needs', 'joans', { customer: 'joan', need: 'braille' })
})
after(() => staff.close())

/** A letter to Joan in a case that began in this way. */
async function letterIn(kind: string, type: string, data: object): Promise<string> {
  const { store, landlord } = staff.house
  const act = { type, data: { customer: 'joan', ...data } }
  const { caseId } = done(await openCase(store, landlord, { kind, act }))
  const sent = await sendLetter(store, landlord, {
    caseId,
    expectedVersion: 1,
    act: { type: 'progress-told', data: {} },
    channel: 'letter',
    subject: 'Your roof',
    text: 'Dear Mrs Doe\n\nThe roof is mended.\n\nYours sincerely\nBea Baker',
    copies: [{ to: ['Joan Doe', '2 Low Road'], pdf: Buffer.from('%PDF-1.7') }],
    way: 'news',
  })
  return done(sent).letterId
}

test('A letter to somebody who reads Braille offers it first, and gives it as a file that names nobody', {
  skip: skippedWithout('lou_translate'),
}, async () => {
  const letterId = await letterIn('enquiry', 'contact-received', { channel: 'letter' })
  const { text } = await bea.goTo(`/letters/${letterId}`)
  assert.match(text, /They need Braille\.[\s\S]*Braille \(BRF\)[\s\S]*Plain text/)
  const file = await bea.goTo(`/letters/${letterId}/as/braille`)
  assert.equal(file.headers.get('content-disposition'), 'attachment; filename="letter.brf"')
  assert.match(file.text, /,YR RO\(/)
  assert.match(file.text, /,! RO\( IS M5D\$4/)
  const none = await bea.goTo(`/letters/${letterId}/as/semaphore`)
  assert.equal(none.status, 404)
})

test('In a case that asks for audio, audio comes first, and that it was sent can be recorded from there', async () => {
  const letterId = await letterIn('accessible-format', 'format-requested', { format: 'audio' })
  const { text } = await bea.goTo(`/letters/${letterId}`)
  assert.match(text, /The case asks for it read aloud\.[\s\S]*acts\/format-sent/)
  const spoken = await bea.goTo(`/letters/${letterId}/as/text`)
  assert.match(spoken.text, /^Your roof\n=+\n\n/)
})
