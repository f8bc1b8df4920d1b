import type { PossibleAct } from '#core/acts/act-form.ts'
import { openingIn, possibleIn } from '#core/acts/possible.ts'
import type { PromiseAsks } from '#core/acts/promise-asks.ts'
import { mayRecord } from '#core/people/act-permission.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { type CaseShown, caseOf } from '../ledger/read-case.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { timelineNow } from './timeline-now.ts'

export type { PossibleAct } from '#core/acts/act-form.ts'

/** A case with what can be done in it now. */
export interface ActsPossible {
  readonly case: CaseShown
  /** The usual next act first; what belongs to any case comes last. */
  readonly acts: readonly PossibleAct[]
  /** What promises ask for in this case and has not been done, what is due first coming first. */
  readonly owed: readonly PromiseAsks[]
}

/** What whoever acts can do in a case now. In a case that was merged into another, nothing: it goes on there. */
export function possibleActs(store: Store, acting: Acting, caseId: string): Promise<ActsPossible | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const row = await caseOf(tx, caseId)
    if (isRefused(row)) return row
    if (row.merged_into !== null) return { case: row, acts: [], owed: [] }
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const { vocabulary } = store
    const timeline = await timelineNow(tx, store, caseId)
    const { acts, owed } = possibleIn({
      kind: row.kind,
      vocabulary,
      editions: terms.editions,
      timeline,
      now: store.now(),
      may: (type) => mayRecord(acting, type, vocabulary),
    })
    return { case: row, acts, owed: owed.map(({ act: _, ...asked }) => asked) }
  })
}

/** The acts with which whoever acts can open a case of a kind. */
export function openingActs(
  store: Store,
  acting: Acting,
  kind: string,
): Promise<readonly PossibleAct[] | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const { vocabulary } = store
    if (!vocabulary.kinds.has(kind)) return refused('not found', `there is no kind of case “${kind}”`)
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const may = (type: string) => mayRecord(acting, type, vocabulary)
    return openingIn({ kind, vocabulary, editions: terms.editions, now: store.now(), may })
  })
}
