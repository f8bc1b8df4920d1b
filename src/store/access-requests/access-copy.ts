import type { Acting } from '#core/people/acting.ts'
import { permissions } from '#core/people/permission.ts'
import { effectiveEvents } from '#core/ledger/effective.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { eventOf } from '../ledger/event-row.ts'
import { caseOf } from '../ledger/read-case.ts'
import { eventsOfCases } from '../ledger/recompute.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { logAccess } from '../words/access-log.ts'
import { heldAbout, mostCases } from './gather.ts'
import { mergedSpans, placesOf, type Span } from './redacted.ts'

/** The copy of a customer’s file that an access request is answered with. */
export interface AccessCopy {
  readonly caseId: string
  readonly customerId: string
  readonly gatheredAt: Instant
  readonly gatheredBy: string
  readonly items: number
  /** How many passages are hidden. */
  readonly redactions: number
}

/** One thing in the copy, with what is hidden of it. */
export interface CopyItem {
  readonly place: number
  readonly section: string
  readonly title: string
  readonly at: Instant | null
  readonly text: string
  readonly hidden: readonly Span[]
}

/** More than this is no file that somebody goes through by hand; the export of the landlord holds it. */
const mostItems = 20_000
/** As much of one text as a copy holds. */
const longest = 100_000

/** The copy made for a request, if one was. */
export function readAccessCopy(
  store: Store,
  acting: Acting,
  caseId: string,
): Promise<AccessCopy | undefined | Refused> {
  return store.database.transact(acting, 'words.read', async (tx) => {
    const request = await requestOf(tx, store, caseId)
    return isRefused(request) ? request : copyOf(tx, caseId)
  })
}

/** Copies everything held about the customer who asked. Done again, it begins anew, and nothing is hidden. */
export function gatherAccessCopy(
  store: Store,
  acting: Acting,
  caseId: string,
): Promise<AccessCopy | Refused> {
  return store.database.transact(acting, 'words.read', async (tx) => {
    const request = barred(acting) ?? (await openRequest(tx, store, caseId))
    if (isRefused(request)) return request
    const { customerId, confirmed } = request
    if (!confirmed) return notConfirmed()
    const now = store.now()
    const held = await heldAbout(tx, customerId, now)
    if (held.length > mostItems)
      return refused(
        'too many',
        `more than ${mostItems} things are held`,
        `a copy holds ${mostCases} cases at most`,
      )
    const { landlord, by } = acting
    await tx.run(removeCopy, [landlord, caseId])
    await tx.run(insertCopy, [landlord, caseId, customerId, instantText(now), by])
    const rows = held.map(({ section, title, at, text }, place) => ({
      place,
      section: section.slice(0, 200),
      title: title.slice(0, 300).toWellFormed(),
      at: at === null ? null : instantText(at),
      text: text.slice(0, longest).toWellFormed(),
    }))
    await tx.run(insertItems, [landlord, caseId, customerId, JSON.stringify(rows)])
    await logAccess(tx, { what: 'whole file', customerIds: [customerId], caseId, why: 'access request' })
    const copy = await copyOf(tx, caseId)
    if (copy === undefined) throw new Error('a copy that was made is not there')
    return copy
  })
}

/** Some things of the copy, in order; the reading is written down. */
export function readCopyItems(
  store: Store,
  acting: Acting,
  {
    caseId,
    from = 0,
    limit = 20,
  }: { readonly caseId: string; readonly from?: number; readonly limit?: number },
): Promise<readonly CopyItem[] | Refused> {
  return store.database.transact(acting, 'words.read', async (tx) => {
    const request = barred(acting) ?? (await requestOf(tx, store, caseId))
    if (isRefused(request)) return request
    const items = await tx.run(itemsFrom, [acting.landlord, caseId, from, Math.min(limit, mostItems)])
    if (items.length > 0)
      await logAccess(tx, {
        what: 'copy of a file',
        customerIds: [request.customerId],
        caseId,
        why: 'access request',
      })
    return items
  })
}

/** Hides these passages of these things, and shows what else was hidden of them. */
export function redactCopy(
  store: Store,
  acting: Acting,
  { caseId, hide }: { readonly caseId: string; readonly hide: ReadonlyMap<number, readonly Span[]> },
): Promise<number | Refused> {
  return store.database.transact(acting, 'words.read', async (tx) => {
    const request = barred(acting) ?? (await openRequest(tx, store, caseId))
    if (isRefused(request)) return request
    const rows = [...hide].flatMap(([place, spans]) => mergedSpans(spans).map((span) => ({ place, ...span })))
    await tx.run(showAgain, [acting.landlord, caseId, [...hide.keys()]])
    return hideRows(tx, caseId, rows, store.now())
  })
}

