import type { CaseEvent, FieldValue } from '#core/ledger/event.ts'
import { dayAtStartOf } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import { dayText, todayOf } from '../times.ts'

/** What is known of a complaint, from its events as they count now. */
export interface ComplaintFacts {
  readonly stage: number
  readonly about: string | undefined
  readonly complainant: string | undefined
  readonly channel: string | undefined
  readonly investigator: string | undefined
  /** When a decision was said to come: as acknowledged, or as put off since. */
  readonly decisionOn: FieldValue | undefined
  readonly extensions: readonly CaseEvent[]
  /** The answer of the stage it is at, where there is one. */
  readonly answer: CaseEvent | undefined
  readonly answers: readonly CaseEvent[]
  readonly redirected: boolean
  readonly closed: CaseEvent | undefined
  readonly invited: boolean
  readonly lessons: readonly CaseEvent[]
}

/** Reads them; the last word counts. */
export function complaintFacts(events: readonly CaseEvent[]): ComplaintFacts {
  const last = (type: string) => events.findLast((event) => event.type === type)
  const all = (type: string) => events.filter((event) => event.type === type)
  const received = last('complaint-received')
  const acknowledged = last('complaint-acknowledged')
  const escalated = events.findLastIndex(({ type }) => type === 'complaint-escalated')
  const said = events.findLast(({ type }) => saysWhen.has(type))
  return {
    stage: stageOf(events[escalated]) ?? 1,
    about: text(received?.data['about']),
    complainant: text(received?.data['complainant']),
    channel: text(received?.data['channel']),
    investigator: text(acknowledged?.data['investigator']),
    decisionOn: said?.data['newDate'] ?? said?.data['decisionOn'],
    extensions: all('complaint-extended'),
    answer: events.slice(escalated + 1).findLast(({ type }) => type === 'complaint-answered'),
    answers: all('complaint-answered'),
    redirected: last('complaint-redirected') !== undefined,
    closed: last('complaint-closed'),
    invited: last('satisfaction-invited') !== undefined,
    lessons: all('learning-recorded'),
  }
}

/** That a decision was told for a day that has gone by, and none was given: undefined while all is well. */
export function decisionLate(
  { decisionOn, answer, redirected, closed }: ComplaintFacts,
  now: Instant,
): string | undefined {
  const ended = answer !== undefined || redirected || closed !== undefined
  const day = typeof decisionOn === 'string' && !ended ? dayAtStartOf(decisionOn) : undefined
  if (day === undefined || day >= todayOf(now)) return undefined
  return `Our decision was told for ${dayText(day)}, and has not been given. Give it, or say how much longer it takes.`
}

const saysWhen: ReadonlySet<string> = new Set(['complaint-acknowledged', 'complaint-extended'])

/** Who complains for somebody else; everybody but them speaks for themselves. */
export function speaksForAnother(complainant: string | undefined): boolean {
  return complainant !== undefined && othersVoices.has(complainant)
}

const othersVoices: ReadonlySet<string> = new Set([
  'representative',
  'solicitor',
  'mp',
  'councillor',
  'advice-bureau',
  'advocate',
  'support-worker',
  'association',
])

function stageOf(event: CaseEvent | undefined): number | undefined {
  const stage = event?.data['stage']
  return typeof stage === 'number' ? stage : undefined
}

function text(value: FieldValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
