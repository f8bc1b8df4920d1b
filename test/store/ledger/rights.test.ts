import assert from 'node:assert/strict'
import type { Acting } from '#core/people/acting.ts'
import { permissionsOf } from '#core/people/role.ts'
import { recordContact } from '#store/contacts/record-contact.ts'
import { planAbsence } from '#store/diaries/absences.ts'
import { bookAppointment, proposeTimes } from '#store/diaries/book.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { readCase, readTimeline } from '#store/ledger/read-case.ts'
import { countWaiting } from '#store/letters/read-letters.ts'
import { sendLetter } from '#store/letters/send-letter.ts'
import { keepView } from '#store/views/views.ts'
import { add, officer } from '../case-page/officers.ts'
import { done, eachDatabase } from '../databases.ts'
import { ledgerGround, letter, refusal } from './ground.ts'

// What a permission to write in cases does not reach: others’ jobs and homes for a contractor, and, by way of putting
// right, acts that somebody may not record.

function contractorOf(acting: Acting): Acting {
  return {
    ...acting,
    by: 'staff:p1',
    staffId: 'p1',
    contractorId: 'plumbers',
    may: permissionsOf(['contractor']),
  }
}

eachDatabase('A contractor opens no case, whichever act it begins with', async (open) => {
  const { store, acting } = await ledgerGround(open)
  const contractor = contractorOf(acting)
  const booked = { type: 'appointment-booked', data: { for: '2026-03-05', place: 'home' } }
  for (const [kind, act] of [
    ['appointment', booked],
    ['enquiry', letter],
    ['enquiry', { type: 'note-kept', words: [{ kind: 'note' as const, text: 'ours' }] }],
  ] as const)
    assert.equal(refusal(await openCase(store, contractor, { kind, act })).because, 'not allowed')
  const forAt = Date.parse('2026-03-05T10:00:00Z')
  const booking = { place: 'home' as const, forAt, minutes: 30, staffIds: [] }
  assert.equal(refusal(await bookAppointment(store, contractor, booking)).because, 'not allowed')
})

eachDatabase('A contractor cannot make its job another customer’s or another home’s', async (open) => {
  const { store, acting, ...ground } = await ledgerGround(open)
  await add(store, acting, 'homes', 'near', { address: '1 Near Road' })
  await add(store, acting, 'homes', 'far', { address: '9 Far Road' })
  const caseId = await ground.open({ ...letter, data: { channel: 'letter', home: 'near' } })
  await ground.record(caseId, { type: 'case-assigned', data: { contractor: 'plumbers' } })
  const contractor = contractorOf(acting)
  const told = (data: object) => recordAct(store, contractor, caseId, { type: 'progress-told', data })
  for (const data of [{ home: 'far' }, { customer: 'mabel' }])
    assert.equal(refusal(await told({ action: 'visit', ...data })).because, 'not allowed')
  done(await told({ action: 'visit', home: 'near' }))
  assert.equal(done(await readCase(store, contractor, caseId)).case.home_id, 'near')
})

eachDatabase('An act is put right or taken back by who may record it, and by nobody else', async (open) => {
  const { store, acting } = await ledgerGround(open)
  const ann = await officer(store, acting, { id: 'ann', name: 'Ann', role: 'contact officer' })
  const carol = await officer(store, acting, { id: 'carol', name: 'Carol', role: 'complaints officer' })
  const received = { type: 'complaint-received', data: { channel: 'letter' } }
  const { caseId } = done(await openCase(store, ann, { kind: 'complaint', act: received }))
  const told = { type: 'complaint-acknowledged', id: 'told', data: { channel: 'letter' } }
  // Who brings events in may tell of anything.
  done(await recordAct(store, { ...acting, by: 'key:k1' }, caseId, told))
  const events = async () => done(await readTimeline(store, acting, caseId)).events.length
  const before = await events()
  const taken = { type: 'event-withdrawn', data: { event: 'told', reason: 'entered-twice' } }
  const mended = { type: 'event-corrected', data: { event: 'told', data: { channel: 'e-mail' } } }
  for (const act of [taken, mended])
    assert.equal(refusal(await recordAct(store, ann, caseId, act)).because, 'not allowed')
  assert.equal(await events(), before)
  done(await recordAct(store, carol, caseId, mended))
  done(await recordAct(store, carol, caseId, taken))
})

