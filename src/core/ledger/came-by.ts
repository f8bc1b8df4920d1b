import type { Clock } from '#core/promises/clock-run.ts'
import type { CaseEvent } from './event.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * How a case came to us: the first word on it. What its kind says of itself stands before what an event carries, and of other
 * events only those that begin something are asked: a reply says how it left us.
 */
export function cameBy(events: readonly CaseEvent[], vocabulary: Vocabulary): string | undefined {
  for (const event of events) {
    const channel = saidBy(event, vocabulary)
    if (channel !== undefined) return channel
  }
  return undefined
}

/**
 * For each clock of a case, in their order, how that came which it answers: a letter’s clock is a letter’s, though the case began with a
 * call. A clock that what we do begins, such as a holding reply, is of what the clock before it was of.
 */
export function channelsOfClocks(
  clocks: readonly Clock[],
  events: readonly CaseEvent[],
  vocabulary: Vocabulary,
): readonly (string | undefined)[] {
  const ofCase = cameBy(events, vocabulary)
  const latest = new Map<string, string | undefined>()
  return clocks.map(({ promise, startedAt, startedBy }) => {
    const start = events.find(({ at, type }) => at === startedAt && type === startedBy)
    const channel = (start && saidBy(start, vocabulary)) ?? latest.get(promise) ?? ofCase
    latest.set(promise, channel)
    return channel
  })
}

function saidBy({ type, data }: CaseEvent, { kinds, events }: Vocabulary): string | undefined {
  const known = events.get(type)
  if (known === undefined) return undefined
  const always = kinds.get(known.kind)?.comesBy
  if (always !== undefined || known.definition.opens !== true) return always
  const { channel } = data
  return typeof channel === 'string' || typeof channel === 'number' ? String(channel) : undefined
}
