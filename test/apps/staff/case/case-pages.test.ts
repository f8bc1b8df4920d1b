import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { recordAct } from '#store/ledger/append.ts'
import { readTimeline } from '#store/ledger/read-case.ts'
import { seeCase } from '#store/presence/presence.ts'
import { done } from '#test/store/databases.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'
import { add } from '#test/store/case-page/officers.ts'
import { comeIn, comeInAs, fillHouse, openLetter } from './in-a-case.ts'

let staff: StaffServer
let ann: Awaited<ReturnType<typeof comeIn>>
let bea: Awaited<ReturnType<typeof comeIn>>
before(async () => {
  staff = await openStaffServer()
  await fillHouse(staff)
  ann = await comeIn(staff, 'Ann Archer', 'team leader')
  bea = await comeIn(staff, 'Bea Baker', 'contact officer')
})
after(() => staff.close())

async function typesIn(caseId: string): Promise<readonly string[]> {
  const { store, landlord } = staff.house
  return done(await readTimeline(store, landlord, caseId)).events.map(({ type }) => type)
}

test('A case shows whom it is about, what to know of them, what was said, and both times of what came late', async () => {
  const caseId = await openLetter(staff)
  const { text, status } = await ann.goTo(`/cases/${caseId}`)
  assert.equal(status, 200)
  for (const words of [
    'Mabel Brown',
    '12 Station Road, Linwood, PA3 3DX',
    'Visit in pairs',
    'Large print',
    'The close light is out.<br/>Please see to it.',
    '27 February 2026 at 10:00',
    'Recorded on 2 March 2026 at 09:00',
    'Why this date?',
  ])
    assert.ok(text.includes(words), words)
})

test('Two people in one case see each other', async () => {
  const caseId = await openLetter(staff)
  done(await seeCase(staff.house.store, bea.acting, caseId, { live: false }))
  const page = await ann.goTo(`/cases/${caseId}`)
  assert.match(page.text, /Bea Baker has this case open\./)
  const other = await bea.goTo(`/cases/${caseId}`)
  assert.match(other.text, /Ann Archer has this case open\./)
})

test('A stale save is refused, says who did what, keeps what was typed, and can be saved knowingly', async () => {
  const caseId = await openLetter(staff)
  const action = `/cases/${caseId}/acts/note-kept`
  const form = await ann.goTo(action)
  done(await recordAct(staff.house.store, bea.acting, caseId, { type: 'contact-opened' }))
  const words = 'Rang; "no answer" <yet>.'
  const stale = await ann.send(form, action, { words })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /Contact opened, by Bea Baker, 2 March 2026 at 09:00/)
  assert.ok(stale.text.includes('Rang; &quot;no answer&quot; &lt;yet&gt;.'), 'what was typed is there')
  assert.deepEqual(await typesIn(caseId), ['contact-received', 'contact-opened'])
  const saved = await ann.send(stale, action, { words })
  assert.match(saved.text, /It is recorded\./)
  assert.deepEqual(await typesIn(caseId), ['contact-received', 'contact-opened', 'note-kept'])
})

test('What became impossible meanwhile is said, and what was typed stays to be copied', async () => {
  const caseId = await openLetter(staff)
  const action = `/cases/${caseId}/acts/call-back-agreed`
  const form = await ann.goTo(action)
  const merged = { type: 'merged-into', data: { case: await openLetter(staff) } }
  done(await recordAct(staff.house.store, { ...bea.acting, by: 'key:k1' }, caseId, merged))
  const stale = await ann.send(form, action, {
    for: '2026-03-03',
    'for-time': '10:00',
    words: 'After ten, please.',
  })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /can no longer be done/)
  assert.match(stale.text, /After ten, please\./)
  assert.match((await ann.goTo(action)).text, /cannot be done in this case as it stands/)
})

