import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import pg from 'pg'
import type { Acting } from '#core/people/acting.ts'
import type { Figure } from '#core/promises/figure.ts'
import { utcDay } from '#core/time/instant.ts'
import { recordAct } from '#store/ledger/append.ts'
import { passTime } from '#store/ledger/pass-time.ts'
import { loadEvents } from '#store/loading/load-events.ts'
import { listDrafts, readDraft } from '#store/reports/read-reports.ts'
import { sendReport } from '#store/reports/send-report.ts'
import { isRefused } from '#core/refused.ts'
import { latestPublishedFigures, readPublished } from '#store/reports/published.ts'
import { findRestatements } from '#store/reports/restate.ts'
import type { Store } from '#store/store.ts'
import { verifyLandlord } from '#store/verify/verify-landlord.ts'
import { exportEvents } from '#store/whole/export-events.ts'
import { kept, scratch } from '#test/apps/cli/running.ts'
import { instant } from '#test/core/time/calendars.ts'
import { landlords } from '../../../examples/year/landlords.ts'
import { done, openTestStore } from '../databases.ts'
import { smallYear } from '../loading/small-year.ts'
import { checked, pair, published, worded } from './staff.ts'

// The proof of the reports: their figures are those of `kept measure` from the events, and what is told late shows as a
// restatement of what it concerns, and nowhere else.

let now = instant('2026-04-20T10:00Z')
let store: Store
let url: string
const folder = scratch()
const reports = new Map<string, { readonly acting: Acting; readonly reportIds: readonly string[] }>()

before(async () => {
  const opened = await openTestStore('embedded', { now: () => now })
  ;({ store, url } = opened)
  for (const { pack } of landlords) {
    const acting = await opened.addLandlord(pack)
    done(await loadEvents(store, acting, [smallYear(pack, 0.01)], { actor: 'import:test' }))
    while (done(await passTime(store, acting)).more);
    const reportIds = [
      await published(store, acting, { kind: 'quarterly', on: '2025-12-01' }),
      await published(store, acting, { kind: 'quarterly', on: '2026-03-01' }),
    ]
    reports.set(pack, { acting, reportIds })
  }
})

test('The quarterly report of each landlord says figure by figure what kept measure says of its exported events', async () => {
  for (const [pack, { acting, reportIds }] of reports) {
    const measured = await measuredByQuarter(acting)
    let counted = 0
    for (const reportId of reportIds) {
      const { content } = done(await readPublished(store, acting, { reportId }))
      for (const { promise, figure } of content.promises) {
        const same = measured.get(`${promise} ${content.period.name}`)
        assert.deepEqual(figure, same, `${pack} ${promise} ${content.period.name}`)
        counted += figure.counted
      }
    }
    assert.ok(counted > 50, `${pack}: only ${counted} counted`)
  }
})

test('Time passing restates nothing', async () => {
  now += 40 * utcDay
  for (const { acting } of reports.values()) {
    while (done(await passTime(store, acting)).more);
    assert.deepEqual(done(await findRestatements(store, acting)).restated, [])
  }
})

