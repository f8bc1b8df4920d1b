import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import type { Instant } from '#core/time/instant.ts'
import { agentCode, callEvent, destinationCode } from './call-events.ts'
import type { Calls } from './calls.ts'
import { isNone, type LogLine, logLine } from './log-line.ts'
import { type Meaning, verbs } from './verbs.ts'

/** Reads a log line by line; what a line means depends on the calls before it. */
export interface LogReader {
  /** The texts of the events a line makes, or why it cannot be read. */
  take(text: string): readonly string[] | Refusal
  /** From the first line's time to the last's; undefined while no line was read. */
  span(): { readonly from: Instant; readonly to: Instant } | undefined
}

/** Makes the reader of one log. */
export function logReader(calls: Calls): LogReader {
  let from: Instant | undefined
  let to: Instant | undefined
  return {
    take(text) {
      const line = logLine(text)
      if (isRefusal(line)) return line
      const meaning = verbs.get(line.verb)
      if (meaning === undefined) return unknownVerb(line.verb)
      from = Math.min(from ?? line.at, line.at)
      to = Math.max(to ?? line.at, line.at)
      return eventsOf(line, meaning, calls)
    },
    span: () => (from === undefined || to === undefined ? undefined : { from, to }),
  }
}

function unknownVerb(verb: string): Refusal {
  const near = suggest(verb, verbs.keys())
  const fix = near === undefined ? undefined : `did you mean “${near}”?`
  return refuse(`“${verb.slice(0, 30)}” is no event of a queue log that is known`, fix)
}

function eventsOf(line: LogLine, meaning: Meaning, calls: Calls): readonly string[] | Refusal {
  if (meaning === 'ignored') return []
  if (meaning === 'restart') return lostAtRestart(line.at, calls)
  if (isNone(line.call)) return refuse(`${line.verb} names no call`)
  if (meaning === 'offered' || meaning === 'refused') return offered(line, meaning, calls)
  const call = calls.caseOf(line.call)
  if (meaning === 'answered') return [callEvent(call, 'call-answered', line.at, byAgent(line))]
  calls.close(line.call)
  return [ending(line, meaning, call)]
}

/** Whoever waited or talked when the exchange stopped was cut off; the log itself never says so. */
function lostAtRestart(at: Instant, calls: Calls): readonly string[] {
  return calls.closeAll().map((call) => callEvent(call, 'call-ended', at, { reason: 'lost-at-restart' }))
}

function offered(line: LogLine, meaning: 'offered' | 'refused', calls: Calls): readonly string[] | Refusal {
  if (isNone(line.queue)) return refuse(`${line.verb} names no queue`)
  const call = calls.enter(line.call, line.queue, line.at)
  const offer = callEvent(call, 'call-offered', line.at, { queue: line.queue })
  if (meaning === 'offered') return [offer]
  calls.close(line.call)
  return [offer, callEvent(call, 'call-refused', line.at)]
}

type Ending = Exclude<Meaning, 'ignored' | 'restart' | 'offered' | 'refused' | 'answered'>

function ending(line: LogLine, meaning: Ending, call: string): string {
  const { at, data } = line
  switch (meaning) {
    case 'abandoned':
      return callEvent(call, 'call-abandoned', at)
    case 'left by key':
      return callEvent(call, 'call-abandoned', at, { reason: 'left-by-key' })
    case 'timed out':
      return callEvent(call, 'call-timed-out', at)
    case 'emptied':
      return callEvent(call, 'call-timed-out', at, { reason: 'queue-emptied' })
    case 'dropped':
      return callEvent(call, 'call-ended', at, { reason: 'not-compatible' })
    case 'ended by staff':
      return callEvent(call, 'call-ended', at, byAgent(line))
    case 'ended by caller':
      return callEvent(call, 'call-ended', at, { by: 'customer' })
    case 'transferred':
      return callEvent(call, 'call-transferred', at, { to: destination(line, data), ...byAgent(line) })
  }
}

/** An attended transfer tells how the calls were joined, and never to whom. */
function destination(line: LogLine, [extension = '']: readonly string[]): string {
  return line.verb === 'ATTENDEDTRANSFER' ? destinationCode('') : destinationCode(extension)
}

function byAgent({ agent }: LogLine): { readonly by?: string } {
  return isNone(agent) ? {} : { by: agentCode(agent) }
}
