import type { Pack } from '#core/promises/pack.ts'
import { type Edition, editionsOf } from '#core/promises/edition.ts'
import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import type { Calendar } from '#core/time/calendar.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'
import { findPack, readHolidays, readPack } from '#apps/cli/pack-files.ts'
import type { Landlord } from './landlord.ts'
import { landlordIn } from './landlord-in.ts'
import { type Random, randomNamed } from './random.ts'
import { exampleYear, type YearSpan, yearBefore } from './year-span.ts'

/** One landlord's year, before anything happens in it. */
export interface World {
  readonly landlord: Landlord
  readonly pack: Pack
  readonly year: YearSpan
  readonly zone: Zone
  /** Working days as the pack counts them. */
  readonly calendar: Calendar
  /** Days on which somebody is really there: without the days the landlord shuts and has not told the pack of. */
  readonly office: Calendar
  /** 1 for the whole year; less for a small one of the same make. */
  readonly scale: number
  /** Chance for one part of the year. */
  random(part: string): Random
  /** How many of something there are, at this scale; at least one. */
  count(many: number): number
}

/**
 * Reads the landlord's pack and bank holidays. The year is the example year; for a demonstration, the one before the day on which
 * it is looked at.
 */
export function worldOf(known: Landlord, seed: string, scale: number, lookedAt?: Instant): World | Refusal {
  const found = findPack(known.pack)
  if (isRefusal(found)) return found
  const pack = readPack(found)
  if (!('promises' in pack)) return refuse(`the pack ${known.pack} has faults`, `kept check ${known.pack}`)
  const holidays = readHolidays(undefined)
  const counted = onlyOne(editionsOf([pack], holidays))
  if (isRefusal(counted)) return counted
  const { calendar } = counted
  const year = lookedAt === undefined ? exampleYear : yearBefore(lookedAt, calendar)
  const landlord = landlordIn(known, year)
  const worked = onlyOne(editionsOf([pack], holidays, { holidays: [], closures: landlord.shut }))
  if (isRefusal(worked)) return worked
  return {
    landlord,
    pack,
    year,
    scale,
    zone: calendar.zone,
    calendar,
    office: worked.calendar,
    random: (part) => randomNamed(`${seed} ${known.pack} ${part}`),
    count: (many) => (many === 0 ? 0 : Math.max(1, Math.round(many * scale))),
  }
}

/** One pack makes one edition. */
function onlyOne(editions: readonly Edition[] | Refusal): Edition | Refusal {
  if (isRefusal(editions)) return editions
  const [edition] = editions
  if (edition === undefined) throw new Error('one pack makes one edition')
  return edition
}
