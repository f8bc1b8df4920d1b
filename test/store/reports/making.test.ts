import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { draftingReports } from '#jobs/tasks/draft-reports.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { introduction } from '#core/reporting/report-words.ts'
import { type Acting, publicActing } from '#core/people/acting.ts'
import { monthOf } from '#core/time/period.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { readFigures } from '#store/ledger/figures.ts'
import { dropRecordings, listRecordings, readRecording } from '#store/recordings/recordings.ts'
import { listComing } from '#store/reports/coming.ts'
import { draftDueReports, draftReport } from '#store/reports/draft-report.ts'
import { publishReport } from '#store/reports/publish-report.ts'
import { listPublished, readPublished } from '#store/reports/published.ts'
import { listDrafts, readDraft } from '#store/reports/read-reports.ts'
import { sendReport, sendReportBack } from '#store/reports/send-report.ts'
import { readReportYears, setReportSettings } from '#store/reports/settings.ts'
import { writeReport } from '#store/reports/write-report.ts'
import { type Format, formats } from '#http/formats/formats.ts'
import { makeRecordings } from '#http/public/recordings.ts'
import { asOwner } from '#test/jobs/ground.ts'
import { day, instant } from '#test/core/time/calendars.ts'
import { done, openTestStore } from '../databases.ts'
import { ledgerGround, type LedgerGround } from '../ledger/ground.ts'
import { box, pair, staff, worded } from './staff.ts'

let ground: LedgerGround
let asked: string
before(async () => {
  const opened = await openTestStore('embedded', { now: () => now })
  now = instant('2026-03-02T10:00Z')
  ground = await ledgerGround(
    async () => opened,
    [
      {
        clock: { starts: 'contact-received', stops: 'reply-sent', within: '10 working days' },
        target: 'at least 90%',
      },
      { published: { what: 'performance', where: ['website'] }, target: '100%' },
      { recurring: { every: '3 months', duty: 'board-report' } },
    ],
  )
  asked = await ground.open({ type: 'contact-received', data: { channel: 'letter' } })
  now = instant('2026-04-02T10:00Z')
})

let now = 0

function refusal(result: unknown): Refused {
  assert.ok(isRefused(result), JSON.stringify(result))
  return result
}

test('Reports are drafted once when their time is over, by the system, and by hand for any other', async () => {
  const { store, acting } = ground
  const { drafted } = done(await draftDueReports(store, acting))
  assert.ok(drafted.length >= 5)
  await draftingReports.run(store, acting, {}, new AbortController().signal)
  assert.equal(done(await listDrafts(store, acting)).length, drafted.length)
  const { writer } = pair(acting)
  const again = await draftReport(store, writer, { kind: 'quarterly', month: monthOf(day('2026-03-01')) })
  assert.equal(refusal(again).because, 'already there')
  const ahead = await draftReport(store, writer, { kind: 'quarterly', month: monthOf(day('2026-09-01')) })
  assert.equal(refusal(ahead).field, '/month')
  const { reportId } = done(
    await draftReport(store, writer, { kind: 'monthly', month: monthOf(day('2026-04-01')) }),
  )
  const early = refusal(await sendReport(store, writer, { reportId }))
  assert.match(`${early.refusal}: ${early.fix}`, /not over: send it from Friday 1 May 2026 on/)
})

test('What comes next is what no draft is there of, by the landlord’s own years', async () => {
  const { store, acting } = ground
  const { writer } = pair(acting)
  const next = async (kind: string) =>
    done(await listComing(store, writer)).find((report) => report.kind === kind)?.period.name
  assert.equal(await next('quarterly'), '2026-Q2', 'that of the first quarter is drafted')
  assert.equal(await next('annual'), '2026/27')
  done(await setReportSettings(store, writer, { yearBegins: 1, threeYearsFrom: 2025 }))
  assert.equal(await next('annual'), '2026')
  assert.deepEqual(done(await readReportYears(store, writer)), { yearBegins: 1, threeYearsFrom: 2025 })
  const never = await setReportSettings(store, writer, { yearBegins: 1, threeYearsFrom: 0 })
  assert.equal(refusal(never).field, '/threeYearsFrom')
  assert.deepEqual(done(await listComing(store, publicActing(acting.landlord))), [])
})

