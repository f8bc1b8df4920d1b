import type { CaseEvent } from '#core/ledger/event.ts'
import type { Instant } from '#core/time/instant.ts'

/** What matters of a complaint to whoever learns from many of them. */
export interface ComplaintTold {
  readonly caseId: string
  readonly receivedAt: Instant
  /** What it was about, as a code. */
  readonly about: string
  readonly outcome: 'upheld' | 'partly' | 'not' | 'undecided'
  /** How often it was taken further. */
  readonly escalations: number
  /** Why it went wrong, and what will be done differently: codes. */
  readonly causes: readonly string[]
  readonly lessons: readonly string[]
}

/**
 * A complaint from its effective events, in their order. Nothing where it was never received, or is no complaint: passed on
 * as something else, entered twice, sent to the wrong landlord.
 */
export function complaintTold(events: readonly CaseEvent[]): ComplaintTold | undefined {
  const received = events.find(({ type }) => type === 'complaint-received')
  if (received === undefined || events.some(isNoComplaint)) return undefined
  const answered = events.findLast(({ type }) => type === 'complaint-answered')
  const learnt = events.filter(({ type }) => type === 'learning-recorded')
  return {
    caseId: received.case,
    receivedAt: received.at,
    about: codeIn(events.findLast(isAbout), 'about') ?? 'other',
    outcome: outcomeOf(codeIn(answered, 'outcome')),
    escalations: events.filter(({ type }) => type === 'complaint-escalated').length,
    causes: learnt.flatMap((event) => codeIn(event, 'cause') ?? []),
    lessons: learnt.flatMap((event) => codeIn(event, 'lesson') ?? []),
  }
}

function isAbout({ type, data }: CaseEvent): boolean {
  return type === 'complaint-received' && typeof data['about'] === 'string'
}

function isNoComplaint({ type, data }: CaseEvent): boolean {
  if (type === 'complaint-redirected' || type === 'merged-into') return true
  return type === 'complaint-closed' && notOurs.some((reason) => reason === data['reason'])
}

const notOurs = ['duplicate', 'wrong-person']

function codeIn(event: CaseEvent | undefined, name: string): string | undefined {
  const value = event?.data[name]
  return typeof value === 'string' ? value : undefined
}

function outcomeOf(code: string | undefined): ComplaintTold['outcome'] {
  return code === 'upheld' || code === 'partly' || code === 'not' ? code : 'undecided'
}
