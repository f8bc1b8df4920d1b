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
import { importRows, listImports, readImport, rejectedRows } from '#store/imports/report.ts'
import { runImport } from '#store/imports/run-import.ts'
import { tryImport } from '#store/imports/try-import.ts'
import { undoImport } from '#store/imports/undo-import.ts'
import { customerAtHand } from '#store/contacts/customer-at-hand.ts'
import { dropDraft, keepDraft, listDrafts, readDraft } from '#store/contacts/drafts.ts'
import { findPersons } from '#store/contacts/find-persons.ts'
import { recordContact } from '#store/contacts/record-contact.ts'
import { readCalls, stampOfCalls } from '#store/contacts/waiting-calls.ts'
import { dropOld } from '#store/jobs/drop-old.ts'
import { handOverDueMail } from '#store/jobs/hand-over.ts'
import { absencesIn, beginAbsences, endAbsence, planAbsence } from '#store/diaries/absences.ts'
import { bookAppointment, isInEvening, proposeTimes } from '#store/diaries/book.ts'
import { endFeed, feedSince, makeFeed } from '#store/diaries/feeds.ts'
import { appointmentIn, appointmentsIn } from '#store/diaries/read-appointments.ts'
import { roomsNow } from '#store/diaries/rooms.ts'
import { setRota, turnsBetween } from '#store/diaries/rotas.ts'
import { noteVoicemail, staffDiaries } from '#store/diaries/staff-diaries.ts'
import { deskOf, rememberDesk, visitOfCase, visitorsNow, visitsStamp } from '#store/diaries/visits.ts'
import { countJobs, listJobs, runAgain } from '#store/jobs/list-jobs.ts'
import { failingMail, outboxState } from '#store/jobs/list-mail.ts'
import { listTaskRuns, recordRun } from '#store/jobs/task-runs.ts'
import { noticeDuties } from '#store/jobs/notices/notice-duties.ts'
import { giveNotice } from '#store/jobs/notices/give-notice.ts'
import { chooseHowToBeTold, howToBeTold, myNotices } from '#store/jobs/notices/my-notices.ts'
import { tellVerified } from '#store/jobs/tell-verified.ts'
import { deliverDue } from '#store/jobs/webhooks/deliver.ts'
import { listDeliveries, sendAgain } from '#store/jobs/webhooks/list-deliveries.ts'
import {
  addWebhook,
  changeSecret,
  changeWebhook,
  listWebhooks,
  removeWebhook,
} from '#store/jobs/webhooks/webhook.ts'
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
import type { MasterDefinition } from '#store/masters/definition.ts'
import { masters } from '#store/masters/masters.ts'
import { listMasters, readMaster } from '#store/masters/reading.ts'
import { addMaster, changeMaster, removeMaster } from '#store/masters/writing.ts'
import { addPerson } from '#store/people/add-person.ts'
import {
  endPersonsSessions,
  giveRoles,
  inviteAgain,
  setActive,
  takeSecondFactorAway,
  unlock,
} from '#store/people/change-people.ts'
import { listContractors } from '#store/people/contractors.ts'
import { endKey, listKeys, makeKey } from '#store/people/keys.ts'
import { endMySessions, listMySessions } from '#store/people/my-sessions.ts'
import { readPeopleLog } from '#store/people/people-log.ts'
import { findPerson, findStaffId, listPeople } from '#store/people/people.ts'
import { caseStamp, seeCase } from '#store/presence/presence.ts'
import { find } from '#store/search/find.ts'
import { activateTerms } from '#store/terms/activate.ts'
import { bringToTerms, previewTerms } from '#store/terms/bring-to-terms.ts'
import { dropTermsDraft, keepTermsDraft, listTermsDrafts, readTermsDraft } from '#store/terms/drafts.ts'
import { listEditions, readEdition, readHolidays, readPromises } from '#store/terms/read-terms.ts'
import { zoneOf } from '#store/terms/zone-of.ts'
import { latestVerification } from '#store/verify/kept-verified.ts'
import { sealDay, sealDays } from '#store/verify/seal-days.ts'
import { verifyLandlord } from '#store/verify/verify-landlord.ts'
import { exportLandlord } from '#store/whole/export-landlord.ts'
import { accessTo } from '#store/words/access-log.ts'
import { attach } from '#store/words/attach.ts'
import { eraseCustomer, erasuresOf } from '#store/words/erase-customer.ts'
import { eraseAttachment, eraseWords } from '#store/words/erase-words.ts'
import { listAttachments, readAttachment } from '#store/words/read-attachments.ts'
import { readWords } from '#store/words/read-words.ts'
import { removeExpiredWords, retentionRules, setRetention } from '#store/words/retention.ts'
import { writeWords } from '#store/words/write-words.ts'
import { packText } from '#test/core/promises/little-pack.ts'
import { feed } from '#test/core/time/calendars.ts'
import { foundOfLists, shownOfLists } from './tries-of-lists.ts'
import { foundOfLetters, shownOfLetters } from './tries-of-letters.ts'
import type { Try } from './try.ts'
import { contactDraft, mark } from './two-landlords.ts'

