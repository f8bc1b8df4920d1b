import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { logAccess } from '../words/access-log.ts'
import type { WordsCursor } from '../words/read-words.ts'

export interface WordsLookedFor {
  /** As people search: several words, “several together”, one OR another, -without. */
  readonly text: string
  /** The last words of the page before. */
  readonly after?: WordsCursor | undefined
  /** How many, 100 at the most. */
  readonly limit?: number
  readonly why?: string
}

/** Words that were found, with what stands around the hits. */
export interface WordsFound {
  readonly wordsId: string
  readonly kind: string
  readonly customerId: string | null
  readonly caseId: string | null
  readonly writtenAt: number
  readonly writtenBy: string
  /** In pieces, so that a page can mark those that were looked for. */
  readonly pieces: readonly { readonly text: string; readonly hit: boolean }[]
}

/**
 * Looks through notes, letters and messages, the latest first. Whose words are shown is written down, as with any
 * reading. Words are not for contractors.
 */
export async function findWords(
  store: Store,
  acting: Acting,
  { text, after, limit = 20, why }: WordsLookedFor,
): Promise<readonly WordsFound[] | Refused> {
  if (acting.contractorId !== undefined) return []
  const wanted = text.replaceAll(/\p{Cc}/gu, ' ').trim()
  if (wanted.length < 2 || wanted.length > mostLetters || !wanted.isWellFormed())
    return refused(
      'not valid',
      'this is too short or too long to look for',
      'write two letters at least',
      '/text',
    )
  return store.database.transact(acting, 'words.read', async (tx) => {
    const rows = await tx.run(searchWords, [
      wanted,
      instantText(after?.writtenAt) ?? 'infinity',
      after?.wordsId ?? '',
      Math.min(limit, 100),
    ])
    if (rows.length > 0)
      await logAccess(tx, {
        what: 'search in words',
        customerIds: rows.flatMap(({ customerId }) => customerId ?? []),
        wordsIds: rows.map(({ wordsId }) => wordsId),
        why,
      })
    return rows.map(({ snippet, ...row }) => ({ ...row, pieces: piecesOf(snippet) }))
  })
}

const mostLetters = 200

/** PostgreSQL sets the hits between two letters that nobody types. */
function piecesOf(snippet: string): WordsFound['pieces'] {
  return snippet
    .split(/(\uE000[^\uE001]*\uE001)/)
    .map((piece) => ({ text: piece.replaceAll(/[\uE000\uE001]/g, ''), hit: piece.startsWith('\uE000') }))
    .filter(({ text }) => text !== '')
}

type Row = Omit<WordsFound, 'pieces'> & { readonly snippet: string }

const searchWords = statement<Row>(
  'search-words',
  `select words_id as "wordsId", kind, customer_id as "customerId", case_id as "caseId", written_at as "writtenAt",
          written_by as "writtenBy", snippet
     from search_words($1, $2::timestamptz, $3, $4::integer)`,
)
