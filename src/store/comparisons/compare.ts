import type { Acting } from '#core/people/acting.ts'
import { compared, type GroupCompared, type GroupCounted } from '#core/promises/compared.ts'
import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import { promisesOf } from '#core/promises/edition.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { rounded } from '#core/promises/rounded.ts'
import type { ShownGroup } from '#core/promises/small-numbers.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import { monthOf } from '#core/time/period.ts'
import type { Transaction } from '../database.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { instantText } from '../types.ts'
import {
  type Dimension,
  dimensions,
  groupsOfCases,
  groupsOfClocks,
  groupsOfClocksByPlace,
  type GroupRow,
} from './groups.ts'

/** Which groups of which figure to set beside each other. */
export interface ComparisonAsked {
  readonly promise: string
  readonly by: Dimension
  /** With `profile`: which strand of customers’ profiles. */
  readonly strand?: string
  /** The first and the last day of months. */
  readonly from: Day
  readonly to: Day
}

/** Groups of one figure beside each other, small numbers hidden. */
export interface Comparison {
  readonly promise: PackPromise
  readonly groups: readonly ShownGroup<GroupCompared>[]
  /** Whether numbers stand to the nearest five, as those of people’s profiles do. */
  readonly isRounded: boolean
}

/** More groups than a table can hold say nothing. */
const mostGroups = 200

/**
 * A figure by team, channel, office, contractor or customers’ profile bands. What is counted by clocks is read from them, all
 * else from what each case added to its sums. Nothing in it leads to a case or a person.
 */
export function compareFigures(
  store: Store,
  acting: Acting,
  asked: ComparisonAsked,
): Promise<Comparison | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const promise = promisesOf(terms.editions).find((each) => each.promise.id === asked.promise)?.promise
    if (promise === undefined)
      return refused('not found', `there is no promise ${asked.promise}`, 'see the list of promises')
    if (!isComparable(promise))
      return refused(
        'not valid',
        'this promise is kept by the landlord as a whole',
        'choose another',
        '/promise',
      )
    const zone = terms.editions.at(-1)?.calendar.zone
    if (zone === undefined) throw new Error('terms have at least one edition')
    const span = [instantText(zone.startOf(asked.from)), instantText(zone.startOf(asked.to + 1))] as const
    const says = saysOffice(promise, store.vocabulary)
    const rows = await groupsIn(tx, promise, { ...asked, saysOffice: says }, span)
    if (rows.length > mostGroups)
      return refused('not valid', `there are more than ${mostGroups} groups`, 'choose other groups', '/by')
    return comparisonOf(promise, rows, asked.by)
  })
}

/** Whether a figure is made of what cases add, so that there are groups of it. */
export function isComparable({ measure, clauses }: PackPromise): boolean {
  if (measure === 'recurring' || measure === 'published') return false
  return (
    measure !== 'ratio' ||
    [clauses.share, clauses.of].every(
      ({ returned, promises }) => returned === undefined && promises === undefined,
    )
  )
}

/** Whether what starts this promise’s clocks may say at which office it happened, as a visitor’s arrival does. */
function saysOffice({ measure, clauses }: PackPromise, { events }: Vocabulary): boolean {
  if (measure !== 'clock') return false
  return clauses.starts.some(({ event }) => events.get(event)?.definition.fields?.['office'] !== undefined)
}

function groupsIn(
  tx: Transaction,
  { id, measure }: PackPromise,
  { by, strand = '', from, to, saysOffice: says }: ComparisonAsked & { readonly saysOffice: boolean },
  span: readonly (string | null)[],
): Promise<readonly GroupRow[]> {
  const strands = by === 'profile' ? [strand] : []
  const limit = mostGroups + 1
  if (measure === 'clock')
    return tx.run((says ? groupsOfClocksByPlace : groupsOfClocks)[by], [
      tx.acting.landlord,
      id,
      ...span,
      limit,
      ...strands,
    ])
  const [kept, of] = measure === 'ratio' ? ['sum:0', 'sum:1'] : ['kept', 'counted']
  return tx.run(groupsOfCases[by], [
    tx.acting.landlord,
    id,
    ...span,
    limit,
    kept,
    of,
    monthOf(from),
    monthOf(to),
    ...strands,
  ])
}

function comparisonOf(promise: PackPromise, rows: readonly GroupRow[], by: Dimension): Comparison {
  const groups = rows.map(
    ({ id, name, counted, kept, of }): GroupCounted => ({
      name: name ?? id?.replaceAll('-', ' ') ?? dimensions[by].none,
      counted,
      kept,
      of,
    }),
  )
  const shown = compared(groups, areCounts(promise))
  if (by !== 'profile') return { promise, groups: shown, isRounded: false }
  return {
    promise,
    groups: shown.map((each) => ({ ...each, shown: each.shown && rounded(each.shown) })),
    isRounded: true,
  }
}

/** An interval speaks of things that were counted; not of pence, or of a rate per so many. */
function areCounts({ measure, clauses }: PackPromise): boolean {
  if (measure !== 'ratio') return true
  return (
    clauses.per === undefined &&
    [clauses.share, clauses.of].every(({ count, clocks }) => count !== undefined || clocks !== undefined)
  )
}
