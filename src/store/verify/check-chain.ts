import type { CaseRow } from '../ledger/case-row.ts'
import { chained, noDigest } from '../ledger/chain.ts'
import type { Differences } from './difference.ts'
import type { SealedRow } from './read-cases.ts'

/** Checks that a case’s events are all there, in their places, and say what they said when they were recorded. */
export function checkChain(row: CaseRow, events: readonly SealedRow[], differences: Differences): void {
  const { case_id: id } = row
  let previous = noDigest
  let last = 0
  for (const event of events) {
    const { sequence } = event
    if (sequence !== last + 1) differences.add({ case: id, sequence, says: gapSays(id, last, sequence) })
    if (!chained(previous, sealedOf(event)).equals(event.digest))
      differences.add({
        case: id,
        sequence,
        column: 'digest',
        says: `case ${id}: event ${sequence} (${event.type}) is not what was recorded, or not in its place: its digest does not follow from the event before it`,
      })
    // From here on by what is stored, so that one changed event is told once, and not for all that follow it.
    previous = event.digest
    last = sequence
  }
  if (row.version !== last)
    differences.add({
      case: id,
      column: 'version',
      stored: String(row.version),
      workedOut: String(last),
      says: `case ${id} should have ${row.version} events; the last there is has the number ${last}`,
    })
  if (!row.last_digest.equals(previous))
    differences.add({
      case: id,
      column: 'last_digest',
      says: `case ${id}: its last event does not have the digest that the case has`,
    })
}

function gapSays(id: string, last: number, sequence: number): string {
  const gone = sequence === last + 2 ? `event ${last + 1} is` : `events ${last + 1} to ${sequence - 1} are`
  return `case ${id}: ${gone} missing`
}

function sealedOf({
  case_id,
  sequence,
  kind,
  type,
  event_id,
  occurred_at,
  recorded_at,
  actor,
  text,
}: SealedRow) {
  return {
    caseId: case_id,
    sequence,
    kind,
    type,
    eventId: event_id,
    occurredAt: occurred_at,
    recordedAt: recorded_at,
    actor,
    data: text,
  }
}
