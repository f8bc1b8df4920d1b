import type { Acting } from '#core/people/acting.ts'
import type { FieldValue } from '#core/ledger/event.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { newId } from '../new-id.ts'
import type { WordsOfAct } from '../ledger/act.ts'
import { recordStep } from '../ledger/append.ts'
import type { Recorded } from '../ledger/write.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import {
  contractorFault,
  expected,
  lockedCase,
  mayAssign,
  type Seen,
  teamOfStaff,
  whose,
} from './take-case.ts'

/** To whom a case goes, and what they are told. */
export interface PassedOn extends Seen {
  /** A team, a person, or a person in a team. */
  readonly team?: string
  readonly holder?: string
  readonly urgent?: boolean
  /** By when they are asked to act: a date, or an instant. */
  readonly for?: string
  /** Whether the customer knows to whom it went. */
  readonly customerTold?: boolean
  /** Why a promise is knowingly not kept by it, by promise. */
  readonly overrides?: Readonly<Record<string, string>>
  readonly words?: readonly WordsOfAct[]
}

/**
 * Passes a case on: the referral, by which the receiving team’s promise to acknowledge it starts, and in the same transaction
 * the assignment, by which it stands on their lists. Any officer may pass on what they have in hand, as whoever answers the
 * telephone does all day; giving out the work of a team otherwise stays with those who lead it.
 */
export function passOn(store: Store, acting: Acting, to: PassedOn): Promise<Recorded | Refused> {
  return store.database.transact(acting, 'cases.write', async (tx) => {
    const fault = contractorFault(acting)
    if (fault !== undefined) return fault
    const row = await lockedCase(tx, to.caseId)
    if (isRefused(row)) return row
    const team = await teamMeant(tx, store, to)
    if (isRefused(team)) return team
    const referral = await refer(tx, store, to, team)
    if (isRefused(referral)) return referral
    return recordStep(mayAssign(tx), store, {
      in: to.caseId,
      act: { type: 'case-assigned', id: newId(), data: whose(row, { team, holder: to.holder }) },
      // One step of its own comes before this one.
      ...expected({ ...to, ...(to.expectedVersion !== undefined && { expectedVersion: row.version + 1 }) }),
    })
  })
}

/** The team named, or that of the person; refused where either is not there. */
async function teamMeant(
  tx: Transaction,
  store: Store,
  { team, holder }: PassedOn,
): Promise<string | Refused> {
  const { landlord } = tx.acting
  if (team !== undefined && !(await teamIsThere(tx, store, team)))
    return refused('not valid', 'there is no such team', 'choose one of the list', '/team')
  if (holder === undefined)
    return team ?? refused('not valid', 'nobody is chosen', 'choose a team, a person or both', '/team')
  const [person] = await tx.run(teamOfStaff, [landlord, holder])
  if (person === undefined)
    return refused('not valid', 'there is nobody of this name here now', 'choose one of the list', '/holder')
  return (
    team ??
    person.team_id ??
    refused('not valid', 'this person is in no team', 'choose a team as well', '/team')
  )
}

/** Whether a case can be given to this team. */
export async function teamIsThere(tx: Transaction, store: Store, team: string): Promise<boolean> {
  return (await tx.run(teamThere, [tx.acting.landlord, team, instantText(store.now())])).length > 0
}

function refer(tx: Transaction, store: Store, to: PassedOn, team: string): Promise<Recorded | Refused> {
  const data: Readonly<Record<string, FieldValue>> = {
    team,
    ...(to.urgent !== undefined && { urgent: to.urgent }),
    ...(to.for !== undefined && { for: to.for }),
    ...(to.customerTold !== undefined && { customerTold: to.customerTold }),
    ...(to.overrides !== undefined && { overrides: to.overrides }),
  }
  const act = { type: 'referred', id: newId(), data, ...(to.words !== undefined && { words: to.words }) }
  return recordStep(tx, store, { in: to.caseId, act, ...expected(to) })
}

const teamThere = statement<{ readonly team_id: string }>(
  'team-there',
  `select team_id from teams
    where landlord = $1 and team_id = $2
      and (ended_on is null or ended_on > ($3::timestamptz at time zone 'Europe/London')::date)`,
)
