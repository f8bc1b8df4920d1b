import type { Acting } from '#core/people/acting.ts'
import type { Role } from '#core/people/role.ts'
import type { Refused } from '#core/refused.ts'
import type { SecretBox } from '#store/people/secret-box.ts'
import type { Store } from '#store/store.ts'
import { recordDuties } from './duties.ts'
import { recordLearning } from './learning.ts'
import { recordObservations } from './observations.ts'
import { recordPublic } from './public.ts'
import { recordReports } from './reports.ts'
import { recordSurveys } from './surveys.ts'
import { recordTranslations } from './translations.ts'
import { askWhatIf } from './tries.ts'

/** At which landlord of the demonstration, and who is there. */
export interface PerformanceGround {
  readonly store: Store
  readonly acting: Acting
  /** The landlord’s name in addresses. */
  readonly slug: string
  /** Somebody of each role, to act as. */
  readonly staffIds: ReadonlyMap<Role, string>
  /** The installation’s secret, with which reports are signed. */
  readonly box: SecretBox
}

/** What measuring, explaining and publishing left behind: one line an area. */
const areas: readonly ((ground: PerformanceGround) => Promise<Refused | undefined>)[] = [
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