const letter = { type: 'contact-received', data: { channel: 'letter' } }
const text = `${mark}?`
const ever = { from: 0, to: Date.parse('2100-01-01T00:00Z') }
const anHour = { fromAt: Date.parse('2026-03-09T10:00Z'), toAt: Date.parse('2026-03-09T11:00Z') }
const aRota = (teamId: string) => ({
  rota: 'duty' as const,
  teamId,
  days: [],
  fromMinute: 540,
  untilMinute: 1020,
  receptionTold: true,
  groupPickUp: true,
})
const why = 'a try'
const draftId = 'FEDCBA9876543210'

function kind(name: string): MasterDefinition {
  const found = masters.find((each) => each.kind === name)
  if (found === undefined) throw new Error(`there is no kind ${name}`)
  return found
}

/** Takes the id of something of A’s: for anybody else it is not found. What takes something away comes last. */
export const refusedAsNotFound: Readonly<Record<string, Try>> = {
  visitOfCase: ({ store, ids }, acting) => visitOfCase(store, acting, ids.visit),
  rememberDesk: ({ store, ids }, acting) => rememberDesk(store, acting, ids.offices),
  noteVoicemail: ({ store, ids }, acting) => noteVoicemail(store, acting, { staffId: ids.staff }),
  planAbsence: ({ store, ids }, acting) =>
    planAbsence(store, acting, { staffId: ids.staff, ...anHour, where: 'leave', replies: false }),
  endAbsence: ({ store, ids }, acting) => endAbsence(store, acting, ids.absence),
  setRota: ({ store, ids }, acting) => setRota(store, acting, aRota(ids.teams)),
  bookAppointment: ({ store, ids }, acting) =>
    bookAppointment(store, acting, {
      place: 'office',
      forAt: anHour.fromAt,
      minutes: 30,
      staffIds: [ids.staff],
      homeId: ids.homes,
    }),
  readImport: ({ store, ids }, acting) => readImport(store, acting, ids.import),
  importRows: ({ store, ids }, acting) => importRows(store, acting, ids.import),
  rejectedRows: ({ store, ids }, acting) => rejectedRows(store, acting, ids.import),
  runAgain: ({ store, ids }, acting) => runAgain(store, acting, ids.job),
  sendAgain: ({ store, ids }, acting) => sendAgain(store, acting, ids.delivery),
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
  customerAtHand: ({ store, ids }, acting) =>
    customerAtHand(store, acting, { customerId: ids.customers, why }),
  recordContact: ({ store, ids }, acting) =>
    recordContact(store, acting, { draftId, caseId: ids.case, steps: [{ in: ids.case, act: letter }] }),
  readDraft: ({ store }, acting) => readDraft(store, acting, contactDraft),
  readMaster: ({ store, ids }, acting) => readMaster(store, acting, kind('customers'), { id: ids.customers }),
  changeMaster: ({ store, ids }, acting) =>
    changeMaster(store, acting, kind('teams'), { id: ids.teams, expected: 1, values: { name: 'Ours' } }),
  changeWebhook: ({ store, ids, rules }, acting) =>
    changeWebhook(store, acting, ids.webhook, { active: true }, rules),
  changeSecret: ({ store, ids, rules }, acting) => changeSecret(store, acting, ids.webhook, rules),
  inviteAgain: ({ store, ids, door }, acting) => inviteAgain(store, acting, { door, staffId: ids.staff }),
  giveRoles: ({ store, ids }, acting) => giveRoles(store, acting, { staffId: ids.staff, roles: ['auditor'] }),
  unlock: ({ store, ids, door }, acting) => unlock(store, acting, { door, staffId: ids.staff }),
  findStaffId: ({ store }, acting) => findStaffId(store, acting, { email: `${mark}@example.org` }),
  findPerson: ({ store, ids, door }, acting) => findPerson(store, acting, { door, staffId: ids.staff }),
  takeSecondFactorAway: ({ store, ids }, acting) =>
    takeSecondFactorAway(store, acting, { staffId: ids.staff }),
  endPersonsSessions: ({ store, ids }, acting) => endPersonsSessions(store, acting, { staffId: ids.staff }),
  readAttachment: ({ store, ids }, acting) => readAttachment(store, acting, ids.attachment, why),
  ...foundOfLists,
  ...foundOfLetters,
  writeWords: ({ store, ids }, acting) =>
    writeWords(store, acting, { kind: 'note', text, customerId: ids.customers }),
  attach: ({ store, ids }, acting) =>
    attach(store, acting, { name: 'a.txt', content: Buffer.from('ours'), caseId: ids.case }),
  readTermsDraft: ({ store, ids }, acting) => readTermsDraft(store, acting, ids.draft),
  dropTermsDraft: ({ store, ids }, acting) => dropTermsDraft(store, acting, ids.draft),
  readEdition: ({ store, ids }, acting) => readEdition(store, acting, ids.edition),
  eraseAttachment: ({ store, ids }, acting) =>
    eraseAttachment(store, acting, { attachmentId: ids.attachment, why }),
  eraseWords: ({ store, ids }, acting) => eraseWords(store, acting, { wordsId: ids.words, why }),
  endKey: ({ store, ids }, acting) => endKey(store, acting, { keyId: ids.key }),
  removeMaster: ({ store, ids }, acting) =>
    removeMaster(store, acting, kind('needs'), { id: ids.needs, expected: 1 }),
  runImport: ({ store, ids }, acting) => runImport(store, acting, ids.import),
  undoImport: ({ store, ids }, acting) => undoImport(store, acting, ids.import),
  removeWebhook: ({ store, ids }, acting) => removeWebhook(store, acting, ids.webhook),
  setActive: ({ store, ids }, acting) => setActive(store, acting, { staffId: ids.staff, active: true }),
  eraseCustomer: ({ store, ids }, acting) => eraseCustomer(store, acting, { customerId: ids.customers, why }),
}

