import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { planOf } from '#apps/staff/contacts/plan.ts'
import type { Recording } from '#apps/staff/contacts/planned.ts'
import { typedFrom } from '#apps/staff/contacts/typed.ts'
import { whenWeRing } from '#apps/staff/contacts/when-we-ring.ts'
import type { Acting } from '#core/people/acting.ts'
import { permissionsOf } from '#core/people/role.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { customerAtHand } from '#store/contacts/customer-at-hand.ts'
import { dropDraft, keepDraft, listDrafts } from '#store/contacts/drafts.ts'
import { findPersons } from '#store/contacts/find-persons.ts'
import { type ContactRecorded, recordContact } from '#store/contacts/record-contact.ts'
import { dropOld } from '#store/jobs/drop-old.ts'
import { readTimeline } from '#store/ledger/read-case.ts'
import { customers } from '#store/masters/kinds/customers.ts'
import { staff } from '#store/masters/kinds/staff.ts'
import { teams } from '#store/masters/kinds/teams.ts'
import { addMaster } from '#store/masters/writing.ts'
import { done } from '#test/store/databases.ts'
import { type House, openHouse } from '#test/store/people/people.ts'
import { addMargaret } from './contact-ground.ts'

// Mount Green asks the most of a contact: a note of each call, all five parts of a message, the name given when a caller is
// put through, and who can help with what is not ours.

let house: House
let landlord: Acting
let clerk: Acting

before(async () => {
  house = await openHouse()
  landlord = await house.addLandlord('mount-green')
  await addMargaret(house, landlord)
  done(await addMaster(house.store, landlord, teams, { id: 'repairs', values: { name: 'Repairs' } }))
  for (const id of ['cal', 'dee'])
    done(await addMaster(house.store, landlord, staff, { id, values: { name: id, roles: [], active: true } }))
  clerk = {
    landlord: landlord.landlord,
    by: 'staff:cal',
    staffId: 'cal',
    may: permissionsOf(['contact officer']),
  }
})

const recorded: readonly (readonly [
  what: string,
  fields: Record<string, string>,
  acts: readonly string[],
])[] = [
  ['answered now', {}, ['contact-received', 'note-kept', 'reply-sent', 'enquiry-closed']],
  [
    'call back agreed',
    { outcome: 'call-back', back: '2026-03-03', 'back-time': '10:30' },
    ['contact-received', 'note-kept', 'call-back-agreed', 'case-assigned'],
  ],
  [
    'passed on',
    { outcome: 'pass-on', team: 'repairs', told: 'yes' },
    ['contact-received', 'note-kept', 'referred', 'case-assigned'],
  ],
  [
    'put through',
    { outcome: 'pass-on', holder: 'dee', team: 'repairs', through: 'yes', named: 'yes', briefed: 'yes' },
    ['contact-received', 'note-kept', 'call-transferred', 'referred', 'case-assigned'],
  ],
  [
    'a message for somebody who is away',
    { outcome: 'message', wanted: 'dee', away: 'yes', reachable: 'yes' },
    ['contact-received', 'note-kept', 'wanted-person-was-away', 'case-assigned'],
  ],
  [
    'outside our services',
    { outcome: 'outside', helper: 'council' },
    ['contact-received', 'note-kept', 'outside-our-services'],
  ],
  ['a thank-you', { outcome: 'no-answer' }, ['contact-received', 'note-kept', 'enquiry-closed']],
  [
    'an e-mail for later',
    { channel: 'e-mail', outcome: 'later' },
    ['contact-received', 'contact-opened', 'case-assigned'],
  ],
  [
    'a letter that is stamped and passed on',
    { channel: 'letter', stamped: 'yes', outcome: 'pass-on', team: 'repairs' },
    ['contact-received', 'contact-opened', 'referred', 'case-assigned'],
  ],
  [
    'a repair',
    { matter: 'repair', priority: 'urgent', outcome: 'later' },
    ['repair-reported', 'case-assigned'],
  ],
  [
    'a complaint about how a dispute was handled',
    { matter: 'complaint', about: 'neighbour', neighbour: 'handling', outcome: 'later' },
    ['complaint-received', 'case-assigned'],
  ],
  [
    'antisocial behaviour',
    { matter: 'antisocial-behaviour', outcome: 'later' },
    ['asb-reported', 'case-assigned'],
  ],
  ['their own file', { matter: 'own-file', outcome: 'later' }, ['access-requested', 'case-assigned']],
  [
    'an interpreter',
    { matter: 'format', format: 'interpreter', language: 'ur', outcome: 'later' },
    ['interpreter-requested', 'case-assigned'],
  ],
  [
    'a compliment',
    { matter: 'praise', praise: 'compliment', outcome: 'later' },
    ['compliment-received', 'case-assigned'],
  ],
]

