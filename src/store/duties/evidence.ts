import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { recordStep } from '../ledger/append.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { logAccess } from '../words/access-log.ts'
import { eventName } from './event-name.ts'
import { mayAnswer, ownersIn, withLeaveToRecord } from './owners.ts'
import { type PaperKept, papersIn, papersOf } from './paper.ts'
import { dutiesIn } from './read-duties.ts'

/** One time that a duty was done, with what shows it. */
export interface EvidenceShown {
  readonly caseId: string
  /** By what a correction calls it. */
  readonly name: string
  readonly doneAt: Instant
  readonly recordedAt: Instant
  readonly papers: readonly PaperKept[]
}

/** When a duty was done, the latest 50 first, with the papers; who read these is written down. */
export function evidenceOf(
  store: Store,
  acting: Acting,
  promise: string,
): Promise<readonly EvidenceShown[] | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    if (acting.contractorId !== undefined) return refused('not found', 'there is no such duty')
    const duties = await dutiesIn(tx, store)
    if (isRefused(duties)) return duties
    const duty = duties.find((each) => each.promise.id === promise)
    if (duty === undefined)
      return refused('not found', 'there is no such duty', 'choose one from the list of duties')
    const shown = duty.evidence.slice(0, 50)
    const wanted = shown.flatMap(({ data }) => papersIn(data))
    const papers = await papersOf(tx, wanted, `duty ${promise}`)
    return shown.map((event) => ({
      caseId: event.case,
      name: eventName(event),
      doneAt: event.at,
      recordedAt: event.recordedAt,
      papers: papersIn(event.data).flatMap((id) => papers.get(id) ?? []),
    }))
  })
}

/** A file of evidence. */
export interface EvidenceFile {
  readonly name: string
  readonly type: string
  readonly content: Buffer
}

/** A file that shows that a duty was done; who took it is written down. Files of anything else are not found here. */
export function readEvidenceFile(
  store: Store,
  acting: Acting,
  attachmentId: string,
): Promise<EvidenceFile | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const [file] =
      acting.contractorId === undefined ? await tx.run(fileOfDuty, [acting.landlord, attachmentId]) : []
    if (file === undefined) return refused('not found', 'there is no such file', 'look at the duty again')
    await logAccess(tx, {
      what: 'attachment',
      customerIds: [],
      caseId: file.caseId,
      wordsIds: [attachmentId],
      why: 'evidence of a duty',
    })
    return file
  })
}

/** Takes back what was recorded of a duty by mistake: it counts no longer, and stays in the ledger as taken back. */
export function takeEvidenceBack(
  store: Store,
  acting: Acting,
  { promise, name }: { readonly promise: string; readonly name: string },
): Promise<{ readonly caseId: string } | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const duties = await dutiesIn(tx, store)
    if (isRefused(duties)) return duties
    const event = duties
      .find((each) => each.promise.id === promise)
      ?.evidence.find((each) => name === eventName(each))
    if (event === undefined)
      return refused('not found', 'there is no such evidence', 'look at the duty again')
    if (!(await mayAnswer(tx, (await ownersIn(tx, 'duty')).get(promise))))
      return refused('not allowed', 'this is for whoever answers for the duty', 'ask a performance officer')
    const act = { type: 'event-withdrawn', id: newId(), data: { event: name, reason: 'recorded-by-mistake' } }
    const recorded = await recordStep(withLeaveToRecord(tx), store, { in: event.case, act })
    return isRefused(recorded) ? recorded : { caseId: event.case }
  })
}

const fileOfDuty = statement<EvidenceFile & { readonly caseId: string }>(
  'file-of-duty',
  `select u.name, a.media_type as type, a.content, c.case_id as "caseId" from attachment_uses u
     join attachments a on a.landlord = u.landlord and a.digest = u.digest
     join cases c on c.landlord = u.landlord and c.case_id = u.case_id and c.kind = 'obligation'
    where u.landlord = $1 and u.use_id = $2 and u.erased_at is null and a.content is not null`,
)
