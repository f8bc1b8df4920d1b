import type { CaseEvent } from '#core/ledger/event.ts'
import type { Instant } from '#core/time/instant.ts'

/** One telephone call as staffing needs it: when it came, what became of it and how long it took. */
export interface CallSeen {
  /** The line it came in on; empty where nobody said. */
  readonly queue: string
  readonly offeredAt: Instant
  readonly answeredAt: Instant | undefined
  /** When the conversation ended; undefined where nobody told us. */
  readonly endedAt: Instant | undefined
  /** When it left the queue without an answer, and whether it was the caller who gave up. */
  readonly lostAt: Instant | undefined
  readonly gaveUp: boolean
}

const lost: ReadonlySet<string> = new Set([
  'call-abandoned',
  'call-timed-out',
  'call-refused',
  'call-went-to-voicemail',
])

/** A call from its effective events in order; undefined where none was offered. What we dialled ourselves is none. */
export function callSeen(events: readonly CaseEvent[]): CallSeen | undefined {
  const offered = events.find(({ type }) => type === 'call-offered')
  if (offered === undefined) return undefined
  const answered = events.find(({ type, at }) => type === 'call-answered' && at >= offered.at)
  const ended = events.find(({ type, at }) => type === 'call-ended' && answered && at >= answered.at)
  const gone = answered === undefined ? events.find(({ type }) => lost.has(type)) : undefined
  const queue = offered.data['queue']
  return {
    queue: typeof queue === 'string' ? queue : '',
    offeredAt: offered.at,
    answeredAt: answered?.at,
    endedAt: ended?.at,
    lostAt: gone?.at,
    gaveUp: gone?.type === 'call-abandoned',
  }
}
