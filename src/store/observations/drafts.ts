import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { openSheet } from './sheet-rows.ts'

/** What somebody has filled in so far, by the names of the boxes. */
export type DraftFields = Readonly<Record<string, string>>

const longestDraft = 28_000

/** Keeps what was filled in so far; whoever opens the sheet next goes on from there. */
export function saveDraft(
  store: Store,
  acting: Acting,
  { sheetId, fields }: { readonly sheetId: string; readonly fields: DraftFields },
): Promise<{ readonly saved: true } | Refused> {
  const kept = JSON.stringify(fields)
  if (kept.length > longestDraft)
    return Promise.resolve(refused('too large', 'the note is too long', 'make it shorter', '/note'))
  return store.database.transact(acting, 'observations.write', async (tx) => {
    const found = await openSheet(tx, sheetId)
    if (isRefused(found)) return found
    await tx.run(putDraft, [acting.landlord, sheetId, kept, instantText(store.now())])
    return { saved: true as const }
  })
}

/** What was filled in so far, if anything was. */
export async function draftOf(tx: Transaction, sheetId: string): Promise<DraftFields | undefined> {
  const [row] = await tx.run(draftOfSheet, [tx.acting.landlord, sheetId])
  return row?.fields
}

const putDraft = statement(
  'put-observation-draft',
  `insert into observation_drafts (landlord, sheet_id, fields, saved_at) values ($1, $2, $3, $4)
   on conflict (landlord, sheet_id) do update set fields = excluded.fields, saved_at = excluded.saved_at`,
)

const draftOfSheet = statement<{ readonly fields: DraftFields }>(
  'observation-draft-of-sheet',
  'select fields from observation_drafts where landlord = $1 and sheet_id = $2',
)
