import assert from 'node:assert/strict'
import { test } from 'node:test'
import { permissionsOf } from '#core/people/role.ts'
import { findEntitlements } from '#store/compensation/find-entitlements.ts'
import { readCompensation } from '#store/compensation/read-compensation.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { listCases } from '#store/ledger/list-cases.ts'
import { passTime } from '#store/ledger/pass-time.ts'
import { readTimeline } from '#store/ledger/read-case.ts'
import { loadEvents } from '#store/loading/load-events.ts'
import { verifyLandlord } from '#store/verify/verify-landlord.ts'
import { instant } from '#test/core/time/calendars.ts'
import { done, openTestStore } from '../databases.ts'
import { refusal } from '../ledger/ground.ts'

/** A landlord whose pack finds, and a clock that the test turns; it begins on Monday 2 March. */
async function ground() {
  let now = instant('2026-03-02T10:00Z')
  const opened = await openTestStore('embedded', { now: () => now })
  const acting = await opened.addLandlord('longhurst-and-havelok')
  const { store } = opened
  return {
    store,
    acting,
    at(text: string) {
      now = instant(text)
    },
    async repair(priority = 'urgent') {
      const data = { priority, customer: 'mrs-hill', home: 'home-1' }
      return done(await openCase(store, acting, { kind: 'repair', act: { type: 'repair-reported', data } }))
        .caseId
    },
    async looks() {
      done(await passTime(store, acting))
      return done(await findEntitlements(store, acting)).found
    },
    compensation: async () => done(await listCases(store, acting, { kind: 'compensation' })),
  }
}

test('A late repair that nobody told the tenant about is found once, as a case of theirs', async () => {
  const { store, acting, at, repair, looks, compensation } = await ground()
  assert.deepEqual(await looks(), [])
  const caseId = await repair()
  at('2026-03-09T20:00Z')
  assert.deepEqual(await looks(), [], 'it is due on the fifth working day')
  at('2026-03-10T10:00Z')
  assert.deepEqual(await looks(), [], 'the working day after it is for typing in')
  at('2026-03-11T10:00Z')
  const [found, ...more] = await looks()
  assert.equal(more.length, 0)
  const { events } = done(await readTimeline(store, acting, found ?? ''))
  assert.deepEqual(
    events.map(({ type, data, actor }) => ({ type, data, actor })),
    [
      {
        type: 'entitlement-found',
        data: { promise: 'LHH-32', case: caseId, by: 'system', customer: 'mrs-hill', home: 'home-1' },
        actor: 'system',
      },
    ],
  )
  assert.deepEqual(await looks(), [], 'it is not found again')
  done(await recordAct(store, acting, caseId, { type: 'repair-completed', data: { firstVisit: true } }))
  assert.deepEqual(await looks(), [], 'nor when more happens in the case')
  assert.deepEqual(
    (await compensation()).map(({ case_id }) => case_id),
    [found],
  )
  assert.equal(done(await verifyLandlord(store, acting)).differences, 0)
})

test('What was told in time and typed in the day after is not found', async () => {
  const { store, acting, at, repair, looks, compensation } = await ground()
  await looks()
  const caseId = await repair()
  at('2026-03-10T09:00Z')
  await looks()
  const told = { type: 'repair-delay-told', at: '2026-03-09T16:00:00Z', data: { newDate: '2026-03-20' } }
  done(await recordAct(store, acting, caseId, told))
  at('2026-03-20T09:00Z')
  await looks()
  assert.deepEqual(await compensation(), [])
})

test('What somebody found by hand is not found again', async () => {
  const { store, acting, at, repair, looks, compensation } = await ground()
  await looks()
  const caseId = await repair()
  at('2026-03-10T09:00Z')
  const data = { promise: 'LHH-32', case: caseId, customer: 'mrs-hill' }
  done(await openCase(store, acting, { kind: 'compensation', act: { type: 'entitlement-found', data } }))
  at('2026-03-20T09:00Z')
  await looks()
  assert.equal((await compensation()).length, 1)
})

test('Two that look at once find it once', async () => {
  const { store, acting, at, repair, looks, compensation } = await ground()
  await looks()
  await repair()
  at('2026-03-20T09:00Z')
  done(await passTime(store, acting))
  await Promise.all([1, 2, 3].map(() => findEntitlements(store, acting)))
  assert.equal((await compensation()).length, 1)
})

test('What had been missed before Kept was in use asks for nothing, loaded or told', async () => {
  const { store, acting, repair, looks, at, compensation } = await ground()
  const event = {
    kind: 'repair',
    type: 'repair-reported',
    id: undefined,
    data: { priority: 'routine' },
    line: 1,
  }
  const asked = instant('2026-01-05T10:00Z')
  const events = [{ ...event, case: 'old-1', at: asked, recordedAt: asked }]
  done(await loadEvents(store, acting, [[{ caseId: 'old-1', events }]], { actor: 'import:old' }))
  await looks()
  done(await recordAct(store, acting, 'old-1', { type: 'repair-completed', data: { firstVisit: false } }))
  const data = { priority: 'routine' }
  const told = { type: 'repair-reported', at: '2026-01-06T10:00:00Z', data }
  done(await openCase(store, acting, { kind: 'repair', act: told }))
  at('2026-03-20T09:00Z')
  assert.deepEqual(await looks(), [])
  await repair('emergency')
  at('2026-03-25T09:00Z')
  assert.equal((await looks()).length, 1, 'but what is missed from then on does')
  assert.equal((await compensation()).length, 1)
})

test('Compensation is offered by who may decide on money, and by nobody else', async () => {
  const { store, acting, at, repair, looks } = await ground()
  await looks()
  await repair()
  at('2026-03-20T09:00Z')
  const [caseId = ''] = await looks()
  const offer = { type: 'compensation-offered', data: { pence: 2500 } }
  const as = (role: 'contact officer' | 'complaints officer' | 'team leader') => ({
    ...acting,
    may: permissionsOf([role]),
  })
  const refused = refusal(await recordAct(store, as('contact officer'), caseId, offer))
  assert.equal(refused.because, 'not allowed')
  done(await recordAct(store, as('complaints officer'), caseId, offer))
  done(await recordAct(store, as('contact officer'), caseId, { type: 'compensation-accepted' }))
  done(
    await recordAct(store, as('team leader'), caseId, { type: 'compensation-paid', data: { pence: 2500 } }),
  )
})

test('What was found, offered and paid is read with its money, of a year or of one case', async () => {
  const { store, acting, at, repair, looks } = await ground()
  await looks()
  const ofCase = await repair()
  at('2026-03-20T09:00Z')
  const [caseId = ''] = await looks()
  const told = async () =>
    done(await readCompensation(store, acting, { since: instant('2026-01-01T00:00Z') })).map(
      ({ state, pence, customerId, promise }) => ({ state, pence, customerId, promise }),
    )
  const owed = { customerId: 'mrs-hill', promise: 'LHH-32' }
  assert.deepEqual(await told(), [{ state: 'found', pence: undefined, ...owed }])
  done(await recordAct(store, acting, caseId, { type: 'compensation-offered', data: { pence: 2500 } }))
  assert.deepEqual(await told(), [{ state: 'offered', pence: 2500, ...owed }])
  done(await recordAct(store, acting, caseId, { type: 'compensation-paid', data: { pence: 2000 } }))
  assert.deepEqual(await told(), [{ state: 'paid', pence: 2000, ...owed }])
  assert.equal(done(await readCompensation(store, acting, { ofCase })).length, 1)
  assert.deepEqual(done(await readCompensation(store, acting, { ofCase: 'another' })), [])
})
