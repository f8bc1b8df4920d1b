import type { Acting } from '#core/people/acting.ts'
import { type PromiseOfEdition, promisesOf } from '#core/promises/edition.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { asItStands } from '../ledger/read-case.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { instantText } from '../types.ts'
import { byCase, type DueCase } from './due-groups.ts'
import { type Days, daysAt } from './read-today.ts'
import { customersOfCases, dueOf } from './today-rows.ts'
import { mostOfTeam } from './today-stamp.ts'

/** What a team has before it until the end of the week. */
export interface TeamToday {
  readonly asOf: Instant
  readonly days: Days
  readonly team: { readonly id: string; readonly name: string }
  readonly promises: readonly PromiseOfEdition[]
  readonly due: readonly DueCase[]
  readonly customers: ReadonlyMap<string, string>
  readonly cut: boolean
}

/** Reads the work of a team that is due by the end of the week, each case once. */
export function readTeam(store: Store, acting: Acting, teamId: string): Promise<TeamToday | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const { landlord, contractorId } = acting
    const [team] = contractorId === undefined ? await tx.run(teamNamed, [landlord, teamId]) : []
    if (team === undefined)
      return refused('not found', `there is no team ${teamId}`, 'choose one of the list')
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const asOf = store.now()
    const zone = terms.editions.at(-1)?.calendar.zone
    if (zone === undefined) throw new Error('terms have at least one edition')
    const days = daysAt(zone, asOf)
    const clocks = await tx.run(dueOf.team, [landlord, teamId, instantText(days.weekEnds), mostOfTeam])
    const due = byCase(clocks.map((clock) => asItStands(clock, asOf)))
    const customers = await tx.run(customersOfCases, [landlord, due.map(({ caseId }) => caseId)])
    return {
      asOf,
      days,
      team,
      promises: promisesOf(terms.editions),
      due,
      customers: new Map(customers.map(({ caseId, customerId }) => [caseId, customerId])),
      cut: clocks.length === mostOfTeam,
    }
  })
}

const teamNamed = statement<{ readonly id: string; readonly name: string }>(
  'today-team-named',
  'select team_id as id, name from teams where landlord = $1 and team_id = $2',
)
