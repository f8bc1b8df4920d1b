import type { CaseToLoad } from '#store/loading/case-to-load.ts'
import { landlords } from '../../../examples/year/landlords.ts'
import { worldOf } from '../../../examples/year/world.ts'
import { yearOf } from '../../../examples/year/year.ts'

/** The example year of a shipped landlord at a share of its size, by case. */
export function smallYear(slug: string, scale: number): readonly CaseToLoad[] {
  const landlord = landlords.find(({ pack }) => pack === slug)
  if (landlord === undefined) throw new Error(`there is no example year of ${slug}`)
  const world = worldOf(landlord, 'loading', scale)
  if ('refusal' in world) throw new Error(world.refusal)
  const events = yearOf(world).map((told, index) => ({ ...told, line: index + 1 }))
  return [...Map.groupBy(events, (event) => event.case)].map(([caseId, told]) => ({ caseId, events: told }))
}
