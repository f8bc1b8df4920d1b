import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { newId } from '../new-id.ts'
import type { WordsOfAct } from '../ledger/act.ts'
import { recordStep } from '../ledger/append.ts'
import type { Recorded } from '../ledger/write.ts'
import type { Store } from '../store.ts'
import { teamIsThere } from './pass-on.ts'
import { expected, lockedCase, type Seen, teamOfStaff, whose } from './take-case.ts'

/** Says who has a case: a team, a person, both, or nobody. For those who give out work. */
export function assignCase(
  store: Store,
  acting: Acting,
  to: Seen & {
    readonly team?: string
    readonly holder?: string
    readonly words?: readonly WordsOfAct[]
  },
): Promise<Recorded | Refused> {
  return store.database.transact(acting, 'cases.assign', async (tx) => {
    const row = await lockedCase(tx, to.caseId)
    if (isRefused(row)) return row
    if (to.team !== undefined && !(await teamIsThere(tx, store, to.team)))
      return refused('not valid', 'there is no such team', 'choose one of the list', '/team')
    const [person] = to.holder === undefined ? [] : await tx.run(teamOfStaff, [acting.landlord, to.holder])
    if (to.holder !== undefined && person === undefined)
      return refused(
        'not valid',
        'there is nobody of this name here now',
        'choose one of the list',
        '/holder',
      )
    const data = whose(row, { team: to.team ?? person?.team_id, holder: to.holder })
    const act = {
      type: 'case-assigned',
      id: newId(),
      data,
      ...(to.words !== undefined && { words: to.words }),
    }
    return recordStep(tx, store, { in: to.caseId, act, ...expected(to) })
  })
}
