import { effectiveEvents } from '#core/ledger/effective.ts'
import type { CaseEvent, EventData } from '#core/ledger/event.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { eventOf } from '../ledger/event-row.ts'
import { eventsOfCases } from '../ledger/recompute.ts'
import type { MasterDefinition, MasterValue } from '../masters/definition.ts'
import { alerts } from '../masters/kinds/alerts.ts'
import { customers } from '../masters/kinds/customers.ts'
import { homes } from '../masters/kinds/homes.ts'
import { needs } from '../masters/kinds/needs.ts'
import { representatives } from '../masters/kinds/representatives.ts'
import { strands } from '../masters/kinds/strands.ts'
import { tenancies } from '../masters/kinds/tenancies.ts'
import { rowsById } from '../masters/rows.ts'
import { sqlOf } from '../masters/sql.ts'
import { statement } from '../statement.ts'

/** One thing held about a customer, as it is copied. */
export interface Held {
  readonly section: string
  readonly title: string
  readonly at: Instant | null
  readonly text: string
}

/** More cases of one customer than this are no file that somebody goes through by hand. */
export const mostCases = 500

/** Everything held about a customer, in the order in which they read it. */
export async function heldAbout(tx: Transaction, customerId: string, now: Instant): Promise<readonly Held[]> {
  return [
    ...(await masterRows(tx, customerId)),
    ...(await casesOf(tx, customerId, now)),
    ...(await wordsOutsideCases(tx, customerId)),
    ...(await filesOf(tx, customerId)),
    ...(await readingsOf(tx, customerId)),
  ]
}

const listed: readonly (readonly [section: string, definition: MasterDefinition, by: string])[] = [
  ['Needs and preferences', needs, 'customer'],
  ['Alerts', alerts, 'customer'],
  ['Profile', strands, 'customer'],
  ['Who may speak for you', representatives, 'customer'],
  ['For whom you may speak', representatives, 'representative'],
  ['Tenancies', tenancies, 'customers'],
]

async function masterRows(tx: Transaction, customerId: string): Promise<readonly Held[]> {
  const held: Held[] = []
  const own = (await rowsById(tx, customers, [customerId])).get(customerId)
  if (own !== undefined)
    held.push({
      section: 'Who you are',
      title: 'As we know you',
      at: own.changedAt,
      text: valuesText(own.values),
    })
  for (const [section, definition, by] of listed) {
    const list = sqlOf(definition).list[by]
    if (list === undefined) throw new Error(`${definition.kind} cannot be listed by ${by}`)
    const rows = await tx.run(list, [tx.acting.landlord, '', customerId, 200])
    for (const row of rows)
      held.push({ section, title: definition.one, at: row.changedAt, text: valuesText(row.values) })
    if (definition.kind === 'tenancies')
      held.push(
        ...(await homesOf(
          tx,
          rows.map(({ values }) => values['home']),
        )),
      )
  }
  return held
}

async function homesOf(tx: Transaction, ids: readonly (MasterValue | undefined)[]): Promise<readonly Held[]> {
  const named = ids.filter((id) => typeof id === 'string')
  const found = await rowsById(tx, homes, named)
  return [...found.values()].map(({ values, changedAt }) => ({
    section: 'Homes',
    title: 'home',
    at: changedAt,
    text: valuesText(values),
  }))
}

function valuesText(values: Readonly<Record<string, MasterValue>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${spaced(name)}: ${String(value)}`)
    .join('\n')
}

/** `directDial` as “direct dial”. */
function spaced(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

async function casesOf(tx: Transaction, customerId: string, now: Instant): Promise<readonly Held[]> {
  const { landlord } = tx.acting
  const cases = await tx.run(casesOfCustomer, [landlord, customerId, mostCases])
  const ids = cases.map(({ case_id }) => case_id)
  if (ids.length === 0) return []
  const told = Map.groupBy(await tx.run(eventsOfCases, [landlord, ids]), ({ case_id }) => case_id)
  const words = Map.groupBy(await tx.run(wordsOfTheirCases, [landlord, ids]), ({ case_id }) => case_id)
  return cases.flatMap(({ case_id: id, kind }) => {
    const section = `${kind.replaceAll('-', ' ')} ${id}`
    const { events } = effectiveEvents((told.get(id) ?? []).map(eventOf), now)
    return [
      ...events.map((event) => eventHeld(section, event)),
      ...(words.get(id) ?? []).map(({ kind: of, written_at: at, text }) => ({
        section,
        title: of,
        at,
        text,
      })),
    ].toSorted((a, b) => a.at - b.at)
  })
}

function eventHeld(section: string, { type, at, data }: CaseEvent) {
  return { section, title: type.replaceAll('-', ' '), at, text: factsText(data) }
}

/** The facts of an event; its words stand beside it. */
function factsText(data: EventData): string {
  return Object.entries(data)
    .filter(([name, value]) => name !== 'words' && value !== null && value !== '')
    .map(
      ([name, value]) =>
        `${spaced(name)}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
    )
    .join('\n')
}

