import { type Refusal, refuse } from '#core/refusal.ts'
import type { Instant } from '#core/time/instant.ts'
import { parseInstant } from '#core/time/instant.ts'

/** One line of a queue log, taken apart: `time|call|queue|agent|verb|data…`. */
export interface LogLine {
  readonly at: Instant
  readonly call: string
  readonly queue: string
  readonly agent: string
  readonly verb: string
  readonly data: readonly string[]
}

/** Takes a line apart. How many data fields a verb has differs from version to version, so none is asked for here. */
export function logLine(text: string): LogLine | Refusal {
  const [time = '', call, queue, agent, verb, ...data] = text.split('|')
  if (call === undefined || queue === undefined || agent === undefined || verb === undefined) {
    return refuse(
      'the line does not have time, call, queue, agent and event',
      'a queue log puts | between them',
    )
  }
  const at = instantOf(time)
  if (at === undefined) return refuse(`“${time.slice(0, 30)}” is not a time in seconds since 1970`)
  return { at, call, queue, agent, verb: verb.trim(), data }
}

/** Some versions write thousandths or millionths of a second; the ledger keeps thousandths. */
function instantOf(time: string): Instant | undefined {
  if (!/^\d{9,11}(\.\d{1,6})?$/.test(time)) return undefined
  const at = Math.floor(Number(time) * 1000)
  return at < latest ? at : undefined
}

const latest = parseInstant('2100-12-31T00:00Z') ?? 0

/** Asterisk writes NONE where there is no call, queue or agent. */
export function isNone(field: string): boolean {
  return field === '' || field === 'NONE'
}
