import { type ParsedCronItem, parseCronItems } from 'graphile-worker'
import { cronText, madeUpFor } from '../schedule.ts'
import type { Task } from '../task.ts'
import { forEachLandlord } from './for-each-landlord.ts'

/** What comes round by itself, for the job library. The key has several that were missed made up for by one. */
export function cronItems(tasks: readonly Task[]): ParsedCronItem[] {
  const items = tasks.flatMap(({ name, comes }) => {
    if (comes === undefined) return []
    const options = {
      backfillPeriod: madeUpFor(comes),
      jobKey: `${forEachLandlord}:${name}`,
      jobKeyMode: 'preserve_run_at' as const,
      maxAttempts: 12,
    }
    return [
      { task: forEachLandlord, match: cronText(comes), identifier: name, payload: { task: name }, options },
    ]
  })
  return parseCronItems(items)
}
