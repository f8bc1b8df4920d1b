import assert from 'node:assert/strict'
import pg from 'pg'
import { isRefused } from '#core/refused.ts'
import { parseDay } from '#core/time/day.ts'
import type { Difference } from '#store/verify/difference.ts'
import { openCase } from '#store/ledger/append.ts'
import { latestVerification } from '#store/verify/kept-verified.ts'
import { sealDay, sealDays } from '#store/verify/seal-days.ts'
import { verifyLandlord } from '#store/verify/verify-landlord.ts'
import { done, eachDatabase } from '../databases.ts'
import { type LedgerGround, ledgerGround, letter, refusal, reply } from '../ledger/ground.ts'

/** Something that only the database’s owner can do, and how it must be told. */
interface Planted {
  readonly what: string
  readonly sql: string
  readonly found: readonly Partial<Difference>[]
}

const one = `case_id = 'c1'`

const planted: readonly Planted[] = [
  {
    what: 'an event whose data was changed',
    sql: `update events set data = '{"channel":"e-mail"}' where ${one} and sequence = 1`,
    found: [
      { case: 'c1', sequence: 1, column: 'digest' },
      { case: 'c1', column: 'channel' },
      { case: 'c1', promise: 'P-1', n: 1, column: 'channel' },
    ],
  },
  {
    what: 'an event whose data was only written differently',
    sql: `update events set data = '{"channel": "letter"}' where ${one} and sequence = 1`,
    found: [{ case: 'c1', sequence: 1, column: 'digest' }],
  },
  {
    what: 'an event said to have been told by somebody else',
    sql: `update events set actor = 'staff:x' where ${one} and sequence = 3`,
    found: [{ case: 'c1', sequence: 3, column: 'digest' }],
  },
  {
    what: 'an event that was removed from the middle',
    sql: `delete from events where ${one} and sequence = 3`,
    found: [
      { case: 'c1', sequence: 4, says: 'case c1: event 3 is missing' },
      { case: 'c1', sequence: 4, column: 'digest' },
      { day: '2026-03-02', stored: '4', workedOut: '3' },
    ],
  },
  {
    what: 'a last event that was removed',
    sql: `delete from events where ${one} and sequence = 4`,
    found: [
      { case: 'c1', column: 'version', stored: '4', workedOut: '3' },
      { case: 'c1', column: 'last_digest' },
      { day: '2026-03-02', stored: '4', workedOut: '3' },
    ],
  },
  {
    what: 'two events that changed places',
    sql: `update events set sequence = 9 where ${one} and sequence = 3;
      update events set sequence = 3 where ${one} and sequence = 4;
      update events set sequence = 4 where ${one} and sequence = 9`,
    found: [
      { case: 'c1', sequence: 3, column: 'digest' },
      { case: 'c1', sequence: 4, column: 'digest' },
      { case: 'c1', column: 'last_digest' },
      { day: '2026-03-02', stored: '4', workedOut: '4' },
    ],
  },
  {
    what: 'an event that was added',
    sql: `insert into events select landlord, case_id, 5, kind, type, 'e5', occurred_at, recorded_at, actor, data, digest, entered_on
      from events where ${one} and sequence = 4`,
    found: [
      { case: 'c1', sequence: 5, column: 'digest' },
      { case: 'c1', column: 'version', stored: '4', workedOut: '5' },
      { day: '2026-03-02', stored: '4', workedOut: '5' },
    ],
  },
  {
    what: 'a clock whose outcome was changed',
    sql: `update clocks set outcome = 'missed' where ${one} and promise = 'P-1'`,
    found: [{ case: 'c1', promise: 'P-1', n: 1, column: 'outcome', stored: 'missed', workedOut: 'met' }],
  },
  {
    what: 'a clock that was removed',
    sql: `delete from clocks where ${one} and promise = 'P-1'`,
    found: [
      { case: 'c1', promise: 'P-1', n: 1, says: 'case c1, P-1, clock 1: it is missing, and should be met' },
    ],
  },
  {
    what: 'a clock that no event starts',
    sql: `insert into clocks select made.* from clocks c, jsonb_populate_record(null::clocks, to_jsonb(c) || '{"n": 7}') as made where c.${one}`,
    found: [
      {
        case: 'c1',
        promise: 'P-1',
        n: 7,
        says: 'case c1, P-1, clock 7: it is there, and no event starts it',
      },
    ],
  },
  {
    what: 'a sum that was changed',
    sql: `update tallies set amount = amount + 1 where promise = 'P-1' and what = 'kept'`,
    found: [{ promise: 'P-1', column: 'amount', stored: '2', workedOut: '1' }],
  },
  {
    what: 'a sum that was removed',
    sql: `delete from tallies where promise = 'P-1' and what = 'kept'`,
    found: [{ promise: 'P-1', column: 'amount', stored: '0', workedOut: '1' }],
  },
  {
    what: 'a case in another team',
    sql: `update cases set team_id = 't9' where case_id = 'c2'`,
    found: [{ case: 'c2', column: 'team_id', stored: 't9', workedOut: 'nothing' }],
  },
  {
    what: 'a case that is said to be of other terms',
    sql: `update cases set terms = 12 where case_id = 'c2'`,
    found: [{ case: 'c2', column: 'terms', stored: '12' }],
  },
  {
    what: 'a root that was changed',
    sql: `update daily_roots set digest = '\\x00'`,
    found: [{ day: '2026-03-02', column: 'digest' }],
  },
  {
    what: 'an event that was added to a day after it was sealed',
    sql: `update events set entered_on = '2026-03-02' where case_id = 'c2' and sequence = 2`,
    found: [{ day: '2026-03-02', column: 'digest', stored: '4', workedOut: '5' }],
  },
  {
    what: 'an event that was dated back to a day without a root',
    sql: `update events set entered_on = '2026-02-20' where case_id = 'c2' and sequence = 2`,
    found: [{ day: '2026-02-20' }],
  },
]

