import { type Instant, parseInstant } from '#core/time/instant.ts'
import type { CaseEvent, EventData, FieldValue } from './event.ts'
import { isRecord } from './field-check.ts'

/** A case’s events as they count now: in order, put right, as known at one instant. */
export interface Effective {
  readonly events: readonly CaseEvent[]
  /** Corrections that name no event of their case; they change nothing and are told, not dropped in silence. */
  readonly astray: readonly CaseEvent[]
  /** Rows told again under an id already on record: the first told counts (everything can happen twice). */
  readonly again: readonly CaseEvent[]
}

/**
 * What was known of a case at `asOf`: events that had happened and were recorded by then, ordered by
 * `at` and then by line, with later corrections and withdrawals applied (ARCHITECTURE.md, decision 1: nothing is
 * ever changed in place).
 */
export function effectiveEvents(told: readonly CaseEvent[], asOf: Instant): Effective {
  if (told.every((event) => isPlain(event, asOf))) return { events: inOrder(told), astray: none, again: none }
  const known = told.filter((event) => event.recordedAt <= asOf)
  const again = toldAgain(known)
  const once = again.size === 0 ? known : known.filter((event) => !again.has(event))
  const mending = once.filter((event) => isMending(event) && event.at <= asOf)
  const { events, astray } = mending.length === 0 ? { events: once, astray: none } : putRight(once, mending)
  return { events: inOrder(events.filter((event) => event.at <= asOf)), astray, again: [...again] }
}

const none: readonly CaseEvent[] = []

/** Known, and neither puts another right nor can be told again: most events. */
function isPlain(event: CaseEvent, asOf: Instant): boolean {
  return event.at <= asOf && event.recordedAt <= asOf && event.id === undefined && !isMending(event)
}

/** A row told again has the type and the id of one told before; ids of different types may be alike. */
function toldAgain(known: readonly CaseEvent[]): ReadonlySet<CaseEvent> {
  const firsts = new Map<string, CaseEvent>()
  const again = new Set<CaseEvent>()
  for (const event of known) {
    if (event.id === undefined) continue
    const name = `${event.type} ${event.id}`
    const first = firsts.get(name)
    if (first === undefined || toldBefore(event, first) < 0) firsts.set(name, event)
    if (first !== undefined) again.add(toldBefore(event, first) < 0 ? first : event)
  }
  return again
}

function toldBefore(a: CaseEvent, b: CaseEvent): number {
  return a.recordedAt - b.recordedAt || a.line - b.line
}

/** The name by which a correction may call an event that has no id of its own: `reply-sent@2026-03-02T09:00Z`. */
export function isCalled(
  event: Pick<CaseEvent, 'type' | 'id' | 'at'>,
  name: FieldValue | undefined,
): boolean {
  if (typeof name !== 'string') return false
  if (event.id === name) return true
  const at = name.lastIndexOf('@')
  return at > 0 && event.type === name.slice(0, at) && event.at === parseInstant(name.slice(at + 1))
}

function isMending(event: CaseEvent): boolean {
  return event.type === 'event-withdrawn' || event.type === 'event-corrected'
}

/** The last word counts: the latest told is read first, so that what puts right may itself be put right or withdrawn. */
function putRight(
  known: readonly CaseEvent[],
  mending: readonly CaseEvent[],
): Pick<Effective, 'events' | 'astray'> {
  const withdrawn = new Set<CaseEvent>()
  const corrected = new Map<CaseEvent, CaseEvent>()
  const astray: CaseEvent[] = []
  for (const told of mending.toSorted((a, b) => toldBefore(b, a))) {
    if (withdrawn.has(told)) continue
    const mend = putInto(told, corrections(corrected, withdrawn))
    const meant = known.filter((event) => event !== told && isCalled(event, mend.data['event']))
    if (meant.length === 0) astray.push(told)
    else if (mend.type === 'event-corrected') corrected.set(told, mend)
    else for (const event of taken(mend, meant, withdrawn)) withdrawn.add(event)
  }
  const standing = known.filter((event) => !isMending(event) && !withdrawn.has(event))
  const last = corrections(corrected, withdrawn)
  return { events: standing.map((event) => putInto(event, last)), astray }
}

/** The corrections that stand, the first told first. */
function corrections(
  corrected: ReadonlyMap<CaseEvent, CaseEvent>,
  withdrawn: ReadonlySet<CaseEvent>,
): readonly CaseEvent[] {
  return [...corrected]
    .filter(([told]) => !withdrawn.has(told))
    .map(([, mend]) => mend)
    .toReversed()
}

/** What was entered twice did happen, once: of rows that say the same, the last told goes. */
function taken(
  { data }: CaseEvent,
  meant: readonly CaseEvent[],
  withdrawn: ReadonlySet<CaseEvent>,
): readonly CaseEvent[] {
  const standing = meant.filter((event) => !withdrawn.has(event))
  if (data['reason'] !== 'entered-twice' || standing.length < 2) return standing
  return standing.toSorted(toldBefore).slice(-1)
}

function putInto(event: CaseEvent, mends: readonly CaseEvent[]): CaseEvent {
  const meant = mends.filter(({ data }) => isCalled(event, data['event']))
  if (meant.length === 0) return event
  const at = meant.map(({ data }) => correctedAt(data)).findLast((each) => each !== undefined)
  const fields = [event.data, ...meant.map(({ data }) => fieldsOf(data))].flatMap((each) =>
    Object.entries(each),
  )
  return { ...event, at: at ?? event.at, data: Object.fromEntries(fields) }
}

function correctedAt(data: EventData): Instant | undefined {
  return typeof data['at'] === 'string' ? parseInstant(data['at']) : undefined
}

function fieldsOf(data: EventData): EventData {
  const fields = data['data']
  return isRecord(fields) ? fields : {}
}

/** Most files are in order already, so look before sorting. */
function inOrder(events: readonly CaseEvent[]): readonly CaseEvent[] {
  for (let i = 1; i < events.length; i++) {
    if (before(events[i] as CaseEvent, events[i - 1] as CaseEvent) < 0) return events.toSorted(before)
  }
  return events
}

function before(a: CaseEvent, b: CaseEvent): number {
  return a.at - b.at || a.line - b.line
}
