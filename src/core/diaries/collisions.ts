import { type Instant, minute } from '#core/time/instant.ts'

/** Something that takes up somebody’s time, or a room. */
export interface Engagement {
  readonly caseId: string
  readonly fromAt: Instant
  readonly untilAt: Instant
  readonly place: 'office' | 'home' | undefined
  readonly staffIds: readonly string[]
  readonly roomId: string | undefined
  /** The way there, and as long back. */
  readonly travelMinutes: number
}

/** A time at which somebody is away. */
export interface Away {
  readonly staffId: string
  readonly fromAt: Instant
  readonly untilAt: Instant
  readonly where: string
}

/** Why a time will not do for somebody or for a room, with what stands in its way. */
export type Collision =
  | { readonly what: 'staff'; readonly staffId: string; readonly with: Engagement }
  /** They could not be there and back in between. */
  | { readonly what: 'travel'; readonly staffId: string; readonly with: Engagement }
  | { readonly what: 'room'; readonly roomId: string; readonly with: Engagement }
  | { readonly what: 'absence'; readonly staffId: string; readonly away: Away }

/** What a wanted time collides with: the same person or room at one time, the way between two homes, an absence. */
export function collisionsOf(
  wanted: Engagement,
  booked: readonly Engagement[],
  absences: readonly Away[],
): readonly Collision[] {
  const others = booked.filter(({ caseId }) => caseId !== wanted.caseId)
  return [
    ...others.flatMap((other) => collisionsWith(wanted, other)),
    ...absences
      .filter((away) => wanted.staffIds.includes(away.staffId) && overlap(wanted, away))
      .map((away) => ({ what: 'absence', staffId: away.staffId, away }) as const),
  ]
}

function collisionsWith(wanted: Engagement, other: Engagement): readonly Collision[] {
  const found: Collision[] = []
  const meet = overlap(wanted, other)
  const way = meet ? false : !reachable(wanted, other)
  for (const staffId of wanted.staffIds) {
    if (!other.staffIds.includes(staffId)) continue
    if (meet) found.push({ what: 'staff', staffId, with: other })
    else if (way) found.push({ what: 'travel', staffId, with: other })
  }
  if (meet && wanted.roomId !== undefined && wanted.roomId === other.roomId)
    found.push({ what: 'room', roomId: wanted.roomId, with: other })
  return found
}

type Span = Pick<Engagement, 'fromAt' | 'untilAt'>

/** One that ends as the other begins does not touch it. */
function overlap(a: Span, b: Span): boolean {
  return a.fromAt < b.untilAt && b.fromAt < a.untilAt
}

/** Between two homes one travels once, the longer of the two ways; to and from the office its own. */
function reachable(a: Engagement, b: Engagement): boolean {
  const gap = Math.max(a.fromAt - b.untilAt, b.fromAt - a.untilAt)
  return gap >= Math.max(wayOf(a), wayOf(b)) * minute
}

function wayOf({ place, travelMinutes }: Engagement): number {
  return place === 'home' ? travelMinutes : 0
}
