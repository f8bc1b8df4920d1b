import type { Day } from '#core/time/day.ts'
import type { CaseworkRow } from '#store/casework/list-casework.ts'
import { restrictionIn } from '#store/casework/restrictions.ts'

/** On which day the restriction that stands is looked at again; undefined where none stands, or none was said. */
export function reviewOn({ events }: Pick<CaseworkRow, 'events'>): Day | undefined {
  return restrictionIn(events)?.reviewOn
}

/** Whether a restriction stands. */
export function isRestricted({ events }: Pick<CaseworkRow, 'events'>): boolean {
  return restrictionIn(events) !== undefined
}
