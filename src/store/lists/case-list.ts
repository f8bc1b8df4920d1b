import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { clockColumns, type ClockRow } from '../ledger/clock-row.ts'
import { asItStands, type CaseShown, caseColumns } from '../ledger/read-case.ts'
import { type Statement, statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { type Days, daysAt } from '../today/read-today.ts'
import { instantText } from '../types.ts'
import { caseConditions, clockConditions, type Condition } from './case-conditions.ts'
import type { CaseFilter } from './case-filter.ts'

/** Which cases, in which order, and from where. */
export interface CaseListAsked {
  readonly filter: CaseFilter
  readonly from?: PageFrom | undefined
  /** How many, 5,000 at the most. */
  readonly limit?: number
}

/** After or before a row of another page, or at the very end. */
export type PageFrom = { readonly after: RowCursor } | { readonly before: RowCursor } | 'last'

export interface RowCursor {
  readonly at: Instant
  readonly caseId: string
}

/** A case in a list: its open clock that is due first, and how many others are open. */
export interface CaseListed {
  readonly case: CaseShown
  readonly first: ClockRow | undefined
  readonly more: number
}

export interface CasePage {
  readonly rows: readonly CaseListed[]
  readonly asOf: Instant
  readonly days: Days
  /** Where the page before ends and the next begins, where there is one. */
  readonly before: RowCursor | undefined
  readonly after: RowCursor | undefined
}

/**
 * Cases by filter, page by page: those due first, or those in which something happened last. Read from either end, so
 * that the last page costs what the first does.
 */
export function listByFilter(
  store: Store,
  acting: Acting,
  { filter, from, limit = 50 }: CaseListAsked,
): Promise<CasePage | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const zone = terms.editions.at(-1)?.calendar.zone
    if (zone === undefined) throw new Error('terms have at least one edition')
    const asOf = store.now()
    const days = daysAt(zone, asOf)
    const most = Math.min(limit, 5_000)
    const notCases = [...store.vocabulary.kinds.values()].filter((kind) => kind.notACase)
    const conditions = {
      ofCase: caseConditions(filter, acting, days, [...notCases.map(({ kind }) => kind), ...besideCases]),
      ofClock: clockConditions(filter, asOf, days),
    }
    const [query, values] = queryOf(sortOf(filter), conditions, from, [acting.landlord, most + 1])
    const found = await tx.run(query, values)
    const rows = found.slice(0, most)
    if (isBackwards(from)) rows.reverse()
    const clocks = await openClocksOf(tx, rows, asOf)
    return {
      rows: rows.map(({ list_at: _, ...row }) => ({ case: row, ...clocks(row.case_id) })),
      asOf,
      days,
      ...endsOf(rows, from, found.length > most),
    }
  })
}

/** How a list is sorted: what is due by when it is due, and what is closed by when it was last touched. */
export function sortOf({ sort, state = 'open' }: CaseFilter): 'due' | 'latest' {
  return state === 'open' ? (sort ?? 'due') : 'latest'
}

/** What is kept as cases for the sake of its promises, and is nobody’s work. */
const besideCases: readonly string[] = ['diary', 'setting', 'profile']

interface Listed extends CaseShown {
  readonly list_at: Instant
}

interface Conditions {
  readonly ofCase: readonly Condition[]
  readonly ofClock: readonly Condition[]
}

/**
 * The statement for one filter. It has no name, so that it is planned each time for the values it has: by kind, by team
 * and by holder are indexes of their own, and which of them is best depends on how many there are.
 */
