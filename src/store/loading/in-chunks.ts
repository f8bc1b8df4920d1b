import type { CasesToLoad, CaseToLoad } from './case-to-load.ts'

/** Cases that go to the database together. */
export interface Chunk {
  readonly cases: readonly CaseToLoad[]
  /** Of cases that were merged: all that waited with them, among which each may find the one it was merged into. */
  readonly merged?: ReadonlyMap<string, CaseToLoad>
}

/** So many cases, or so many events, are one statement: enough to be quick, and small enough to overlap with the next. */
const casesAChunk = 500
const eventsAChunk = 2_000

/** So many merged cases wait for the end; where there are more, these go first, and are worked out again when need be. */
const mostWaiting = 50_000

/**
 * Gives cases again in chunks of a size. Those that were merged come last, so that each finds the case it was merged
 * into on record (trap 26).
 */
export async function* inChunks(source: CasesToLoad): AsyncGenerator<Chunk, void> {
  let merged = new Map<string, CaseToLoad>()
  let cases: CaseToLoad[] = []
  let events = 0
  for await (const batch of source) {
    for (const each of batch) {
      if (isMerged(each) && !merged.has(each.caseId)) {
        merged.set(each.caseId, each)
        continue
      }
      cases.push(each)
      events += each.events.length
      if (cases.length < casesAChunk && events < eventsAChunk) continue
      yield { cases }
      cases = []
      events = 0
    }
    if (merged.size < mostWaiting) continue
    yield* chunksOf(merged)
    merged = new Map()
  }
  if (cases.length > 0) yield { cases }
  yield* chunksOf(merged)
}

function isMerged({ events }: CaseToLoad): boolean {
  return events.some(({ type }) => type === 'merged-into')
}

function* chunksOf(merged: ReadonlyMap<string, CaseToLoad>): Iterable<Chunk> {
  const cases = [...merged.values()]
  for (let from = 0; from < cases.length; from += casesAChunk)
    yield { cases: cases.slice(from, from + casesAChunk), merged }
}
