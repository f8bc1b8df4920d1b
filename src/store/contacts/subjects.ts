import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'

/** What a case is about, as it was first written down. */
interface Subject {
  readonly caseId: string
  readonly wordsId: string
  readonly subject: string
}

/** The first line ever written in each of these cases; nothing for those who may not read words. Whoever asks logs the reading. */
export async function subjectsOf(tx: Transaction, caseIds: readonly string[]): Promise<readonly Subject[]> {
  const { landlord, may, contractorId } = tx.acting
  if (caseIds.length === 0 || !may.has('words.read') || contractorId !== undefined) return []
  return tx.run(firstWords, [landlord, caseIds])
}

const firstWords = statement<Subject>(
  'first-words-of-cases',
  `select distinct on (case_id) case_id as "caseId", words_id as "wordsId",
          left(split_part(text, E'\\n', 1), 100) as subject
     from words where landlord = $1 and case_id = any ($2::text[]) and text is not null
    order by case_id, written_at, words_id`,
)
