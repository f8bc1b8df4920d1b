import { monthCode } from '#core/time/period.ts'
import { local } from '#http/html/local.ts'
import type { Url } from '#http/html/url.ts'
import type { MonthsShown } from './months.ts'

/** The page of one promise, for these months and perhaps one team. */
export function promiseAddress(promise: string, { first, last }: MonthsShown, team?: string): Url {
  const [from, to] = [monthCode(first), monthCode(last)]
  return team === undefined
    ? local`/promises/${promise}?from=${from}&to=${to}`
    : local`/promises/${promise}?from=${from}&to=${to}&team=${team}`
}

/** The cases behind its figure: all that were counted, or those that kept or missed it. */
export function behindAddress(
  promise: string,
  { first, last }: MonthsShown,
  {
    outcome = '',
    team = '',
  }: { readonly outcome?: 'met' | 'missed' | ''; readonly team?: string | undefined },
): Url {
  const [from, to] = [monthCode(first), monthCode(last)]
  return local`/promises/${promise}/cases?from=${from}&to=${to}&outcome=${outcome}&team=${team}`
}
