import type { CaseEvent } from '#core/ledger/event.ts'
import type { Transaction } from '../database.ts'
import { readTold } from '../ledger/recompute.ts'
import { mergesIn, type ToldByCase } from '../ledger/working.ts'
import type { CaseToLoad } from './case-to-load.ts'
import type { Chunk } from './in-chunks.ts'

/** More links than this in a chain of merges are a mistake. */
const longestChain = 20

/** For each case of a chunk, its events with those of whatever it was merged into: in the same load, or on record. */
export async function toldWithSurvivors(
  tx: Transaction,
  { cases, merged }: Chunk,
): Promise<(loaded: CaseToLoad) => ToldByCase> {
  if (merged === undefined) return ({ caseId, events }) => new Map([[caseId, inPlace(events)]])
  const wanted = new Set(cases.flatMap((each) => [...chainOf(each, merged)]).filter((id) => !merged.has(id)))
  const onRecord = await readTold(tx, [...wanted])
  return (loaded) => {
    const told = new Map([[loaded.caseId, inPlace(loaded.events)]])
    const [...chain] = chainOf(loaded, merged)
    for (const id of chain) add(told, id, merged.get(id)?.events, onRecord)
    return told
  }
}

function add(
  told: Map<string, readonly CaseEvent[]>,
  id: string,
  waiting: readonly CaseEvent[] | undefined,
  onRecord: ToldByCase,
): void {
  if (waiting !== undefined) {
    told.set(id, inPlace(waiting))
    return
  }
  // What is on record may have been merged further, into cases that were read with it.
  let next: readonly string[] = [id]
  for (let links = 0; next.length > 0 && links < longestChain; links++) {
    const found = next.filter((each) => !told.has(each))
    for (const each of found) told.set(each, onRecord.get(each) ?? [])
    next = found.flatMap((each) => mergesIn(onRecord.get(each) ?? []))
  }
}

/** The ids a case was merged into, one after the other, as far as cases of this load lead. */
function chainOf(loaded: CaseToLoad, merged: ReadonlyMap<string, CaseToLoad>): ReadonlySet<string> {
  const chain = new Set<string>()
  let next = mergesIn(loaded.events)
  for (let links = 0; next.length > 0 && links < longestChain; links++) {
    const fresh = next.filter((id) => id !== loaded.caseId && !chain.has(id))
    for (const id of fresh) chain.add(id)
    next = fresh.flatMap((id) => mergesIn(merged.get(id)?.events ?? []))
  }
  return chain
}

/** Events as they will be read from the ledger: each one’s line is its place in the case. */
function inPlace(events: readonly CaseEvent[]): readonly CaseEvent[] {
  return events.map((event, index) => ({ ...event, line: index + 1 }))
}
