import type { CaseEvent } from '#core/ledger/event.ts'
import type { Acting } from '#core/people/acting.ts'
import { type Refusal, refuse } from '#core/refusal.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { monthOf } from '#core/time/period.ts'
import type { CaseToLoad, RejectedEvents } from '../loading/case-to-load.ts'
import type { Store } from '../store.ts'
import { type ReturnsGround, returnsGround } from './ground.ts'
import { insertProposal, proposalFault, type ReturnToPropose } from './propose.ts'
import { textOf } from './read-values.ts'

/** What came of figures that stood among events. */
export interface ReturnsBrought {
  /** So many wait for their check now. */
  readonly waiting: number
  /** So many were there already with the same value, counting or waiting. */
  readonly again: number
  readonly rejected: readonly RejectedEvents[]
}

/**
 * Puts down figures that a program or a person brought among events, each to be checked by somebody else as if they had typed it in.
 * Which author and checker the events name says nothing: nobody here saw it.
 */
export async function proposeBrought(
  store: Store,
  acting: Acting,
  cases: readonly CaseToLoad[],
): Promise<ReturnsBrought | Refused> {
  if (cases.length === 0) return { waiting: 0, again: 0, rejected: [] }
  return store.database.transact(acting, 'import', async (tx) => {
    const ground = await returnsGround(tx, store)
    if (isRefused(ground)) return ground
    const authorId = acting.staffId ?? acting.by
    const taken: ReturnToPropose[] = []
    const rejected: RejectedEvents[] = []
    let again = 0
    for (const { caseId, events } of cases)
      for (const event of events) {
        const read = broughtBy(event, ground, taken)
        if (read === 'again') again += 1
        else if ('refusal' in read) rejected.push({ caseId, events: [event], because: read })
        else {
          await insertProposal(tx, store, { ...read, authorId })
          taken.push(read)
        }
      }
    return { waiting: taken.length, again, rejected }
  })
}

function broughtBy(
  { type, at, data }: CaseEvent,
  ground: ReturnsGround,
  taken: readonly ReturnToPropose[],
): ReturnToPropose | Refusal | 'again' {
  if (type !== 'return-recorded')
    return refuse(
      'a figure that counts is put right by one person and checked by another',
      'correct it on the page of returns',
    )
  const { name, value, source } = data
  if (typeof name !== 'string' || typeof value !== 'number')
    return refuse('a figure has a name and a value', 'add them to its data')
  const proposal = { name, value, month: monthOf(ground.zone.dayOf(at)), source: textOf(source) }
  const known = [...ground.checked, ...ground.waiting, ...taken]
  if (known.some((each) => each.name === name && each.month === proposal.month && each.value === value))
    return 'again'
  if (taken.some((each) => each.name === name && each.month === proposal.month))
    return refuse('an earlier line has the same name and month', 'leave out one of the two')
  return proposalFault(ground, proposal) ?? proposal
}
