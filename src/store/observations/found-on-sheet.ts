import { isItemAnswer, type ItemAnswer } from '#core/observations/results.ts'
import { effectiveEvents } from '#core/ledger/effective.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { eventOf } from '../ledger/event-row.ts'
import { eventsOfCases } from '../ledger/recompute.ts'
import type { Store } from '../store.ts'

/** One item as it now stands in the ledger, put right where it was corrected. */
export interface ItemFound {
  /** The event’s own name, by which it is corrected. */
  readonly eventId: string | undefined
  readonly item: string
  readonly answer: ItemAnswer
  readonly at: Instant
  readonly place: string | null
  /** The programme it is of, where it says so. */
  readonly programme: string | null
  /** The note beside it, in the drawer. */
  readonly wordsId: string | null
}

/** What was found on each of these sheets, by the case of the ledger that holds it. */
export async function foundOn(
  tx: Transaction,
  store: Store,
  recordCases: readonly string[],
): Promise<ReadonlyMap<string, readonly ItemFound[]>> {
  const rows = recordCases.length === 0 ? [] : await tx.run(eventsOfCases, [tx.acting.landlord, recordCases])
  const told = Map.groupBy(rows, ({ case_id }) => case_id)
  return new Map(
    [...told].map(([id, events]) => [
      id,
      effectiveEvents(events.map(eventOf), store.now()).events.flatMap(itemFound),
    ]),
  )
}

function itemFound({ type, id, at, data }: CaseEvent): readonly ItemFound[] {
  const { item, answer, place, programme, words } = data
  if (type !== 'observation-recorded' || typeof item !== 'string' || !isItemAnswer(answer)) return []
  const first: unknown = Array.isArray(words) ? words[0] : words
  return [
    {
      eventId: id,
      item,
      answer,
      at,
      place: typeof place === 'string' ? place : null,
      programme: typeof programme === 'string' ? programme : null,
      wordsId: typeof first === 'string' ? first : null,
    },
  ]
}
