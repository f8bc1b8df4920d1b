import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { logAccess } from './access-log.ts'

/** Which words: of a case, of a customer, or these. */
export type WordsAsked = WordsOf & {
  /** By which page or route, or for what reason: it goes into the log of who read what. */
  readonly why?: string
  /** The last words of the page before. */
  readonly after?: WordsCursor
  /** How many, 200 at the most. */
  readonly limit?: number
}

export type WordsOf =
  | { readonly caseId: string }
  | { readonly customerId: string }
  | { readonly ids: readonly string[] }

export interface WordsCursor {
  readonly writtenAt: Instant
  readonly wordsId: string
}

/** Words out of the drawer; of those erased, the shell that is left. */
export interface WordsRead {
  readonly wordsId: string
  readonly kind: string
  readonly customerId: string | null
  readonly caseId: string | null
  readonly text: string | null
  readonly writtenAt: Instant
  readonly writtenBy: string
  readonly erasedAt: Instant | null
  readonly erasedBy: string | null
  readonly erasedWhy: string | null
}

/** Reads words, the latest first, and writes down who read them in the same transaction. */
export function readWords(
  store: Store,
  acting: Acting,
  asked: WordsAsked,
): Promise<readonly WordsRead[] | Refused> {
  if ('ids' in asked && asked.ids.length > mostAtOnce)
    return Promise.resolve(refused('too many', `no more than ${mostAtOnce} words can be read at once`))
  return store.database.transact(acting, 'words.read', async (tx) => {
    const rows = await found(tx, asked)
    const shown = rows.filter(({ text }) => text !== null)
    if (shown.length > 0) {
      await logAccess(tx, {
        what: 'words',
        customerIds: shown.flatMap(({ customerId }) => customerId ?? []),
        caseId: 'caseId' in asked ? asked.caseId : undefined,
        wordsIds: shown.map(({ wordsId }) => wordsId),
        why: asked.why,
      })
    }
    return rows
  })
}

const mostAtOnce = 200

function found(tx: Transaction, asked: WordsAsked): Promise<readonly WordsRead[]> {
  const { landlord, contractorId = null } = tx.acting
  if ('ids' in asked) return tx.run(wordsById, [landlord, asked.ids, contractorId])
  const { after, limit = 50 } = asked
  const from = [
    instantText(after?.writtenAt) ?? 'infinity',
    after?.wordsId ?? '',
    Math.min(limit, mostAtOnce),
  ]
  if ('caseId' in asked) return tx.run(wordsOfCase, [landlord, asked.caseId, contractorId, ...from])
  return tx.run(wordsOfCustomer, [landlord, asked.customerId, contractorId, ...from])
}

// Words of a case without a customer of their own are those of the case's customer.
const columns = `w.words_id as "wordsId", w.kind, coalesce(w.customer_id, c.customer_id) as "customerId",
  w.case_id as "caseId", w.text, w.written_at as "writtenAt", w.written_by as "writtenBy", w.erased_at as "erasedAt",
  w.erased_by as "erasedBy", w.erased_why as "erasedWhy"`

const words = `select ${columns} from words w left join cases c on c.landlord = w.landlord and c.case_id = w.case_id`

/** Words by their ids, for whoever logs the reading in the same transaction. */
export const wordsById = statement<WordsRead>(
  'words-by-id',
  `${words} where w.landlord = $1 and w.words_id = any ($2::text[]) and ($3::text is null or c.contractor_id = $3)
    order by w.written_at desc, w.words_id desc`,
)

const page = `and ($3::text is null or c.contractor_id = $3) and (w.written_at, w.words_id) < ($4::timestamptz, $5::text)
    order by w.written_at desc, w.words_id desc limit $6`

const wordsOfCase = statement<WordsRead>(
  'words-of-case',
  `${words} where w.landlord = $1 and w.case_id = $2 ${page}`,
)

const wordsOfCustomer = statement<WordsRead>(
  'words-of-customer',
  `${words} where w.landlord = $1 and w.customer_id = $2 ${page}`,
)
