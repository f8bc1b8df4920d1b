import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { overrideReasons } from '#core/acts/override-reasons.ts'
import type { FieldDefinition } from '#core/kind.ts'
import type { FieldValue } from '#core/ledger/event.ts'
import type { Acting } from '#core/people/acting.ts'
import { permissionsOf, type Role } from '#core/people/role.ts'
import { minute, type Instant } from '#core/time/instant.ts'
import { kinds } from '#kinds/index.ts'
import { openingActs, possibleActs, type PossibleAct } from '#store/acts/possible-acts.ts'
import type { Act } from '#store/ledger/act.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { readTimeline } from '#store/ledger/read-case.ts'
import { instant } from '#test/core/time/calendars.ts'
import { done, openTestStore, type TestStore } from '../databases.ts'
import { refusal } from '../ledger/ground.ts'

const began = instant('2026-03-02T10:00Z')
let now: Instant = began
let ground: TestStore
let acting: Acting
const packs = ['linstone', 'longhurst-and-havelok', 'mount-green', 'one-housing-group', 'south-lakes']
const landlords: Acting[] = []

before(async () => {
  ground = await openTestStore('embedded', { now: () => now })
  for (const pack of packs) landlords.push(await ground.addLandlord(pack))
  acting = landlords[0] as Acting
})
after(() => ground.close())

const complaint: Act = {
  type: 'complaint-received',
  data: { channel: 'letter', about: 'repair', complainant: 'customer' },
}

test('What can be done comes in its usual order, and what belongs to any case comes last', async () => {
  const caseId = await opened('complaint', complaint)
  const { acts } = done(await possibleActs(ground.store, as('complaints officer'), caseId))
  assert.deepEqual(
    acts.slice(0, 3).map(({ act }) => act),
    ['Acknowledge', 'Say that it takes longer', 'Give our decision'],
  )
  assert.equal(acts.at(-1)?.type, 'case-assigned')
})

test('In a closed enquiry a late answer and a new contact are offered, and nothing that only an open one needs', async () => {
  const caseId = await opened('enquiry', { type: 'contact-received', data: { channel: 'letter' } })
  const offered = async () => {
    const { acts } = done(await possibleActs(ground.store, as('case officer'), caseId))
    return new Set(acts.map(({ type }) => type))
  }
  const working = ['acknowledgement-sent', 'holding-reply-sent', 'information-requested', 'urgency-changed']
  const ending = ['outside-our-services', 'enquiry-closed']
  const always = ['reply-sent', 'call-returned', 'call-back-agreed', 'contact-received', 'note-kept']
  const open = await offered()
  assert.deepEqual(
    [...working, ...ending, ...always].filter((type) => !open.has(type)),
    [],
  )
  now += minute
  done(
    await recordAct(ground.store, acting, caseId, { type: 'enquiry-closed', data: { reason: 'withdrawn' } }),
  )
  const closed = await offered()
  assert.deepEqual(
    [...working, ...ending].filter((type) => closed.has(type)),
    [],
  )
  assert.deepEqual(
    always.filter((type) => !closed.has(type)),
    [],
  )
  now += minute
  done(
    await recordAct(ground.store, acting, caseId, { type: 'contact-received', data: { channel: 'e-mail' } }),
  )
  const again = await offered()
  assert.deepEqual(
    [...working, ...ending].filter((type) => !again.has(type)),
    [],
    'it is taken up again',
  )
})

test('Who may not answer complaints is not offered to, nor to pay compensation', async () => {
  const caseId = await opened('complaint', complaint)
  const own = done(await possibleActs(ground.store, as('contact officer'), caseId)).acts
  assert.ok(!own.some(({ type }) => type.startsWith('complaint-')))
  assert.ok(own.some(({ type }) => type === 'note-kept'))
  const found = { type: 'entitlement-found', data: { promise: 'LIN-44', case: caseId } }
  const owed = await opened('compensation', found)
  const offered = done(await possibleActs(ground.store, as('contact officer'), owed)).acts
  assert.deepEqual(
    offered.map(({ type }) => type).filter((type) => /offered|paid|declined/.test(type)),
    [],
  )
  const paid = { type: 'compensation-paid', data: { pence: 1000 } }
  assert.equal(
    refusal(await recordAct(ground.store, as('contact officer'), owed, paid)).because,
    'not allowed',
  )
})

test('A contractor does in a job of its own what is for contractors, and nothing else', async () => {
  const caseId = await opened('repair', { type: 'repair-reported', data: { priority: 'routine' } })
  const assigned = { type: 'case-assigned', data: { contractor: 'plumbers' } }
  done(await recordAct(ground.store, acting, caseId, assigned))
  const contractor = { ...as('contractor'), contractorId: 'plumbers' }
  const { acts } = done(await possibleActs(ground.store, contractor, caseId))
  assert.equal(acts[0]?.type, 'repair-delay-told')
  assert.ok(acts.some(({ type }) => type === 'no-access' || type === 'appointment-booked'))
  assert.ok(!acts.some(({ type }) => type === 'repair-cancelled' || type === 'referred'))
  const cancelled = { type: 'repair-cancelled', data: { reason: 'not-needed' } }
  assert.equal(refusal(await recordAct(ground.store, contractor, caseId, cancelled)).because, 'not allowed')
  const other = await opened('repair', { type: 'repair-reported', data: { priority: 'routine' } })
  assert.equal(refusal(await possibleActs(ground.store, contractor, other)).because, 'not found')
})

