import type { Instant } from '#core/time/instant.ts'
import type { FactHearer, FactSource, ReadCount } from './facts.ts'
import type { Faults } from './faults.ts'
import { progressOf } from './open-file.ts'
import { readFacts } from './read-facts.ts'

/** Reads facts while a terminal shows how far it has come; faulty rows go to `faults`. */
export async function readWithProgress(
  source: FactSource,
  asOf: Instant,
  onCase: FactHearer['onCase'],
  faults: Faults,
): Promise<ReadCount> {
  const progress = progressOf(source.files)
  const hearer = { onCase, onFault: faults.add, onHeading: faults.heading }
  const read = await readFacts(source, asOf, hearer, progress)
  progress.done()
  return read
}
