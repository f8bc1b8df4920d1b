import type { PackPromise } from '#core/promises/pack.ts'
import type { ObservedBy } from './instrument.ts'

/** One question of an observer’s form, in the words of the promises that it feeds. */
export interface ObservedItem {
  /** As observations name it. */
  readonly item: string
  /** The clauses that count it. */
  readonly promises: readonly string[]
  /** The promise’s own words. */
  readonly says: string
}

/** Every item of a pack that this instrument, or customers in a survey, judge, in the pack’s order; what several clauses count is asked once. */
export function itemsJudgedBy(
  promises: readonly PackPromise[],
  instrument: ObservedBy | 'survey',
): readonly ObservedItem[] {
  const checks = promises.flatMap((promise) =>
    promise.measure === 'check' && promise.clauses.instruments.includes(instrument)
      ? [{ item: promise.clauses.item, id: promise.id, says: promise.promise }]
      : [],
  )
  return [...Map.groupBy(checks, ({ item }) => item)].map(([item, found]) => ({
    item,
    promises: found.map(({ id }) => id),
    says: found[0]?.says ?? item,
  }))
}
