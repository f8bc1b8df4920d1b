import type { EventData, FieldValue } from '#core/ledger/event.ts'
import type { Transaction } from '../database.ts'
import type { EventRow } from '../ledger/event-row.ts'
import { statement } from '../statement.ts'

/** What ids in a case are called, by id: staff, teams, contractors and offices. */
export type Names = ReadonlyMap<string, string>

/** More ids than this on one page are left as they are. */
const mostIds = 500

/** The names of whoever did something in these events or is named in them. */
export async function namesIn(
  tx: Transaction,
  events: readonly EventRow[],
  more: readonly (string | null)[],
): Promise<Names> {
  const ids = new Set<string>(more.filter((id) => id !== null))
  for (const { actor, data } of events) {
    if (actor.startsWith('staff:')) ids.add(actor.slice('staff:'.length))
    for (const id of idsIn(data)) ids.add(id)
  }
  if (ids.size === 0) return new Map()
  const rows = await tx.run(namesOfIds, [tx.acting.landlord, [...ids].slice(0, mostIds)])
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Any text may be an id; what is none has no name. */
function idsIn(data: EventData): readonly string[] {
  return Object.entries(data).flatMap(([name, value]) => (name === 'words' ? [] : textsIn(value)))
}

function textsIn(value: FieldValue): readonly string[] {
  if (typeof value === 'string') return value.length <= 200 ? [value] : []
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string').slice(0, 50) : []
}

const namesOfIds = statement<{ readonly id: string; readonly name: string }>(
  'names-of-ids',
  `select staff_id as id, name from staff where landlord = $1 and staff_id = any ($2::text[])
   union all select team_id, name from teams where landlord = $1 and team_id = any ($2::text[])
   union all select contractor_id, name from contractors where landlord = $1 and contractor_id = any ($2::text[])
   union all select office_id, name from offices where landlord = $1 and office_id = any ($2::text[])`,
)
