import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { lastDayOf } from '#core/time/period.ts'
import type { Transaction } from '../database.ts'
import { recordIn } from '../duties/record-case.ts'
import { withLeaveToRecord } from '../duties/owners.ts'
import { withLeave } from '../ledger/with-leave.ts'
import { recordStep } from '../ledger/append.ts'
import type { Recorded } from '../ledger/write.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { type ReturnsGround, returnsGround } from './ground.ts'
import { caseOf } from './propose.ts'
import type { WaitingReturn } from './read-values.ts'

/** Checks a figure that somebody else typed in: from now on it counts, under both names. */
export function checkReturn(
  store: Store,
  acting: Acting,
  { returnId }: { readonly returnId: string },
): Promise<{ readonly name: string; readonly month: number } | Refused> {
  return store.database.transact(acting, 'returns.write', async (tx) => {
    const waiting = await lockedReturn(tx, returnId)
    if (isRefused(waiting)) return waiting
    const checker = acting.staffId
    if (checker === undefined || checker === waiting.authorId)
      return refused(
        'not allowed',
        'whoever typed a figure in does not check it',
        'ask a colleague who records returns to check it',
      )
    const ground = await returnsGround(tx, store)
    if (isRefused(ground)) return ground
    const recorded = await recordReturn(tx, store, ground, { ...waiting, checker })
    if (isRefused(recorded)) return recorded
    await decide(tx, store, returnId, { state: 'recorded', checker })
    return { name: waiting.name, month: waiting.month }
  })
}

/** Turns down a figure that waits: by whoever would check it, or by its author, who typed it wrongly. */
export function turnReturnDown(
  store: Store,
  acting: Acting,
  { returnId }: { readonly returnId: string },
): Promise<{ readonly name: string; readonly month: number } | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const waiting = await lockedReturn(tx, returnId)
    if (isRefused(waiting)) return waiting
    if (!acting.may.has('returns.write') && acting.staffId !== waiting.authorId)
      return refused('not allowed', 'this is for its author or for whoever checks figures', 'ask one of them')
    await decide(tx, store, returnId, { state: 'turned down', checker: acting.staffId })
    return { name: waiting.name, month: waiting.month }
  })
}

async function lockedReturn(tx: Transaction, returnId: string): Promise<WaitingReturn | Refused> {
  const [row] =
    tx.acting.contractorId === undefined ? await tx.run(lockReturn, [tx.acting.landlord, returnId]) : []
  if (row === undefined) return refused('not found', 'there is no such figure', 'look at the month again')
  if (row.state !== 'proposed')
    return refused(
      'changed meanwhile',
      'somebody has decided on this figure already',
      'look at the month again',
    )
  return row
}

/** A new fact, or the correction of one that is there: what it said before stays in the ledger. */
function recordReturn(
  tx: Transaction,
  store: Store,
  ground: ReturnsGround,
  {
    name,
    month,
    value,
    source,
    authorId,
    checker,
    corrects,
    wordsId,
  }: WaitingReturn & { readonly checker: string },
): Promise<Recorded | Refused> {
  const data = { value, source, author: authorId, checker, ...(wordsId !== null && { words: [wordsId] }) }
  const id = newId()
  const allowed = withLeave(withLeaveToRecord(tx), 'returns.check')
  const caseId = caseOf(ground, name)
  if (corrects === null) {
    // The figure of a month is as at its end; one of the present month as at now.
    const at = Math.min(ground.zone.startOf(lastDayOf(month) + 1) - 1, store.now())
    const act = { type: 'return-recorded', id, at: new Date(at).toISOString(), data: { name, ...data } }
    return recordIn(allowed, store, { kind: 'return', caseId }, act)
  }
  const meant = ground.checked.find((each) => each.event === corrects && each.name === name)
  if (meant === undefined)
    return Promise.resolve(
      refused('not found', 'the figure to correct is there no more', 'look at the month again'),
    )
  const act = { type: 'event-corrected', id, data: { event: corrects, data } }
  return recordStep(allowed, store, { in: meant.caseId, act })
}

async function decide(
  tx: Transaction,
  store: Store,
  returnId: string,
  { state, checker }: { readonly state: string; readonly checker: string | undefined },
): Promise<void> {
  await tx.run(decideReturn, [tx.acting.landlord, returnId, state, checker ?? null, instantText(store.now())])
}

const lockReturn = statement<WaitingReturn & { readonly state: string }>(
  'lock-return',
  `select return_id as "returnId", name, month, value, source, words_id as "wordsId", corrects, author_id as "authorId",
          proposed_at as "proposedAt", state
     from returns where landlord = $1 and return_id = $2 for update`,
)

const decideReturn = statement(
  'decide-return',
  'update returns set state = $3, checker_id = $4, decided_at = $5 where landlord = $1 and return_id = $2',
)
