import type { Measured, MeasuredPromise } from '#core/report.ts'
import { isRefusal, type Refusal } from '#core/refusal.ts'
import { figurePoint, type ShownAs, shownAs } from './shown-figure.ts'
import { isImprovement } from './signal-words.ts'
import type { Signal } from './signals.ts'
import { type RunChart, runChart } from './xmr.ts'

/** What a promise asks of its reader, the most pressing first. */
export const standings = ['missed', 'overdue', 'signal', 'kept', 'nothing to count'] as const

export type Standing = (typeof standings)[number]

/** A promise with what it asks of its reader, and the chart that says so. */
export interface StandingPromise extends MeasuredPromise {
  readonly standing: Standing
  readonly shown: ShownAs
  readonly chart: RunChart | Refusal
  readonly signals: readonly Signal[]
}

/**
 * The promises in the order in which they need attention: missed (furthest from the target first), not missed but with
 * something overdue (the most first), kept but with a signal (the bad ones first), kept, nothing to count.
 * What is equal stays in the pack's order.
 */
export function byAttention({ promises }: Measured): readonly StandingPromise[] {
  return promises
    .map(standingOf)
    .map((promise) => ({ promise, group: standings.indexOf(promise.standing), weight: weightOf(promise) }))
    .toSorted((a, b) => a.group - b.group || b.weight - a.weight)
    .map(({ promise }) => promise)
}

/** What one promise asks of its reader. */
function standingOf(measured: MeasuredPromise): StandingPromise {
  const { promise, whole, byPeriod } = measured
  const chart = runChart(
    byPeriod.map((figure) => ({ period: figure.period, value: figurePoint(promise, figure) })),
  )
  const signals = isRefusal(chart) ? [] : chart.signals
  return {
    ...measured,
    shown: shownAs(promise),
    chart,
    signals,
    standing: standingFrom(whole, signals.length),
  }
}

/** The promises with something running, paused or overdue at the end of the span, the most overdue first. */
export function stillOpen({ promises }: Measured): readonly MeasuredPromise[] {
  return promises
    .filter(({ whole }) => whole.overdue + whole.running + whole.paused > 0)
    .toSorted(
      ({ whole: a }, { whole: b }) => b.overdue - a.overdue || b.running - a.running || b.paused - a.paused,
    )
}

function standingFrom(whole: MeasuredPromise['whole'], signals: number): Standing {
  if (whole.verdict === 'missed') return 'missed'
  // What was missed before this span and is still not done needs attention, although nothing is counted here.
  if (whole.overdue > 0) return 'overdue'
  if (whole.verdict === 'nothing to count') return 'nothing to count'
  return signals > 0 ? 'signal' : 'kept'
}

function weightOf({ standing, promise, whole, signals, shown }: StandingPromise): number {
  if (standing === 'missed') return distance(figurePoint(promise, whole), shown)
  if (standing === 'overdue') return whole.overdue
  return standing === 'signal' && endsBadly(signals, shown) ? 1 : 0
}

/** Whether the latest signal is bad news: a long rise begins below the lower limit, and is good news all the same. */
function endsBadly(signals: readonly Signal[], { better }: ShownAs): boolean {
  const latest = Math.max(...signals.map(lastOf))
  return signals.some((signal) => lastOf(signal) === latest && isImprovement(signal, better) === false)
}

function lastOf({ at }: Signal): number {
  return at.at(-1) ?? 0
}

/** How far a figure is from its target, as a part of the target; without one, from all of them kept. */
function distance(value: number | null, { target, per }: ShownAs): number {
  const wanted = target ?? per
  return value === null ? 0 : Math.abs(value - wanted) / (wanted === 0 ? 1 : wanted)
}
