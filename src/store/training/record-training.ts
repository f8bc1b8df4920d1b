import { courseCode } from '#core/duties/training-record.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { type Day, formatDay } from '#core/time/day.ts'
import { eventName } from '../duties/event-name.ts'
import { keepPaper, type Paper, paperReady } from '../duties/paper.ts'
import { withLeaveToRecord } from '../duties/owners.ts'
import { dutiesIn } from '../duties/read-duties.ts'
import { momentOf } from '../duties/record-evidence.ts'
import { recordStep } from '../ledger/append.ts'
import type { Transaction } from '../database.ts'
import { newId } from '../new-id.ts'
import type { Store } from '../store.ts'
import { editionOfTraining, joinIn, openOf } from './in-step.ts'
import { mayRecordTraining } from './read-training.ts'
import { employedStaff, trainingRecords } from './records.ts'

/** A training day: a course that several people finished together. */
export interface CourseToRecord extends Paper {
  readonly staffIds: readonly string[]
  readonly course: string
  readonly doneOn: Day
}

/** A training day of more people than this is recorded in parts. */
const mostPeople = 200

/** Records a course for everybody who was there, each in their own record, with what shows it. */
export async function recordCourse(
  store: Store,
  acting: Acting,
  { staffIds, course, doneOn, ...paper }: CourseToRecord,
): Promise<{ readonly people: number } | Refused> {
  const code = courseCode(course)
  if (staffIds.length === 0) return refused('not valid', 'nobody is chosen', 'tick who was there', '/staff')
  if (staffIds.length > mostPeople)
    return refused(
      'too many',
      `no more than ${mostPeople} people can be chosen at once`,
      'record it in parts',
      '/staff',
    )
  if (code === '')
    return refused('not valid', 'the course is missing', 'choose it or write its name', '/course')
  const ready = await paperReady(paper)
  if (isRefused(ready)) return ready
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const ground = await groundOf(tx, store)
    if (isRefused(ground)) return ground
    const { edition, records, staff } = ground
    const at = momentOf(edition.calendar.zone, doneOn, store.now())
    if (at > store.now())
      return refused('not valid', 'this day is still to come', 'record it once it was held', '/done')
    const allowed = withLeaveToRecord(tx)
    for (const staffId of new Set(staffIds)) {
      const person = staff.find((each) => each.staffId === staffId)
      const open = openOf(records, { staffId })
      if (person === undefined && open === undefined)
        return refused(
          'not found',
          'somebody chosen is not among the staff',
          'choose from the list',
          '/staff',
        )
      const record =
        open ??
        (person && (await joinIn(allowed, store, { ...person, since: Math.min(person.since, at) }, ground)))
      if (record === undefined || isRefused(record))
        return record ?? refused('not found', 'they are not there')
      const words = await keepPaper(tx, store, record.caseId, ready)
      if (isRefused(words)) return words
      const data = { course: code, ...(words.length > 0 && { words }) }
      const act = { type: 'training-completed', id: newId(), at: new Date(at).toISOString(), data }
      const recorded = await recordStep(allowed, store, { in: record.caseId, act })
      if (isRefused(recorded)) return recorded
    }
    return { people: new Set(staffIds).size }
  })
}

/**
 * Says when somebody joined. Who joined before the standard came into force is counted from then, and the day itself is kept
 * beside it.
 */
export function setJoined(
  store: Store,
  acting: Acting,
  { staffId, joinedOn }: { readonly staffId: string; readonly joinedOn: Day },
): Promise<{ readonly caseId: string } | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const ground = await groundOf(tx, store)
    if (isRefused(ground)) return ground
    const { edition, records, staff } = ground
    const { zone } = edition.calendar
    const at = Math.max(momentOf(zone, joinedOn, store.now()), edition.from)
    if (at > store.now())
      return refused('not valid', 'this day is still to come', 'write the day they joined', '/joined')
    const allowed = withLeaveToRecord(tx)
    const record = openOf(records, { staffId })
    if (record === undefined) {
      const person = staff.find((each) => each.staffId === staffId && each.active)
      if (person === undefined)
        return refused('not found', 'there is no such record of training', 'choose somebody of the list')
      const joined = await joinIn(allowed, store, { ...person, since: at }, ground)
      return joined
    }
    const data = {
      event: eventName(record.joining),
      at: new Date(at).toISOString(),
      data: { joinedOn: formatDay(joinedOn) },
    }
    const recorded = await recordStep(allowed, store, {
      in: record.caseId,
      act: { type: 'event-corrected', id: newId(), data },
    })
    return isRefused(recorded) ? recorded : { caseId: record.caseId }
  })
}

async function groundOf(tx: Transaction, store: Store) {
  const duties = await dutiesIn(tx, store)
  if (isRefused(duties)) return duties
  const promises = duties.flatMap(({ sort, promise }) =>
    sort === 'of each member of staff' ? [promise] : [],
  )
  if (!(await mayRecordTraining(tx, promises)))
    return refused(
      'not allowed',
      'courses are recorded by whoever looks after training',
      'ask a performance officer to say who answers for it',
    )
  const edition = await editionOfTraining(tx, store)
  if (isRefused(edition)) return edition
  const records = await trainingRecords(tx, edition.calendar.zone, store.now())
  return { edition, records, staff: await employedStaff(tx) }
}
