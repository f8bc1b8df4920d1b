import assert from 'node:assert/strict'
import { isRefused } from '#core/refused.ts'
import type { Acting } from '#core/people/acting.ts'
import { permissionsOf } from '#core/people/role.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { assignCases } from '#store/lists/assign-cases.ts'
import { type CaseFilter, filterFrom } from '#store/lists/case-filter.ts'
import { type CasePage, listByFilter, type PageFrom } from '#store/lists/case-list.ts'
import { contractors } from '#store/masters/kinds/contractors.ts'
import { staff } from '#store/masters/kinds/staff.ts'
import { teams } from '#store/masters/kinds/teams.ts'
import { addMaster } from '#store/masters/writing.ts'
import type { Store } from '#store/store.ts'
import { keepView, listViews, removeView } from '#store/views/views.ts'
import { done, eachDatabase } from '../databases.ts'

const now = Date.parse('2026-03-02T14:00:00Z')
const count = 23

eachDatabase(
  'A list read page by page, from either end, shows every case once and in one order',
  async (open) => {
    const { store, addLandlord } = await open({ now: () => now })
    const acting = await addLandlord()
    await letters(store, acting)
    for (const sort of ['due', 'latest'] as const) {
      const filter: CaseFilter = { kind: 'enquiry', sort }
      const whole = idsOf(done(await listByFilter(store, acting, { filter, limit: 200 })))
      assert.equal(new Set(whole).size, count, sort)
      const onwards = await pages(store, acting, filter, undefined)
      assert.deepEqual(onwards.flat(), whole, `${sort}, from the beginning`)
      const back = await pages(store, acting, filter, 'last')
      assert.deepEqual(back.toReversed().flat(), whole, `${sort}, from the end`)
    }
  },
)

eachDatabase('A list shows what the filter says and nothing else', async (open) => {
  const { store, addLandlord } = await open({ now: () => now })
  const acting = { ...(await addLandlord()), staffId: 'ann' }
  await letters(store, acting)
  const found = async (filter: CaseFilter) =>
    idsOf(done(await listByFilter(store, acting, { filter, limit: 200 })))
  assert.deepEqual(await found({ holder: 'me' }), ['l-03', 'l-07', 'l-11', 'l-15', 'l-19'])
  assert.deepEqual(await found({ holder: 'ann' }), await found({ holder: 'me' }))
  assert.deepEqual(await found({ team: 'housing', holder: 'nobody' }), [])
  assert.equal((await found({ holder: 'nobody', sort: 'latest' })).length, 18)
  assert.deepEqual(await found({ due: 'overdue', promise: 'LIN-39' }), ['l-00', 'l-01', 'l-02', 'l-03'])
  assert.deepEqual(await found({ due: 'today', promise: 'LIN-39' }), ['l-04'])
  done(
    await openCase(store, acting, {
      kind: 'call',
      caseId: 'rung',
      act: { type: 'call-offered', data: { queue: 'main' } },
    }),
  )
  assert.deepEqual(
    await found({ channel: 'telephone', state: 'any' }),
    ['rung'],
    'a call says it by being one',
  )
  assert.deepEqual(await found({ channel: 'letter', holder: 'me' }), await found({ holder: 'me' }))
  assert.deepEqual(await found({ from: '2026-02-12', to: '2026-02-13', promise: 'LIN-39' }), ['l-02', 'l-03'])
  assert.deepEqual(await found({ state: 'closed' }), ['done'])
  assert.ok(isRefused(filterFrom({ due: 'soon' }, store.vocabulary)))
  assert.ok(isRefused(filterFrom({ kind: 'ticket' }, store.vocabulary)))
  assert.ok(isRefused(filterFrom({ from: '2026-02-30' }, store.vocabulary)))
  assert.ok(isRefused(filterFrom({ from: '2026-03-02', to: '2026-03-01' }, store.vocabulary)))
})

