import type { Imported } from '#core/importer.ts'
import { isRefusal, type Refusal } from '#core/refusal.ts'
import type { TextLine } from '#core/lines.ts'
import type { Instant } from '#core/time/instant.ts'
import { callEvent } from './call-events.ts'
import { type CallRecord, callRecords } from './call-records.ts'
import type { Calls } from './calls.ts'

/** Finds the calls that a full or unstaffed queue refused: they stand in the call records alone. */
export interface RefusedCalls {
  /** Gives only faults: which calls were refused is known once all records were read. */
  take(lines: readonly TextLine[]): readonly Imported[]
  end(): readonly Imported[]
}

/** The time a queue log covers; what lies outside it may stand in another log. */
export interface Span {
  readonly from: Instant
  readonly to: Instant
}

interface Candidate extends CallRecord {
  readonly line: number
}

/** Calls of the records that the log does not know: every other call that the exchange carried meanwhile. */
const mostStrangers = 1_000_000

/**
 * A refused call came in the way that the queue's calls come in, within the time of the log, is not in the log,
 * reached nobody, and was last where calls go that leave the queue unanswered (or still in the queue application).
 */
export function refusedCalls(calls: Calls, span: Span, refusedQueue: string | undefined): RefusedCalls {
  const waysIn = new Map<string, Map<string, number>>()
  const afterQueue = new Set(['Hangup', 'Queue'])
  const strangers = new Map<string, Candidate>()
  const met = new Set<string>()
  let records = 0

  const noteKnown = ({ id, wayIn, reachedSomebody, lastApplication }: CallRecord, queue: string) => {
    if (!reachedSomebody) afterQueue.add(lastApplication)
    if (!met.has(id)) countIn(waysIn, wayIn, queue)
    met.add(id)
  }
  const noteStranger = (record: CallRecord, line: number) => {
    const { id, startedAt, reachedSomebody } = record
    if (!isWithin(startedAt, span, calls) || strangers.size > mostStrangers) return
    const before = strangers.get(id)
    if (before === undefined) strangers.set(id, { ...record, line })
    else if (reachedSomebody) strangers.set(id, { ...before, reachedSomebody })
  }
  return {
    take(lines) {
      const read = callRecords(lines)
      return lines.flatMap(({ line, text }, index) => {
        const record = read[index]
        if (record === undefined) return []
        if (isRefusal(record)) return [faultOf(record, line, text)]
        records += 1
        const call = calls.get(record.id)
        if (call === undefined) noteStranger(record, line)
        else noteKnown(record, call.queue)
        return []
      })
    },
    end() {
      if (records > 0 && met.size === 0 && calls.count() > 0) return [nothingInCommon]
      if (strangers.size > mostStrangers) return [tooManyStrangers]
      return [...strangers.values()].flatMap((stranger) => {
        if (stranger.reachedSomebody || !afterQueue.has(stranger.lastApplication)) return []
        const queue = queueOf(stranger, waysIn, refusedQueue)
        return queue === undefined ? [] : refusal(stranger, queue)
      })
    },
  }
}

function isWithin(at: Instant, span: Span, calls: Calls): boolean {
  return at >= Math.max(span.from, calls.completeFrom()) && at <= span.to
}

function countIn(waysIn: Map<string, Map<string, number>>, wayIn: string, queue: string): void {
  const queues = waysIn.get(wayIn) ?? new Map<string, number>()
  queues.set(queue, (queues.get(queue) ?? 0) + 1)
  waysIn.set(wayIn, queues)
}

/**
 * The record itself names the queue only where the queue was the last application. Otherwise it is the queue that
 * the way in leads to; where it leads to several, the one that was said, or the one that most of its calls entered.
 */
function queueOf(
  { wayIn, queue }: Candidate,
  waysIn: ReadonlyMap<string, ReadonlyMap<string, number>>,
  refusedQueue: string | undefined,
): string | undefined {
  if (queue !== undefined && queue !== '') return queue
  const queues = [...(waysIn.get(wayIn) ?? [])].toSorted(([, one], [, other]) => other - one)
  const [most] = queues
  if (most === undefined) return undefined
  return queues.length > 1 ? (refusedQueue ?? most[0]) : most[0]
}

function refusal({ id, line, startedAt }: Candidate, queue: string): readonly Imported[] {
  return [
    { line, text: callEvent(id, 'call-offered', startedAt, { queue }) },
    { line, text: callEvent(id, 'call-refused', startedAt) },
  ]
}

function faultOf({ refusal: why, fix }: Refusal, line: number, text: string): Imported {
  return { line, text, fault: `in the call records: ${why}${fix === undefined ? '' : `; ${fix}`}` }
}

const nothingInCommon: Imported = {
  line: 1,
  text: '',
  fault:
    'the call records do not belong to this queue log: no call stands in both, so refused calls are not known',
}

const tooManyStrangers: Imported = {
  line: 1,
  text: '',
  fault: `the call records have over ${mostStrangers} calls that were in no queue: refused calls are not known; split both files by time`,
}
