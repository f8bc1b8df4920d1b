import type { CaseEvent, EventData } from '#core/ledger/event.ts'
import { parseInstant } from '#core/time/instant.ts'

/** `[type, at, data, recordedAt, id]`; told in this order, so the line is the place in the list. */
export type Row = readonly [
  type: string,
  at: string,
  data?: EventData,
  recorded?: string | undefined,
  id?: string,
]

/** A letter, and the reply it had. */
export const letter: Row = ['contact-received', '2026-03-02T09:00', { channel: 'letter' }]
export const reply: Row = ['reply-sent', '2026-03-05T16:00', { full: true }, undefined, 'r1']

/** The rows as events of one case, each on a line of its own. */
export function told(rows: readonly Row[]): readonly CaseEvent[] {
  return rows.map(([type, happened, data = {}, recorded, id], index) => {
    const recordedAt = at(recorded ?? happened)
    return { case: 'c1', kind: 'enquiry', type, id, at: at(happened), recordedAt, line: index + 1, data }
  })
}

/** A time of the table as an instant. */
export function at(text: string): number {
  return parseInstant(`${text}Z`) ?? Number.NaN
}
