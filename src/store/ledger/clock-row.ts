import type { Clock, Outcome } from '#core/promises/clock-run.ts'
import type { MeasuredClock } from '#core/promises/case-measuring.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import { oneOf, statement } from '../statement.ts'
import { dayText, instantText } from '../types.ts'
import type { CaseFacts } from './case-facts.ts'
import type { Worked } from './working.ts'

/** A clock as its row has it. */
export interface ClockRow {
  readonly case_id: string
  readonly promise: string
  readonly n: number
  readonly kind: string
  readonly edition: string
  readonly outcome: Outcome
  readonly started_at: Instant
  readonly started_by: string
  readonly counted_from: Instant
  readonly due_on: Day | null
  readonly due_at: Instant | null
  readonly keeps_until: Instant
  readonly stopped_at: Instant | null
  readonly stopped_by: string | null
  readonly decided_at: Instant | null
  readonly ended_at: Instant | null
  readonly void_reason: string | null
  readonly length: number | null
  readonly pauses: unknown
  readonly extension: unknown
  readonly team_id: string | null
  readonly holder_id: string | null
  readonly contractor_id: string | null
  readonly channel: string | null
}

/** A clock on its way into its row: as PostgreSQL reads it from JSON, instants and dates as text. */
export type ClockToWrite = Omit<ClockRow, InstantColumn | 'due_on'> & {
  readonly landlord: number
  readonly started_at: string
  readonly counted_from: string
  readonly due_on: string | null
  readonly due_at: string | null
  readonly keeps_until: string
  readonly stopped_at: string | null
  readonly decided_at: string | null
  readonly ended_at: string | null
}

type InstantColumn =
  | 'started_at'
  | 'counted_from'
  | 'due_at'
  | 'keeps_until'
  | 'stopped_at'
  | 'decided_at'
  | 'ended_at'

/** The rows of a case’s clocks. Each carries whose case it is and how it came, for lists and comparisons. */
export function clocksToWrite(
  landlord: number,
  kind: string,
  { facts, measured, channels }: Pick<Worked, 'facts' | 'measured' | 'channels'>,
): readonly ClockToWrite[] {
  return measured.clocks.map((clock, index) => ({
    ...clockToWrite(landlord, kind, clock, facts),
    channel: channels[index] ?? null,
  }))
}

function clockToWrite(
  landlord: number,
  kind: string,
  clock: MeasuredClock,
  whose: CaseFacts,
): Omit<ClockToWrite, 'channel'> {
  const { due, pauses, extension } = clock
  return {
    landlord,
    case_id: clock.case,
    promise: clock.promise,
    n: clock.n,
    kind,
    edition: clock.edition,
    outcome: clock.outcome,
    started_at: instantText(clock.startedAt),
    started_by: clock.startedBy,
    counted_from: instantText(clock.countedFrom),
    due_on: 'on' in due ? dayText(due.on) : null,
    due_at: 'at' in due ? instantText(due.at) : null,
    keeps_until: instantText(clock.keepsUntil),
    stopped_at: instantText(clock.stoppedAt),
    stopped_by: clock.stoppedBy ?? null,
    decided_at: instantText(clock.decidedAt),
    ended_at: instantText(clock.endedAt),
    void_reason: clock.voidReason ?? null,
    length: clock.length ?? null,
    pauses: pauses.length === 0 ? null : pauses,
    extension: extension ?? null,
    team_id: whose.teamId ?? null,
    holder_id: whose.holderId ?? null,
    contractor_id: whose.contractorId ?? null,
  }
}

/** The same row as read, in the same words, so that the two can be compared letter for letter. */
export function clockAsWritten(landlord: number, row: ClockRow): ClockToWrite {
  return {
    landlord,
    case_id: row.case_id,
    promise: row.promise,
    n: row.n,
    kind: row.kind,
    edition: row.edition,
    outcome: row.outcome,
    started_at: instantText(row.started_at),
    started_by: row.started_by,
    counted_from: instantText(row.counted_from),
    due_on: dayText(row.due_on ?? undefined),
    due_at: instantText(row.due_at ?? undefined),
    keeps_until: instantText(row.keeps_until),
    stopped_at: instantText(row.stopped_at ?? undefined),
    stopped_by: row.stopped_by,
    decided_at: instantText(row.decided_at ?? undefined),
    ended_at: instantText(row.ended_at ?? undefined),
    void_reason: row.void_reason,
    length: row.length,
    pauses: row.pauses,
    extension: row.extension,
    team_id: row.team_id,
    holder_id: row.holder_id,
    contractor_id: row.contractor_id,
    channel: row.channel,
  }
}

/** What tells one clock of a case from another. */
export function clockName({ promise, n }: Pick<Clock, 'promise' | 'n'>): string {
  return `${promise} ${n}`
}

/** The columns of a clock that are for reading. */
export const clockColumns = `case_id, promise, n, kind, edition, outcome, started_at, started_by, counted_from, due_on, due_at,
  keeps_until, stopped_at, stopped_by, decided_at, ended_at, void_reason, length, pauses, extension, team_id, holder_id,
  contractor_id, channel`

export const clocksOfCases = statement<ClockRow>(
  'clocks-of-cases',
  `select ${clockColumns}
     from clocks where landlord = $1 and case_id = ${oneOf('$2')} order by case_id, promise, n`,
)
