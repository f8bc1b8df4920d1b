import { type Static, Type } from 'typebox'
import type { Kept } from '#http/api/answer.ts'
import { date, id, instant, object, orNull } from '#http/api/schema.ts'
import { writtenAt, writtenOn } from '#http/api/written.ts'
import type { ClockRow, ClockToWrite } from '#store/ledger/clock-row.ts'
import { outcomeSchema } from './case-shown.ts'

/** A clock as the API shows it: a promise running on a case, or what became of it. */
export const clockSchema = object(
  {
    case: id('the case', '4F7K-2MPX-9Q'),
    promise: Type.String({ description: 'the promise’s id' }),
    n: Type.Integer({ description: 'the first clock of this promise on this case is 1' }),
    kind: Type.String({ description: 'the kind of the case' }),
    edition: Type.String({ description: 'the edition it is counted by' }),
    outcome: outcomeSchema,
    startedAt: instant('when it started'),
    startedBy: Type.String({ description: 'the event that started it' }),
    dueOn: orNull(date('the date it is due on, where days are counted')),
    dueAt: orNull(instant('when it is due, where time is counted')),
    keepsUntil: instant('the last instant at which a stop still keeps it'),
    stoppedAt: orNull(instant('when it was stopped')),
    stoppedBy: orNull(Type.String({ description: 'the event that stopped it' })),
    decidedAt: orNull(instant('when it was met, missed or voided')),
    endedAt: orNull(instant('from when nothing more was owed; missed and not ended is overdue')),
    voidReason: orNull(Type.String({ description: 'why it is not counted' })),
    team: orNull(id('the team that has the case')),
    holder: orNull(id('the member of staff who has the case')),
    contractor: orNull(id('the contractor who does the work')),
  },
  { title: 'Clock' },
)

type ClockShown = Kept<Static<typeof clockSchema>>

/** A row of clocks, in the API’s words. */
export function shownClock(row: ClockRow): ClockShown {
  return {
    case: row.case_id,
    promise: row.promise,
    n: row.n,
    kind: row.kind,
    edition: row.edition,
    outcome: row.outcome,
    startedAt: writtenAt(row.started_at),
    startedBy: row.started_by,
    dueOn: writtenOn(row.due_on),
    dueAt: writtenAt(row.due_at),
    keepsUntil: writtenAt(row.keeps_until),
    stoppedAt: writtenAt(row.stopped_at),
    stoppedBy: row.stopped_by,
    decidedAt: writtenAt(row.decided_at),
    endedAt: writtenAt(row.ended_at),
    voidReason: row.void_reason,
    team: row.team_id,
    holder: row.holder_id,
    contractor: row.contractor_id,
  }
}

/** A clock just written: the same row, with its instants and dates as text already. */
export function writtenClock(row: ClockToWrite): ClockShown {
  return {
    case: row.case_id,
    promise: row.promise,
    n: row.n,
    kind: row.kind,
    edition: row.edition,
    outcome: row.outcome,
    startedAt: row.started_at,
    startedBy: row.started_by,
    dueOn: row.due_on,
    dueAt: row.due_at,
    keepsUntil: row.keeps_until,
    stoppedAt: row.stopped_at,
    stoppedBy: row.stopped_by,
    decidedAt: row.decided_at,
    endedAt: row.ended_at,
    voidReason: row.void_reason,
    team: row.team_id,
    holder: row.holder_id,
    contractor: row.contractor_id,
  }
}
