import { Type } from 'typebox'
import { id, instant, object, oneOf, orNull } from '#http/api/schema.ts'
import { writtenAt } from '#http/api/written.ts'
import type { CaseShown } from '#store/ledger/read-case.ts'

/** A case as the API shows it. */
export const caseSchema = object(
  {
    case: id('the case', '4F7K-2MPX-9Q'),
    kind: Type.String({ description: 'what kind of case it is, such as `repair`' }),
    version: Type.Integer({ description: 'how many events it has; its ETag' }),
    open: Type.Boolean({ description: 'whether something is still to be done' }),
    openedAt: instant('when it was opened here'),
    firstAt: orNull(instant('when the first thing happened in it')),
    lastAt: orNull(instant('when the last thing happened in it')),
    mergedInto: orNull(id('the case that goes on for it')),
    customer: orNull(id('the customer')),
    home: orNull(id('the home')),
    team: orNull(id('the team that has it')),
    holder: orNull(id('the member of staff who has it')),
    contractor: orNull(id('the contractor who does the work')),
  },
  { title: 'Case' },
)

/** A row of cases, in the API’s words. */
export function shownCase(row: CaseShown) {
  return {
    case: row.case_id,
    kind: row.kind,
    version: row.version,
    open: row.is_open,
    openedAt: writtenAt(row.opened_at),
    firstAt: writtenAt(row.first_at),
    lastAt: writtenAt(row.last_at),
    mergedInto: row.merged_into,
    customer: row.customer_id,
    home: row.home_id,
    team: row.team_id,
    holder: row.holder_id,
    contractor: row.contractor_id,
  }
}

/** What a clock may have come to. */
const outcomes = ['running', 'paused', 'met', 'missed', 'void'] as const
export const outcomeSchema = oneOf(outcomes, 'what it has come to')
