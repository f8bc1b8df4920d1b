import { listLessons } from '#store/casework/lessons.ts'
import { listCasework, readCasework } from '#store/casework/list-casework.ts'
import {
  gatherAccessCopy,
  readAccessCopy,
  readCopyItems,
  redactCopy,
  redactPassage,
} from '#store/access-requests/access-copy.ts'
import { findEntitlements } from '#store/compensation/find-entitlements.ts'
import { assignCase } from '#store/case-page/assign-case.ts'
import { mergeCase } from '#store/case-page/merge-case.ts'
import { passOn } from '#store/case-page/pass-on.ts'
import { putRight } from '#store/case-page/put-right.ts'
import { readEvent } from '#store/case-page/read-event.ts'
import { readCasePage } from '#store/case-page/read-case-page.ts'
import { recordedSince } from '#store/case-page/since.ts'
import { takeCase } from '#store/case-page/take-case.ts'
import { openingActs, possibleActs } from '#store/acts/possible-acts.ts'
import { readCompensation } from '#store/compensation/read-compensation.ts'
import { openCase, recordAct, recordSteps } from '#store/ledger/append.ts'
import { clocksBehind } from '#store/ledger/clocks-behind.ts'
import { readDuties } from '#store/ledger/duties.ts'
import { explainClocks } from '#store/ledger/explain-clocks.ts'
import { readFigures } from '#store/ledger/figures.ts'
import { listCases } from '#store/ledger/list-cases.ts'
import { passTime } from '#store/ledger/pass-time.ts'
import { readCase, readTimeline } from '#store/ledger/read-case.ts'
import { worklist } from '#store/ledger/worklist.ts'
import { loadEvents } from '#store/loading/load-events.ts'
import { caseStamp, seeCase } from '#store/presence/presence.ts'
import type { Try } from './try.ts'
import { mark } from './two-landlords.ts'

const letter = { type: 'contact-received', data: { channel: 'letter' } }
const why = 'a try'

/** Cases and what was done in them: those that take the id of something of A’s. */
export const foundOfCases: Readonly<Record<string, Try>> = {
  recordAct: ({ store, ids }, acting) => recordAct(store, acting, ids.case, letter),
  recordSteps: ({ store, ids }, acting) => recordSteps(store, acting, [{ in: ids.case, act: letter }]),
  readCase: ({ store, ids }, acting) => readCase(store, acting, ids.case),
  readCasePage: ({ store, ids }, acting) => readCasePage(store, acting, { caseId: ids.case, page: 1, why }),
  recordedSince: ({ store, ids }, acting) => recordedSince(store, acting, { caseId: ids.case, version: 0 }),
  readEvent: ({ store, ids }, acting) => readEvent(store, acting, { caseId: ids.case, sequence: 1 }),
  seeCase: ({ store, ids }, acting) => seeCase(store, acting, ids.case, { live: true }),
  caseStamp: ({ store, ids }, acting) => caseStamp(store, acting, ids.case),
  assignCase: ({ store, ids }, acting) => assignCase(store, acting, { caseId: ids.case, team: ids.teams }),
  takeCase: ({ store, ids }, acting) => takeCase(store, acting, { caseId: ids.case }),
  passOn: ({ store, ids }, acting) => passOn(store, acting, { caseId: ids.case, team: ids.teams }),
  putRight: ({ store, ids }, acting) =>
    putRight(store, acting, { caseId: ids.case, sequence: 1, mend: { withdraw: 'wrong-case' } }),
  mergeCase: ({ store, ids }, acting) => mergeCase(store, acting, { caseId: ids.case, into: 'case-of-b' }),
  possibleActs: ({ store, ids }, acting) => possibleActs(store, acting, ids.case),
  readAccessCopy: ({ store, ids }, acting) => readAccessCopy(store, acting, ids.case),
  gatherAccessCopy: ({ store, ids }, acting) => gatherAccessCopy(store, acting, ids.case),
  readCopyItems: ({ store, ids }, acting) => readCopyItems(store, acting, { caseId: ids.case }),
  redactCopy: ({ store, ids }, acting) =>
    redactCopy(store, acting, { caseId: ids.case, hide: new Map([[0, []]]) }),
  redactPassage: ({ store, ids }, acting) =>
    redactPassage(store, acting, { caseId: ids.case, passage: mark }),
  readCasework: ({ store, ids }, acting) => readCasework(store, acting, ids.case),
  readTimeline: ({ store, ids }, acting) => readTimeline(store, acting, ids.case),
  explainClocks: ({ store, ids }, acting) => explainClocks(store, acting, { caseId: ids.case }),
}

/** And those that list what is one’s own. */
export const shownOfCases: Readonly<Record<string, Try>> = {
  // The same id is free for everybody: another landlord’s case does not take it.
  openCase: ({ store, ids }, acting) =>
    openCase(store, acting, { kind: 'enquiry', caseId: `${ids.case}-too`, act: letter }),
  openingActs: ({ store }, acting) => openingActs(store, acting, 'enquiry'),
  clocksBehind: ({ store }, acting) => clocksBehind(store, acting, { promise: 'LIN-01' }),
  readDuties: ({ store }, acting) => readDuties(store, acting),
  readFigures: ({ store }, acting) => readFigures(store, acting, { by: 'all' }),
  listCases: ({ store, ids }, acting) => listCases(store, acting, { customerId: ids.customers }),
  listCasework: ({ store }, acting) => listCasework(store, acting, { kind: 'enquiry', which: 'open' }),
  listLessons: ({ store }, acting) => listLessons(store, acting, { since: 0 }),
  readCompensation: ({ store, ids }, acting) => readCompensation(store, acting, { ofCase: ids.case }),
  findEntitlements: ({ store }, acting) => findEntitlements(store, acting),
  passTime: ({ store }, acting) => passTime(store, acting),
  worklist: ({ store, ids }, acting) => worklist(store, acting, { of: { teamId: ids.teams } }),
  loadEvents: ({ store, ids }, acting) =>
    loadEvents(store, acting, [[{ caseId: `${ids.case}-loaded`, events: [] }]], { actor: 'import:b' }),
}