eachDatabase(
  'At the counter a complaint is redirected as it is taken in, and not afterwards',
  async (open) => {
    const { store, acting } = await ledgerGround(open)
    const ann = await officer(store, acting, { id: 'ann', name: 'Ann', role: 'contact officer' })
    const received = { type: 'complaint-received', data: { channel: 'letter', about: 'neighbour' } }
    const redirected = { type: 'complaint-redirected', data: { to: 'antisocial-behaviour' } }
    const { caseId } = done(await openCase(store, acting, { kind: 'complaint', act: received }))
    const contact = (draftId: string, of: string) => ({ draftId, caseId: of })
    const afterwards = await recordContact(store, ann, {
      ...contact('0123456789ABCDEF', caseId),
      steps: [{ in: caseId, act: redirected }],
    })
    assert.equal(refusal(afterwards).because, 'not allowed')
    done(
      await recordContact(store, ann, {
        ...contact('0123456789ABCDEG', 'taken-in'),
        steps: [
          { open: { kind: 'complaint', caseId: 'taken-in', act: received } },
          { in: 'taken-in', act: redirected },
        ],
      }),
    )
  },
)

eachDatabase(
  'A contractor learns of nobody’s absences and books none of the landlord’s staff',
  async (open) => {
    const { store, acting, ...ground } = await ledgerGround(open)
    await officer(store, acting, { id: 'ann', name: 'Ann', role: 'case officer' })
    const caseId = await ground.open(letter)
    await ground.record(caseId, { type: 'case-assigned', data: { contractor: 'plumbers' } })
    const contractor = contractorOf(acting)
    const forAt = Date.parse('2026-03-05T10:00:00Z')
    const away = {
      staffId: 'ann',
      fromAt: forAt - 3_600_000,
      toAt: forAt + 36_000_000,
      where: 'leave' as const,
    }
    done(await planAbsence(store, acting, { ...away, replies: false }))
    const wanted = { caseId, place: 'home' as const, minutes: 30 }
    const booked = await bookAppointment(store, contractor, { ...wanted, forAt, staffIds: ['ann'] })
    assert.equal(refusal(booked).because, 'not found')
    const free = (staffIds: readonly string[]) => proposeTimes(store, contractor, { ...wanted, staffIds })
    assert.deepEqual(done(await free(['ann'])), done(await free([])))
  },
)

eachDatabase('A contractor is told of no letters that wait in others’ cases', async (open) => {
  const { store, acting, ...ground } = await ledgerGround(open)
  const caseId = await ground.open(letter)
  done(
    await sendLetter(store, acting, {
      caseId,
      expectedVersion: 1,
      act: { type: 'reply-sent', data: { full: true } },
      channel: 'letter',
      subject: 'Ours',
      text: 'Ours',
      copies: [{ to: ['9 Far Road'] }],
      way: 'full',
    }),
  )
  assert.deepEqual(done(await countWaiting(store, acting)), [{ channel: 'letter', letters: 1 }])
  assert.deepEqual(done(await countWaiting(store, contractorOf(acting))), [])
})

eachDatabase('Who changes nothing keeps lists for themselves, and puts none before others', async (open) => {
  const { store, acting } = await ledgerGround(open)
  const auditor = await officer(store, acting, { id: 'aud', name: 'Aud', role: 'auditor' })
  const view = { name: 'What I looked at', filter: {} }
  done(await keepView(store, auditor, { ...view, sharedWith: 'nobody' }))
  assert.equal(
    refusal(await keepView(store, auditor, { ...view, sharedWith: 'everybody' })).because,
    'not allowed',
  )
})
