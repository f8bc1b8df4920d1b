import type { Transaction } from '../database.ts'
import type { EventRow } from '../ledger/event-row.ts'
import { statement } from '../statement.ts'
import type { Instant } from '#core/time/instant.ts'
import { logAccess } from '../words/access-log.ts'
import { type AttachmentShown, usesOfCase } from '../words/read-attachments.ts'
import { wordsById, type WordsRead } from '../words/read-words.ts'

/** Words of a case that no event speaks of: a note written beside any act. */
export interface LooseWords {
  readonly wordsId: string
  readonly writtenAt: Instant
}

/** The ids by which an event refers to words. */
export function wordsIn({ data }: Pick<EventRow, 'data'>): readonly string[] {
  const { words } = data
  if (typeof words === 'string') return [words]
  return Array.isArray(words) ? words.filter((each) => typeof each === 'string').slice(0, 50) : []
}

/** Which words of the case are in no event, the latest 500; only that they are there, not what they say. */
export async function looseWords(
  tx: Transaction,
  caseId: string,
  events: readonly EventRow[],
): Promise<readonly LooseWords[]> {
  if (!tx.acting.may.has('words.read')) return []
  const told = new Set(events.flatMap(wordsIn))
  const { landlord, contractorId = null } = tx.acting
  const rows = await tx.run(wordsHeld, [landlord, caseId, contractorId])
  return rows.filter(({ wordsId }) => !told.has(wordsId))
}

/** What these words say, and the files of the case; who read them is written down in the same transaction. */
export async function readForPage(
  tx: Transaction,
  caseId: string,
  { ids, why }: { readonly ids: readonly string[]; readonly why: string },
): Promise<{ readonly words: readonly WordsRead[]; readonly files: readonly AttachmentShown[] } | undefined> {
  const { landlord, may, contractorId = null } = tx.acting
  if (!may.has('words.read')) return undefined
  const words = ids.length === 0 ? [] : await tx.run(wordsById, [landlord, ids.slice(0, 500), contractorId])
  const files = await tx.run(usesOfCase, [landlord, caseId, contractorId])
  const shown = [
    ...words
      .filter(({ text }) => text !== null)
      .map(({ wordsId, customerId }) => ({ id: wordsId, customerId })),
    ...files
      .filter(({ erasedAt }) => erasedAt === null)
      .map(({ attachmentId, customerId }) => ({ id: attachmentId, customerId })),
  ]
  if (shown.length > 0)
    await logAccess(tx, {
      what: files.length > 0 ? 'words and names of files' : 'words',
      customerIds: shown.flatMap(({ customerId }) => customerId ?? []),
      caseId,
      wordsIds: shown.map(({ id }) => id).slice(0, 1000),
      why,
    })
  return { words, files }
}

const wordsHeld = statement<LooseWords>(
  'words-held-of-case',
  `select w.words_id as "wordsId", w.written_at as "writtenAt"
     from words w join cases c on c.landlord = w.landlord and c.case_id = w.case_id
    where w.landlord = $1 and w.case_id = $2 and ($3::text is null or c.contractor_id = $3)
    order by w.written_at desc, w.words_id desc limit 500`,
)
