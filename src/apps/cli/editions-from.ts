import { type Edition, editionsOf } from '#core/promises/edition.ts'
import type { Pack } from '#core/promises/pack.ts'
import { faultLine } from '#core/promises/shape/fault.ts'
import { inWords, isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { formatDay } from '#core/time/day.ts'
import { unreadable } from './named-files.ts'
import { calledWrongly, faultsFound, type Outcome } from './outcome.ts'
import { findPack, readHolidays, readPack } from './pack-files.ts'

/** The editions a command measures by, or why not: a pack not found (called wrongly) or its faults. */
export function editionsFrom(
  names: readonly string[],
  holidays: string | undefined,
): readonly Edition[] | Outcome {
  const found = names.map(findPack)
  const noHolidays = holidays === undefined ? undefined : unreadable(holidays)
  const missing = [...found, noHolidays].filter(isRefusal)
  if (missing.length > 0) return calledWrongly(missing)
  const read = found.flatMap((pack) => (isRefusal(pack) ? [] : [readPack(pack)]))
  const faults = read.flatMap((pack) => ('promises' in pack ? [] : pack.map(faultLine)))
  if (faults.length > 0) return faultsFound(faults)
  const packs = read.filter((pack): pack is Pack => 'promises' in pack)
  const clash = clashOf(packs)
  if (clash !== undefined) return calledWrongly([clash])
  const feed = readHolidays(holidays)
  const editions = isRefusal(feed) ? feed : editionsOf(packs, feed)
  return isRefusal(editions) ? faultsFound([`${holidays ?? 'the pack'}: ${inWords(editions)}`]) : editions
}

/** Several packs must be editions of one, each in force from a day of its own. */
function clashOf(packs: readonly Pack[]): Refusal | undefined {
  if (new Set(packs.map(({ id }) => id)).size > 1)
    return refuse('the packs are of several landlords', 'measure one landlord at a time')
  const days = packs.map(({ inForceFrom }) => inForceFrom)
  const twice = days.find((day, index) => days.indexOf(day) !== index)
  if (twice === undefined) return undefined
  return refuse(
    `two of the packs are in force from ${formatDay(twice)}`,
    'name each edition once, each with an in_force_from of its own',
  )
}
