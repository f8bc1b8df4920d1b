import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { recordAct, recordSteps, type Step } from '../ledger/append.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** Cases to be given to a team or a person, as whoever gives them last saw them. */
export interface Assigning {
  readonly cases: readonly { readonly caseId: string; readonly version: number }[]
  readonly to: { readonly teamId: string } | { readonly staffId: string }
}

/** Which cases were given, and why the others were not. */
export interface Assigned {
  readonly done: readonly string[]
  readonly refused: readonly { readonly caseId: string; readonly why: Refused }[]
}

/** The most cases given at once: what a page shows. */
const mostAssigned = 200

/**
 * Gives several cases to a team or a person, all in one transaction; where one of them cannot be given (somebody changed it
 * meanwhile), the others are given one by one, and the refusals told.
 */
export async function assignCases(
  store: Store,
  acting: Acting,
  { cases, to }: Assigning,
): Promise<Assigned | Refused> {
  if (cases.length === 0 || cases.length > mostAssigned)
    return refused(
      cases.length === 0 ? 'not valid' : 'too many',
      cases.length === 0 ? 'no case was chosen' : `no more than ${mostAssigned} cases can be given at once`,
      'tick the cases you mean',
      '/cases',
    )
  const whose = await readWhose(store, acting, { cases, to })
  if (isRefused(whose)) return whose
  const steps = cases.map(({ caseId, version }): Extract<Step, { readonly in: string }> => {
    const contractor = whose.contractors.get(caseId)
    const data = { ...whose.data, ...(contractor !== undefined && { contractor }) }
    return { in: caseId, act: { type: 'case-assigned', data }, expectedVersion: version }
  })
  const [first, ...others] = steps
  if (first === undefined) throw new Error('there is a case, as was checked')
  const together = await recordSteps(store, acting, [first, ...others])
  if (!isRefused(together)) return { done: cases.map(({ caseId }) => caseId), refused: [] }
  return oneByOne(store, acting, steps)
}

async function oneByOne(
  store: Store,
  acting: Acting,
  steps: readonly Extract<Step, { readonly in: string }>[],
): Promise<Assigned> {
  const done: string[] = []
  const refusals: { readonly caseId: string; readonly why: Refused }[] = []
  for (const { in: caseId, act, expectedVersion } of steps) {
    const given = await recordAct(store, acting, caseId, act, {
      ...(expectedVersion !== undefined && { expectedVersion }),
    })
    if (isRefused(given)) refusals.push({ caseId, why: given })
    else done.push(caseId)
  }
  return { done, refused: refusals }
}

/** Who gets them, as the ledger names them; and whose job each case is, which giving it to a team does not change. */
function readWhose(store: Store, acting: Acting, { cases, to }: Assigning) {
  return store.database.transact(acting, 'cases.assign', async (tx) => {
    const { landlord } = acting
    const [found] =
      'teamId' in to
        ? await tx.run(teamToHave, [landlord, to.teamId, instantText(store.now())])
        : await tx.run(personToHave, [landlord, to.staffId])
    if (found === undefined)
      return refused(
        'not found',
        'teamId' in to ? 'there is no such team' : 'nobody of that name works here',
        'choose one of the list',
        '/receiver',
      )
    const { team, holder } = found
    const rows = await tx.run(contractorsOfCases, [landlord, cases.map(({ caseId }) => caseId)])
    return {
      data: { ...(team !== null && { team }), ...(holder !== null && { holder }) },
      contractors: new Map(rows.map(({ caseId, contractorId }) => [caseId, contractorId])),
    }
  })
}

interface ToHave {
  readonly team: string | null
  readonly holder: string | null
}

const teamToHave = statement<ToHave>(
  'list-team-to-have',
  `select team_id as team, null::text as holder from teams
    where landlord = $1 and team_id = $2
      and (ended_on is null or ended_on > ($3::timestamptz at time zone 'Europe/London')::date)`,
)

const personToHave = statement<ToHave>(
  'list-person-to-have',
  `select team_id as team, staff_id as holder from staff
    where landlord = $1 and staff_id = $2 and active and contractor_id is null`,
)

const contractorsOfCases = statement<{ readonly caseId: string; readonly contractorId: string }>(
  'list-contractors-of-cases',
  `select case_id as "caseId", contractor_id as "contractorId" from cases
    where landlord = $1 and case_id = any ($2::text[]) and contractor_id is not null`,
)
