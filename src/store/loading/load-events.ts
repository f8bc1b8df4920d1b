import type { Acting } from '#core/people/acting.ts'
import { refuse } from '#core/refusal.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { latestTerms } from '../ledger/case-row.ts'
import { addSums, differences } from '../ledger/tallies.ts'
import type { Store } from '../store.ts'
import { holdOffSealing } from '../verify/load-lock.ts'
import { appendToCases } from './append-to-cases.ts'
import {
  type CasesToLoad,
  type CaseToLoad,
  type Loaded,
  loadedTogether,
  nothingLoaded,
  type RejectedEvents,
} from './case-to-load.ts'
import { type Chunk, inChunks } from './in-chunks.ts'
import { insertCases } from './insert-cases.ts'
import { prepare, type PreparedCase, type Preparing } from './prepare.ts'
import { recomputeMergedInto } from './recompute-merged.ts'
import { gatherStatistics, manyEvents } from './statistics.ts'
import { toldWithSurvivors } from './survivors.ts'

export interface LoadOptions {
  /** Who told us, as each event names them: `import:calls-2025`. */
  readonly actor: string
  /** Events of a case that is there already are added to it; otherwise they are rejected. */
  readonly append?: boolean
  /** Everything is loaded or nothing; otherwise what was loaded before a fault stays. */
  readonly inOneGo?: boolean
  readonly onProgress?: (loaded: Loaded) => void
  /** Told of everything that was not taken in, with its reason. */
  readonly onRejected?: (rejected: RejectedEvents) => void
}

/** So many cases are committed together where not everything is. */
const casesATransaction = 10_000

/**
 * Loads many cases at once: each is worked out from its events and written with its clocks, and the figures are moved by
 * what they add together. What it leaves is what recording the same events one by one would have left; but webhooks are
 * not told of what happened long ago. Figures of other systems are rejected unless whoever runs the machine brings them.
 */
export async function loadEvents(
  store: Store,
  acting: Acting,
  source: CasesToLoad,
  options: LoadOptions,
): Promise<Loaded | Refused> {
  const chunks = inChunks(source)
  let loaded = nothingLoaded
  try {
    for (;;) {
      const before = loaded
      const done = await store.database.transact(
        acting,
        'import',
        (tx) => loadSome(tx, store, chunks, { ...options, before }),
        { once: true },
      )
      if (isRefused(done)) return done
      loaded = done.loaded
      if (done.isOver) break
    }
  } finally {
    await chunks.return()
  }
  const failed = loaded.events < manyEvents ? undefined : await gatherStatistics(store.database, acting)
  return failed ?? loaded
}

interface LoadingSome extends LoadOptions {
  /** What transactions before this one loaded. */
  readonly before: Loaded
}

interface LoadedSome {
  readonly loaded: Loaded
  readonly isOver: boolean
}

async function loadSome(
  tx: Transaction,
  store: Store,
  chunks: AsyncGenerator<Chunk, void>,
  options: LoadingSome,
): Promise<LoadedSome | Refused> {
  const by = await preparing(tx, store, options.actor)
  if (isRefused(by)) return by
  await holdOffSealing(tx)
  const sums = new Map<string, number>()
  let loaded = options.before
  let cases = 0
  let writing: Promise<Loaded> | undefined
  const settle = async () => {
    if (writing === undefined) return
    loaded = loadedTogether(loaded, await writing)
    writing = undefined
    options.onProgress?.(loaded)
  }
  let isOver = false
  while (!isOver && (options.inOneGo === true || cases < casesATransaction)) {
    const { value: chunk } = await chunks.next()
    isOver = chunk === undefined
    if (chunk === undefined) break
    cases += chunk.cases.length
    // A merged case looks for its survivor on record, so what was loaded before it must be there.
    if (chunk.merged !== undefined) await settle()
    // Otherwise the next chunk is worked out while the database is busy with this one.
    const rows = await prepareChunk(tx, chunk, by)
    await settle()
    writing = write(tx, store, { ...rows, by, sums, options })
    writing.catch(() => {})
  }
  await settle()
  await addSums(tx, sums)
  return { loaded, isOver }
}

async function preparing(tx: Transaction, store: Store, actor: string): Promise<Preparing | Refused> {
  const { landlord } = tx.acting
  const [latest] = await tx.run(latestTerms, [landlord])
  if (latest === undefined || latest.terms === 0)
    return refused('not valid', 'there are no promises to count by yet', 'activate an edition first')
  const terms = await store.terms.at(tx, store.vocabulary, latest.terms)
  const returnsCount = tx.acting.may.has('returns.check')
  return { landlord, actor, terms, vocabulary: store.vocabulary, asOf: store.now(), returnsCount }
}

interface PreparedChunk {
  readonly cases: readonly PreparedCase[]
  readonly rejected: readonly RejectedEvents[]
}

async function prepareChunk(tx: Transaction, chunk: Chunk, by: Preparing): Promise<PreparedChunk> {
  const toldOf = await toldWithSurvivors(tx, chunk)
  const done = chunk.cases.map((each) => prepare(each, toldOf(each), by))
  return {
    cases: done.filter((each) => 'row' in each),
    rejected: done.filter((each) => 'because' in each),
  }
}

interface Writing extends PreparedChunk {
  readonly by: Preparing
  readonly sums: Map<string, number>
  readonly options: LoadOptions
}

async function write(tx: Transaction, store: Store, writing: Writing): Promise<Loaded> {
  const { by, sums, options } = writing
  const fresh = await insertCases(tx, writing.cases)
  addTo(sums, fresh)
  await recomputeMergedInto(
    tx,
    fresh.map(({ loaded }) => loaded.caseId),
    by,
  )
  const there = takenOf(writing.cases, fresh)
  const appended =
    options.append === true && there.length > 0 ? await appendToCases(tx, store, there, by) : rejectAll(there)
  const rejected = [...writing.rejected, ...appended.rejected]
  for (const each of rejected) options.onRejected?.(each)
  return {
    cases: fresh.length,
    events: sumOf(fresh, ({ events }) => events.length) + appended.events,
    clocks: sumOf(fresh, ({ clocks }) => clocks.length),
    rejected: sumOf(rejected, ({ events }) => events.length),
    again: appended.again,
  }
}

/** Cases whose id was taken, be it by one before it in this load. */
function takenOf(cases: readonly PreparedCase[], fresh: readonly PreparedCase[]): readonly CaseToLoad[] {
  if (cases.length === fresh.length) return []
  const added = new Set(fresh)
  return cases.filter((each) => !added.has(each)).map(({ loaded }) => loaded)
}

function rejectAll(cases: readonly CaseToLoad[]) {
  const because = refuse('the case is there already', 'load it with --append to add events to it')
  return { events: 0, again: 0, rejected: cases.map((each) => ({ ...each, because })) }
}

function addTo(sums: Map<string, number>, cases: readonly PreparedCase[]): void {
  const changes = cases.map(({ loaded, teamId, tallied }) => ({
    caseId: loaded.caseId,
    before: [],
    after: tallied,
    teamBefore: null,
    teamAfter: teamId,
  }))
  for (const [key, amount] of differences(changes)) sums.set(key, (sums.get(key) ?? 0) + amount)
}

function sumOf<Each>(items: readonly Each[], amount: (each: Each) => number): number {
  return items.reduce((sum, each) => sum + amount(each), 0)
}
