import type { Acting } from '#core/people/acting.ts'
import { permissions } from '#core/people/permission.ts'
import type { Tried } from '#core/promises/trying.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'

export type TryState = 'waiting' | 'running' | 'done' | 'stopped'

/** A draft that is, was or will be tried on the past. */
export interface TryRow {
  readonly tryId: string
  /** What is tried, in a line. */
  readonly says: string
  readonly from: Day | null
  readonly to: Day
  readonly asOf: Instant
  readonly state: TryState
  readonly casesRead: number
  readonly casesAll: number
  readonly result: TryResult | null
  readonly madeAt: Instant
  readonly madeBy: string
  readonly endedAt: Instant | null
}

/** What a try came to, as it is kept. */
export interface TryResult extends Tried {
  readonly cases: number
  readonly events: number
  /** Cases with a date so far off that no calendar holds it: they could not be counted in full. */
  readonly uncounted: number
  /** How many clocks came out otherwise; the first hundred thousand are listed. */
  readonly turned: number
}

/** A line of a list. */
export type TryShown = Omit<TryRow, 'result'>

/** The try asked for, or that there is none. */
export async function tryRow(tx: Transaction, tryId: string): Promise<TryRow | Refused> {
  const [row] = await tx.run(tryById, [tx.acting.landlord, tryId])
  return row ?? noSuchTry()
}

/** What is said of a try that is not there. */
export function noSuchTry(): Refused {
  return refused('not found', 'there is no such try', 'it may have been thrown away meanwhile')
}

/** What a try came to is of the pack as well as of what was kept of it. */
export function mayNotSee({ acting }: Transaction): Refused | undefined {
  if (acting.may.has('editions.read')) return undefined
  return refused('not allowed', 'this needs permission to read the pack', 'ask an administrator')
}

/** A try changes nothing, but who may change nothing at all does not begin one either. */
export function mayNotTry({ acting }: Transaction): Refused | undefined {
  if (acting.may.has('drafts.try')) return undefined
  return refused(
    'not allowed',
    `this needs permission to ${permissions['drafts.try']}`,
    'ask an administrator',
  )
}

/** Somebody else’s try is theirs to end, or an administrator’s. */
export function notTheirs({ acting }: Transaction, row: TryRow): Refused | undefined {
  if (mayEnd(acting, row)) return undefined
  return refused('not allowed', 'somebody else made this try', 'ask them, or an administrator')
}

/** Whether somebody may stop a try or throw it away. */
export function mayEnd({ by, may }: Acting, { madeBy }: Pick<TryRow, 'madeBy'>): boolean {
  return may.has('drafts.try') && (madeBy === by || may.has('editions.activate'))
}

/** The columns of a try that a list shows. */
export const tryColumns = `try_id as "tryId", says, from_on as "from", to_on as "to", as_of as "asOf", state,
  cases_read as "casesRead", cases_all as "casesAll", made_at as "madeAt", made_by as "madeBy", ended_at as "endedAt"`

const tryById = statement<TryRow>(
  'try-by-id',
  `select ${tryColumns}, result from tried_drafts where landlord = $1 and try_id = $2`,
)