for (const [what, fields, acts] of recorded)
  test(`Recorded in one go by a contact officer: ${what}`, async () => {
    const { caseId } = done(await records(fields))
    const { events } = done(await readTimeline(house.store, landlord, caseId))
    assert.deepEqual(
      events.map(({ type }) => type),
      acts,
    )
    assert.ok(events.every(({ data }) => (data as { by?: string }).by === 'cal'))
  })

test('A caller who is put through without the name is not, until somebody says why', async () => {
  const fields = { outcome: 'pass-on', holder: 'dee', team: 'repairs', through: 'yes' }
  const refusal = await records(fields)
  assert.ok(isRefused(refusal))
  assert.deepEqual(
    refusal.asks?.map(({ promise }) => promise),
    ['MGH-36'],
  )
  done(await records({ ...fields, 'override-MGH-36': 'customer-declined' }))
})

test('What is passed on to a colleague alone goes to the team that they are in', async () => {
  const { caseId } = done(await records({ outcome: 'pass-on', holder: 'dee', told: 'yes' }))
  const { events } = done(await readTimeline(house.store, landlord, caseId))
  const went = events.map(({ type, data }) => [type, (data as { team?: string }).team])
  assert.deepEqual(went.slice(-2), [
    ['referred', 'repairs'],
    ['case-assigned', 'repairs'],
  ])
})

test('The call that was agreed is told again once it is recorded, until it was made', async () => {
  const back = { outcome: 'call-back', back: '2026-03-03', 'back-time': '10:30' }
  const { caseId } = done(await records(back))
  assert.equal(await whenWeRing(house.store, clerk, caseId), Date.parse('2026-03-03T10:30:00Z'))
  done(await records({ case: caseId, outcome: 'answered' }))
  assert.equal(await whenWeRing(house.store, clerk, caseId), undefined)
})

test('A message without an address is not complete for this landlord', async () => {
  const refusal = await records({ outcome: 'message', wanted: 'dee', customer: 'new', 'new-name': 'Sam New' })
  assert.ok(isRefused(refusal))
  assert.match(refusal.asks?.map(({ promise }) => promise).join() ?? '', /MGH-41/)
  const found = done(await findPersons(house.store, landlord, { text: 'Sam New', why: 'a test' }))
  assert.deepEqual(found, [], 'and nobody was added')
})

test('Everything that is missing is asked for at once', () => {
  const faults = planOf(typedFrom({ matter: 'format', received: '2027-01-01' }), recording())
  assert.ok(Array.isArray(faults))
  assert.deepEqual(
    faults.map(({ field }) => field),
    ['who', 'subject', 'format', 'outcome', 'received'],
  )
})