test('Whoever wrote a report or sent it cannot publish it, and what changed meanwhile is not published unseen', async () => {
  const { store, acting } = ground
  const { writer, checker } = pair(acting)
  // Somebody who may do both.
  const both = { ...staff(acting, 'both', 'publisher'), may: new Set([...writer.may, ...checker.may]) }
  const reportId = await quarterly()
  await worded(store, both, reportId)
  done(await sendReport(store, writer, { reportId }))
  const { seen } = done(await readDraft(store, checker, { reportId }))
  const by = (who: Acting, saw: string) => publishReport(store, who, box, { reportId, seen: saw })
  assert.match(refusal(await by(both, seen)).refusal, /second person/)
  assert.equal(refusal(await by(writer, seen)).because, 'not allowed')
  now += 1000
  await ground.record(asked, { type: 'reply-sent', at: '2026-03-06T10:00Z', data: { full: true } })
  assert.equal(refusal(await by(checker, seen)).because, 'changed meanwhile')
  const { sinceSent, seen: sawNow } = done(await readDraft(store, checker, { reportId }))
  assert.deepEqual(
    sinceSent.map(({ promise }) => promise),
    ['P-1'],
  )
  done(await sendReportBack(store, checker, { reportId, because: 'Say why.' }))
  assert.equal(refusal(await by(checker, sawNow)).because, 'changed meanwhile')
  assert.equal(done(await readDraft(store, writer, { reportId })).steps.at(-1)?.because, 'Say why.')
  const ticks = { ...staff(acting, 'ticks', 'publisher'), may: both.may }
  const ticked = { words: new Map(), fulfils: ['P-3:duty'], openedAt: now }
  done(await writeReport(store, ticks, { reportId, typed: ticked }))
  done(await sendReport(store, writer, { reportId }))
  const { seen: saw } = done(await readDraft(store, checker, { reportId }))
  assert.match(refusal(await by(ticks, saw)).refusal, /second person/, 'nor who ticked what it does')
  done(await sendReportBack(store, checker, { reportId, because: 'Say why.' }))
})

test('Words that somebody else wrote meanwhile are not written over', async () => {
  const { store, acting } = ground
  const { writer } = pair(acting)
  const reportId = await quarterly()
  const openedAt = now
  now += 1000
  const typed = (text: string) => ({ words: new Map([[introduction, text]]), openedAt })
  const other = staff(acting, 'other', 'performance officer')
  done(await writeReport(store, other, { reportId, typed: typed('Theirs') }))
  const over = await writeReport(store, writer, { reportId, typed: typed('Ours') })
  assert.equal(refusal(over).because, 'changed meanwhile')
})

test('Publishing shows what was to be shown and does the duty that was ticked', async () => {
  const { store, acting } = ground
  const { writer, checker } = pair(acting)
  const reportId = await quarterly()
  const typed = { words: new Map(), fulfils: ['P-2:website', 'P-3:duty'], openedAt: now }
  done(await writeReport(store, writer, { reportId, typed }))
  done(await sendReport(store, writer, { reportId }))
  const { seen } = done(await readDraft(store, checker, { reportId }))
  done(await publishReport(store, checker, box, { reportId, seen }))
  now += 24 * 3_600_000
  const { promises } = done(await readFigures(store, acting, { by: 'all', from: day('2026-04-01') }))
  const [, shown, duty] = promises.map(({ whole }) => whole)
  assert.ok((shown?.kept ?? 0) > 0, 'it is shown on the website')
  assert.equal(duty?.kept, 1)
  const late = await writeReport(store, writer, { reportId, typed })
  assert.match(refusal(late).refusal, /published/)
})