test('A visit that begins does not close the repair it is for', async () => {
  const caseId = await opened('repair', { type: 'repair-reported', data: { priority: 'routine' } })
  const booked = { for: '2026-03-02T11:00:00Z', place: 'home', staff: ['s1'] }
  done(await recordAct(ground.store, acting, caseId, { type: 'appointment-booked', data: booked }))
  const { acts } = done(await possibleActs(ground.store, as('case officer'), caseId))
  assert.equal(acts.find(({ type }) => type === 'appointment-started')?.closes, false)
  assert.equal(acts.find(({ type }) => type === 'repair-completed')?.closes, true)
})

test('A field says which promises ask for it, and when', async () => {
  const officer = { ...as('case officer'), landlord: (landlords[2] as Acting).landlord }
  const caseId = done(
    await openCase(ground.store, landlords[2] as Acting, {
      kind: 'enquiry',
      act: { type: 'contact-received', data: { channel: 'letter' } },
    }),
  ).caseId
  const { acts, owed } = done(await possibleActs(ground.store, officer, caseId))
  const address = acts
    .find(({ type }) => type === 'reply-sent')
    ?.fields.find(({ name }) => name === 'address')
  assert.equal(address?.required, 'by a promise')
  assert.deepEqual(
    address?.promises.map(({ promise, when }) => ({ promise, when })),
    [{ promise: 'MGH-49', when: 'channel is letter' }],
  )
  assert.deepEqual(
    owed.map(({ promise, later }) => ({ promise, later })),
    [{ promise: 'MGH-44', later: ['contact-opened'] }],
  )
  assert.equal(acts[0]?.type, 'contact-opened')
})

test('Nothing is offered in a case that goes on in another', async () => {
  const [caseId, other] = [await opened('complaint', complaint), await opened('complaint', complaint)]
  done(await recordAct(ground.store, acting, caseId, { type: 'merged-into', data: { case: other } }))
  assert.deepEqual(done(await possibleActs(ground.store, as('complaints officer'), caseId)).acts, [])
})

test('A program tells what has happened, in any order and without what a rule asks; it is measured', async () => {
  const program = { ...acting, by: 'key:k1' }
  const answered = { type: 'complaint-answered', data: { stage: 3, outcome: 'upheld' } }
  assert.ok(done(await openCase(ground.store, program, { kind: 'complaint', act: answered })))
})

test('Whatever is offered is accepted once its form is filled in', async () => {
  const asked = fc.record({
    landlord: fc.nat(packs.length - 1),
    kind: fc.constantFrom(...kinds.filter(({ notACase, everyEvent }) => !notACase && !everyEvent)),
    steps: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
  })
  const tried = fc.asyncProperty(asked, async ({ landlord, kind, steps: [first = 0, ...more] }) => {
    now = began
    const officer = { ...as(...everyRole), landlord: (landlords[landlord] as Acting).landlord }
    const opening = done(await openingActs(ground.store, officer, kind.kind))
    const act = filled(opening[first % opening.length] as PossibleAct, 1)
    const { caseId } = done(await openCase(ground.store, officer, { kind: kind.kind, act }))
    let stage = 1
    for (const step of more) {
      now += minute
      const { acts } = done(await possibleActs(ground.store, officer, caseId))
      const offered = acts.filter(({ type }) => type !== 'merged-into')
      const form = offered[step % offered.length] as PossibleAct
      if (form.type === 'complaint-escalated') stage++
      done(await recordAct(ground.store, officer, caseId, filled(form, stage)))
    }
    const told = done(await readTimeline(ground.store, officer, caseId))
    assert.equal(told.events.length, 1 + more.length)
  })
  await fc.assert(tried, { numRuns: 60 })
})

const everyRole: readonly Role[] = ['complaints officer', 'publisher', 'team leader']

function as(...roles: readonly Role[]): Acting {
  return { ...acting, by: 'staff:s1', staffId: 's1', may: permissionsOf(roles) }
}

async function opened(kind: string, act: Act): Promise<string> {
  return done(await openCase(ground.store, acting, { kind, act })).caseId
}

/** The act with every required field given, and a reason for whatever else is asked. */
function filled({ type, fields, asks }: PossibleAct, stage: number): Act {
  const given = fields.flatMap(({ name, definition, required }) =>
    required === undefined ? [] : [[name, name === 'stage' ? stage : valueOf(definition)] as const],
  )
  const reason = overrideReasons[0]?.code ?? ''
  const overrides = Object.fromEntries(asks.map(({ promise }) => [promise, reason]))
  return { type, data: { ...Object.fromEntries(given), overrides } }
}

function valueOf({ type, oneOf = [], suggests = [] }: FieldDefinition): FieldValue {
  switch (type) {
    case 'one of':
      return oneOf[0] ?? ''
    case 'yes or no':
    case 'code or yes':
      return true
    case 'whole number':
    case 'number':
      return 1
    case 'date':
    case 'date or instant':
    case 'instant':
      return '2026-03-20T10:00:00Z'.slice(0, type === 'date' ? 10 : undefined)
    case 'ids':
      return ['s1']
    default:
      return suggests[0] ?? 's1'
  }
}