function queryOf(
  sort: 'due' | 'latest',
  { ofCase, ofClock }: Conditions,
  from: PageFrom | undefined,
  fixed: readonly [landlord: number, most: number],
): readonly [Statement<Listed>, readonly unknown[]] {
  const values: unknown[] = [...fixed]
  const said = ({ says, value }: Condition) =>
    value === undefined ? says('') : says(`$${values.push(value)}`)
  const whichCases = ofCase.map(said)
  const whichClocks = ofClock.map(said)
  const backwards = isBackwards(from)
  const cursor = cursorIn(from)
  const falling = (sort === 'latest') !== backwards
  const key = sort === 'due' ? '(k.keeps_until, c.case_id)' : '(c.last_at, c.case_id)'
  if (cursor !== undefined) {
    const place = `($${values.push(instantText(cursor.at))}::timestamptz, $${values.push(cursor.caseId)}::text)`
    whichCases.push(`${key} ${falling ? '<' : '>'} ${place}`)
  }
  const direction = falling ? 'desc' : 'asc'
  const text =
    sort === 'due' ? byDue(whichCases, whichClocks, direction) : byLatest(whichCases, whichClocks, direction)
  return [statement<Listed>('', text), values]
}

/** Each case stands at its first open clock of those meant. */
function byDue(cases: readonly string[], clocks: readonly string[], direction: string): string {
  const ofClock = and(clocks)
  return `select ${columnsOf('c')}, k.keeps_until as list_at
     from clocks k join cases c on c.landlord = k.landlord and c.case_id = k.case_id
    where k.landlord = $1 and k.ended_at is null ${ofClock} ${and(cases)}
      and not exists (select from clocks o
            where o.landlord = k.landlord and o.case_id = k.case_id and o.ended_at is null
              and (o.keeps_until, o.promise, o.n) < (k.keeps_until, k.promise, k.n) ${ofClock.replaceAll('k.', 'o.')})
    order by k.keeps_until ${direction}, c.case_id ${direction} limit $2`
}

function byLatest(cases: readonly string[], clocks: readonly string[], direction: string): string {
  const ofClock =
    clocks.length === 0
      ? ''
      : `and exists (select from clocks k
            where k.landlord = c.landlord and k.case_id = c.case_id and k.ended_at is null ${and(clocks)})`
  return `select ${columnsOf('c')}, c.last_at as list_at
     from cases c
    where c.landlord = $1 and c.last_at is not null ${and(cases)} ${ofClock}
    order by c.last_at ${direction}, c.case_id ${direction} limit $2`
}

function and(conditions: readonly string[]): string {
  return conditions.map((each) => `and ${each}`).join(' ')
}

function columnsOf(table: string): string {
  return caseColumns.replaceAll(/\w+/g, (column) => `${table}.${column}`)
}

function isBackwards(from: PageFrom | undefined): boolean {
  return from === 'last' || (from !== undefined && 'before' in from)
}

function cursorIn(from: PageFrom | undefined): RowCursor | undefined {
  if (from === undefined || from === 'last') return undefined
  return 'after' in from ? from.after : from.before
}

function endsOf(
  rows: readonly Listed[],
  from: PageFrom | undefined,
  more: boolean,
): Pick<CasePage, 'before' | 'after'> {
  const backwards = isBackwards(from)
  const isBefore = backwards ? more : from !== undefined
  const isAfter = backwards ? from !== 'last' : more
  return {
    before: isBefore ? cursorOf(rows.at(0)) : undefined,
    after: isAfter ? cursorOf(rows.at(-1)) : undefined,
  }
}

function cursorOf(row: Listed | undefined): RowCursor | undefined {
  return row && { at: row.list_at, caseId: row.case_id }
}

async function openClocksOf(tx: Transaction, rows: readonly Listed[], asOf: Instant) {
  const ids = rows.map(({ case_id }) => case_id)
  const clocks = ids.length === 0 ? [] : await tx.run(openOfCases, [tx.acting.landlord, ids])
  const byCase = Map.groupBy(clocks, ({ case_id }) => case_id)
  return (caseId: string): Pick<CaseListed, 'first' | 'more'> => {
    const [first, ...others] = byCase.get(caseId) ?? []
    return { first: first && asItStands(first, asOf), more: others.length }
  }
}

const openOfCases = statement<ClockRow>(
  'list-open-clocks-of-cases',
  `select ${clockColumns} from clocks
    where landlord = $1 and case_id = any ($2::text[]) and ended_at is null order by keeps_until, promise, n`,
)
