import assert from 'node:assert/strict'
import pg from 'pg'
import { systemActing } from '#core/people/acting.ts'
import { eventOf } from '#store/ledger/event-row.ts'
import { readCase, readTimeline } from '#store/ledger/read-case.ts'
import type { CaseToLoad, RejectedEvents } from '#store/loading/case-to-load.ts'
import { loadEvents } from '#store/loading/load-events.ts'
import { verifyLandlord } from '#store/verify/verify-landlord.ts'
import { done, eachDatabase } from '../databases.ts'
import { ledgerGround, letter, refusal, reply } from '../ledger/ground.ts'
import { smallYear } from './small-year.ts'

const importing = { actor: 'import:test' }

eachDatabase('A year that was loaded at once is what working it out from nothing gives', async (open) => {
  const { store, url, addLandlord } = await open()
  const acting = await addLandlord('linstone')
  const year = smallYear('linstone', 0.025)
  const loaded = done(await loadEvents(store, acting, [year], importing))
  assert.equal(loaded.cases, year.length)
  assert.ok(loaded.clocks > 50, `only ${loaded.clocks} clocks`)
  const verified = done(await verifyLandlord(store, acting))
  assert.deepEqual(verified.listed, [])
  assert.equal(verified.cases, year.length)
  assert.equal(verified.events, loaded.events)
  // Otherwise the first pages after a load are looked up as if there were a handful of cases, which can take minutes.
  assert.deepEqual(await plannedFor(url), { cases: loaded.cases, events: loaded.events })
})

eachDatabase('Loading leaves what recording the same events one by one has left', async (open) => {
  const one = await ledgerGround(open)
  const other = await ledgerGround(open)
  const ids = [await one.open(letter), await one.open(letter)]
  one.at('2026-03-05T10:00Z')
  await one.record(ids[0] ?? '', reply)
  one.at('2026-04-20T10:00Z')
  other.at('2026-04-20T10:00Z')
  await one.record(ids[1] ?? '', { type: 'acknowledgement-sent' })
  await one.record(ids[0] ?? '', { type: 'enquiry-closed' })
  const cases = await Promise.all(ids.map((caseId) => toLoad(one, caseId)))
  done(await loadEvents(other.store, other.acting, [cases], { actor: 'system' }))
  for (const table of ['events', 'clocks', 'tallies', 'search_rows']) {
    const left = await rowsOf(one.url, table)
    assert.ok(left.length > 0)
    assert.deepEqual(await rowsOf(other.url, table), left)
  }
})

eachDatabase(
  'A merged case is answered by its survivor, in whatever order the two are loaded',
  async (open) => {
    const { store, acting, at } = await ledgerGround(open)
    at('2026-03-10T10:00Z')
    const merged = (id: string, into: string) =>
      cased(id, ['contact-received', { channel: 'letter' }], ['merged-into', { case: into }])
    const answered = (id: string) =>
      cased(id, ['contact-received', { channel: 'letter' }], ['reply-sent', { full: true }])
    done(await loadEvents(store, acting, [[merged('a', 'b'), merged('b', 'c'), answered('c')]], importing))
    // The survivor comes in a load of its own, after what was merged into it.
    done(await loadEvents(store, acting, [[merged('x', 'y')]], importing))
    assert.equal(await outcomeOf(store, acting, 'x'), 'running')
    done(await loadEvents(store, acting, [[answered('y')]], importing))
    for (const id of ['a', 'b', 'c', 'x']) assert.equal(await outcomeOf(store, acting, id), 'met', id)
    assert.deepEqual(done(await verifyLandlord(store, acting)).listed, [])
  },
)

eachDatabase(
  'Events of a case that is there are rejected, or added where that was asked for',
  async (open) => {
    const { store, acting } = await ledgerGround(open)
    const first = cased('c1', ['contact-received', { channel: 'letter' }])
    const named = { ...first, events: first.events.map((event) => ({ ...event, id: 'e1' })) }
    done(await loadEvents(store, acting, [[named]], importing))
    const more = {
      caseId: 'c1',
      events: [...named.events, ...cased('c1', ['reply-sent', { full: true }]).events],
    }
    const rejected: RejectedEvents[] = []
    const refused = done(
      await loadEvents(store, acting, [[more]], { ...importing, onRejected: (each) => rejected.push(each) }),
    )
    assert.equal(refused.rejected, 2)
    assert.match(rejected[0]?.because.refusal ?? '', /there already/)
    const added = done(await loadEvents(store, acting, [[more]], { ...importing, append: true }))
    assert.deepEqual([added.events, added.again, added.rejected], [1, 1, 0])
    assert.equal(done(await readCase(store, acting, 'c1')).case.version, 2)
    assert.deepEqual(done(await verifyLandlord(store, acting)).listed, [])
  },
)

