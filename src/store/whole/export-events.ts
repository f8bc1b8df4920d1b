import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { rowsInBatches, streamed } from '../cursor.ts'
import type { EventRow } from '../ledger/event-row.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { logAccess } from '../words/access-log.ts'
import type { WriteText } from './export-landlord.ts'

/** One statement may read a large ledger, in milliseconds. */
const longestStatement = 600_000

/**
 * Writes out the facts of a landlord alone, as `kept measure` reads them: NDJSON, an event a line, corrections and all. There are
 * no names or words in it. Gives how many there are. Memory stays flat.
 */
export function exportEvents(store: Store, acting: Acting, write: WriteText): Promise<number | Refused> {
  return store.database.transact(
    acting,
    'export',
    async (tx) => {
      const logged = await store.database.transact(acting, 'export', async (log) => {
        await logAccess(log, { what: 'export', customerIds: [], why: 'the events alone' })
        return true
      })
      if (isRefused(logged)) return logged
      let count = 0
      for await (const rows of rowsInBatches(tx, everyEvent, [acting.landlord])) {
        count += rows.length
        await write(rows.map((row) => `${lineOf(row)}\n`).join(''))
      }
      return count
    },
    { snapshot: true, once: true, longestStatement },
  )
}

function lineOf(row: EventRow): string {
  return JSON.stringify({
    case: row.case_id,
    kind: row.kind,
    type: row.type,
    ...(row.event_id !== null && { id: row.event_id }),
    at: instantText(row.occurred_at),
    recordedAt: instantText(row.recorded_at),
    data: row.data,
  })
}

const everyEvent = streamed<EventRow>(
  'every-event-to-export',
  `select case_id, sequence, kind, type, event_id, occurred_at, recorded_at, actor, data
     from events where landlord = $1 order by case_id, sequence`,
)
