import { parse } from 'csv-parse/sync'
import type { TextLine } from '#core/lines.ts'
import { type Refusal, refuse } from '#core/refusal.ts'
import type { Instant } from '#core/time/instant.ts'

/** One call detail record: a leg of a call, as far as it matters here. The numbers of callers are never read. */
export interface CallRecord {
  readonly id: string
  /** When the call came in, by its id. */
  readonly startedAt: Instant
  /** Where it came in: the context and extension of the dial plan. */
  readonly wayIn: string
  /** Whether it was put through to a member of a queue. */
  readonly reachedSomebody: boolean
  /** The application it was in last. */
  readonly lastApplication: string
  /** The queue, where that application was the queue's. */
  readonly queue: string | undefined
}

/** Takes apart the records of some lines; header lines and blank ones give nothing. */
export function callRecords(lines: readonly TextLine[]): readonly (CallRecord | Refusal | undefined)[] {
  const rows = rowsOf(lines.map(({ text }) => text).join('\n'))
  const atOnce = rows?.length === lines.length && lines.every(({ fault }) => fault === undefined)
  if (atOnce) return rows.map(callRecord)
  return lines.map(({ text, fault }) => {
    if (fault !== undefined) return refuse(fault)
    const fields = rowsOf(text)
    return fields === undefined || fields.length > 1
      ? refuse('its quotes do not match')
      : callRecord(fields[0] ?? [])
  })
}

function rowsOf(text: string): readonly (readonly string[])[] | undefined {
  try {
    return parse(text, { record_delimiter: '\n', relax_column_count: true })
  } catch {
    return undefined
  }
}

/** The columns of Master.csv, in Asterisk's own order; it has no header. */
const columns = { extension: 2, context: 3, toChannel: 6, lastApplication: 7, lastData: 8, id: 16 } as const

function callRecord(fields: readonly string[]): CallRecord | Refusal | undefined {
  const [first = ''] = fields
  if (first === 'accountcode' || (fields.length <= 1 && first.trim() === '')) return undefined
  const id = fields[columns.id] ?? ''
  const startedAt = secondOf(id)
  if (startedAt === undefined) {
    return refuse(
      'it has no call id in column 17',
      'set loguniqueid=yes in cdr.conf, so that records can be told apart',
    )
  }
  const lastApplication = fields[columns.lastApplication] ?? ''
  return {
    id,
    startedAt,
    wayIn: `${fields[columns.context] ?? ''} ${fields[columns.extension] ?? ''}`,
    reachedSomebody: (fields[columns.toChannel] ?? '') !== '',
    lastApplication,
    queue: lastApplication === 'Queue' ? (fields[columns.lastData] ?? '').split(/[,|]/)[0] : undefined,
  }
}

/**
 * A call id begins with the second, in UTC, in which the call came in. The record's own times are the exchange's
 * wall clock without an offset, which an hour a year cannot be told from another; so they are not used.
 */
function secondOf(id: string): Instant | undefined {
  const found = /^(?:.+-)?(\d{9,11})\.\d+$/.exec(id)
  return found === null ? undefined : Number(found[1]) * 1000
}
