import type { PromiseOfEdition } from '#core/promises/edition.ts'
import { termsOf } from '#core/promises/meters/ratio-meter.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { returnNameOf } from '#core/promises/return-name.ts'

/** A figure that promises take from another system. */
export interface ReturnNeeded {
  readonly name: string
  readonly promises: readonly PackPromise[]
  /** True where the latest value stands until there is another: how many homes there are. */
  readonly stands: boolean
  /** True where cases of Kept may hold the same: rent, where the accounts are connected. Then nobody is asked for it. */
  readonly instead: boolean
  /** Every how many months it comes, as its promises are reported; somebody may set another. */
  readonly everyMonths: number
}

/** Every return that the ratios of a pack take, in the order of its promises. */
export function returnsNeeded(promises: readonly PromiseOfEdition[]): readonly ReturnNeeded[] {
  const found = new Map<string, ReturnNeeded>()
  for (const { promise } of promises) {
    if (promise.measure !== 'ratio') continue
    for (const term of termsOf(promise.clauses)) {
      const name = returnNameOf(term)
      if (name === undefined) continue
      const before = found.get(name)
      const of = before?.promises ?? []
      found.set(name, {
        name,
        promises: of.includes(promise) ? of : [...of, promise],
        stands: term.latest === true || term.last !== undefined,
        instead: term.returned === undefined,
        everyMonths: Math.min(before?.everyMonths ?? 12, monthsOf(promise.reported)),
      })
    }
  }
  return [...found.values()]
}

/** The shortest time between two reports of a promise; a month, where none is named. */
function monthsOf(reported: readonly string[]): number {
  const named = reported.flatMap((words) => lengths.get(words) ?? [])
  return named.length === 0 ? 1 : Math.min(...named)
}

const lengths: ReadonlyMap<string, number> = new Map([
  ['monthly', 1],
  ['quarterly', 3],
  ['half-yearly', 6],
  ['annually', 12],
])
