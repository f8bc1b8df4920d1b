import { correctSheet } from '#store/observations/correct-sheet.ts'
import { saveDraft } from '#store/observations/drafts.ts'
import { drawAgain, drawCases } from '#store/observations/draw.ts'
import { addPlaces, giveSheets, observersOf } from '#store/observations/give.ts'
import { importResults, rejectedResults } from '#store/observations/import-results.ts'
import { listSheets, mySheets } from '#store/observations/list-sheets.ts'
import { addProgramme, listProgrammes } from '#store/observations/programmes.ts'
import { readSheet } from '#store/observations/read-sheet.ts'
import { remindLateObservers, remindObservers } from '#store/observations/remind.ts'
import { readResults } from '#store/observations/results.ts'
import { beginRound, closeRound, endProgramme } from '#store/observations/rounds.ts'
import { sendSheet } from '#store/observations/send-sheet.ts'
import type { Try } from './try.ts'

const days = { from: 20_000, to: 30_000 }
const filledIn = { answers: new Map([['plain-english', 'yes' as const]]), at: 0, note: '' }

/** Observations: those that take the id of a programme, a sheet or a file of results. */
export const foundOfObservations: Readonly<Record<string, Try>> = {
  readSheet: ({ store, ids }, acting) => readSheet(store, acting, ids.sheet),
  saveDraft: ({ store, ids }, acting) => saveDraft(store, acting, { sheetId: ids.sheet, fields: {} }),
  sendSheet: ({ store, ids }, acting) => sendSheet(store, acting, { sheetId: ids.sheet, filledIn }),
  correctSheet: ({ store, ids }, acting) => correctSheet(store, acting, { sheetId: ids.sheet, filledIn }),
  listSheets: ({ store, ids }, acting) => listSheets(store, acting, { programmeId: ids.programme }),
  readResults: ({ store, ids }, acting) => readResults(store, acting, { programmeId: ids.programme }),
  drawCases: ({ store, ids }, acting) =>
    drawCases(store, acting, {
      programmeId: ids.programme,
      conditions: { kind: 'enquiry', ...days },
      wanted: 1,
      observers: [],
    }),
  drawAgain: ({ store, ids }, acting) =>
    drawAgain(store, acting, { programmeId: ids.programme, round: 1, sample: 1 }),
  addPlaces: ({ store, ids }, acting) =>
    addPlaces(store, acting, { programmeId: ids.programme, places: [ids.offices], each: 1, observers: [] }),
  giveSheets: ({ store, ids }, acting) =>
    giveSheets(store, acting, { programmeId: ids.programme, sheetIds: [ids.sheet], observer: undefined }),
  importResults: ({ store, ids }, acting) =>
    importResults(store, acting, {
      programmeId: ids.programme,
      bytes: Buffer.from('item,answer,place,when\nplain-english,yes,here,2026-03-02\n'),
    }),
  rejectedResults: ({ store, ids }, acting) =>
    rejectedResults(store, acting, { programmeId: ids.programme, importId: ids.results }),
  remindObservers: ({ store, ids }, acting) =>
    remindObservers(store, acting, { programmeId: ids.programme, origin: 'http://localhost' }),
  beginRound: ({ store, ids }, acting) =>
    beginRound(store, acting, { programmeId: ids.programme, firstOn: 20_700, lastOn: 20_800, wanted: 1 }),
  endProgramme: ({ store, ids }, acting) => endProgramme(store, acting, { programmeId: ids.programme }),
  closeRound: ({ store, ids }, acting) => closeRound(store, acting, { programmeId: ids.programme }),
}

/** And those that list one’s own. */
export const shownOfObservations: Readonly<Record<string, Try>> = {
  mySheets: ({ store }, acting) => mySheets(store, acting),
  listProgrammes: ({ store }, acting) => listProgrammes(store, acting),
  remindLateObservers: ({ store }, acting) =>
    remindLateObservers(store, acting, { origin: 'http://localhost' }),
  observersOf: ({ store }, acting) => observersOf(store, acting),
  addProgramme: ({ store }, acting) =>
    addProgramme(store, acting, {
      name: 'Letters',
      instrument: 'readers-panel',
      commissionedBy: 'landlord',
      items: ['plain-english'],
      places: [],
      firstOn: 20_500,
      lastOn: 20_600,
      wanted: 1,
    }),
}
