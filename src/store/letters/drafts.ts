import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { caseOf } from '../ledger/read-case.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** What somebody has typed of a letter so far, by the names of its boxes. */
export interface LetterDraft {
  readonly fields: Readonly<Record<string, string>>
  readonly savedAt: Instant
}

export interface DraftOf {
  readonly caseId: string
  readonly way: string
}

const mostCharacters = 200_000

/** Keeps what was typed, for whoever typed it alone. The latest wins. */
export async function saveLetterDraft(
  store: Store,
  acting: Acting,
  { caseId, way, fields }: DraftOf & Pick<LetterDraft, 'fields'>,
): Promise<{ readonly savedAt: Instant } | Refused> {
  const text = JSON.stringify(fields)
  if (text.length > mostCharacters)
    return refused('too large', 'this is more than one letter holds', 'make two letters of it')
  return store.database.transact(acting, 'words.write', async (tx) => {
    const row = await caseOf(tx, caseId)
    if (isRefused(row)) return row
    const savedAt = store.now()
    const at = instantText(savedAt)
    await tx.run(putDraft, [acting.landlord, caseId, whose(acting), way, row.customer_id, text, at])
    return { savedAt }
  })
}

/** What one typed oneself, where something was. */
export function readLetterDraft(
  store: Store,
  acting: Acting,
  { caseId, way }: DraftOf,
): Promise<LetterDraft | 'none' | Refused> {
  return store.database.transact(acting, 'words.write', async (tx) => {
    const row = await caseOf(tx, caseId)
    if (isRefused(row)) return row
    const [found] = await tx.run(draftOf, [acting.landlord, caseId, whose(acting), way])
    return found === undefined ? 'none' : { fields: fieldsOf(found.fields), savedAt: found.savedAt }
  })
}

/** Throws a draft away in the transaction that sends the letter. */
export async function dropDraftIn(tx: Transaction, { caseId, way }: DraftOf): Promise<void> {
  await tx.run(deleteDraft, [tx.acting.landlord, caseId, whose(tx.acting), way])
}

/** Throws away what one typed, to begin again. */
export function dropLetterDraft(
  store: Store,
  acting: Acting,
  of: DraftOf,
): Promise<{ readonly caseId: string } | Refused> {
  return store.database.transact(acting, 'words.write', async (tx) => {
    const row = await caseOf(tx, of.caseId)
    if (isRefused(row)) return row
    await dropDraftIn(tx, of)
    return { caseId: of.caseId }
  })
}

function whose({ staffId, by }: Acting): string {
  return staffId ?? by
}

function fieldsOf(text: string): Readonly<Record<string, string>> {
  const fields: unknown = JSON.parse(text)
  if (typeof fields !== 'object' || fields === null) return {}
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string'))
}

const putDraft = statement(
  'put-letter-draft',
  `insert into letter_drafts (landlord, case_id, staff_id, way, customer_id, fields, saved_at)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (landlord, case_id, staff_id, way) do update
      set customer_id = excluded.customer_id, fields = excluded.fields, saved_at = excluded.saved_at`,
)

const draftOf = statement<{ readonly fields: string; readonly savedAt: Instant }>(
  'letter-draft',
  `select fields, saved_at as "savedAt" from letter_drafts
    where landlord = $1 and case_id = $2 and staff_id = $3 and way = $4`,
)

const deleteDraft = statement(
  'delete-letter-draft',
  'delete from letter_drafts where landlord = $1 and case_id = $2 and staff_id = $3 and way = $4',
)
