import type { Edition } from '#core/promises/edition.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import type { Instant } from '#core/time/instant.ts'

/** What the edition in force then promises: nobody is sent to judge what was promised once. Before the first, the first. */
export function promisesInForce(editions: readonly Edition[], at: Instant): readonly PackPromise[] {
  const edition = editions.findLast(({ from }) => from <= at) ?? editions[0]
  return edition?.pack.promises ?? []
}
