import { vocabulary } from '#apps/compose.ts'
import { readHolidays } from '#apps/cli/pack-files.ts'
import { effectiveEvents } from '#core/ledger/effective.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import { parseEvent } from '#core/ledger/parse-event.ts'
import { mergedTimeline } from '#core/ledger/timeline.ts'
import { editionsOf } from '#core/promises/edition.ts'
import type { Figure } from '#core/promises/figure.ts'
import { figuresOf } from '#core/promises/figures.ts'
import { beginMeasuring } from '#core/promises/measuring.ts'
import { isRefusal, type Refusal } from '#core/refusal.ts'
import type { Instant } from '#core/time/instant.ts'
import type { By } from '#core/time/period.ts'
import type { Landlord } from '../../examples/year/landlord.ts'
import { lineOf } from '../../examples/year/told.ts'
import { type World, worldOf } from '../../examples/year/world.ts'
import { yearOf } from '../../examples/year/year.ts'

/** A small year of a landlord. */
export interface Made {
  readonly world: World
  readonly lines: readonly string[]
}

/** Makes up a landlord's year at a share of its size. */
export function madeYear(landlord: Landlord, seed: string, scale: number): Made {
  return madeIn(worldOf(landlord, seed, scale))
}

/** The year before it is looked at, as a demonstration loads it. */
export function yearBefore(landlord: Landlord, scale: number, lookedAt: Instant): Made {
  return madeIn(worldOf(landlord, 'kept', scale, lookedAt))
}

function madeIn(world: World | Refusal): Made {
  if (isRefusal(world)) throw new Error(world.refusal)
  return { world, lines: yearOf(world).map((told) => lineOf(told, world.zone)) }
}

/** Every line through the door of the ledger. */
export function atTheDoor({ lines }: Made): readonly (CaseEvent | Refusal)[] {
  return lines.map((line, index) => parseEvent(line, index + 1, vocabulary))
}

/** The events of a year, by case. */
export function byCase(made: Made): ReadonlyMap<string, readonly CaseEvent[]> {
  const cases = new Map<string, CaseEvent[]>()
  for (const event of atTheDoor(made)) {
    if (isRefusal(event)) throw new Error(event.refusal)
    const events = cases.get(event.case) ?? []
    if (events.length === 0) cases.set(event.case, events)
    events.push(event)
  }
  return cases
}

/** The figures of the whole year, or of each part of it. */
export function figuresFrom(made: Made, by: By): ReadonlyMap<string, readonly Figure[]> {
  const { pack, zone, year } = made.world
  const editions = editionsOf([pack], readHolidays(undefined))
  if (isRefusal(editions)) throw new Error(editions.refusal)
  const asOf = zone.startOf(year.ends + 1)
  const days = { from: year.begins, to: year.ends }
  const measuring = beginMeasuring({
    editions,
    rereading: vocabulary.rereading,
    span: { zone, ...days, asOf },
  })
  const cases = new Map([...byCase(made)].map(([id, events]) => [id, effectiveEvents(events, asOf).events]))
  for (const id of cases.keys()) measuring.add(mergedTimeline(id, cases))
  const { promises } = figuresOf(measuring.finish(), { ...days, by, asOf }, [])
  return new Map(promises.map(({ promise, byPeriod }) => [promise.id, byPeriod]))
}