test('A further contact joins the case that is open, and is seen beside its promises', async () => {
  // Later than the others, which are more than the page lists.
  house.at += 60_000
  const { caseId } = done(await records({ channel: 'letter', stamped: 'yes', outcome: 'later' }))
  const asked = { customerId: 'margaret', why: 'a test' }
  const seen = done(await customerAtHand(house.store, clerk, asked))
  const open = seen.cases.find((each) => each.caseId === caseId)
  assert.ok(open !== undefined && open.clocks.length > 0)
  assert.equal(open.subject, 'The tap drips', 'so that one knows which case it is')
  assert.deepEqual([seen.needs, seen.alerts], [['large-print'], ['visit-in-pairs']])
  done(await records({ case: caseId, outcome: 'answered' }))
  const { events } = done(await readTimeline(house.store, landlord, caseId))
  assert.deepEqual(
    events.slice(-3).map(({ type }) => type),
    ['contact-received', 'note-kept', 'reply-sent'],
  )
})

test('A customer is found by any spelling, telephone, postcode, address, or a reference of theirs', async () => {
  const { caseId } = done(await records({}))
  for (const text of [
    'okonkwo',
    'Margret Okonko',
    '01632960018',
    'pa4 9zz',
    '14 Mill Lane',
    caseId,
    'margaret',
  ]) {
    const found = done(await findPersons(house.store, clerk, { text, why: 'a test' }))
    assert.deepEqual(
      found.map(({ customerId, home }) => [customerId, home]),
      [['margaret', '14 Mill Lane, Anytown, PA4 9ZZ']],
      text,
    )
  }
})

test('A customer is found though both names are misspelt', async () => {
  const irena = { kind: 'person', name: 'Irena Kowalska' }
  done(await addMaster(house.store, landlord, customers, { id: 'irena', values: irena }))
  const found = done(await findPersons(house.store, clerk, { text: 'irina kovalska', why: 'a test' }))
  assert.deepEqual(
    found.map(({ customerId }) => customerId),
    ['irena'],
  )
})

test('A draft is kept for a month, and twenty of them at the most', async () => {
  const ids = Array.from({ length: 22 }, (_, place) => `00000000000000${String(place).padStart(2, '0')}`)
  for (const draftId of ids) {
    house.at += 1_000
    done(await keepDraft(house.store, clerk, { draftId, fields: { subject: draftId } }))
  }
  const kept = done(await listDrafts(house.store, clerk))
  assert.deepEqual(
    kept.map(({ draftId }) => draftId),
    ids.slice(2).toReversed(),
  )
  done(await dropDraft(house.store, clerk, ids[21] ?? ''))
  house.at += 31 * 86_400_000
  done(await keepDraft(house.store, clerk, { draftId: ids[0] ?? '', fields: { subject: 'new' } }))
  assert.equal(done(await dropOld(house.store, landlord))['drafts of contacts'], 19)
})

test('What was recorded comes back as no draft, though what was typed of it was still on its way', async () => {
  const late = { draftId: 'AAAAAAAAAAAAAAA1', fields: { subject: 'The tap' } }
  done(await records({ draft: late.draftId }))
  const refusal = await keepDraft(house.store, clerk, late)
  assert.equal(isRefused(refusal) && refusal.because, 'already there')
  const together = { draftId: 'AAAAAAAAAAAAAAA2', fields: { subject: 'The tap' } }
  await Promise.all([records({ draft: together.draftId }), keepDraft(house.store, clerk, together)])
  const drafts = done(await listDrafts(house.store, clerk)).map(({ draftId }) => draftId)
  assert.deepEqual(
    [late, together].filter(({ draftId }) => drafts.includes(draftId)),
    [],
  )
})

async function records(fields: Record<string, string>): Promise<ContactRecorded | Refused> {
  const plan = planOf(
    typedFrom({ customer: 'margaret', subject: 'The tap drips', ...fields }),
    recording(fields),
  )
  if (!('steps' in plan)) throw new Error(JSON.stringify(plan))
  return recordContact(house.store, clerk, plan)
}

function recording({ customer }: Record<string, string> = {}): Recording {
  const isKnown = customer === undefined
  return {
    now: house.at,
    staffId: 'cal',
    teamId: 'repairs',
    teamsOfStaff: new Map([['dee', 'repairs']]),
    homeId: isKnown ? 'mill-lane' : undefined,
    known: { name: isKnown, telephone: isKnown, address: isKnown },
  }
}
