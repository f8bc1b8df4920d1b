import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { eraseMailOf } from '../jobs/outbox.ts'
import { newId } from '../new-id.ts'
import { type Statement, statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { eraseWordsAndUses, type Erasing } from './erase.ts'
import { whyFault } from './erase-words.ts'

/** The record of an erasure. */
export interface Erasure {
  readonly erasureId: string
  readonly customerId: string
  readonly erasedAt: Instant
  readonly erasedBy: string
  readonly why: string
  /** How many rows of what were emptied or removed. */
  readonly counts: Readonly<Record<string, number>>
}

/**
 * Removes a customer's words, names, contact details, needs, profile and files. Facts stay: what happened, when, and
 * which promise was kept. Done again, it removes what has come since, and where nothing has, gives the record there is.
 */
export async function eraseCustomer(
  store: Store,
  acting: Acting,
  { customerId, why }: { readonly customerId: string; readonly why: string },
): Promise<Erasure | Refused> {
  return (
    whyFault(why) ??
    store.database.transact(acting, 'words.erase', async (tx) => {
      const { landlord, by } = acting
      const at = store.now()
      const [customer] = await tx.run(markErased, [landlord, customerId, instantText(at), by])
      const counts = await removeAll(tx, customerId, { at, why })
      if (Object.values(counts).every((count) => count === 0)) {
        const [before] = await tx.run(latestErasure, [landlord, customerId])
        if (before !== undefined) return before
        if (customer === undefined) return refused('not found', `there is no customer ${customerId}`)
      }
      const record = [landlord, newId(), customerId, instantText(at), by, why, JSON.stringify(counts)]
      const [erasure] = await tx.run(insertErasure, record)
      if (erasure === undefined) throw new Error('an erasure left no record')
      return erasure
    })
  )
}

/** Every erasure of a customer, the latest first. */
export function erasuresOf(
  store: Store,
  acting: Acting,
  customerId: string,
): Promise<readonly Erasure[] | Refused> {
  return store.database.transact(acting, 'access-log.read', (tx) =>
    tx.run(allErasures, [acting.landlord, customerId]),
  )
}

async function removeAll(tx: Transaction, customerId: string, erasing: Erasing) {
  const { landlord } = tx.acting
  const of = [landlord, customerId]
  const counts: Record<string, number> = {}
  const words = await tx.run(wordsToErase, of)
  const uses = await tx.run(usesToErase, of)
  const erased = await eraseWordsAndUses(tx, { words, uses }, erasing)
  counts['words'] = erased.words
  counts['attachments'] = erased.attachments
  for (const [what, remove] of removals) counts[what] = (await tx.run(remove, of)).length
  counts['importedRows'] = (await tx.run(emptyImported, [...of, instantText(erasing.at)])).length
  counts['mail'] = await eraseMailOf(tx, customerId, erasing.at)
  return counts
}

/** Whoever changes the customer at the same time waits, and is then told that it was changed. */
const markErased = statement(
  'mark-customer-erased',
  `update customers set erased_at = coalesce(erased_at, $3), version = version + 1, changed_at = $3, changed_by = $4
    where landlord = $1 and customer_id = $2 returning customer_id`,
)

/** Theirs are words about them, and words of their cases that are about nobody else. */
const wordsToErase = statement<{ readonly id: string }>(
  'words-of-customer-to-erase',
  `select w.words_id as id from words w
    where w.landlord = $1 and w.erased_at is null and w.customer_id = $2
   union
   select w.words_id from cases c join words w on w.landlord = c.landlord and w.case_id = c.case_id
    where c.landlord = $1 and c.customer_id = $2 and w.customer_id is null and w.erased_at is null`,
)

const usesToErase = statement<{ readonly id: string }>(
  'attachments-of-customer-to-erase',
  `select u.use_id as id from attachment_uses u
    where u.landlord = $1 and u.erased_at is null and u.customer_id = $2
   union
   select u.use_id from cases c join attachment_uses u on u.landlord = c.landlord and u.case_id = c.case_id
    where c.landlord = $1 and c.customer_id = $2 and u.customer_id is null and u.erased_at is null`,
)

/** What of a customer stands in tables that hold nothing else. */
const removals: readonly (readonly [what: string, remove: Statement<unknown>])[] = [
  ['names', removalFrom('customer_names')],
  ['contactDetails', removalFrom('contact_details')],
  ['needs', removalFrom('communication_needs')],
  ['alerts', removalFrom('customer_alerts')],
  ['strands', removalFrom('profile_strands')],
  ['letterDrafts', removalFrom('letter_drafts')],
  ['copies', removalFrom('access_copy_items')],
  [
    'contactDrafts',
    statement(
      'erase-contact-drafts',
      `delete from contact_drafts where landlord = $1
          and (fields ->> 'customer' = $2
            or fields ->> 'case' in (select case_id from cases where landlord = $1 and customer_id = $2))
        returning draft_id`,
    ),
  ],
  [
    'observationDrafts',
    statement(
      'erase-observation-drafts',
      `delete from observation_drafts d using observation_sheets s, cases c
        where d.landlord = $1 and s.landlord = $1 and s.sheet_id = d.sheet_id
          and c.landlord = $1 and c.case_id = s.about_case and c.customer_id = $2
        returning d.sheet_id`,
    ),
  ],
  ['surveyWishes', removalFrom('survey_opt_outs')],
  // What they answered leads to nobody, and stays.
  [
    'surveyCodes',
    statement(
      'erase-survey-codes',
      `delete from survey_tokens t using survey_invitations i
        where t.landlord = $1 and i.landlord = $1 and i.invitation_id = t.invitation_id and i.customer_id = $2
        returning t.invitation_id`,
    ),
  ],
  [
    'surveyInvitations',
    statement(
      'stop-survey-invitations-of-erased',
      `update survey_invitations set state = 'stopped', remind_on = null
        where landlord = $1 and customer_id = $2 and state in ('to come', 'to print', 'to ring', 'invited')
        returning invitation_id`,
    ),
  ],
  [
    'searchRows',
    statement(
      'erase-search-row',
      `delete from search_rows where landlord = $1 and kind = 'customer' and id = $2 returning id`,
    ),
  ],
]

function removalFrom(table: string): Statement<unknown> {
  return statement(
    `erase-from-${table}`,
    `delete from ${table} where landlord = $1 and customer_id = $2 returning customer_id`,
  )
}

/** What an import said of them, and what stood before it: their own row, and rows that name them. */
const emptyImported = statement(
  'empty-imported-rows',
  `update import_rows r set cells = null, after = null, before = null, emptied_at = $3
    where r.landlord = $1 and r.emptied_at is null
      and exists (select from imports i where i.landlord = r.landlord and i.import_id = r.import_id
                     and (i.kind = 'customers' and r.id = $2
                          or r.after ->> 'customer' = $2 or r.before ->> 'customer' = $2))
    returning line`,
)

const columns = `erasure_id as "erasureId", customer_id as "customerId", erased_at as "erasedAt",
  erased_by as "erasedBy", why, counts`

const insertErasure = statement<Erasure>(
  'insert-erasure',
  `insert into erasures (landlord, erasure_id, customer_id, erased_at, erased_by, why, counts)
   values ($1, $2, $3, $4, $5, $6, $7) returning ${columns}`,
)

const latestErasure = statement<Erasure>(
  'latest-erasure',
  `select ${columns} from erasures where landlord = $1 and customer_id = $2 order by erased_at desc limit 1`,
)

const allErasures = statement<Erasure>(
  'all-erasures',
  `select ${columns} from erasures where landlord = $1 and customer_id = $2 order by erased_at desc limit 200`,
)
