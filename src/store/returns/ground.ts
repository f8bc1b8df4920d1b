import { type ReturnNeeded, returnsNeeded } from '#core/duties/returns-needed.ts'
import { promisesOf } from '#core/promises/edition.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { suggest } from '#core/suggest.ts'
import { type Month, monthOf } from '#core/time/period.ts'
import type { Zone } from '#core/time/zone.ts'
import type { Transaction } from '../database.ts'
import { type DutyOwner, mayAnswer, ownersIn } from '../duties/owners.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { type CheckedReturn, checkedReturns, type WaitingReturn, waitingReturns } from './read-values.ts'

/** Everything by which a figure is judged before it is taken. */
export interface ReturnsGround {
  readonly zone: Zone
  readonly needed: readonly ReturnNeeded[]
  readonly owners: ReadonlyMap<string, DutyOwner>
  readonly checked: readonly CheckedReturn[]
  readonly waiting: readonly WaitingReturn[]
  /** The month in which the first edition came into force, and the present one. */
  readonly firstMonth: Month
  readonly thisMonth: Month
}

/** Reads it once for a page, a form or a whole file. */
export async function returnsGround(tx: Transaction, store: Store): Promise<ReturnsGround | Refused> {
  const terms = await termsNow(tx, store)
  if (isRefused(terms)) return terms
  const promises = promisesOf(terms.editions)
  const [first] = terms.editions
  if (first === undefined) throw new Error('terms have at least one edition')
  const { zone } = first.calendar
  return {
    zone,
    needed: returnsNeeded(promises),
    owners: await ownersIn(tx, 'return'),
    checked: await checkedReturns(tx, zone, store.now()),
    waiting: await waitingReturns(tx),
    firstMonth: monthOf(first.pack.inForceFrom),
    thisMonth: monthOf(zone.dayOf(store.now())),
  }
}

/** Who types in: a member of staff who records returns, or who answers for this one. */
export async function authorOf(
  tx: Transaction,
  { owners }: ReturnsGround,
  name: string,
): Promise<{ readonly authorId: string } | Refused> {
  const { staffId } = tx.acting
  if (staffId === undefined || !(await mayAnswer(tx, owners.get(name))))
    return refused(
      'not allowed',
      'this figure is for whoever answers for it to type in',
      'ask a performance officer to say who answers for it',
    )
  return { authorId: staffId }
}

/** Why no figure of this name and month can be taken, if none can. */
export function nameOrMonthFault(ground: ReturnsGround, name: string, month: Month): Refused | undefined {
  const { needed, firstMonth, thisMonth } = ground
  if (!needed.some((each) => each.name === name)) {
    const near = suggest(
      name,
      needed.map((each) => each.name),
    )
    const fix = near === undefined ? 'choose one of those the promises need' : `did you mean ${near}?`
    return refused('not valid', `no promise takes a figure called “${name.slice(0, 60)}”`, fix, '/name')
  }
  if (month > thisMonth)
    return refused('not valid', 'this month is still to come', 'choose one that has begun', '/month')
  if (month < firstMonth)
    return refused(
      'not valid',
      'this month was before the standard came into force',
      'choose a later one',
      '/month',
    )
  return undefined
}