async function wordsOutsideCases(tx: Transaction, customerId: string): Promise<readonly Held[]> {
  const rows = await tx.run(wordsOfNoCase, [tx.acting.landlord, customerId])
  return rows.map(({ kind, written_at: at, text }) => ({
    section: 'Notes and letters',
    title: kind,
    at,
    text,
  }))
}

async function filesOf(tx: Transaction, customerId: string): Promise<readonly Held[]> {
  const rows = await tx.run(filesOfCustomer, [tx.acting.landlord, customerId])
  return rows.map(({ name, media_type: type, bytes, added_at: at }) => ({
    section: 'Files, given beside this copy',
    title: 'file',
    at,
    text: `${name}\n${type}, ${bytes} bytes`,
  }))
}

/** One line for each who looked on a day: what, and how often. */
async function readingsOf(tx: Transaction, customerId: string): Promise<readonly Held[]> {
  const rows = await tx.run(readingsOfCustomer, [tx.acting.landlord, customerId])
  return rows.map(({ by, whats, times, last_at: at }) => ({
    section: 'Who looked at what we hold about you',
    title: by,
    at,
    text: `${whats}${times === 1 ? '' : ` (${times} times that day)`}`,
  }))
}

const casesOfCustomer = statement<{ readonly case_id: string; readonly kind: string }>(
  'held-cases-of-customer',
  'select case_id, kind from cases where landlord = $1 and customer_id = $2 order by first_at, case_id limit $3',
)

interface WordsHeld {
  readonly kind: string
  readonly written_at: Instant
  readonly text: string
}

const wordsOfTheirCases = statement<WordsHeld & { readonly case_id: string }>(
  'held-words-of-cases',
  `select case_id, kind, written_at, text from words
    where landlord = $1 and case_id = any ($2::text[]) and text is not null order by written_at limit 20000`,
)

const wordsOfNoCase = statement<WordsHeld>(
  'held-words-of-no-case',
  `select kind, written_at, text from words
    where landlord = $1 and customer_id = $2 and text is not null
      and (case_id is null or not exists (
        select from cases c where c.landlord = words.landlord and c.case_id = words.case_id and c.customer_id = $2))
    order by written_at limit 20000`,
)

const filesOfCustomer = statement<{
  readonly name: string
  readonly media_type: string
  readonly bytes: number
  readonly added_at: Instant
}>(
  'held-files-of-customer',
  `select u.name, a.media_type, a.bytes, u.added_at
     from attachment_uses u join attachments a on a.landlord = u.landlord and a.digest = u.digest
    where u.landlord = $1 and u.erased_at is null
      and (u.customer_id = $2 or u.case_id in (select case_id from cases where landlord = $1 and customer_id = $2))
    order by u.added_at limit 5000`,
)

const readingsOfCustomer = statement<{
  readonly by: string
  readonly whats: string
  readonly times: number
  readonly last_at: Instant
}>(
  'held-readings-of-customer',
  `select coalesce(s.name, a.read_by) as by, string_agg(distinct a.what, ', ') as whats, count(*)::integer as times,
          max(a.read_at) as last_at
     from access_log_customers c
     join access_log a on a.landlord = c.landlord and a.access_id = c.access_id
     left join staff s on s.landlord = a.landlord and a.read_by = 'staff:' || s.staff_id
    where c.landlord = $1 and c.customer_id = $2
    group by coalesce(s.name, a.read_by), (a.read_at at time zone 'UTC')::date
    order by last_at limit 10000`,
)