eachDatabase(
  'What cannot be kept or counted is rejected with its reason, and the rest is loaded',
  async (open) => {
    const { store, acting } = await ledgerGround(open)
    const cases = [
      cased('good', ['contact-received', { channel: 'letter' }]),
      cased('nul', ['contact-received', { channel: 'letter', reference: 'a\0b' }]),
      cased('half', ['contact-received', { channel: 'letter', reference: '\ud83d' }]),
      { caseId: 'empty', events: [] },
    ]
    const rejected: RejectedEvents[] = []
    const loaded = done(
      await loadEvents(store, acting, [cases], { ...importing, onRejected: (each) => rejected.push(each) }),
    )
    assert.equal(loaded.cases, 1)
    assert.deepEqual(
      rejected.map(({ caseId }) => caseId),
      ['nul', 'half', 'empty'],
    )
  },
)

eachDatabase('A load in one go that breaks off leaves nothing', async (open) => {
  const { store, acting, url } = await ledgerGround(open)
  async function* broken() {
    for (let batch = 0; batch < 3; batch++)
      yield Array.from({ length: 600 }, (_, n) =>
        cased(`c${batch}-${n}`, ['contact-received', { channel: 'letter' }]),
      )
    throw new Error('the source broke off')
  }
  await assert.rejects(loadEvents(store, acting, broken(), { ...importing, inOneGo: true }), /broke off/)
  for (const table of ['cases', 'events', 'clocks', 'tallies']) assert.deepEqual(await rowsOf(url, table), [])
})

eachDatabase('Whoever may not import loads nothing', async (open) => {
  const { store, acting } = await ledgerGround(open)
  const nobody = { ...systemActing(acting.landlord), may: new Set<never>() }
  const said = refusal(await loadEvents(store, nobody, [[cased('c1', ['contact-received', {}])]], importing))
  assert.equal(said.because, 'not allowed')
})

/** A case of which these things happened, one an hour from nine on 2 March. */
function cased(
  caseId: string,
  ...acts: readonly (readonly [type: string, data: CaseToLoad['events'][0]['data']])[]
) {
  const nine = Date.parse('2026-03-02T09:00Z')
  const events = acts.map(([type, data], index) => {
    const at = nine + index * 3_600_000
    return { case: caseId, kind: 'enquiry', type, id: undefined, at, recordedAt: at, line: index + 1, data }
  })
  return { caseId, events }
}

type Ground = Awaited<ReturnType<typeof ledgerGround>>

async function toLoad({ store, acting }: Ground, caseId: string): Promise<CaseToLoad> {
  const { events } = done(await readTimeline(store, acting, caseId))
  return { caseId, events: events.map(eventOf) }
}

async function outcomeOf(store: Ground['store'], acting: Ground['acting'], caseId: string) {
  const [clock] = done(await readCase(store, acting, caseId)).clocks
  return clock?.outcome
}

/** The rows of a table as text. A sum of nought is as good as none. */
async function rowsOf(url: string, table: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ readonly row: string }>(
    `select (to_jsonb(t) - 'landlord')::text as row from ${table} t
      where not coalesce(to_jsonb(t)->>'amount' = '0', false) order by 1`,
  )
  await client.end()
  return rows.map(({ row }) => row)
}

/** How many rows PostgreSQL takes the tables to have when it plans. */
async function plannedFor(url: string): Promise<Readonly<Record<string, number>>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ readonly relname: string; readonly reltuples: number }>(
    `select relname, reltuples from pg_class where relname in ('cases', 'events')`,
  )
  await client.end()
  return Object.fromEntries(rows.map(({ relname, reltuples }) => [relname, reltuples]))
}
