import { closesCase } from '#core/acts/decide.ts'
import { cameBy } from '#core/ledger/came-by.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import { mergedInto } from '#core/ledger/timeline.ts'
import type { Instant } from '#core/time/instant.ts'

/** What lists need to know of a case, read from its events as they count now. */
export interface CaseFacts {
  readonly lastAt: Instant | undefined
  readonly mergedInto: string | undefined
  readonly customerId: string | undefined
  readonly homeId: string | undefined
  readonly teamId: string | undefined
  readonly holderId: string | undefined
  readonly contractorId: string | undefined
  /** How it came. */
  readonly channel: string | undefined
  /** Whether something that closes such a case has happened. */
  readonly isClosed: boolean
}

/** Reads them from a case’s own effective events, in order. The last word counts. */
export function factsOf(events: readonly CaseEvent[], vocabulary: Vocabulary): CaseFacts {
  const assigned = events.findLast(({ type }) => type === 'case-assigned')
  const referred = events.findLast(({ type }) => type === 'referred')
  const assignedLast = referred === undefined || (assigned !== undefined && comesAfter(assigned, referred))
  return {
    lastAt: events.at(-1)?.at,
    mergedInto: mergedInto(events),
    customerId: lastText(events, 'customer'),
    homeId: lastText(events, 'home'),
    // Whom it was passed to has it, until they say who of them does.
    teamId: assignedLast ? textIn(assigned, 'team') : textIn(referred, 'team'),
    holderId: assignedLast ? textIn(assigned, 'holder') : undefined,
    contractorId: textIn(assigned, 'contractor'),
    channel: cameBy(events, vocabulary),
    isClosed: events.some((event) => closes(event, vocabulary)),
  }
}

/** A record beside cases, such as an observation, is done with once it is made. */
function closes(event: CaseEvent, vocabulary: Vocabulary): boolean {
  const definition = vocabulary.events.get(event.type)?.definition
  if (definition !== undefined && closesCase(definition, event, vocabulary)) return true
  return vocabulary.kinds.get(event.kind)?.notACase === true
}

function comesAfter(a: CaseEvent, b: CaseEvent): boolean {
  return a.at > b.at || (a.at === b.at && a.line > b.line)
}

function lastText(events: readonly CaseEvent[], field: string): string | undefined {
  return textIn(
    events.findLast(({ data }) => data[field] !== undefined && data[field] !== null),
    field,
  )
}

/** Ids of other systems may be whole numbers; as references they are text. */
export function textIn(event: CaseEvent | undefined, field: string): string | undefined {
  const value = event?.data[field]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
