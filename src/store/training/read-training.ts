import type { TrainingRecord } from '#core/duties/training-record.ts'
import type { RecurringPromise } from '#core/duties/duty-now.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { mayAnswer, ownersIn } from '../duties/owners.ts'
import { type PaperKept, papersOf } from '../duties/paper.ts'
import { dutiesIn } from '../duties/read-duties.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { logAccess } from '../words/access-log.ts'
import type { EvidenceFile } from '../duties/evidence.ts'
import { editionOfTraining, openOf } from './in-step.ts'
import { type Employed, employedStaff, trainingRecords } from './records.ts'

/** A training that somebody owes: under which promise, and until when. */
export interface TrainingDue {
  readonly promise: string
  readonly keepsUntil: Instant
  readonly dueOn: Day | null
}

/** Somebody with what they were trained in and what they owe. */
export interface PersonTrained {
  readonly staffId: string
  /** As the list of staff names them; nothing for a record of somebody who is not on it. */
  readonly name: string | undefined
  readonly teamId: string | null
  readonly record: TrainingRecord | undefined
  readonly due: readonly TrainingDue[]
}

/** Training as it stands now. */
export interface TrainingShown {
  /** The promises about training. */
  readonly promises: readonly RecurringPromise[]
  readonly people: readonly PersonTrained[]
  /** Whether whoever asks sees everybody, or their own training alone. */
  readonly seesEverybody: boolean
  readonly mayRecord: boolean
}

/** The training of the landlord’s staff: everybody’s for those who look after the standards, and one’s own for the others. */
export function readTraining(store: Store, acting: Acting): Promise<TrainingShown | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    if (acting.contractorId !== undefined) return refused('not found', 'there is no training here')
    const all = await everybodysTraining(tx, store)
    if (isRefused(all) || all.seesEverybody) return all
    return { ...all, people: all.people.filter(({ staffId }) => staffId === acting.staffId) }
  })
}

/** One person’s training with what shows it: for those who see everybody’s, and for oneself. Who read it is written down. */
export function readPersonTraining(
  store: Store,
  acting: Acting,
  staffId: string,
): Promise<
  | (TrainingShown & { readonly person: PersonTrained; readonly papers: ReadonlyMap<string, PaperKept> })
  | Refused
> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const all = await everybodysTraining(tx, store)
    if (isRefused(all)) return all
    const person = all.people.find((each) => each.staffId === staffId)
    const isOwn = acting.staffId === staffId && acting.contractorId === undefined
    if (person === undefined || !(isOwn || all.seesEverybody))
      return refused('not found', 'there is no such record of training', 'choose somebody of the list')
    const wanted = person.record?.courses.flatMap(({ wordsIds }) => wordsIds) ?? []
    const papers = await papersOf(tx, wanted.slice(0, 500), 'training')
    return { ...all, people: all.seesEverybody ? all.people : [person], person, papers }
  })
}

/** A file that shows that somebody was trained: for those who see their training. Who took it is written down. */
export function readTrainingFile(
  store: Store,
  acting: Acting,
  attachmentId: string,
): Promise<EvidenceFile | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const [file] =
      acting.contractorId === undefined ? await tx.run(fileOfTraining, [acting.landlord, attachmentId]) : []
    const edition = file === undefined ? undefined : await editionOfTraining(tx, store)
    if (file === undefined || edition === undefined || isRefused(edition)) return noFile()
    const records = await trainingRecords(tx, edition.calendar.zone, store.now())
    const record = records.find(({ caseId }) => caseId === file.caseId)
    const isOwn = record !== undefined && record.staffId === acting.staffId
    if (!isOwn && !acting.may.has('returns.write') && !acting.may.has('editions.read')) return noFile()
    const { caseId } = file
    await logAccess(tx, {
      what: 'attachment',
      customerIds: [],
      caseId,
      wordsIds: [attachmentId],
      why: 'training',
    })
    return file
  })
}

function noFile(): Refused {
  return refused('not found', 'there is no such file', 'look at the record of training again')
}

/** Whether whoever asks records courses: as one of those who record evidence, or as answering for a promise about training. */
export async function mayRecordTraining(
  tx: Transaction,
  promises: readonly { readonly id: string }[],
): Promise<boolean> {
  if (tx.acting.may.has('returns.write')) return tx.acting.contractorId === undefined
  const owners = await ownersIn(tx, 'duty')
  for (const { id } of promises) if (await mayAnswer(tx, owners.get(id))) return true
  return false
}

async function everybodysTraining(tx: Transaction, store: Store): Promise<TrainingShown | Refused> {
  const duties = await dutiesIn(tx, store)
  if (isRefused(duties)) return duties
  const promises = duties.flatMap(({ sort, promise }) =>
    sort === 'of each member of staff' ? [promise] : [],
  )
  const mayRecord = await mayRecordTraining(tx, promises)
  const people = await peopleTrained(tx, store, promises)
  if (isRefused(people)) return people
  return { promises, people, seesEverybody: mayRecord || tx.acting.may.has('editions.read'), mayRecord }
}

async function peopleTrained(
  tx: Transaction,
  store: Store,
  promises: readonly RecurringPromise[],
): Promise<readonly PersonTrained[] | Refused> {
  const edition = await editionOfTraining(tx, store)
  if (isRefused(edition)) return edition
  const records = await trainingRecords(tx, edition.calendar.zone, store.now())
  const staff = await employedStaff(tx)
  const due = Map.groupBy(
    await tx.run(trainingDue, [tx.acting.landlord, promises.map(({ id }) => id)]),
    ({ caseId }) => caseId,
  )
  const named = new Set(staff.map(({ staffId }) => staffId))
  const personOf = (
    { staffId, teamId, name }: Pick<Employed, 'staffId' | 'teamId'> & { readonly name: string | undefined },
    record: TrainingRecord | undefined,
  ): PersonTrained => ({
    staffId,
    name,
    teamId,
    record,
    due: record === undefined ? [] : (due.get(record.caseId) ?? []).map(({ caseId: _, ...rest }) => rest),
  })
  return [
    ...staff.filter(({ active }) => active).map((each) => personOf(each, openOf(records, each))),
    ...records
      .filter(({ staffId, leftAt }) => leftAt === undefined && !named.has(staffId))
      .map((record) => personOf({ staffId: record.staffId, name: undefined, teamId: null }, record)),
  ]
}

const trainingDue = statement<TrainingDue & { readonly caseId: string }>(
  'training-due',
  `select case_id as "caseId", promise, keeps_until as "keepsUntil", due_on as "dueOn"
     from clocks where landlord = $1 and ended_at is null and promise = any ($2::text[])
    order by keeps_until, case_id, promise`,
)

const fileOfTraining = statement<EvidenceFile & { readonly caseId: string }>(
  'file-of-training',
  `select u.name, a.media_type as type, a.content, c.case_id as "caseId" from attachment_uses u
     join attachments a on a.landlord = u.landlord and a.digest = u.digest
     join cases c on c.landlord = u.landlord and c.case_id = u.case_id and c.kind = 'training'
    where u.landlord = $1 and u.use_id = $2 and u.erased_at is null and a.content is not null`,
)
