import { importRows, listImports, readImport, rejectedRows } from '#store/imports/report.ts'
import { inBatches } from '#store/imports/in-batches.ts'
import { runImport } from '#store/imports/run-import.ts'
import { tryImport } from '#store/imports/try-import.ts'
import { undoImport } from '#store/imports/undo-import.ts'
import { dropOld } from '#store/jobs/drop-old.ts'
import { handOverDueMail } from '#store/jobs/hand-over.ts'
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
import { find } from '#store/search/find.ts'
import { activateTerms } from '#store/terms/activate.ts'
import { bringToTerms, previewTerms } from '#store/terms/bring-to-terms.ts'
import { dropTermsDraft, keepTermsDraft, listTermsDrafts, readTermsDraft } from '#store/terms/drafts.ts'
import { listEditions, readEdition, readHolidays, readPromises } from '#store/terms/read-terms.ts'
import { zoneOf } from '#store/terms/zone-of.ts'
import { latestVerification } from '#store/verify/kept-verified.ts'
import { sealDay, sealDays } from '#store/verify/seal-days.ts'
import { verifyLandlord } from '#store/verify/verify-landlord.ts'
import { exportEvents } from '#store/whole/export-events.ts'
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
import { foundOfCases, shownOfCases } from './tries-of-cases.ts'
import { foundOfContacts, shownOfContacts } from './tries-of-contacts.ts'
import { foundOfDiaries, shownOfDiaries } from './tries-of-diaries.ts'
import { foundOfPublic, shownOfPublic } from './tries-of-public.ts'
import { foundOfDuties, shownOfDuties } from './tries-of-duties.ts'
import { foundOfLists, shownOfLists } from './tries-of-lists.ts'
import { foundOfLearning, shownOfLearning } from './tries-of-learning.ts'
import { foundOfLetters, shownOfLetters } from './tries-of-letters.ts'
import { foundOfTrying, shownOfTrying } from './tries-of-trying.ts'
import { foundOfObservations, shownOfObservations } from './tries-of-observations.ts'
import { foundOfSurveys, shownOfSurveys } from './tries-of-surveys.ts'
import { foundOfReports, shownOfReports } from './tries-of-reports.ts'
import { foundOfTranslations, shownOfTranslations } from './tries-of-translations.ts'
import { shownOfPerformance } from './tries-of-performance.ts'
import type { Try } from './try.ts'
import { mark } from './two-landlords.ts'

const text = `${mark}?`
const why = 'a try'

function kind(name: string): MasterDefinition {
  const found = masters.find((each) => each.kind === name)
  if (found === undefined) throw new Error(`there is no kind ${name}`)
  return found
}

/** Takes the id of something of A’s: for anybody else it is not found. What takes something away comes last. */
export const refusedAsNotFound: Readonly<Record<string, Try>> = {
  ...foundOfDiaries,
  ...foundOfTrying,
  ...foundOfPublic,
  readImport: ({ store, ids }, acting) => readImport(store, acting, ids.import),
  importRows: ({ store, ids }, acting) => importRows(store, acting, ids.import),
  rejectedRows: ({ store, ids }, acting) => rejectedRows(store, acting, ids.import),
  runAgain: ({ store, ids }, acting) => runAgain(store, acting, ids.job),
  sendAgain: ({ store, ids }, acting) => sendAgain(store, acting, ids.delivery),
  ...foundOfCases,
  ...foundOfContacts,
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
  ...foundOfDuties,
  ...foundOfLists,
  ...foundOfLearning,
  ...foundOfLetters,
  ...foundOfReports,
  ...foundOfTranslations,
  ...foundOfSurveys,
  ...foundOfObservations,
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
  inBatches: ({ store, ids }, acting) =>
    inBatches(store, acting, { importId: ids.import, from: 1 }, async () => ({ next: undefined })),
  runImport: ({ store, ids }, acting) => runImport(store, acting, ids.import),
  undoImport: ({ store, ids }, acting) => undoImport(store, acting, ids.import),
  removeWebhook: ({ store, ids }, acting) => removeWebhook(store, acting, ids.webhook),
  setActive: ({ store, ids }, acting) => setActive(store, acting, { staffId: ids.staff, active: true }),
  eraseCustomer: ({ store, ids }, acting) => eraseCustomer(store, acting, { customerId: ids.customers, why }),
}

/** Takes no id, or lists what belongs to one: nothing of A’s is in what it gives. */
export const showsOnlyOwn: Readonly<Record<string, Try>> = {
  ...shownOfDiaries,
  ...shownOfPerformance,
  ...shownOfTrying,
  ...shownOfPublic,
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
  ...shownOfCases,
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
  ...shownOfDuties,
  ...shownOfLists,
  ...shownOfLearning,
  ...shownOfLetters,
  ...shownOfReports,
  ...shownOfTranslations,
  ...shownOfSurveys,
  ...shownOfObservations,
  ...shownOfContacts,
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
  exportEvents: async ({ store }, acting) => {
    const written: string[] = []
    return [await exportEvents(store, acting, async (part) => void written.push(part)), written]
  },
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
