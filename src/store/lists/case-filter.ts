import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import { type Refused, refused } from '#core/refused.ts'
import { type Day, parseDay } from '#core/time/day.ts'

/** Which cases a list shows, as an address or a kept view says it: each part a short text, absent where it does not matter. */
export interface CaseFilter {
  readonly kind?: string
  readonly team?: string
  /** The id of a member of staff; or `me`, whoever looks; or `nobody`. */
  readonly holder?: string
  readonly state?: 'open' | 'closed' | 'any'
  readonly promise?: string
  readonly due?: 'overdue' | 'today' | 'week'
  /** How it first came. */
  readonly channel?: string
  readonly customer?: string
  readonly home?: string
  /** It began on this date or later, `2026-03-02`. */
  readonly from?: string
  /** It began on this date or earlier. */
  readonly to?: string
  readonly sort?: 'due' | 'latest'
}

export const filterNames = [
  'kind',
  'team',
  'holder',
  'state',
  'promise',
  'due',
  'channel',
  'customer',
  'home',
  'from',
  'to',
  'sort',
] as const satisfies readonly (keyof CaseFilter)[]

const words: Partial<Record<keyof CaseFilter, readonly string[]>> = {
  state: ['open', 'closed', 'any'],
  due: ['overdue', 'today', 'week'],
  sort: ['due', 'latest'],
}

/** Reads a filter from texts by name, as a form or a kept view has them; what is blank is left out. */
export function filterFrom(
  told: Readonly<Record<string, unknown>>,
  { kinds }: Vocabulary,
): CaseFilter | Refused {
  const filter: Record<string, string> = {}
  for (const name of filterNames) {
    const value = Object.hasOwn(told, name) ? told[name] : ''
    if (typeof value !== 'string' || value.length > 200)
      return refused('not valid', `${name} is not a short text`, 'choose it anew', `/${name}`)
    if (value.trim() === '') continue
    if (words[name]?.includes(value) === false)
      return refused('not valid', `${name} cannot be “${value}”`, `choose one of the list`, `/${name}`)
    filter[name] = value.trim()
  }
  return faultIn(filter, kinds) ?? filter
}

function faultIn(
  { kind, from, to }: Readonly<Record<string, string>>,
  kinds: Vocabulary['kinds'],
): Refused | undefined {
  if (kind !== undefined && !kinds.has(kind))
    return refused('not valid', `there is no kind of case “${kind}”`, 'choose one of the list', '/kind')
  for (const [name, date] of Object.entries({ from, to }))
    if (date !== undefined && parseDay(date) === undefined)
      return refused('not valid', 'this is not a date', 'write it as 2026-03-20', `/${name}`)
  if (from !== undefined && to !== undefined && to < from)
    return refused('not valid', 'the last date is before the first', 'change one of the two', '/to')
  return undefined
}

/** The first and the last date on which a case may have begun. */
export function datesOf({ from, to }: CaseFilter): {
  readonly first: Day | undefined
  readonly last: Day | undefined
} {
  return { first: parseDay(from ?? ''), last: parseDay(to ?? '') }
}