test('What a promise asks for is refused in the promise’s words, and done otherwise with a reason', async () => {
  const caseId = await openLetter(staff)
  const action = `/cases/${caseId}/acts/preference-recorded`
  const form = await ann.goTo(action)
  const refused = await ann.send(form, action, { preference: 'other', 'preference-other': 'red door' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /You have a real say in what we do for you/)
  assert.match(refused.text, /LIN-54: why not\?/)
  const otherwise = { preference: 'other', 'preference-other': 'red door', 'override-LIN-54': 'not-known' }
  const saved = await ann.send(refused, action, otherwise)
  assert.match(saved.text, /It is recorded\./)
  assert.match(saved.text, /Otherwise than LIN-54/)
})

test('What was recorded wrongly is put right, and what it was stands folded behind it', async () => {
  const caseId = await openLetter(staff)
  const action = `/cases/${caseId}/events/1/correct`
  const form = await ann.goTo(action)
  const same = await ann.send(form, action, {
    at: '2026-02-27',
    'at-time': '10:00',
    channel: 'letter',
    customer: 'mabel',
    home: 'h1',
  })
  assert.match(same.text, /Nothing is different/)
  const changed = { at: '2026-02-26', 'at-time': '10:00', channel: 'e-mail', customer: 'mabel', home: 'h1' }
  const mended = await ann.send(form, action, changed)
  assert.match(mended.text, /It is put right/)
  assert.match(mended.text, /26 February 2026 at 10:00/)
  assert.match(mended.text, /As it was first told/)
  const { store, landlord } = staff.house
  const [, mend] = done(await readTimeline(store, landlord, caseId)).events
  assert.deepEqual(mend?.data, {
    event: 'the-letter',
    at: '2026-02-26T10:00:00.000Z',
    data: { channel: 'e-mail' },
  })
})

test('Withdrawing needs a reason, and what is withdrawn stays on record', async () => {
  const caseId = await openLetter(staff)
  done(await recordAct(staff.house.store, bea.acting, caseId, { type: 'contact-opened', id: 'twice' }))
  const action = `/cases/${caseId}/events/2/withdraw`
  const form = await ann.goTo(action)
  assert.match((await ann.send(form, action)).text, /No reason is chosen/)
  const withdrawn = await ann.send(form, action, { reason: 'entered-twice' })
  assert.match(withdrawn.text, /Contact opened \(withdrawn: entered twice\)/)
})

test('Any officer passes a case on with a note, and takes one that nobody has', async () => {
  const caseId = await openLetter(staff)
  const taken = await bea.send(await bea.goTo(`/cases/${caseId}`), `/cases/${caseId}/take`)
  assert.match(taken.text, /You have this case now/)
  const action = `/cases/${caseId}/pass-on`
  const form = await bea.goTo(action)
  const without = await bea.send(form, action, { team: 'repairs' })
  assert.equal(without.status, 422)
  assert.match(without.text, /There is no note/)
  const passed = await bea.send(form, action, {
    team: 'repairs',
    note: 'The light is out.',
    customerTold: 'yes',
  })
  assert.match(passed.text, /It is passed on/)
  assert.deepEqual((await typesIn(caseId)).slice(1), ['case-assigned', 'referred', 'case-assigned'])
  assert.equal((await bea.goTo(`/cases/${caseId}/assign`)).status, 403, 'giving out work is for who leads')
})

test('Who leads says who has a case, and sees who had it', async () => {
  const caseId = await openLetter(staff)
  const action = `/cases/${caseId}/assign`
  await ann.send(await ann.goTo(action), action, { team: 'repairs', holder: bea.staffId })
  const again = await ann.goTo(action)
  assert.match(again.text, /Now: Bea Baker, Repairs\./)
  assert.match(again.text, /since 2 March 2026 at 09:00, by Ann Archer/)
})

test('A case is merged after the other was shown, however its reference is written', async () => {
  const [caseId, into] = [await openLetter(staff), await openLetter(staff)]
  const action = `/cases/${caseId}/merge`
  assert.match((await ann.goTo(`${action}?into=nothing`)).text, /There is no case nothing/)
  const shown = await ann.goTo(`${action}?into=${into.toLowerCase().replaceAll('-', '')}`)
  assert.match(shown.text, new RegExp(`Enquiry of Mabel Brown, opened on 2 March 2026, open`))
  const merged = await ann.send(shown, action)
  assert.match(merged.text, new RegExp(`It goes on in ${into}`))
})

test('Why a date is as it is, day by day, with the promise in its own words', async () => {
  const caseId = await openLetter(staff)
  const { text } = await ann.goTo(`/cases/${caseId}/clocks/LIN-39/1`)
  assert.match(text, /Your letter is answered in full within 10 working days/)
  assert.match(text, /Day zero is Friday 27 February 2026/)
  assert.match(text, /Saturday 28 February 2026<\/span><span>not counted/)
  assert.match(text, /Day 10<\/span><span>Friday 13 March 2026/)
  assert.equal((await ann.goTo(`/cases/${caseId}/clocks/LIN-39/7`)).status, 404)
})

test('Who may not read words sees that there are some, and not what they say', async () => {
  const caseId = await openLetter(staff)
  const eve = await comeIn(staff, 'Eve Evans', 'auditor')
  const { text } = await eve.goTo(`/cases/${caseId}`)
  assert.match(text, /Notes and messages are hidden/)
  for (const secret of ['close light', 'Mabel', 'Put right']) assert.ok(!text.includes(secret), secret)
  assert.equal((await eve.goTo(`/cases/${caseId}/acts/note-kept`)).status, 403)
})

test('A contractor sees its own job, the home it is at and what it can say of it, and no more', async () => {
  const { store, landlord } = staff.house
  const [caseId, other] = [await openLetter(staff), await openLetter(staff)]
  const assigned = { type: 'case-assigned', data: { contractor: 'roofers' } }
  done(await recordAct(store, landlord, caseId, assigned))
  await add(store, landlord, 'contractors', 'roofers', { name: 'Roofers' })
  const rob = await comeInAs(staff, 'Rob Roofer', { roles: ['contractor'], contractorId: 'roofers' })
  const { text, status } = await rob.goTo(`/cases/${caseId}`)
  assert.equal(status, 200)
  assert.match(text, /12 Station Road, Linwood/)
  for (const secret of ['close light', 'Mabel', 'Merge into', 'Pass it on', 'Put right'])
    assert.ok(!text.includes(secret), secret)
  assert.equal((await rob.goTo(`/cases/${other}`)).status, 404)
  // Shut at the door, whosever case it is: so nothing is told of others’.
  for (const path of ['events/1/withdraw', 'merge', 'pass-on'])
    for (const each of [caseId, other])
      assert.equal((await rob.goTo(`/cases/${each}/${path}`)).status, 403, path)
})

test('A text longer than can be kept is refused with the fix, and is not lost', async () => {
  const caseId = await openLetter(staff)
  const action = `/cases/${caseId}/acts/note-kept`
  const refused = await ann.send(await ann.goTo(action), action, { words: 'a'.repeat(100_001) })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /100000 is the most\. Attach it as a file\./)
  assert.ok(refused.text.includes('a'.repeat(100_000)))
})

test('A stale save is refused where a case is assigned, passed on and merged, and says what was done meanwhile', async () => {
  const other = await openLetter(staff)
  const forms = [
    ['assign', { team: 'repairs', note: 'For the roof.' }, ''],
    ['pass-on', { team: 'repairs', note: 'For the roof.', customerTold: 'yes' }, ''],
    ['merge', { into: other, note: 'For the roof.' }, `?into=${other}`],
  ] as const
  for (const [way, typed, query] of forms) {
    const caseId = await openLetter(staff)
    const action = `/cases/${caseId}/${way}`
    const form = await ann.goTo(`${action}${query}`)
    done(await recordAct(staff.house.store, bea.acting, caseId, { type: 'contact-opened' }))
    const stale = await ann.send(form, action, typed)
    assert.equal(stale.status, 409, way)
    assert.match(stale.text, /Contact opened, by Bea Baker, 2 March 2026 at 09:00/, way)
    assert.match(stale.text, /For the roof\./, way)
    assert.equal((await ann.send(stale, action, typed)).url.pathname, `/cases/${caseId}`, way)
  }
})