eachDatabase(
  'Nothing differs where nobody has meddled, and it is kept as the latest verification',
  async (open) => {
    const ground = await twoCases(open)
    assert.equal(refusal(await latestVerification(ground.store, ground.acting)).because, 'not found')
    const verified = done(await verifyLandlord(ground.store, ground.acting))
    assert.deepEqual(verified.listed, [])
    assert.deepEqual([verified.cases, verified.events, verified.clocks, verified.days], [2, 6, 2, 1])
    const { by, ...latest } = done(await latestVerification(ground.store, ground.acting))
    assert.deepEqual([by, latest], ['system', verified])
  },
)

eachDatabase(
  'Every kind of difference that is planted is found, in its place, and nothing else',
  async (open) => {
    const ground = await twoCases(open)
    const { store, acting } = ground
    for (const { what, sql, found } of planted) {
      const undo = await meddle(ground.url, sql)
      const { listed, differences } = done(await verifyLandlord(store, acting))
      await undo()
      assert.equal(differences, found.length, `${what}: ${JSON.stringify(listed)}`)
      for (const [index, each] of found.entries()) assert.partialDeepStrictEqual(listed[index], each, what)
    }
    assert.deepEqual(done(await verifyLandlord(store, acting)).listed, [])
  },
)

eachDatabase('A day is sealed once, in its order, when it is over', async (open) => {
  const { store, acting, at } = await twoCases(open)
  const day = (text: string) => parseDay(text) ?? 0
  assert.match(refusal(await sealDay(store, acting, day('2026-03-02'))).refusal, /sealed already/)
  at('2026-03-04T00:05Z')
  assert.match(refusal(await sealDay(store, acting, day('2026-03-03'))).refusal, /not over yet/)
  assert.deepEqual(done(await sealDays(store, acting)), [])
  at('2026-03-04T00:11Z')
  const sealed = done(await sealDays(store, acting))
  assert.deepEqual(
    sealed.map((each) => [each.day, each.events]),
    [[day('2026-03-03'), 2]],
  )
  assert.deepEqual(done(await sealDays(store, acting)), [])
  assert.deepEqual(done(await verifyLandlord(store, acting)).listed, [])
})

eachDatabase('Whoever may not verify learns nothing', async (open) => {
  const { store, acting } = await twoCases(open)
  const nobody = { ...acting, may: new Set<never>() }
  assert.ok(isRefused(await verifyLandlord(store, nobody)))
  assert.ok(isRefused(await sealDays(store, nobody)))
})

/** A case that was answered, of four events entered on 2 March, which is sealed; and one of two entered on 3 March. */
async function twoCases(open: Parameters<typeof ledgerGround>[0]): Promise<LedgerGround> {
  const ground = await ledgerGround(open)
  const { store, acting, url } = ground
  for (const caseId of ['c1', 'c2'])
    done(await openCase(store, acting, { kind: 'enquiry', caseId, act: letter }))
  await ground.record('c1', reply)
  for (const caseId of ['c1', 'c1', 'c2']) await ground.record(caseId, { type: 'acknowledgement-sent' })
  await asOwner(
    url,
    `update events set entered_on = case case_id when 'c1' then date '2026-03-02' else date '2026-03-03' end`,
  )
  ground.at('2026-03-03T01:00Z')
  done(await sealDays(store, acting))
  return ground
}

const meddledWith = ['cases', 'events', 'clocks', 'tallies', 'daily_roots'] as const

/** Does what only the owner can; gives what puts everything back. */
async function meddle(url: string, sql: string): Promise<() => Promise<void>> {
  const saved = meddledWith.map(
    (table) => `drop table if exists saved_${table}; create table saved_${table} as table ${table};`,
  )
  await asOwner(url, `${saved.join('')} ${sql}`)
  const emptied = meddledWith.toReversed().map((table) => `delete from ${table};`)
  const filled = meddledWith.map(
    (table) => `insert into ${table} table saved_${table}; drop table saved_${table};`,
  )
  return () => asOwner(url, [...emptied, ...filled].join(''))
}

async function asOwner(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