test('A late correction shows as a restatement of what it concerns, and nowhere else', async () => {
  const { acting, reportIds } = reports.get('longhurst-and-havelok') ?? assert.fail()
  const [, quarter = ''] = reportIds
  const first = done(await readPublished(store, acting, { reportId: quarter }))
  const wasMeasured = await measuredByQuarter(acting)
  const late = await aKeptReply(acting)
  done(
    await recordAct(store, acting, late.caseId, {
      type: 'event-corrected',
      data: { event: late.name, at: new Date(late.at + 60 * utcDay).toISOString() },
    }),
  )
  const isMeasured = await measuredByQuarter(acting)
  const concerned = first.content.promises
    .map(({ promise }) => promise)
    .filter((promise) => {
      const key = `${promise} 2026-Q1`
      return JSON.stringify(wasMeasured.get(key)) !== JSON.stringify(isMeasured.get(key))
    })
  assert.ok(concerned.length > 0 && concerned.length < 10, `${concerned.length} promises are concerned`)

  for (const each of reports.values()) {
    const { restated } = done(await findRestatements(store, each.acting))
    assert.equal(restated.length, each.acting === acting ? 1 : 0)
  }
  const { writer, checker } = pair(acting)
  const [next = ''] = (await open(acting)).map(({ reportId }) => reportId)
  const draft = done(await readDraft(store, writer, { reportId: next }))
  assert.deepEqual(
    draft.sincePublished.map(({ promise }) => promise),
    concerned,
  )
  assert.ok(draft.late.some(({ caseId, type }) => caseId === late.caseId && type === 'event-corrected'))
  const refusal = await sendReport(store, writer, { reportId: next })
  assert.equal(isRefused(refusal) && refusal.field, '/because')
  await worded(store, writer, next, 'A reply was entered with the wrong date.')
  await checked(store, acting, next)

  const after = done(await readPublished(store, checker, { reportId: next }))
  assert.equal(after.report.version, 2)
  for (const { promise, figure, restates } of after.content.promises) {
    const old = first.content.promises.find((each) => each.promise === promise)
    assert.deepEqual(restates?.figure, concerned.includes(promise) ? old?.figure : undefined)
    assert.deepEqual(figure, isMeasured.get(`${promise} 2026-Q1`))
  }
  const replaced = done(await readPublished(store, checker, { reportId: quarter }))
  assert.equal(replaced.text, first.text)
  assert.deepEqual([replaced.report.restated, after.report.restated], [true, false])
  const latest = done(await latestPublishedFigures(store, checker))
  for (const promise of concerned)
    assert.equal(latest.get(promise)?.restates?.because, 'A reply was entered with the wrong date.')
  assert.deepEqual(done(await findRestatements(store, acting)).restated, [])
})

test('Checking the ledger finds a published report that somebody changed', async () => {
  const { acting, reportIds } = reports.get('mount-green') ?? assert.fail()
  assert.deepEqual(done(await verifyLandlord(store, acting)).listed, [])
  await asOwner(
    `update published_reports set content = replace(content, '"kept":', '"kept": ') where landlord = $1`,
    [acting.landlord],
  )
  const { listed } = done(await verifyLandlord(store, acting))
  assert.equal(listed.length, reportIds.length)
  assert.match(listed[0]?.says ?? '', /digest/)
})

async function open(acting: Acting) {
  return done(await listDrafts(store, pair(acting).writer))
}

/** A reply of the first quarter of 2026 that kept its promise. */
async function aKeptReply({ landlord }: Acting) {
  const [row] = await asOwner<{ readonly case_id: string; readonly type: string; readonly at: number }>(
    `select e.case_id, e.type, extract(epoch from e.occurred_at)::float8 * 1000 as at
       from clocks c join events e on e.landlord = c.landlord and e.case_id = c.case_id and e.occurred_at = c.ended_at
      where c.landlord = $1 and c.outcome = 'met' and e.type = 'reply-sent'
        and c.ended_at between '2026-01-10' and '2026-03-10'
      order by c.ended_at, e.case_id limit 1`,
    [landlord],
  )
  assert.ok(row)
  return { caseId: row.case_id, at: row.at, name: `${row.type}@${new Date(row.at).toISOString()}` }
}

/** What `kept measure` prints of the events as `kept export --events` writes them. */
async function measuredByQuarter(acting: Acting): Promise<ReadonlyMap<string, Figure>> {
  const pack = [...reports].find(([, { acting: own }]) => own === acting)?.[0] ?? assert.fail()
  let written = ''
  done(await exportEvents(store, acting, async (text) => void (written += text)))
  const file = folder.file(`${pack}-${now}.ndjson`, written)
  const asked = ['--pack', pack, '--events', file, '--by', 'quarter', '--as-of', new Date(now).toISOString()]
  const { code, out, err } = await kept('measure', ...asked, '--format', 'json')
  assert.equal(code, 0, err)
  const { figures } = JSON.parse(out) as { readonly figures: readonly Figure[] }
  return new Map(figures.map((figure) => [`${figure.promise} ${figure.period}`, figure]))
}

async function asOwner<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[]) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Row>(sql, [...values])
  await client.end()
  return rows
}
