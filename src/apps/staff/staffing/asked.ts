import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { PlanTerms } from '#core/staffing/staff-plan.ts'
import { planFor, telephonePromises, type TelephonePromise } from '#core/staffing/call-promises.ts'
import { mostPeople } from '#core/staffing/erlang-c.ts'
import type { CallWeek } from '#core/staffing/call-week.ts'
import { local } from '#http/html/local.ts'
import type { Url } from '#http/html/url.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import type { PageAsked } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { type CallsRead, readCalls } from '#store/staffing/read-calls.ts'
import { monthsAsked } from '../tries/months-asked.ts'

/** What was chosen on the page of staffing, and the calls it is of. */
export interface StaffingChosen {
  readonly calls: CallsRead
  /** The chosen line; empty is all of them. */
  readonly queue: string
  readonly week: CallWeek
  readonly promises: readonly TelephonePromise[]
  readonly promise: TelephonePromise
  readonly terms: PlanTerms
  /** As typed, for the form. */
  readonly fields: Fields
}

/** Of every hundred on the rota, so many are away, where nobody says: leave, training, breaks and sickness. */
const usualAway = 30

/** Reads what was chosen; refused where the pack promises nothing of the telephone. */
export async function staffingChosen({
  store,
  visitor,
  query,
}: PageAsked<Visitor>): Promise<StaffingChosen | Refused> {
  const months = monthsAsked(query)
  if (isRefused(months)) return months
  const calls = await readCalls(store, visitor.acting, months)
  if (isRefused(calls)) return calls
  const promises = telephonePromises(calls.promises)
  const asked = textIn(query, 'promise')
  // Most landlords promise it once; where twice, the one with a published share is measured by.
  const promise =
    promises.find(({ id }) => id === asked) ??
    promises.find(({ share }) => share !== undefined) ??
    promises[0]
  if (promise === undefined)
    return refused(
      'not found',
      'the pack promises nothing of how soon calls are answered',
      'see the promises',
    )
  const queue = textIn(query, 'queue')
  const week = calls.lines.get(queue)
  if (week === undefined)
    return refused(
      'not found',
      'no call came in on such a line in these months',
      'choose another line or other months',
    )
  const share = numberIn(query, 'share', 1, 99.9)
  const people = numberIn(query, 'people', 0, mostPeople)
  const terms = {
    promise: planFor(promise, share === undefined ? undefined : share / 100),
    awayPercent: numberIn(query, 'away', 0, 80) ?? usualAway,
    people: people === undefined ? undefined : Math.round(people),
  }
  return { calls, queue, week, promises, promise, terms, fields: query }
}

/** The same choice as a table to take away. */
export function csvOf({ fields }: StaffingChosen): Url {
  const [queue, promise] = [textIn(fields, 'queue'), textIn(fields, 'promise')]
  const [share, away, people] = [textIn(fields, 'share'), textIn(fields, 'away'), textIn(fields, 'people')]
  const [from, to] = [textIn(fields, 'from'), textIn(fields, 'to')]
  return local`/staffing.csv?queue=${queue}&promise=${promise}&share=${share}&away=${away}&people=${people}&from=${from}&to=${to}`
}

/** A number as typed, or nothing where it is none or beyond reason. */
function numberIn(fields: Fields, name: string, least: number, most: number): number | undefined {
  const text = textIn(fields, name).replace(/%$/, '')
  const number = text === '' ? Number.NaN : Number(text)
  return Number.isFinite(number) && number >= least && number <= most ? number : undefined
}
