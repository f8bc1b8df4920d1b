import type { Acting } from '#core/people/acting.ts'
import type { Edition } from '#core/promises/edition.ts'
import { beginReplay, type Turned } from '#core/promises/replay.ts'
import { triedOf, turnedIn } from '#core/promises/trying.ts'
import { inWords, isRefusal } from '#core/refusal.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { editionsFromText } from '../terms/terms-book.ts'
import { termsNow } from '../terms/terms-now.ts'
import { instantText } from '../types.ts'
import { feedNow } from './begin-try.ts'
import { type SoFar, tellEveryCase } from './every-case.ts'
import { mayNotSee, type TryResult, tryRow, type TryRow } from './try-row.ts'

/** Reading millions of events takes minutes; their first batch may, too, in milliseconds. */
const longestStatement = 600_000
/** After so many batches it is written down how far it is, and looked whether somebody stopped it. */
const batchesBetweenNotes = 25
const turnsAWrite = 5_000

/**
 * Tries a draft on every case there is and keeps what it came to. Begun again from the start, it comes to the same; a try that
 * was stopped, or is done, is left as it is.
 */
export async function runTry(
  store: Store,
  acting: Acting,
  tryId: string,
  signal: AbortSignal,
): Promise<{ readonly done: boolean } | Refused> {
  const begun = await begin(store, acting, tryId)
  if (isRefused(begun)) return begun
  if (begun === undefined) return { done: false }
  const came = await readAll(store, acting, begun, signal)
  if (isRefused(came)) return came
  if (came === undefined) {
    if (signal.aborted) throw new Error('the worker is stopping before the draft was tried on every case')
    return { done: false }
  }
  return keep(store, acting, tryId, came)
}

interface Begun {
  readonly row: TryRow
  readonly now: readonly Edition[]
  readonly draft: readonly Edition[]
}

function begin(store: Store, acting: Acting, tryId: string): Promise<Begun | undefined | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const row = mayNotSee(tx) ?? (await tryRow(tx, tryId))
    if (isRefused(row)) return row
    const [marked] = await tx.run(markRunning, [acting.landlord, tryId])
    if (marked === undefined) return undefined
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const [holidays] = await tx.run(feedNow, [acting.landlord])
    const draft = editionsFromText([marked.pack], holidays?.feed, store.vocabulary)
    // It was checked when the try was begun.
    if (isRefusal(draft)) throw new Error(inWords(draft))
    return { row, now: terms.editions, draft }
  })
}

interface Came {
  readonly result: TryResult
  readonly turned: readonly Turned[]
}

/** Undefined where it was stopped on the way. */
function readAll(
  store: Store,
  acting: Acting,
  { row, now, draft }: Begun,
  signal: AbortSignal,
): Promise<Came | undefined | Refused> {
  const work = async (tx: Transaction) => {
    const looked = { from: row.from ?? undefined, to: row.to }
    const replay = beginReplay(now, draft, store.vocabulary.rereading, row.asOf, looked)
    const note = noteOf(store, acting, row.tryId)
    let uncounted = 0
    let batches = 0
    const read = await tellEveryCase(tx, row.asOf, {
      onCase(timeline) {
        try {
          replay.add(timeline)
        } catch (error) {
          if (!(error instanceof RangeError)) throw error
          uncounted += 1
        }
      },
      onBatch: async (soFar) => {
        if (signal.aborted) return false
        return batches++ % batchesBetweenNotes !== 0 || (await note(soFar))
      },
    })
    if (read === undefined) return undefined
    const replayed = replay.finish()
    const tried = triedOf(replayed, { ...looked, asOf: row.asOf })
    const turned = [...replayed.turnings.values()].reduce((sum, each) => sum + turnedIn(each), 0)
    return { result: { ...tried, ...read, uncounted, turned }, turned: replayed.turned }
  }
  return store.database.transact(acting, 'figures.read', work, {
    snapshot: true,
    once: true,
    longestStatement,
  })
}

/** Writes down how far it is, beside the long reading; says whether to go on. */
function noteOf(store: Store, acting: Acting, tryId: string): (soFar: SoFar) => Promise<boolean> {
  return async ({ cases }) => {
    const noted = await store.database.transact(acting, 'figures.read', (tx) =>
      tx.run(noteProgress, [acting.landlord, tryId, cases]),
    )
    return !isRefused(noted) && noted.length > 0
  }
}

function keep(
  store: Store,
  acting: Acting,
  tryId: string,
  { result, turned }: Came,
): Promise<{ readonly done: boolean } | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const values = [acting.landlord, tryId, JSON.stringify(result), result.cases, instantText(store.now())]
    const [kept] = await tx.run(markDone, values)
    if (kept === undefined) return { done: false }
    await tx.run(forgetTurns, [acting.landlord, tryId])
    for (let from = 0; from < turned.length; from += turnsAWrite) {
      const rows = turned.slice(from, from + turnsAWrite).map((each, index) => ({
        landlord: acting.landlord,
        try_id: tryId,
        promise: each.promise,
        place: from + index,
        case_id: each.case,
        n: each.n,
        was: each.before,
        comes_to: each.after,
      }))
      await tx.run(insertTurns, [JSON.stringify(rows)])
    }
    return { done: true }
  })
}

const markRunning = statement<{ readonly pack: string }>(
  'run-try',
  `update tried_drafts set state = 'running', cases_read = 0,
      cases_all = (select count(*) from cases where landlord = $1)
    where landlord = $1 and try_id = $2 and state in ('waiting', 'running') returning pack`,
)

const noteProgress = statement<{ readonly try_id: string }>(
  'note-try',
  `update tried_drafts set cases_read = $3 where landlord = $1 and try_id = $2 and state = 'running' returning try_id`,
)

const markDone = statement<{ readonly try_id: string }>(
  'end-try',
  `update tried_drafts set state = 'done', result = $3::json, cases_read = $4, ended_at = $5
    where landlord = $1 and try_id = $2 and state = 'running' returning try_id`,
)

const forgetTurns = statement('forget-turns', 'delete from tried_turns where landlord = $1 and try_id = $2')

const insertTurns = statement(
  'insert-turns',
  'insert into tried_turns select * from json_populate_recordset(null::tried_turns, $1::json)',
)
