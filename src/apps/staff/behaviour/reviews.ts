import { type Day, parseDay } from '#core/time/day.ts'
import { parseInstant } from '#core/time/instant.ts'
import type { CaseworkRow } from '#store/casework/list-casework.ts'
import { staffZone } from '../times.ts'

/** On which day the restriction that stands is looked at again; undefined where none stands, or none was said. */
export function reviewOn({ events }: Pick<CaseworkRow, 'events'>): Day | undefined {
  const last = events.findLast(({ type }) => type === 'restriction-set' || type === 'restriction-ended')
  const review = last?.type === 'restriction-set' ? last.data['review'] : undefined
  if (typeof review !== 'string') return undefined
  if (review.length === 10) return parseDay(review)
  const at = parseInstant(review)
  return at === undefined ? undefined : staffZone.dayOf(at)
}

/** Whether a restriction stands. */
export function isRestricted({ events }: Pick<CaseworkRow, 'events'>): boolean {
  const last = events.findLast(({ type }) => type === 'restriction-set' || type === 'restriction-ended')
  return last?.type === 'restriction-set'
}