/** Takes no id, or lists what belongs to one: nothing of A’s is in what it gives. */
export const showsOnlyOwn: Readonly<Record<string, Try>> = {
  appointmentsIn: ({ store }, acting) => appointmentsIn(store, acting, ever),
  appointmentIn: ({ store, ids }, acting) => appointmentIn(store, acting, ids.visit),
  absencesIn: ({ store }, acting) => absencesIn(store, acting, ever),
  beginAbsences: ({ store }, acting) => beginAbsences(store, acting),
  proposeTimes: ({ store, ids }, acting) =>
    proposeTimes(store, acting, { place: 'office', minutes: 30, staffIds: [ids.staff] }),
  isInEvening: ({ store }, acting) => isInEvening(store, acting, anHour.fromAt),
  roomsNow: ({ store }, acting) => roomsNow(store, acting),
  turnsBetween: ({ store }, acting) => turnsBetween(store, acting, { from: 0, to: 40_000 }),
  staffDiaries: ({ store }, acting) => staffDiaries(store, acting),
  visitorsNow: ({ store, ids }, acting) => visitorsNow(store, acting, { officeId: ids.offices }),
  visitsStamp: ({ store }, acting) => visitsStamp(store, acting),
  deskOf: ({ store, ids }, acting) => deskOf(store, { ...acting, staffId: ids.staff }),
  makeFeed: ({ store }, acting) => makeFeed(store, acting),
  feedSince: ({ store, ids }, acting) => feedSince(store, { ...acting, staffId: ids.staff }),
  endFeed: ({ store, ids }, acting) => endFeed(store, { ...acting, staffId: ids.staff }),
  listImports: ({ store }, acting) => listImports(store, acting),
  listJobs: ({ store }, acting) => listJobs(store, acting),
  countJobs: ({ store }, acting) => countJobs(store, acting),
  outboxState: ({ store }, acting) => outboxState(store, acting),
  failingMail: ({ store }, acting) => failingMail(store, acting),
  listTaskRuns: ({ store }, acting) => listTaskRuns(store, acting),
  recordRun: ({ store }, acting) => recordRun(store, acting, { task: 'a-task', milliseconds: 1 }),
  listDeliveries: ({ store, ids }, acting) => listDeliveries(store, acting, { webhookId: ids.webhook }),
  listWebhooks: ({ store }, acting) => listWebhooks(store, acting),
  addWebhook: ({ store, rules }, acting) => addWebhook(store, acting, { url: 'http://127.0.0.1:9/b' }, rules),
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
  listMasters: ({ store }, acting) => listMasters(store, acting, kind('customers')),
  addMaster: ({ store }, acting) => addMaster(store, acting, kind('offices'), { values: { name: 'Ours' } }),
  addPerson: ({ store, door }, acting) =>
    addPerson(store, acting, { door, person: { name: 'B', email: 'b@example.org', roles: ['auditor'] } }),
  listContractors: ({ store }, acting) => listContractors(store, acting),
  makeKey: ({ store }, acting) => makeKey(store, acting, { name: 'ours', scopes: ['cases.read'] }),
  listKeys: ({ store }, acting) => listKeys(store, acting),
  listMySessions: ({ store }, acting) => listMySessions(store, acting),
  endMySessions: ({ store, ids }, acting) => endMySessions(store, acting, { sessionId: ids.session }),
  readPeopleLog: ({ store }, acting) => readPeopleLog(store, acting, { limit: 100 }),
  listPeople: ({ store }, acting) => listPeople(store, acting, { limit: 100 }),
  ...shownOfLists,
  ...shownOfLetters,
  findPersons: ({ store }, acting) => findPersons(store, acting, { text: mark, why }),
  listDrafts: ({ store }, acting) => listDrafts(store, acting),
  keepDraft: ({ store }, acting) => keepDraft(store, acting, { draftId, fields: { subject: 'ours' } }),
  dropDraft: ({ store }, acting) => dropDraft(store, acting, draftId),
  readCalls: ({ store }, acting) => readCalls(store, acting),
  stampOfCalls: async ({ store }, acting) => [await stampOfCalls(store, acting)],
  find: ({ store }, acting) => find(store, acting, { text: mark }),
  activateTerms: ({ store }, acting) =>
    activateTerms(store, acting, { pack: packOfB(), holidays: feed, why: 'another' }),
  previewTerms: ({ store }, acting) => previewTerms(store, acting, { pack: packOfB(), holidays: feed }, {}),
  bringToTerms: ({ store }, acting) => bringToTerms(store, acting, { after: '' }),
  listTermsDrafts: ({ store }, acting) => listTermsDrafts(store, acting),
  keepTermsDraft: ({ store }, acting) =>
    keepTermsDraft(store, acting, { pack: packText([], { pack: 'far-side' }) }),
  listEditions: ({ store }, acting) => listEditions(store, acting),
  readHolidays: ({ store }, acting) => readHolidays(store, acting),
  readPromises: ({ store }, acting) => readPromises(store, acting),
  zoneOf: ({ store }, acting) => zoneOf(store, acting),
  latestVerification: ({ store }, acting) => latestVerification(store, acting),
  sealDays: ({ store }, acting) => sealDays(store, acting),
  sealDay: ({ store }, acting) => sealDay(store, acting, 20_000),
  verifyLandlord: ({ store }, acting) => verifyLandlord(store, acting),
  exportLandlord: async ({ store }, acting) => {
    const written: string[] = []
    return [await exportLandlord(store, acting, async (part) => void written.push(part)), written]
  },
  tryImport: ({ store }, acting) =>
    tryImport(store, acting, { kind: 'teams', bytes: Buffer.from('id,name\nb-team,Ours\n') }),
  accessTo: ({ store, ids }, acting) => accessTo(store, acting, ids.customers),
  erasuresOf: ({ store, ids }, acting) => erasuresOf(store, acting, ids.customers),
  listAttachments: ({ store, ids }, acting) => listAttachments(store, acting, { caseId: ids.case }),
  readWords: ({ store, ids }, acting) => readWords(store, acting, { ids: [ids.words] }),
  retentionRules: ({ store }, acting) => retentionRules(store, acting),
  setRetention: ({ store }, acting) => setRetention(store, acting, { kind: 'note', months: 1 }),
  removeExpiredWords: ({ store }, acting) => removeExpiredWords(store, acting),
  dropOld: ({ store }, acting) => dropOld(store, acting),
  handOverDueMail: async ({ store }, acting) => {
    const handed: unknown[] = []
    const hand = async (mail: unknown) => void handed.push(mail)
    return [
      await handOverDueMail(store, acting, { name: 'a test', takesMail: true, handOver: hand } as never),
      handed,
    ]
  },
  tellVerified: ({ store }, acting) =>
    tellVerified(store, acting, {
      at: 0,
      cases: 0,
      events: 0,
      clocks: 0,
      days: 0,
      differences: 1,
      listed: [],
    }),
  noticeDuties: ({ store }, acting) => noticeDuties(store, acting),
  giveNotice: ({ store }, acting) => giveNotice(store, acting),
  myNotices: ({ store, ids }, acting) => myNotices(store, { ...acting, staffId: ids.staff }),
  howToBeTold: ({ store, ids }, acting) => howToBeTold(store, { ...acting, staffId: ids.staff }),
  chooseHowToBeTold: ({ store }, acting) => chooseHowToBeTold(store, acting, 'at once'),
  deliverDue: async ({ store, ids, door: { box } }, acting) => {
    const sent: unknown[] = []
    const send = async (message: unknown) => {
      sent.push(message)
      return { status: 204 }
    }
    return [await deliverDue(store, acting, ids.webhook, { send, box } as never), sent]
  },
}

function packOfB(): string {
  return packText([{ clock: { starts: 'contact-received', stops: 'reply-sent', within: '2 days' } }], {
    pack: 'near-side',
    edition: 'second',
    in_force_from: '2020-01-01',
  })
}
