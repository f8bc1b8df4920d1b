import { effectiveEvents, isCalled } from '#core/ledger/effective.ts'
import type { CaseEvent, EventData } from '#core/ledger/event.ts'
import type { Instant } from '#core/time/instant.ts'
import { eventOf, type EventRow } from '../ledger/event-row.ts'

/** An event as it was told, and what it came to. */
export interface ToldEvent {
  readonly told: EventRow
  /** As it counts now: with its time and fields as put right. */
  readonly at: Instant
  readonly data: EventData
  readonly standing: EventStanding
  /** What put it right, or took it back: the first told first. */
  readonly mendedBy: readonly EventRow[]
  /** Of what puts another right: that other, where it is in this case. */
  readonly mends: EventRow | undefined
}

export type EventStanding =
  | 'counts'
  /** It counts, otherwise than it was told. */
  | 'corrected'
  | 'withdrawn'
  /** A row told again under the same name: the first counts. */
  | 'told again'
  /** It puts another right, or takes it back. */
  | 'mends'

/** Every event of a case as told, with what became of it; in the order in which they were told. */
export function toldEvents(rows: readonly EventRow[], now: Instant): readonly ToldEvent[] {
  const events = rows.map(eventOf)
  const { events: counting, again } = effectiveEvents(events, now)
  const bySequence = new Map(counting.map((event) => [event.line, event]))
  const twice = new Set(again.map(({ line }) => line))
  const mends = rows.filter(isMending)
  return rows.map((told, place) => {
    const event = events[place] as CaseEvent
    const counts = bySequence.get(told.sequence)
    const mendedBy = mends.filter((mend) => mend !== told && isCalled(event, mend.data['event']))
    return {
      told,
      at: counts?.at ?? told.occurred_at,
      data: counts?.data ?? told.data,
      standing: standingOf(told, counts, twice),
      mendedBy,
      mends: isMending(told) ? meantBy(told, rows) : undefined,
    }
  })
}

function meantBy(mend: EventRow, rows: readonly EventRow[]): EventRow | undefined {
  return rows.find((row) => row !== mend && isCalled(eventOf(row), mend.data['event']))
}

function standingOf(
  told: EventRow,
  counts: CaseEvent | undefined,
  twice: ReadonlySet<number>,
): EventStanding {
  if (isMending(told)) return 'mends'
  if (twice.has(told.sequence)) return 'told again'
  if (counts === undefined) return 'withdrawn'
  return counts.at === told.occurred_at && counts.data === told.data ? 'counts' : 'corrected'
}

/** Whether it puts another event right rather than telling of something that happened. */
export function isMending({ type }: Pick<EventRow, 'type'>): boolean {
  return type === 'event-corrected' || type === 'event-withdrawn'
}
