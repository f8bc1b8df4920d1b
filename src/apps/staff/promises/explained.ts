import type { Acting } from '#core/people/acting.ts'
import type { Measured, MeasuredPromise } from '#core/report.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { PageAsked } from '#http/layout/page-route.ts'
import { asOfText } from '#http/page/dates.ts'
import { type FactsBehindAsked, reasonsBehind, recordsBehind } from '#store/comparisons/facts-behind.ts'
import { type PausedShare, pausedShare } from '#store/comparisons/paused-share.ts'
import { readFigures } from '#store/ledger/figures.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { latestPublishedFigures, type PublishedFigure } from '#store/reports/published.ts'
import type { Store } from '#store/store.ts'
import type { MonthsShown } from './months.ts'

/** What stands beside a figure, so that its reader knows what it is made of. */
export interface Explained {
  readonly pauses: PausedShare | undefined
  /** For a rule: why it was done otherwise, and how often. */
  readonly reasons: ReadonlyMap<string, number>
  /** For a ratio: how many figures of other systems it takes, and how many of them nobody here has checked. */
  readonly taken: { readonly all: number; readonly unchecked: number } | undefined
  /** The figure that was published last, and what the same months come to now. */
  readonly published:
    | { readonly then: PublishedFigure; readonly now: MeasuredPromise | undefined }
    | undefined
  readonly asAt: string
}

/** Reads what explains a figure of these months, which were measured. */
export async function explained(
  { store, visitor: { acting } }: PageAsked<Visitor>,
  promise: MeasuredPromise['promise'],
  months: MonthsShown,
  measured: Measured,
): Promise<Explained | Refused> {
  const span = { promise: promise.id, from: months.from, to: months.to }
  const pauses = promise.measure === 'clock' ? await pausedShare(store, acting, span) : undefined
  if (isRefused(pauses)) return pauses
  const reasons =
    promise.measure === 'rule' ? await reasonsBehind(store, acting, span) : new Map<string, number>()
  if (isRefused(reasons)) return reasons
  const taken = await takenIn(store, acting, promise, span)
  if (isRefused(taken)) return taken
  const published = acting.may.has('published.read') ? await latestPublishedFigures(store, acting) : undefined
  if (isRefused(published)) return published
  const then = published?.get(promise.id)
  if (then === undefined) return { pauses, reasons, taken, published: undefined, asAt: asOfText(measured) }
  const { from, to } = then.period
  const again = await readFigures(store, acting, { promise: promise.id, from, to, by: 'all' })
  const now = isRefused(again) ? undefined : again.promises.at(0)
  return { pauses, reasons, taken, published: { then, now }, asAt: asOfText(measured) }
}

async function takenIn(
  store: Store,
  acting: Acting,
  { measure }: MeasuredPromise['promise'],
  span: FactsBehindAsked,
): Promise<Explained['taken'] | Refused> {
  if (measure !== 'ratio') return undefined
  const records = await recordsBehind(store, acting, span)
  if (isRefused(records) || records.length === 0) return isRefused(records) ? records : undefined
  return { all: records.length, unchecked: records.filter(({ isUnchecked }) => isUnchecked).length }
}
