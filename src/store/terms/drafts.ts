import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { proposedTerms, type TermsChange } from './activate.ts'

/** A change of terms that was checked and waits: what it would move can be looked at before it is activated. */
export interface TermsDraft {
  readonly draftId: string
  readonly pack: string | null
  readonly holidays: unknown
  readonly addedAt: Instant
  readonly addedBy: string
}

/** More drafts than this at once nobody keeps apart. */
const mostDrafts = 20

/** Checks an edition or bank holidays as activating would, and keeps them as a draft; every fault is named otherwise. */
export function keepTermsDraft(
  store: Store,
  acting: Acting,
  { pack, holidays }: TermsChange,
): Promise<{ readonly draftId: string } | Refused> {
  return store.database.transact(acting, 'editions.activate', async (tx) => {
    const change = { ...(pack !== undefined && { pack }), ...(holidays !== undefined && { holidays }) }
    const proposed = await proposedTerms(tx, store, change, 'for reading')
    if (isRefused(proposed)) return proposed
    const drafts = await tx.run(draftsOf, [acting.landlord])
    if (drafts.length >= mostDrafts)
      return refused('too many', `there are ${mostDrafts} drafts already`, 'throw away those you do not need')
    const draftId = newId()
    const feed = holidays === undefined ? null : JSON.stringify(holidays)
    const at = instantText(store.now())
    await tx.run(insertDraft, [acting.landlord, draftId, pack ?? null, feed, at, acting.by])
    return { draftId }
  })
}

/** The drafts that wait, the newest first. */
export function listTermsDrafts(store: Store, acting: Acting): Promise<readonly TermsDraft[] | Refused> {
  return store.database.transact(acting, 'editions.activate', (tx) => tx.run(draftsOf, [acting.landlord]))
}

/** A draft as it was handed in. */
export function readTermsDraft(store: Store, acting: Acting, draftId: string): Promise<TermsDraft | Refused> {
  return store.database.transact(acting, 'editions.activate', async (tx) => {
    const [draft] = await tx.run(draftById, [acting.landlord, draftId])
    return draft ?? noSuchDraft()
  })
}

/** Throws a draft away: it was activated, or is not wanted. */
export function dropTermsDraft(
  store: Store,
  acting: Acting,
  draftId: string,
): Promise<{ readonly dropped: true } | Refused> {
  return store.database.transact(acting, 'editions.activate', async (tx) => {
    const dropped = await tx.run(deleteDraft, [acting.landlord, draftId])
    return dropped.length === 0 ? noSuchDraft() : { dropped: true }
  })
}

function noSuchDraft(): Refused {
  return refused('not found', 'there is no such draft', 'it may have been activated or thrown away meanwhile')
}

const columns = 'draft_id as "draftId", pack, holidays, added_at as "addedAt", added_by as "addedBy"'

const draftsOf = statement<TermsDraft>(
  'terms-drafts',
  `select ${columns} from terms_drafts where landlord = $1 order by added_at desc, draft_id`,
)

const draftById = statement<TermsDraft>(
  'terms-draft',
  `select ${columns} from terms_drafts where landlord = $1 and draft_id = $2`,
)

const insertDraft = statement(
  'insert-terms-draft',
  `insert into terms_drafts (landlord, draft_id, pack, holidays, added_at, added_by) values ($1, $2, $3, $4::json, $5, $6)`,
)

const deleteDraft = statement<{ readonly draft_id: string }>(
  'delete-terms-draft',
  'delete from terms_drafts where landlord = $1 and draft_id = $2 returning draft_id',
)