test('What is made for a panel is shown to who reads figures, and not to everybody', async () => {
  const { store, acting } = ground
  const pack = done(await listDrafts(store, acting)).find(({ kind }) => kind === 'board-pack')
  assert.ok(pack)
  const { writer, checker } = pair(acting)
  for (const answer of ['counts', 'withdrawn']) await answeredComplaint(answer)
  done(await sendReport(store, writer, pack))
  const { seen, content } = done(await readDraft(store, checker, pack))
  const counted = { received: 2, answered: 1, upheld: 1, openAtEnd: 1 }
  assert.deepEqual(content.complaints, counted, 'an answer that was withdrawn is none')
  done(await publishReport(store, checker, box, { reportId: pack.reportId, seen }))
  const anybody = publicActing(acting.landlord)
  const panel = staff(acting, 'panel', 'panel member')
  const kinds = async (who: Acting) => done(await listPublished(store, who)).map(({ report }) => report)
  assert.ok((await kinds(panel)).includes('board-pack'))
  assert.ok(!(await kinds(anybody)).includes('board-pack'))
  assert.equal(refusal(await readPublished(store, anybody, pack)).because, 'not found')
})

test('What is published is read aloud ahead and kept, until it says something else or another voice reads it', async () => {
  const { store, acting, url } = ground
  const waiting = `select 1 from graphile_worker.jobs where task_identifier = 'read-aloud'`
  assert.equal((await asOwner(url, waiting)).length, 1, 'publishing asked for it')
  const anybody = publicActing(acting.landlord)
  const [report] = done(await listPublished(store, anybody))
  assert.ok(report)
  const it = { document: `report:${report.reportId}`, form: 'audio', source: report.digest } as const
  assert.equal(await readRecording(store, anybody, it), undefined)
  const read: string[] = []
  const forms = formats.map(
    (format): Format => ({
      ...format,
      programs: [],
      async make({ title }) {
        read.push(`${title} as ${format.name}`)
        return Buffer.from(title)
      },
    }),
  )
  const { signal } = new AbortController()
  const readBy = async (voice: string) => {
    const how = { signal, forms, voiceNow: async () => voice }
    assert.equal(await makeRecordings(store, acting, how), undefined)
    return read.splice(0)
  }
  const both = [`${report.title} as audio`, `${report.title} as audio-mp3`]
  assert.deepEqual(await readBy('one voice'), both, 'and nothing of what is for a panel')
  assert.deepEqual(await readBy('one voice'), [], 'what is there is not made again')
  assert.deepEqual(await readBy('another'), both)
  assert.deepEqual(await readRecording(store, anybody, it), Buffer.from(report.title))
  assert.equal(await readRecording(store, anybody, { ...it, source: '0'.repeat(64) }), undefined)
  done(await dropRecordings(store, acting, { but: [] }))
  assert.deepEqual(await listRecordings(store, anybody), [])
})

async function quarterly(): Promise<string> {
  const { store, acting } = ground
  const rows = done(await listDrafts(store, acting))
  const row = rows.find(({ kind, version }) => kind === 'quarterly' && version === 1)
  assert.ok(row)
  return row.reportId
}

/** A complaint of March, upheld that month; the answer stands, or bounced. */
async function answeredComplaint(answer: string): Promise<void> {
  const about = { about: 'repair', channel: 'letter', complainant: 'customer' }
  const received = { type: 'complaint-received', at: '2026-03-03T10:00:00Z', data: about }
  const { store, acting } = ground
  const { caseId } = done(await openCase(store, acting, { kind: 'complaint', act: received }))
  const said = { stage: 1, outcome: 'upheld', reason: true, howToEscalate: true }
  const at = '2026-03-10T10:00:00Z'
  done(await recordAct(store, acting, caseId, { type: 'complaint-answered', id: answer, at, data: said }))
  if (answer === 'withdrawn')
    done(
      await recordAct(store, acting, caseId, {
        type: 'event-withdrawn',
        data: { event: answer, reason: 'bounced' },
      }),
    )
}
