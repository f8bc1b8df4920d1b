import type { Acting } from '#core/people/acting.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Store } from '#store/store.ts'
import { readPromises } from '#store/terms/read-terms.ts'
import { beginTry } from '#store/tries/begin-try.ts'
import { listTries } from '#store/tries/read-tries.ts'

/** What if a long promise of days were kept in half the time: it waits for the worker, which has it done soon after the start. */
export async function askWhatIf({
  store,
  acting,
}: {
  readonly store: Store
  readonly acting: Acting
}): Promise<Refused | undefined> {
  const there = await listTries(store, acting)
  if (isRefused(there)) return there
  if (there.length > 0) return undefined
  const promises = await readPromises(store, acting)
  if (isRefused(promises)) return promises
  for (const { promise } of promises) {
    const within = halfOf(promise)
    if (within === undefined) continue
    const begun = await beginTry(store, acting, { draft: { promise: promise.id, within } })
    // A length that several promises share is changed by hand alone.
    if (!isRefused(begun)) return undefined
    if (begun.because !== 'not valid') return begun
  }
  return undefined
}

function halfOf(promise: PackPromise): string | undefined {
  const length = promise.measure === 'clock' ? promise.clauses.within?.length : undefined
  if (length?.unit !== 'working days' || length.amount < 5) return undefined
  return `${Math.floor(length.amount / 2)} working days`
}
