import assert from 'node:assert/strict'
import type { Acting } from '#core/people/acting.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { contractors } from '#store/masters/kinds/contractors.ts'
import { staff } from '#store/masters/kinds/staff.ts'
import { teams } from '#store/masters/kinds/teams.ts'
import { addMaster } from '#store/masters/writing.ts'
import type { Store } from '#store/store.ts'
import { readTeam } from '#store/today/read-team.ts'
import { readToday } from '#store/today/read-today.ts'
import { teamStamp, todayStamp } from '#store/today/today-stamp.ts'
import { done, eachDatabase } from '../databases.ts'

// Letters to Linstone are due at the end of the tenth working day (LIN-39), and acknowledged on the day they come (LIN-41).

const monday = Date.parse('2026-03-02T14:00:00Z')

eachDatabase(
  'Today is what is mine by the end of the week, each case once, and what nobody of my team has',
  async (open) => {
    const { store, addLandlord } = await open({ now: () => monday })
    const acting = await addLandlord()
    const ann = await filled(store, acting)
    const today = done(await readToday(store, ann))
    assert.deepEqual(
      today.mine.map(({ caseId, first, more }) => [caseId, first.promise, more]),
      [
        ['long-ago', 'LIN-41', 1],
        ['of-today', 'LIN-39', 0],
        ['of-friday', 'LIN-39', 0],
      ],
      'what is due next week is not of this one',
    )
    assert.equal(today.mine[0]?.first.outcome, 'missed')
    assert.deepEqual(
      today.unassigned.map(({ caseId }) => caseId),
      ['of-nobody'],
    )
    assert.equal(today.team?.name, 'Housing')
    assert.equal(today.days.weekEnds, Date.parse('2026-03-09T00:00:00Z'))
    const team = done(await readTeam(store, ann, 'housing'))
    assert.deepEqual(
      team.due.map(({ caseId }) => caseId),
      ['long-ago', 'of-today', 'of-nobody', 'of-friday'],
    )
  },
)

eachDatabase(
  'A contractor sees the jobs of its own firm today, and nothing of anybody else',
  async (open) => {
    const { store, addLandlord } = await open({ now: () => monday })
    const acting = await addLandlord()
    const ann = await filled(store, acting)
    done(await addMaster(store, acting, contractors, { id: 'fell', values: { name: 'Fell Plumbing' } }))
    const data = { contractor: 'fell', team: 'housing' }
    done(await recordAct(store, acting, 'of-friday', { type: 'case-assigned', data }))
    const plumber = { ...ann, staffId: 'plumber', contractorId: 'fell' }
    const today = done(await readToday(store, plumber))
    assert.deepEqual(
      today.mine.map(({ caseId }) => caseId),
      ['of-friday'],
    )
    const { unassigned, calls, visitors, messages, appointments } = today
    assert.deepEqual([unassigned, calls, visitors, messages, appointments].flat(), [])
  },
)

eachDatabase('A call that was agreed is on the list of whoever has it until they rang', async (open) => {
  const { store, addLandlord } = await open({ now: () => monday })
  const acting = await addLandlord()
  const ann = await filled(store, acting)
  const before = done(await todayStamp(store, ann))
  const agreed = { type: 'call-back-agreed', data: { for: '2026-03-03T10:30:00Z' } }
  done(await recordAct(store, acting, 'of-friday', agreed))
  assert.deepEqual(
    done(await readToday(store, ann)).toRing.map(({ caseId, for: at }) => [caseId, at]),
    [['of-friday', '2026-03-03T10:30:00Z']],
  )
  assert.notEqual(done(await todayStamp(store, ann)), before, 'and the page hears of it')
  const rang = { type: 'call-returned', data: { with: 'reply' } }
  done(await recordAct(store, acting, 'of-friday', rang))
  assert.deepEqual(done(await readToday(store, ann)).toRing, [])
})

eachDatabase('Of a visitor who waits it says by name whom they want to see', async (open) => {
  const { store, addLandlord } = await open({ now: () => monday })
  const acting = await addLandlord()
  const ann = await filled(store, acting)
  for (const wants of ['ann', 'gone']) {
    const act = { type: 'visitor-arrived', data: { wants } }
    done(await openCase(store, acting, { kind: 'reception-visit', caseId: `for-${wants}`, act }))
  }
  assert.deepEqual(
    done(await readToday(store, ann)).visitors.map(({ wants }) => wants),
    ['Ann Archer', 'gone'],
  )
})

eachDatabase('The stamp of today changes with what it would show, and with nothing else', async (open) => {
  const clock = { at: monday }
  const { store, addLandlord } = await open({ now: () => clock.at })
  const acting = await addLandlord()
  const ann = await filled(store, acting)
  const stamp = async () => [done(await todayStamp(store, ann)), done(await teamStamp(store, ann, 'housing'))]
  const before = await stamp()
  await letter(store, acting, 'elsewhere', '2026-02-16', {})
  assert.deepEqual(await stamp(), before, 'what concerns nobody of the team changes nothing')
  await letter(store, acting, 'another', '2026-02-16', { team: 'housing', holder: 'ann' })
  const after = await stamp()
  assert.ok(after.every((each, place) => each !== before[place]))
  const call = { type: 'call-offered', data: { queue: 'main' } }
  done(await openCase(store, acting, { kind: 'call', caseId: 'ringing', act: call }))
  const ringing = await stamp()
  assert.notEqual(ringing[0], after[0], 'a call that rings')
  assert.equal(done(await readToday(store, ann)).calls[0]?.caseId, 'ringing')
  done(await recordAct(store, acting, 'ringing', { type: 'call-answered' }))
  assert.deepEqual(done(await readToday(store, ann)).calls, [])
  clock.at = Date.parse('2026-03-03T00:00:01Z')
  assert.notEqual((await stamp())[0], ringing[0], 'a due date that passed')
})

/** Ann of the housing team, and letters that are due last week, today, this week, next week and to nobody. */
async function filled(store: Store, acting: Acting): Promise<Acting & { readonly staffId: string }> {
  done(await addMaster(store, acting, teams, { id: 'housing', values: { name: 'Housing' } }))
  const ann = { name: 'Ann Archer', team: 'housing', roles: ['case officer'] }
  done(await addMaster(store, acting, staff, { id: 'ann', values: ann }))
  const hers = { team: 'housing', holder: 'ann' }
  await letter(store, acting, 'long-ago', '2026-02-10', hers, false)
  await letter(store, acting, 'of-today', '2026-02-16', hers)
  await letter(store, acting, 'of-friday', '2026-02-20', hers)
  await letter(store, acting, 'of-next-week', '2026-02-24', hers)
  await letter(store, acting, 'of-nobody', '2026-02-18', { team: 'housing' })
  return { ...acting, staffId: 'ann' }
}

async function letter(
  store: Store,
  acting: Acting,
  caseId: string,
  on: string,
  whose: Readonly<Record<string, string>>,
  acknowledged = true,
): Promise<void> {
  const act = { type: 'contact-received', at: `${on}T10:00:00Z`, data: { channel: 'letter' } }
  done(await openCase(store, acting, { kind: 'enquiry', caseId, act }))
  const sent = { type: 'acknowledgement-sent', at: `${on}T11:00:00Z`, data: { channel: 'letter' } }
  if (acknowledged) done(await recordAct(store, acting, caseId, sent))
  const given = { type: 'case-assigned', at: `${on}T10:30:00Z`, data: whose }
  done(await recordAct(store, acting, caseId, given))
}
