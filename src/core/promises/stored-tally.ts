import type { Instant } from '#core/time/instant.ts'
import type { MeasuringTerms, Tallied } from './measuring.ts'
import { meterPromises } from './metered.ts'
import { type ClockHearer, inOrderOfTime, type Landlord } from './meters/meter.ts'
import { tallyOver } from './meters/tally.ts'
import { cellsFrom, type TallyPart } from './stored-tally-parts.ts'

/** What is known of all cases together, beside what each adds to the sums. */
export interface KnownOfAll {
  /** The earliest `firstAt` of any case, and the records of the landlord; undefined without facts. */
  readonly landlord: Landlord | undefined
  /** The latest `lastAt` of any case. Only figures shown without a last day ask for it; otherwise the last day of the span does. */
  readonly lastAt?: Instant | undefined
  readonly beforeEdition?: number
}

/**
 * The tallies that measuring all cases at once would give, from what each of them adds (case-measuring.ts), in any order and
 * already summed or not. What concerns the landlord as a whole is worked out here. The parts stand for whole months of all
 * that is known, so the span of the terms must run from the earliest day to the day as of which it is measured.
 */
export function talliedFrom(
  { editions, rereading, span }: MeasuringTerms,
  parts: Iterable<TallyPart>,
  known: KnownOfAll,
): Tallied {
  const { edition, promises } = meterPromises(editions, rereading)
  const cellsOf = cellsFrom(parts)
  const landlord = known.landlord && inOrderOfTime(known.landlord)
  return {
    edition,
    promises: promises.map(({ promise, meter }) => {
      const tally = tallyOver(span, undefined, cellsOf.get(promise.id))
      if (landlord !== undefined) meter.finish?.(landlord, tally, unheard)
      return { promise, tally }
    }),
    firstOn: landlord && span.zone.dayOf(landlord.firstAt),
    lastOn: known.lastAt === undefined ? landlord && span.to : span.zone.dayOf(known.lastAt),
    beforeEdition: known.beforeEdition ?? 0,
  }
}

const unheard: ClockHearer = () => {}