/** Hides a passage wherever it stands in the copy, such as a neighbour’s name. Gives in how many places. */
export function redactPassage(
  store: Store,
  acting: Acting,
  { caseId, passage }: { readonly caseId: string; readonly passage: string },
): Promise<number | Refused> {
  if (passage.trim().length < 2 || passage.length > 1_000)
    return Promise.resolve(
      refused(
        'not valid',
        'a passage has between 2 and 1,000 letters',
        'type a name or a sentence',
        '/passage',
      ),
    )
  return store.database.transact(acting, 'words.read', async (tx) => {
    const request = barred(acting) ?? (await openRequest(tx, store, caseId))
    if (isRefused(request)) return request
    const items = await tx.run(itemsFrom, [acting.landlord, caseId, 0, mostItems])
    const rows = items.flatMap(({ place, text }) =>
      placesOf(text, passage.trim()).map((span) => ({ place, ...span })),
    )
    await hideRows(tx, caseId, rows, store.now())
    return rows.length
  })
}

async function hideRows(
  tx: Transaction,
  caseId: string,
  rows: readonly (Span & { readonly place: number })[],
  now: Instant,
): Promise<number> {
  const within = rows.filter(({ starts, ends }) => starts >= 0 && starts < ends && ends <= longest)
  if (within.length === 0) return 0
  const { landlord, by } = tx.acting
  await tx.run(hideSpans, [landlord, caseId, JSON.stringify(within), instantText(now), by])
  return within.length
}

interface Request {
  readonly customerId: string
  /** Whether it was made sure that it is really them. */
  readonly confirmed: boolean
  readonly decided: boolean
}

/** The copy says who looked at the file, and holds all of it: it is for whoever answers for customers’ data. */
function barred({ may }: Acting): Refused | undefined {
  const needed = 'access-log.read'
  if (may.has(needed)) return undefined
  return refused('not allowed', `this needs permission to ${permissions[needed]}`, 'ask an administrator')
}

async function requestOf(tx: Transaction, store: Store, caseId: string): Promise<Request | Refused> {
  const row = await caseOf(tx, caseId)
  if (isRefused(row)) return row
  if (row.kind !== 'access-request')
    return refused('not valid', 'this is not an access request', 'open the case itself')
  if (row.customer_id === null)
    return refused('not valid', 'it is not known whose file is asked for', 'say which customer it is about')
  const told = await tx.run(eventsOfCases, [tx.acting.landlord, [caseId]])
  const { events } = effectiveEvents(told.map(eventOf), store.now())
  const has = (...types: readonly string[]) => events.some(({ type }) => types.includes(type))
  return {
    customerId: row.customer_id,
    confirmed: has('identity-confirmed'),
    decided: has('access-given', 'access-refused'),
  }
}

/** What was given stays as it was given. */
async function openRequest(tx: Transaction, store: Store, caseId: string): Promise<Request | Refused> {
  const request = await requestOf(tx, store, caseId)
  if (isRefused(request) || !request.decided) return request
  return refused('not valid', 'the request is decided, and its copy stays as it was', 'open another request')
}

function notConfirmed(): Refused {
  return refused(
    'not valid',
    'it is not confirmed who asks for the file',
    'confirm who they are first; then gather what is held',
  )
}

async function copyOf(tx: Transaction, caseId: string): Promise<AccessCopy | undefined> {
  const [copy] = await tx.run(copyOfRequest, [tx.acting.landlord, caseId])
  return copy
}

const copyOfRequest = statement<AccessCopy>(
  'access-copy-of-request',
  `select c.case_id as "caseId", c.customer_id as "customerId", c.gathered_at as "gatheredAt", c.gathered_by as "gatheredBy",
          (select count(*) from access_copy_items i where i.landlord = c.landlord and i.case_id = c.case_id) as items,
          (select count(*) from access_redactions r where r.landlord = c.landlord and r.case_id = c.case_id) as redactions
     from access_copies c where c.landlord = $1 and c.case_id = $2`,
)

const removeCopy = statement(
  'remove-access-copy',
  'delete from access_copies where landlord = $1 and case_id = $2',
)

const insertCopy = statement(
  'insert-access-copy',
  `insert into access_copies (landlord, case_id, customer_id, gathered_at, gathered_by) values ($1, $2, $3, $4, $5)`,
)

const insertItems = statement(
  'insert-access-copy-items',
  `insert into access_copy_items (landlord, case_id, customer_id, place, section, title, at, text)
   select $1, $2, $3, place, section, title, at, text
     from json_to_recordset($4::json) as i (place integer, section text, title text, at timestamptz, text text)`,
)

const itemsFrom = statement<CopyItem>(
  'access-copy-items-from',
  `select i.place, i.section, i.title, i.at, i.text,
          coalesce((select json_agg(json_build_object('starts', r.starts, 'ends', r.ends) order by r.starts)
             from access_redactions r
            where r.landlord = i.landlord and r.case_id = i.case_id and r.place = i.place), '[]') as hidden
     from access_copy_items i
    where i.landlord = $1 and i.case_id = $2 and i.place >= $3 order by i.place limit $4`,
)

const showAgain = statement(
  'show-access-copy-again',
  'delete from access_redactions where landlord = $1 and case_id = $2 and place = any ($3::integer[])',
)

const hideSpans = statement(
  'hide-in-access-copy',
  `insert into access_redactions (landlord, case_id, place, starts, ends, made_at, made_by)
   select $1, $2, r.place, r.starts, r.ends, $4, $5
     from json_to_recordset($3::json) as r (place integer, starts integer, ends integer)
     join access_copy_items i on i.landlord = $1 and i.case_id = $2 and i.place = r.place
   on conflict do nothing`,
)
