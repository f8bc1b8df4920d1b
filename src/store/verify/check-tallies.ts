import { formatDay } from '#core/time/day.ts'
import { firstDayOf } from '#core/time/period.ts'
import type { Transaction } from '../database.ts'
import type { CaseRow } from '../ledger/case-row.ts'
import { differences as sumsOf, keyOfSum, placeOfSum } from '../ledger/tallies.ts'
import { statement } from '../statement.ts'
import type { Differences } from './difference.ts'

/** Sums of what cases add, by the place in the tallies. */
export interface CaseSums {
  add(cases: readonly Pick<CaseRow, 'case_id' | 'team_id' | 'tallied'>[]): void
  readonly sums: ReadonlyMap<string, number>
}

/** Nothing added so far. Grows with promises and months, not with cases. */
export function caseSums(): CaseSums {
  const sums = new Map<string, number>()
  return {
    sums,
    add(cases) {
      const changes = cases.map(({ case_id, team_id, tallied }) => ({
        caseId: case_id,
        before: [],
        after: tallied,
        teamBefore: null,
        teamAfter: team_id,
      }))
      for (const [key, amount] of sumsOf(changes)) {
        const whole = inOneSlot(key)
        sums.set(whole, (sums.get(whole) ?? 0) + amount)
      }
    },
  }
}

/** In which slot a sum stands says nothing: months that are over are folded into one. */
function inOneSlot(key: string): string {
  return keyOfSum({ ...placeOfSum(key), slot: 0 })
}

/** Checks that each figure’s sums are those of all cases together. A sum that is not there is nought. */
export async function checkTallies(
  tx: Transaction,
  { sums }: CaseSums,
  differences: Differences,
): Promise<void> {
  const left = new Map(sums)
  for (const row of await tx.run(allTallies, [tx.acting.landlord])) {
    const key = keyOfSum({ ...row, slot: 0 })
    check(key, row.amount, left.get(key) ?? 0, differences)
    left.delete(key)
  }
  for (const [key, amount] of left) check(key, 0, amount, differences)
}

/** Amounts count in whole millionths; sums of pence differ far below that by the order in which they were added. */
const least = 0.000_000_5

function check(key: string, stored: number, workedOut: number, differences: Differences): void {
  if (Math.abs(stored - workedOut) < least) return
  const { promise, month, what, team_id } = placeOfSum(key)
  differences.add({
    promise,
    column: 'amount',
    stored: String(stored),
    workedOut: String(workedOut),
    says: `the sums of ${promise} in ${formatDay(firstDayOf(month)).slice(0, 7)}, “${what}”${team_id === '' ? '' : ` of ${team_id}`}: ${stored} is stored, and the cases come to ${workedOut}`,
  })
}

interface TallyRow {
  readonly promise: string
  readonly month: number
  readonly what: string
  readonly team_id: string
  readonly amount: number
}

const allTallies = statement<TallyRow>(
  'tallies-to-verify',
  'select promise, month, what, team_id, sum(amount) as amount from tallies where landlord = $1 group by promise, month, what, team_id',
)
