import type { CaseEvent } from '#core/ledger/event.ts'
import { isOneOf } from '#core/promises/event-ref.ts'
import type { PackPromise } from '#core/promises/pack.ts'

/**
 * Whether a promise is of the answer itself: a full answer keeps it, and nothing less does. A promise that a word of receipt
 * keeps too, or a team’s word that it took the matter up, says nothing of when the answer comes.
 */
export function isOfTheAnswer(promise: PackPromise | undefined): boolean {
  if (promise?.measure !== 'clock') return false
  const { stops } = promise.clauses
  return (
    stops.every(({ event }) => answers.has(event)) &&
    inFull.some((answer) => isOneOf(stops, answer)) &&
    !inPart.some((answer) => isOneOf(stops, answer))
  )
}

const answers: ReadonlySet<string> = new Set([
  'reply-sent',
  'call-returned',
  'outside-our-services',
  'complaint-answered',
])

const inFull: readonly CaseEvent[] = [
  told('reply-sent', { full: true }),
  told('complaint-answered', { stage: 1 }),
]
const inPart: readonly CaseEvent[] = [
  told('reply-sent', { full: false }),
  told('call-returned', { with: 'timescale' }),
]

function told(type: string, data: CaseEvent['data']): CaseEvent {
  const all = { by: 'staff', channel: 'letter', ...data }
  return { case: '', kind: '', type, id: undefined, at: 0, recordedAt: 0, line: 0, data: all }
}
