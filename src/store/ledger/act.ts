import type { CaseEvent, EventData } from '#core/ledger/event.ts'
import { parseEvent } from '#core/ledger/parse-event.ts'
import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import { isRefusal } from '#core/refusal.ts'
import { type Refused, refused } from '#core/refused.ts'
import { type Instant, minute } from '#core/time/instant.ts'

/** Something done in a case, as it is asked for. */
export interface Act {
  /** The event it makes, such as `reply-sent`. */
  readonly type: string
  /** When it happened, with its offset; now, where it is not said. */
  readonly at?: string
  /** The event’s own name, for correcting it later. */
  readonly id?: string
  readonly data?: unknown
  /** What was said or written: kept apart from the facts, which hold its reference. */
  readonly words?: readonly WordsOfAct[]
}

export interface WordsOfAct {
  readonly kind: 'note' | 'message' | 'letter'
  readonly text: string
}

/** Clocks of two machines differ a little; an act further ahead than this has not happened yet. */
const aheadMinutes = 5

/** The event that an act makes of a case, or why it makes none. */
export function eventOfAct(
  caseId: string,
  kind: string,
  act: Act,
  vocabulary: Vocabulary,
  now: Instant,
): CaseEvent | Refused {
  const recordedAt = new Date(now).toISOString()
  const { type, at = recordedAt, id, data } = act
  const text = JSON.stringify({ case: caseId, kind, type, at, recordedAt, id, data })
  if (unkeepable.test(text))
    return refused(
      'not valid',
      'a text holds a character that cannot be kept',
      'leave out control characters',
    )
  const event = parseEvent(text, 0, vocabulary)
  if (isRefusal(event)) return refused('not valid', event.refusal, event.fix, pointerIn(event.refusal, act))
  if (event.at > now + aheadMinutes * minute)
    return refused(
      'not valid',
      'at is in the future',
      'record what has happened; a date to come goes into data',
      '/at',
    )
  return event
}

/** PostgreSQL keeps no NUL and no half of a surrogate pair. */
const unkeepable = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i

/** Where in the act the fault is, as far as its words name a field that was sent. */
function pointerIn(words: string, { data }: Act): string {
  if (typeof data === 'object' && data !== null) {
    const named = Object.keys(data).find(
      (name) => words.startsWith(`${name} `) || words.includes(` ${name} `),
    )
    if (named !== undefined) return `/data/${named}`
  }
  const first = /^(at|type|kind|case|id|recordedAt)\b/.exec(words)?.[1]
  return first === undefined ? '/data' : `/${first}`
}

/** The event’s data with what the act leaves in the drawer, by reference. */
export function withWords(data: EventData, wordsIds: readonly string[]): EventData {
  return wordsIds.length === 0 ? data : { ...data, words: wordsIds }
}
