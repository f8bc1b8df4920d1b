import type { Pack } from '#core/promises/pack.ts'
import { editionsOf } from '#core/promises/edition.ts'
import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import type { Calendar } from '#core/time/calendar.ts'
import type { Zone } from '#core/time/zone.ts'
import { findPack, readHolidays, readPack } from '#apps/cli/pack-files.ts'
import type { Landlord } from './landlord.ts'
import { type Random, randomNamed } from './random.ts'

/** One landlord's year, before anything happens in it. */
export interface World {
  readonly landlord: Landlord
  readonly pack: Pack
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

/** Reads the landlord's pack and bank holidays. */
export function worldOf(landlord: Landlord, seed: string, scale: number): World | Refusal {
  const found = findPack(landlord.pack)
  if (isRefusal(found)) return found
  const pack = readPack(found)
  if (!('promises' in pack))
    return refuse(`the pack ${landlord.pack} has faults`, `kept check ${landlord.pack}`)
  const holidays = readHolidays(undefined)
  const counted = editionsOf([pack], holidays)
  const worked = editionsOf([pack], holidays, { holidays: [], closures: landlord.shut })
  if (isRefusal(counted)) return counted
  if (isRefusal(worked)) return worked
  const [edition] = counted
  const [real] = worked
  if (edition === undefined || real === undefined) throw new Error('one pack makes one edition')
  return {
    landlord,
    pack,
    scale,
    zone: edition.calendar.zone,
    calendar: edition.calendar,
    office: real.calendar,
    random: (part) => randomNamed(`${seed} ${landlord.pack} ${part}`),
    count: (many) => (many === 0 ? 0 : Math.max(1, Math.round(many * scale))),
  }
}
