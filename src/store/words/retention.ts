import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { forgetInvitations } from '../surveys/forget-invitations.ts'
import { eraseWordsAndUses } from './erase.ts'
import { isOver } from './retention-over.ts'

/**
 * How long words of a kind are kept. `attachment` is for files that belong to no words, `import` for what imports said,
 * `survey-invitation` for whom surveys asked.
 */
export interface Retention {
  readonly kind: string
  readonly months: number
  /** Words of no case are always counted from when they were written. */
  readonly countedFrom: 'written' | 'case closed'
}

export interface RetentionSet extends Retention {
  readonly setAt: Instant
  readonly setBy: string
}

/** The rules there are, by kind. Words of a kind without one are kept until somebody erases them. */
export function retentionRules(store: Store, acting: Acting): Promise<readonly RetentionSet[] | Refused> {
  return store.database.transact(acting, 'words.erase', (tx) => tx.run(allRules, [acting.landlord]))
}

/** Says how long words of a kind are kept; `months` left out takes the rule away. */
export async function setRetention(
  store: Store,
  acting: Acting,
  { kind, months, countedFrom = 'case closed' }: Pick<Retention, 'kind'> & Partial<Retention>,
): Promise<readonly RetentionSet[] | Refused> {
  if (!/^[a-z][a-z-]{0,40}$/.test(kind))
    return refused('not valid', 'this is not a kind of words', 'write one such as note or message', '/kind')
  if (months !== undefined && !(Number.isInteger(months) && months >= 1 && months <= 1200))
    return refused('not valid', 'months is a whole number from 1 to 1200', undefined, '/months')
  return store.database.transact(acting, 'words.erase', async (tx) => {
    const { landlord, by } = acting
    if (months === undefined) await tx.run(removeRule, [landlord, kind])
    else await tx.run(putRule, [landlord, kind, months, countedFrom, instantText(store.now()), by])
    return tx.run(allRules, [landlord])
  })
}

/** What one round of retention emptied, and whether a further round has more to do. */
export interface Expired {
  readonly words: number
  readonly attachments: number
  readonly importedRows: number
  readonly surveyInvitations: number
  readonly more: boolean
}

/** Empties words whose time is over, and lets go whom surveys asked, no more than `limit` at once; the job goes on while there are more. */
export function removeExpiredWords(
  store: Store,
  acting: Acting,
  { limit = 500 }: { readonly limit?: number } = {},
): Promise<Expired | Refused> {
  const most = Math.min(Math.max(Math.trunc(limit), 1), 1_000)
  return store.database.transact(acting, 'words.erase', async (tx) => {
    const at = store.now()
    const upTo = [acting.landlord, instantText(at), most] as const
    const erasing = { at, why: 'retention' }
    const words = await tx.run(wordsExpired, upTo)
    const uses = await tx.run(attachmentsExpired, upTo)
    const rows = await tx.run(importsExpired, upTo)
    const invitations = await forgetInvitations(tx, upTo)
    const erased = await eraseWordsAndUses(tx, { words, uses }, erasing)
    return {
      words: erased.words,
      attachments: erased.attachments,
      importedRows: rows.length,
      surveyInvitations: invitations,
      more: [words.length, uses.length, rows.length, invitations].includes(most),
    }
  })
}

const allRules = statement<RetentionSet>(
  'retention-rules',
  `select kind, months, counted_from as "countedFrom", set_at as "setAt", set_by as "setBy"
     from retention where landlord = $1 order by kind limit 200`,
)

const removeRule = statement('remove-retention', 'delete from retention where landlord = $1 and kind = $2')

const putRule = statement(
  'put-retention',
  `insert into retention (landlord, kind, months, counted_from, set_at, set_by) values ($1, $2, $3, $4, $5, $6)
   on conflict (landlord, kind) do update
      set months = excluded.months, counted_from = excluded.counted_from, set_at = excluded.set_at, set_by = excluded.set_by`,
)

const wordsExpired = statement<{ readonly id: string }>(
  'words-expired',
  `select w.words_id as id from words w
     left join retention r on r.landlord = w.landlord and r.kind = w.kind
     left join cases c on c.landlord = w.landlord and c.case_id = w.case_id
    where w.landlord = $1 and w.erased_at is null
      and case when w.keep_until is not null then w.keep_until < ($2::timestamptz at time zone 'utc')::date
               else ${isOver('w.written_at')} end
    order by w.kind, w.written_at limit $3 for update of w skip locked`,
)

const attachmentsExpired = statement<{ readonly id: string }>(
  'attachments-expired',
  `select u.use_id as id from attachment_uses u
     join retention r on r.landlord = u.landlord and r.kind = 'attachment'
     left join cases c on c.landlord = u.landlord and c.case_id = u.case_id
    where u.landlord = $1 and u.erased_at is null and u.words_id is null and ${isOver('u.added_at')}
    order by u.added_at limit $3 for update of u skip locked`,
)

const importsExpired = statement(
  'imports-expired',
  `update import_rows t set cells = null, after = null, before = null, emptied_at = $2
     from (select x.import_id, x.line from import_rows x
             join imports i on i.landlord = x.landlord and i.import_id = x.import_id
             join retention r on r.landlord = x.landlord and r.kind = 'import'
            where x.landlord = $1 and x.emptied_at is null
              and i.made_at + make_interval(months => r.months) < $2::timestamptz
            limit $3 for update of x skip locked) over
    where t.landlord = $1 and t.import_id = over.import_id and t.line = over.line
    returning t.line`,
)
