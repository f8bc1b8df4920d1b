import { createHash } from 'node:crypto'
import type { Day } from '#core/time/day.ts'
import { rowsInBatches, streamed } from '../cursor.ts'
import type { Transaction } from '../database.ts'
import { dayText } from '../types.ts'

/** The root of a day: one digest over the root before it and every event that entered the ledger on that day. */
export interface DayRoot {
  readonly events: number
  readonly digest: Buffer
}

/** Works out the root of a day from the events, in the order of their cases and numbers, whatever the database sorts by. */
export async function dayDigest(
  tx: Transaction,
  slug: string,
  previous: Buffer | undefined,
  day: Day,
): Promise<DayRoot> {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([slug, dayText(day), previous?.toString('hex') ?? null]))
  let events = 0
  for await (const rows of rowsInBatches(tx, eventsOfDay, [tx.acting.landlord, dayText(day)])) {
    events += rows.length
    for (const { case_id: id, sequence, digest } of rows)
      hash.update(`\n${JSON.stringify([id, sequence, digest.toString('hex')])}`)
  }
  return { events, digest: hash.digest() }
}

const eventsOfDay = streamed<{
  readonly case_id: string
  readonly sequence: number
  readonly digest: Buffer
}>(
  'events-of-day',
  `select case_id, sequence, digest from events where landlord = $1 and entered_on = $2
    order by case_id collate "C", sequence`,
)
