import assert from 'node:assert/strict'
import pg from 'pg'
import type { CaseToLoad } from '#store/loading/case-to-load.ts'
import { loadEvents } from '#store/loading/load-events.ts'
import { readTimeline } from '#store/ledger/read-case.ts'
import { eventOf } from '#store/ledger/event-row.ts'
import { verifyLandlord } from '#store/verify/verify-landlord.ts'
import { done, eachDatabase } from '../databases.ts'
import { type LedgerGround, ledgerGround, letter } from '../ledger/ground.ts'

const booked = {
  type: 'appointment-booked',
  id: 'first',
  data: {
    for: '2026-03-05T14:00:00Z',
    until: '2026-03-05T14:45:00Z',
    place: 'home',
    staff: ['ann', 'bea'],
    secondStaff: 'cat',
    travel: 20,
    customer: 'customers-9',
    home: 'homes-9',
  },
}

eachDatabase(
  'An appointment stands in the diary as its events say, however they are put right',
  async (open) => {
    const ground = await ledgerGround(open)
    const caseId = await ground.open(booked, 'appointment')
    assert.deepEqual(await staffIn(ground), ['ann', 'bea', 'cat'])
    assert.partialDeepStrictEqual(await rowsIn(ground, 'appointments'), [
      { state: 'booked', place: 'home', travel_minutes: 20, customer_id: 'customers-9', is_timed: true },
    ])
    await ground.record(caseId, {
      type: 'event-corrected',
      data: { event: 'first', data: { staff: 'bea', place: 'office' } },
    })
    assert.deepEqual(await staffIn(ground), ['bea', 'cat'])
    assert.partialDeepStrictEqual(await rowsIn(ground, 'appointments'), [{ place: 'office' }])
    await ground.record(caseId, { type: 'appointment-cancelled', data: { by: 'customer' }, id: 'off' })
    assert.partialDeepStrictEqual(await rowsIn(ground, 'appointments'), [{ state: 'cancelled' }])
    await ground.record(caseId, { type: 'event-withdrawn', data: { event: 'off', reason: 'wrong-case' } })
    assert.partialDeepStrictEqual(await rowsIn(ground, 'appointments'), [{ state: 'booked' }])
    await ground.record(caseId, {
      type: 'event-withdrawn',
      data: { event: 'first', reason: 'entered-twice' },
    })
    assert.deepEqual([await rowsIn(ground, 'appointments'), await staffIn(ground)], [[], []])
    assert.deepEqual(done(await verifyLandlord(ground.store, ground.acting)).listed, [])
  },
)

eachDatabase(
  'A case of any kind may have an appointment, and goes from the diary when it is merged',
  async (open) => {
    const ground = await ledgerGround(open)
    const [one, other] = [await ground.open(letter), await ground.open(letter)]
    assert.deepEqual(await rowsIn(ground, 'appointments'), [])
    await ground.record(one, booked)
    assert.equal((await rowsIn(ground, 'appointments')).length, 1)
    await ground.record(one, { type: 'merged-into', data: { case: other } })
    assert.deepEqual(await rowsIn(ground, 'appointments'), [])
    assert.deepEqual(done(await verifyLandlord(ground.store, ground.acting)).listed, [])
  },
)

eachDatabase('Loading fills diaries and reception as recording does', async (open) => {
  const one = await ledgerGround(open)
  const other = await ledgerGround(open)
  const visit = await one.open(
    { type: 'visitor-arrived', data: { wants: 'ann', private: true } },
    'reception-visit',
  )
  await one.record(visit, { type: 'wait-advised', data: { minutes: 10 } })
  await one.record(visit, { type: 'visitor-seen', data: { by: 'ann' } })
  const diary = await one.open({ type: 'diary-shared', data: { by: 'ann' } }, 'diary')
  await one.record(diary, { type: 'absence-started', data: { by: 'ann', where: 'leave' } })
  const ids = [visit, diary, await one.open(booked, 'appointment')]
  const cases = await Promise.all(ids.map((caseId) => toLoad(one, caseId)))
  done(await loadEvents(other.store, other.acting, [cases], { actor: 'system' }))
  for (const table of ['visits', 'diaries', 'appointments', 'appointment_staff']) {
    const left = await rowsIn(one, table)
    assert.ok(left.length > 0, table)
    assert.deepEqual(await rowsIn(other, table), left)
  }
  assert.deepEqual(done(await verifyLandlord(other.store, other.acting)).listed, [])
})

eachDatabase('Verifying names a row of a diary that is not what the events say', async (open) => {
  const ground = await ledgerGround(open)
  await ground.open(booked, 'appointment')
  await asOwner(ground.url, `update appointments set place = 'office'`)
  await asOwner(ground.url, `delete from appointment_staff where staff_id = 'bea'`)
  await asOwner(ground.url, `insert into appointment_staff select landlord, case_id, 'zoe' from appointments`)
  const { listed } = done(await verifyLandlord(ground.store, ground.acting))
  assert.partialDeepStrictEqual(listed[0], { column: 'place', stored: 'office', workedOut: 'home' })
  assert.ok(listed.some(({ workedOut }) => workedOut === 'bea'))
  assert.ok(listed.some(({ says }) => says.includes('zoe is there, and no event says so')))
})

async function staffIn(ground: LedgerGround): Promise<readonly string[]> {
  const rows = await rowsIn(ground, 'appointment_staff')
  return rows.map((row) => String(row['staff_id']))
}

function rowsIn({ url }: LedgerGround, table: string) {
  return asOwner(url, `select to_jsonb(${table}) - 'case_id' as row from ${table} order by 1`)
}

async function asOwner(url: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ readonly row: Readonly<Record<string, unknown>> }>(sql)
  await client.end()
  return rows.map(({ row }) => row)
}

async function toLoad({ store, acting }: LedgerGround, caseId: string): Promise<CaseToLoad> {
  const { events } = done(await readTimeline(store, acting, caseId))
  return { caseId, events: events.map(eventOf) }
}
