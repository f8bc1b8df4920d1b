import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import { instantText } from '../types.ts'

/** Words of an officer, and who wrote them when. */
export interface WordsWritten {
  readonly place: string
  readonly text: string
  readonly writtenAt: Instant
  readonly writtenBy: string
}

/** The words of a report, by place. */
export async function wordsOf(tx: Transaction, reportId: string): Promise<ReadonlyMap<string, WordsWritten>> {
  const rows = await tx.run(wordsOfReport, [tx.acting.landlord, reportId])
  return new Map(rows.map((row) => [row.place, row]))
}

/** The texts alone. */
export function textsOf(words: ReadonlyMap<string, WordsWritten>): ReadonlyMap<string, string> {
  return new Map([...words].map(([place, { text }]) => [place, text]))
}

/** Writes words at a place; none takes away what stood there. */
export async function putWords(
  tx: Transaction,
  at: Instant,
  { reportId, place, text }: { readonly reportId: string; readonly place: string; readonly text: string },
): Promise<void> {
  const { landlord, by } = tx.acting
  if (text === '') await tx.run(dropWords, [landlord, reportId, place])
  else await tx.run(upsertWords, [landlord, reportId, place, text, instantText(at), by])
}

/** A restatement begins with the words of the version before. */
export async function copyWords(
  tx: Transaction,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await tx.run(copyOfWords, [tx.acting.landlord, from, to])
}

const wordsOfReport = statement<WordsWritten>(
  'words-of-report',
  `select place, text, written_at as "writtenAt", written_by as "writtenBy"
     from report_words where landlord = $1 and report_id = $2 order by place`,
)

const dropWords = statement(
  'drop-report-words',
  'delete from report_words where landlord = $1 and report_id = $2 and place = $3',
)

const upsertWords = statement(
  'put-report-words',
  `insert into report_words (landlord, report_id, place, text, written_at, written_by) values ($1, $2, $3, $4, $5, $6)
   on conflict (landlord, report_id, place)
   do update set text = excluded.text, written_at = excluded.written_at, written_by = excluded.written_by`,
)

const copyOfWords = statement(
  'copy-report-words',
  `insert into report_words (landlord, report_id, place, text, written_at, written_by)
   select landlord, $3, place, text, written_at, written_by from report_words where landlord = $1 and report_id = $2`,
)