eachDatabase(
  'Several cases are given at once; of those somebody was quicker with, it is told, and the others are given',
  async (open) => {
    const { store, addLandlord } = await open({ now: () => now })
    const acting = { ...(await addLandlord()), staffId: 'ann' }
    await letters(store, acting)
    done(await addMaster(store, acting, contractors, { id: 'fell', values: { name: 'Fell Plumbing' } }))
    const job = { type: 'case-assigned', data: { contractor: 'fell' } }
    const { version } = done(await recordAct(store, acting, 'l-00', job))
    const seen = { 'l-00': version, 'l-01': 1, 'l-02': 1 }
    done(await recordAct(store, acting, 'l-02', { type: 'progress-told', data: { action: 'visit' } }))
    const cases = Object.entries(seen).map(([caseId, each]) => ({ caseId, version: each }))
    const given = done(await assignCases(store, acting, { cases, to: { staffId: 'ann' } }))
    assert.deepEqual(given.done, ['l-00', 'l-01'])
    assert.deepEqual(
      given.refused.map(({ caseId, why }) => [caseId, why.because]),
      [['l-02', 'changed meanwhile']],
    )
    const page = done(await listByFilter(store, acting, { filter: { holder: 'me' }, limit: 200 }))
    const job0 = page.rows.find(({ case: row }) => row.case_id === 'l-00')?.case
    assert.deepEqual([job0?.team_id, job0?.contractor_id], ['housing', 'fell'], 'whose job it is stays')
    const barred = { ...acting, may: new Set(['cases.read', 'cases.write'] as const) }
    const refusal = await assignCases(store, barred, { cases, to: { teamId: 'housing' } })
    assert.ok(isRefused(refusal) && refusal.because === 'not allowed')
    const nobody = await assignCases(store, acting, { cases, to: { staffId: 'nobody' } })
    assert.ok(isRefused(nobody) && nobody.because === 'not found')
  },
)

eachDatabase('A view is for whom it was shared with, and for its owner to remove', async (open) => {
  const { store, addLandlord } = await open({ now: () => now })
  const landlord = await addLandlord()
  await letters(store, landlord)
  const as = (staffId: string) => ({ ...landlord, staffId, may: permissionsOf(['case officer']) })
  const keep = (staffId: string, name: string, sharedWith: string) =>
    keepView(store, as(staffId), { name, filter: { holder: 'me' }, sharedWith })
  done(await keep('ann', 'Mine', 'nobody'))
  done(await keep('ann', 'Ours', 'team'))
  const { viewId } = done(await keep('ann', 'All', 'everybody'))
  const seen = async (staffId: string) => done(await listViews(store, as(staffId))).map(({ name }) => name)
  assert.deepEqual(await seen('ann'), ['All', 'Mine', 'Ours'])
  assert.deepEqual(await seen('bea'), ['All', 'Ours'], 'of the same team')
  assert.deepEqual(await seen('cal'), ['All'], 'of no team')
  assert.ok(isRefused(await keep('cal', 'Ours', 'team')), 'who is in no team shares with none')
  assert.ok(isRefused(await keep('ann', ' ', 'nobody')))
  assert.ok(isRefused(await removeView(store, as('bea'), viewId)))
  done(await removeView(store, as('ann'), viewId))
  assert.deepEqual(await seen('cal'), [])
})

/** Letters of one working day after another from 10 February on, every fourth Ann’s; and one that is done with. */
async function letters(store: Store, acting: Acting): Promise<void> {
  done(await addMaster(store, acting, teams, { id: 'housing', values: { name: 'Housing' } }))
  for (const [id, team] of [
    ['ann', 'housing'],
    ['bea', 'housing'],
    ['cal', undefined],
  ])
    done(await addMaster(store, acting, staff, { id: String(id), values: { name: `${id} Archer`, team } }))
  const days = ['10', '11', '12', '13', '16', '17', '18', '19', '20', '23', '24', '25', '26', '27']
  for (let place = 0; place < count; place++) {
    const caseId = `l-${String(place).padStart(2, '0')}`
    const at = `2026-02-${days[Math.min(place, days.length - 1)]}T10:00:00Z`
    const act = { type: 'contact-received', at, data: { channel: 'letter' } }
    done(await openCase(store, acting, { kind: 'enquiry', caseId, act }))
    const given = { type: 'case-assigned', at, data: { team: 'housing', holder: 'ann' } }
    if (place % 4 === 3) done(await recordAct(store, acting, caseId, given))
  }
  const praise = { type: 'contact-received', data: { channel: 'letter', answerNeeded: false } }
  done(await openCase(store, acting, { kind: 'enquiry', caseId: 'done', act: praise }))
  done(await recordAct(store, acting, 'done', { type: 'enquiry-closed' }))
}

async function pages(store: Store, acting: Acting, filter: CaseFilter, first: PageFrom | undefined) {
  const all: (readonly string[])[] = []
  let from = first
  for (let page = 0; page < count; page++) {
    const read = done(await listByFilter(store, acting, { filter, from, limit: 4 }))
    all.push(idsOf(read))
    const { after, before } = read
    if (first === 'last' ? before === undefined : after === undefined) return all
    from = first === 'last' ? before && { before } : after && { after }
  }
  throw new Error('the pages do not end')
}

function idsOf({ rows }: CasePage): readonly string[] {
  return rows.map(({ case: row }) => row.case_id)
}
