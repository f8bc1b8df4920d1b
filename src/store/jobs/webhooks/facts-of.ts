import type { EventRow } from '../../ledger/event-row.ts'
import { instantText } from '../../types.ts'

/**
 * What a webhook is told of an event, in the shape of the Standard Webhooks: facts, codes and ids, as in the ledger.
 * Words stay in the drawer; whoever may read them asks the API for them by their id.
 */
export function factsOf({
  case_id,
  sequence,
  kind,
  type,
  event_id,
  occurred_at,
  recorded_at,
  actor,
  data,
}: EventRow) {
  return {
    type,
    timestamp: instantText(recorded_at),
    data: {
      case: case_id,
      kind,
      sequence,
      type,
      ...(event_id !== null && { id: event_id }),
      at: instantText(occurred_at),
      recordedAt: instantText(recorded_at),
      by: actor,
      data,
    },
  }
}
