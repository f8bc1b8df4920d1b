import { type Edition, editionsOf } from '#core/promises/edition.ts'
import { isRefusal } from '#core/refusal.ts'
import { findPack, readHolidays, readPack } from '../../src/apps/cli/pack-files.ts'

/** The pack that is measured. */
export const packName = 'one-housing-group'

/** Its edition, ready to measure by. */
export function edition(): Edition {
  const found = findPack(packName)
  if (isRefusal(found)) throw new Error(found.refusal)
  const pack = readPack(found)
  if (!('promises' in pack)) throw new Error(`${packName} has faults`)
  const editions = editionsOf([pack], readHolidays(undefined))
  if (isRefusal(editions) || editions[0] === undefined) throw new Error(`${packName} has no edition`)
  return editions[0]
}
