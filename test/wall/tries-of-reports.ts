import { letTimePass } from '#store/ledger/figures.ts'
import { dropRecordings, keepRecording, listRecordings, readRecording } from '#store/recordings/recordings.ts'
import { listComing } from '#store/reports/coming.ts'
import { draftDueReports, draftReport } from '#store/reports/draft-report.ts'
import { publishReport } from '#store/reports/publish-report.ts'
import {
  latestPublishedFigures,
  listPublished,
  publicKeysOf,
  readPublished,
} from '#store/reports/published.ts'
import { listDrafts, readDraft } from '#store/reports/read-reports.ts'
import { changesOfPublished, findRestatements, restateReport } from '#store/reports/restate.ts'
import { sendReport, sendReportBack } from '#store/reports/send-report.ts'
import { readReportYears, setReportSettings } from '#store/reports/settings.ts'
import { writeReport } from '#store/reports/write-report.ts'
import type { Try } from './try.ts'

/** Takes the id of something of A’s. */
export const foundOfReports: Readonly<Record<string, Try>> = {
  readDraft: ({ store, ids }, acting) => readDraft(store, acting, { reportId: ids.report }),
  writeReport: ({ store, ids }, acting) =>
    writeReport(store, acting, {
      reportId: ids.report,
      typed: { words: new Map([['introduction', 'ours']]), openedAt: store.now() },
    }),
  sendReport: ({ store, ids }, acting) => sendReport(store, acting, { reportId: ids.report }),
  publishReport: ({ store, ids, door: { box } }, acting) =>
    publishReport(store, acting, box, { reportId: ids.report, seen: '' }),
  sendReportBack: ({ store, ids }, acting) =>
    sendReportBack(store, acting, { reportId: ids.report, because: 'ours' }),
  readPublished: ({ store, ids }, acting) => readPublished(store, acting, { reportId: ids.publishedReport }),
  changesOfPublished: ({ store, ids }, acting) =>
    changesOfPublished(store, acting, { reportId: ids.publishedReport }),
  restateReport: ({ store, ids }, acting) => restateReport(store, acting, { reportId: ids.publishedReport }),
}

/** Lists, and what is free for every landlord. */
export const shownOfReports: Readonly<Record<string, Try>> = {
  letTimePass: ({ store }, acting) => letTimePass(store, acting),
  listDrafts: ({ store }, acting) => listDrafts(store, acting),
  listPublished: ({ store }, acting) => listPublished(store, acting),
  latestPublishedFigures: async ({ store }, acting) => {
    const figures = await latestPublishedFigures(store, acting)
    return figures instanceof Map ? [...figures] : figures
  },
  readRecording: ({ store, ids }, acting) =>
    readRecording(store, acting, {
      document: `report:${ids.publishedReport}`,
      form: 'audio',
      source: '0'.repeat(64),
    }),
  listRecordings: ({ store }, acting) => listRecordings(store, acting),
  keepRecording: ({ store, ids }, acting) =>
    keepRecording(store, acting, {
      document: `report:${ids.publishedReport}`,
      form: 'audio',
      source: '0'.repeat(64),
      said: '0'.repeat(64),
      voice: 'none',
      bytes: new Uint8Array([1]),
    }),
  dropRecordings: ({ store }, acting) => dropRecordings(store, acting, { but: [] }),
  publicKeysOf: ({ store }, acting) => publicKeysOf(store, acting),
  draftReport: ({ store }, acting) => draftReport(store, acting, { kind: 'annual', month: 2022 * 12 }),
  draftDueReports: ({ store }, acting) => draftDueReports(store, acting),
  findRestatements: ({ store }, acting) => findRestatements(store, acting),
  readReportYears: ({ store }, acting) => readReportYears(store, acting),
  listComing: ({ store }, acting) => listComing(store, acting),
  setReportSettings: ({ store }, acting) =>
    setReportSettings(store, acting, { yearBegins: 1, threeYearsFrom: 2022 }),
}
