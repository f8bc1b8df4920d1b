import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { wasDone } from '../ledger/idempotency.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** What somebody has typed of a contact so far, by the names of its boxes. */
export interface Draft {
  readonly draftId: string
  readonly fields: Readonly<Record<string, string>>
  readonly startedAt: Instant
  readonly keptAt: Instant
}

/** More than anybody has open at once; the oldest go first. */
const mostDrafts = 20
const mostLetters = 50_000
const form = /^[0-9A-HJKMNP-TV-Z]{16}$/

/** What recording a contact is done once under: its draft. */
export function recordingOf(draftId: string): string {
  return `contact ${draftId}`
}

/** Keeps what was typed, for whoever typed it alone. The latest wins; once it is recorded, what was still on its way is no draft. */
export async function keepDraft(
  store: Store,
  acting: Acting,
  { draftId, fields }: Pick<Draft, 'draftId' | 'fields'>,
): Promise<{ readonly draftId: string } | Refused> {
  const text = JSON.stringify(fields)
  if (!form.test(draftId)) return noSuchDraft()
  if (text.length > mostLetters)
    return refused('too large', 'this is more than a draft holds', 'record it, then add the rest to its case')
  return store.database.transact(acting, 'cases.write', async (tx) => {
    if (await wasDone(tx, recordingOf(draftId)))
      return refused('already there', 'this is recorded already', 'add what is missing to its case')
    const mine = [acting.landlord, whoseDrafts(acting)]
    await tx.run(putDraft, [...mine, draftId, text, instantText(store.now())])
    await tx.run(dropSurplus, [...mine, mostDrafts])
    return { draftId }
  })
}

/** A draft of one’s own; anybody else’s is not there. */
export function readDraft(store: Store, acting: Acting, draftId: string): Promise<Draft | Refused> {
  return store.database.transact(acting, 'cases.write', async (tx) => {
    const [row] = await tx.run(draftById, [acting.landlord, whoseDrafts(acting), draftId])
    return row ?? noSuchDraft()
  })
}

/** One’s own drafts, the latest first. */
export function listDrafts(store: Store, acting: Acting): Promise<readonly Draft[] | Refused> {
  return store.database.transact(acting, 'cases.write', (tx) =>
    tx.run(draftsOf, [acting.landlord, whoseDrafts(acting), mostDrafts]),
  )
}

/** Throws a draft of one’s own away. */
export function dropDraft(
  store: Store,
  acting: Acting,
  draftId: string,
): Promise<{ readonly dropped: number } | Refused> {
  return store.database.transact(acting, 'cases.write', async (tx) => ({
    dropped: await dropDraftIn(tx, draftId),
  }))
}

/** The same, in the transaction that records what the draft became. */
export async function dropDraftIn(tx: Transaction, draftId: string): Promise<number> {
  return (await tx.run(deleteDraft, [tx.acting.landlord, whoseDrafts(tx.acting), draftId])).length
}

function whoseDrafts({ staffId, by }: Acting): string {
  return staffId ?? by
}

function noSuchDraft(): Refused {
  return refused('not found', 'there is no such draft', 'it may have been recorded: look among your cases')
}

const columns = `draft_id as "draftId", fields, started_at as "startedAt", kept_at as "keptAt"`

const putDraft = statement(
  'put-contact-draft',
  `insert into contact_drafts (landlord, staff_id, draft_id, fields, started_at, kept_at)
   values ($1, $2, $3, $4, $5, $5)
   on conflict (landlord, staff_id, draft_id) do update set fields = excluded.fields, kept_at = excluded.kept_at`,
)

const dropSurplus = statement(
  'drop-surplus-contact-drafts',
  `delete from contact_drafts where landlord = $1 and staff_id = $2 and draft_id in (
     select draft_id from contact_drafts where landlord = $1 and staff_id = $2
      order by kept_at desc, draft_id offset $3)`,
)

const draftById = statement<Draft>(
  'contact-draft-by-id',
  `select ${columns} from contact_drafts where landlord = $1 and staff_id = $2 and draft_id = $3`,
)

const draftsOf = statement<Draft>(
  'contact-drafts-of',
  `select ${columns} from contact_drafts where landlord = $1 and staff_id = $2
    order by kept_at desc, draft_id limit $3`,
)

const deleteDraft = statement<{ readonly gone: number }>(
  'delete-contact-draft',
  `delete from contact_drafts where landlord = $1 and staff_id = $2 and draft_id = $3 returning 1 as gone`,
)
