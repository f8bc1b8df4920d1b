import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import { formatDay } from '#core/time/day.ts'
import type { Zone } from '#core/time/zone.ts'
import { newId } from '../new-id.ts'
import type { Store } from '../store.ts'
import { mayAnswer, ownersIn, withLeaveToRecord } from './owners.ts'
import { keepPaper, type Paper, type PaperReady, paperReady } from './paper.ts'
import { dutiesIn } from './read-duties.ts'
import { recordIn } from './record-case.ts'

/** That a duty was done, and what shows it. */
export interface EvidenceToRecord extends Paper {
  /** The promise whose duty it is. */
  readonly promise: string
  readonly doneOn: Day
}

/** Records that a duty was done on a day: for whoever records evidence, and whoever answers for the duty. */
export async function recordEvidence(
  store: Store,
  acting: Acting,
  { promise, doneOn, ...paper }: EvidenceToRecord,
): Promise<{ readonly caseId: string; readonly eventId: string } | Refused> {
  const ready = await paperReady(paper)
  if (isRefused(ready)) return ready
  if (showsNothing(ready))
    return refused(
      'not valid',
      'it is not said what shows it',
      'write a few words, give a link, or send a file',
      '/note',
    )
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const duties = await dutiesIn(tx, store)
    if (isRefused(duties)) return duties
    const found = duties.find((each) => each.promise.id === promise)
    const duty = found?.promise.clauses.duty
    if (found === undefined || duty === undefined)
      return refused('not found', 'there is no such duty', 'choose one from the list of duties')
    const owner = (await ownersIn(tx, 'duty')).get(promise)
    if (!(await mayAnswer(tx, owner)))
      return refused(
        'not allowed',
        'this is for whoever answers for the duty to record',
        'ask a performance officer to say who answers for it',
      )
    const { calendar, from } = found.edition
    const at = momentOf(calendar.zone, doneOn, store.now())
    if (at > store.now())
      return refused('not valid', 'this day is still to come', 'record it once it is done', '/done')
    if (at < from)
      return refused(
        'not valid',
        'this was before the standard came into force',
        `write a date from ${formatDay(calendar.zone.dayOf(from))} on`,
        '/done',
      )
    const caseId = found.evidence[0]?.case ?? `duty-${duty}`
    const words = await keepPaper(tx, store, caseId, ready)
    if (isRefused(words)) return words
    const eventId = newId()
    const data = { duty, promise, ...(words.length > 0 && { words }) }
    const act = { type: 'evidence-recorded', at: new Date(at).toISOString(), id: eventId, data }
    const recorded = await recordIn(withLeaveToRecord(tx), store, { kind: 'obligation', caseId }, act)
    return isRefused(recorded) ? recorded : { caseId, eventId }
  })
}

function showsNothing({ note, link, files }: PaperReady): boolean {
  return note === '' && link === '' && files.length === 0
}

/** When something of a day happened, as far as it is told: at midday, or now where that is today. */
export function momentOf(zone: Zone, day: Day, now: number): number {
  return day === zone.dayOf(now) ? now : zone.instantOf(day, 12 * 60)
}
