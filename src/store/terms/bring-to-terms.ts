import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import type { CaseRow } from '../ledger/case-row.ts'
import {
  clockAsWritten,
  clockName,
  type ClockRow,
  clocksOfCases,
  clocksToWrite,
  type ClockToWrite,
} from '../ledger/clock-row.ts'
import { readTold, recompute } from '../ledger/recompute.ts'
import { workOut } from '../ledger/working.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { proposedTerms, sinceText, type TermsChange } from './activate.ts'
import type { Terms } from './terms-book.ts'
import { termsNow } from './terms-now.ts'

/** How many cases were brought to the latest terms, and from which on to go on. */
export interface Brought {
  readonly cases: number
  /** The last case looked at; undefined when all have been. */
  readonly upTo: string | undefined
}

/**
 * Brings a batch of cases to the landlord’s latest terms: those with an open clock, and those in which something happened
 * or was decided since the day from which the terms may count otherwise. What was decided before that stands.
 */
export function bringToTerms(
  store: Store,
  acting: Acting,
  { after = '', limit = 200 }: { readonly after?: string; readonly limit?: number },
): Promise<Brought | Refused> {
  return store.database.transact(acting, 'editions.activate', async (tx) => {
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const rows = await tx.run(lockCasesToBring, [acting.landlord, terms.version, after, limit])
    if (rows.length > 0) await recompute(tx, rows, { terms, vocabulary: store.vocabulary, asOf: store.now() })
    return { cases: rows.length, upTo: rows.length < limit ? undefined : rows.at(-1)?.case_id }
  })
}

/** A clock that a change of terms would move. */
export interface Move {
  readonly caseId: string
  readonly promise: string
  readonly n: number
  readonly before: Standing | undefined
  readonly after: Standing | undefined
}

export interface Standing {
  readonly edition: string
  readonly outcome: string
  readonly dueOn: string | null
  readonly dueAt: string | null
}

export interface Preview {
  /** Cases that were tried. */
  readonly cases: number
  /** Clocks that would move, be added or go. */
  readonly moved: number
  /** The first thousand of them. */
  readonly moves: readonly Move[]
  /** Whether more cases concern it than were tried. */
  readonly more: boolean
}

const mostMoves = 1000

/** Shows what a change of terms would move, and writes nothing. Tries so many cases at the most. */
export function previewTerms(
  store: Store,
  acting: Acting,
  change: TermsChange,
  { mostCases = 20_000 }: { readonly mostCases?: number } = {},
): Promise<Preview | Refused> {
  return store.database.transact(acting, 'editions.activate', async (tx) => {
    const proposed = await proposedTerms(tx, store, change, 'for reading')
    if (isRefused(proposed)) return proposed
    const { terms } = proposed
    const moves: Move[] = []
    let [moved, cases, after] = [0, 0, '']
    for (;;) {
      const limit = Math.min(200, mostCases - cases)
      const rows = await tx.run(casesToBring, [acting.landlord, after, sinceText(proposed.since), limit])
      for (const each of await movesOf(tx, store, rows, terms)) {
        moved += 1
        if (moves.length < mostMoves) moves.push(each)
      }
      cases += rows.length
      if (rows.length < limit || limit === 0) return { cases, moved, moves, more: limit === 0 }
      after = rows.at(-1)?.case_id ?? ''
    }
  })
}

async function movesOf(
  tx: Transaction,
  store: Store,
  rows: readonly CaseRow[],
  terms: Terms,
): Promise<readonly Move[]> {
  if (rows.length === 0) return []
  const { landlord } = tx.acting
  const ids = rows.map(({ case_id }) => case_id)
  const told = await readTold(tx, ids)
  const stored = Map.groupBy(await tx.run(clocksOfCases, [landlord, ids]), ({ case_id }) => case_id)
  return rows.flatMap((row) => {
    // As at when the case was last worked out, so that only the terms make the difference.
    const worked = workOut(row.case_id, told, terms, store.vocabulary, row.computed_at)
    const clocks = clocksToWrite(landlord, row.kind, worked)
    return differencesOf(row.case_id, (stored.get(row.case_id) ?? []).map(asWritten(landlord)), clocks)
  })
}

function asWritten(landlord: number) {
  return (row: ClockRow) => clockAsWritten(landlord, row)
}

function differencesOf(
  caseId: string,
  before: readonly ClockToWrite[],
  after: readonly ClockToWrite[],
): readonly Move[] {
  const was = new Map(before.map((clock) => [clockName(clock), clock]))
  const is = new Map(after.map((clock) => [clockName(clock), clock]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const clock = is.get(name) ?? was.get(name)
    const move = { before: standingOf(was.get(name)), after: standingOf(is.get(name)) }
    if (clock === undefined || JSON.stringify(move.before) === JSON.stringify(move.after)) return []
    return [{ caseId, promise: clock.promise, n: clock.n, ...move }]
  })
}

function standingOf(clock: ClockToWrite | undefined): Standing | undefined {
  if (clock === undefined) return undefined
  const { edition, outcome, due_on: dueOn, due_at: dueAt } = clock
  return { edition, outcome, dueOn, dueAt }
}

const concerned = (since: string) => `(c.last_at >= ${since}
  or exists (select from clocks k where k.landlord = c.landlord and k.case_id = c.case_id
    and (k.ended_at is null or k.decided_at >= ${since})))`

const casesToBring = statement<CaseRow>(
  'cases-to-bring',
  `select c.* from cases c where c.landlord = $1 and c.case_id > $2 and ${concerned('$3::timestamptz')}
    order by c.case_id limit $4`,
)

// A case may be several terms behind: what any of them may have changed concerns it.
const lockCasesToBring = statement<CaseRow>(
  'lock-cases-to-bring',
  `select c.* from cases c
     cross join lateral (
       select min(t.since) as since from terms t where t.landlord = c.landlord and t.version > c.terms) as changed
    where c.landlord = $1 and c.terms < $2 and c.case_id > $3 and ${concerned('changed.since')}
    order by c.case_id limit $4 for update of c`,
)
