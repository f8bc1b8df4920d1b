import type { Refused } from '#core/refused.ts'
import { recordComparisons } from './comparisons.ts'
import { recordDuties } from './duties.ts'
import type { PerformanceGround } from './ground.ts'
import { recordLearning } from './learning.ts'
import { recordObservations } from './observations.ts'
import { recordPublic } from './public.ts'
import { recordReports } from './reports.ts'
import { recordSurveys } from './surveys.ts'
import { recordTranslations } from './translations.ts'
import { askWhatIf } from './tries.ts'

export type { PerformanceGround } from './ground.ts'

/** What measuring, explaining and publishing left behind: one line an area. */
const areas: readonly ((ground: PerformanceGround) => Promise<Refused | undefined>)[] = [
  recordComparisons,
  recordDuties,
  recordLearning,
  recordObservations,
  recordPublic,
  recordReports,
  recordSurveys,
  askWhatIf,
  recordTranslations,
]

/** Fills the pages about performance. Done again after a start that was cut off, it adds only what is missing. */
export async function recordPerformance(ground: PerformanceGround): Promise<Refused | undefined> {
  for (const area of areas) {
    const failed = await area(ground)
    if (failed !== undefined) return failed
  }
  return undefined
}
