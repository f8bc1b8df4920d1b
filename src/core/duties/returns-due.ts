import type { Month } from '#core/time/civil.ts'
import type { ReturnNeeded } from './returns-needed.ts'

/** A figure of a month, checked or waiting to be. */
export interface ReturnValue {
  readonly name: string
  readonly month: Month
  readonly value: number
}

/** How a return stands in a month. */
export type ReturnState =
  /** A figure was checked for this month. */
  | 'checked'
  /** One was typed in and waits for its check. */
  | 'to be checked'
  /** None came for as long as one is asked for. */
  | 'missing'
  /** None is due in this month: an earlier one will do. */
  | 'not due'
  /** Nobody is asked for it: cases hold it. */
  | 'from cases'

export interface ReturnLine<Value extends ReturnValue = ReturnValue> {
  readonly needed: ReturnNeeded
  readonly everyMonths: number
  readonly state: ReturnState
  /** Checked for this month. */
  readonly checked: readonly Value[]
  /** The last before this month, which stands meanwhile. */
  readonly before: Value | undefined
}

/** Every return that promises need, as it stands in one month: a landlord's list of what is still to be typed in. */
export function returnsDue<Value extends ReturnValue>(
  needed: readonly ReturnNeeded[],
  known: {
    readonly checked: readonly Value[]
    readonly waiting: readonly ReturnValue[]
    /** Every how many months, where somebody has set it. */
    readonly every: ReadonlyMap<string, number>
  },
  month: Month,
): readonly ReturnLine<Value>[] {
  return needed.map((each) => {
    const own = known.checked.filter(({ name }) => name === each.name)
    const checked = own.filter((value) => value.month === month)
    const before = own
      .filter((value) => value.month < month)
      .reduce<Value | undefined>(
        (last, value) => (last && last.month > value.month ? last : value),
        undefined,
      )
    const everyMonths = known.every.get(each.name) ?? each.everyMonths
    const isWaiting = known.waiting.some((value) => value.name === each.name && value.month === month)
    const isAsked = !each.instead || known.every.has(each.name) || own.length > 0
    const lasts = before !== undefined && before.month > month - everyMonths
    return {
      needed: each,
      everyMonths,
      state: stateOf(checked.length > 0, isWaiting, isAsked, lasts),
      checked,
      before,
    }
  })
}

function stateOf(isChecked: boolean, isWaiting: boolean, isAsked: boolean, lasts: boolean): ReturnState {
  if (isWaiting) return 'to be checked'
  if (isChecked) return 'checked'
  if (!isAsked) return 'from cases'
  return lasts ? 'not due' : 'missing'
}
