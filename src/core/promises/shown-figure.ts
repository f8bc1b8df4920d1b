import type { Figure } from './figure.ts'
import type { PackPromise } from './pack.ts'
import { numberText, percentText, rateText } from './percent.ts'

/**
 * How a promise's figure is shown: most as a percentage, some as a rate per so many, and a target of
 * “days on average” as the mean. Charts, tables and headings all ask here, so they agree.
 */
export interface ShownAs {
  readonly unit: 'percent' | 'rate' | 'mean days'
  /** For a rate: per how many. */
  readonly per: number
  /** Which way is better; undefined where nobody has said (a ratio without a target). */
  readonly better: 'higher' | 'lower' | undefined
  /** The target as a number in the same unit, for the line across a chart. */
  readonly target: number | undefined
}

/** How this promise's figures are shown. */
export function shownAs(promise: PackPromise): ShownAs {
  const per = promise.measure === 'ratio' ? promise.clauses.per : undefined
  const { target } = promise
  const better = betterWay(promise)
  if (target?.of === 'mean days') return { unit: 'mean days', per: 1, better, target: target.days }
  const share = target?.of === 'share' ? Number(target.upper) / Number(target.lower) : undefined
  if (per !== undefined)
    return { unit: 'rate', per, better, target: share === undefined ? share : share * per }
  return { unit: 'percent', per: 100, better, target: share === undefined ? share : share * 100 }
}

/** The figure in words: “83.2%”, “3.25 per 1,000”, “26.4 days on average”, or “nothing to count”. */
export function figureText(promise: PackPromise, figure: Figure): string {
  if (figure.value === null) return 'nothing to count'
  const { unit, per } = shownAs(promise)
  if (unit === 'rate') return rateText(figure.kept, figure.counted, per)
  if (unit === 'mean days' && figure.lengths) return `${numberText(figure.lengths.mean)} days on average`
  return percentText(figure.kept, figure.counted, promise.target)
}

/** The same, short enough for a column. */
export function shortFigureText(promise: PackPromise, figure: Figure): string {
  return figureText(promise, figure).replace(' on average', '')
}

/** The figure as a point on a chart, in the unit of `shownAs`; null where there is none. */
export function figurePoint(promise: PackPromise, figure: Figure): number | null {
  const { unit, per } = shownAs(promise)
  if (figure.value === null) return null
  if (unit === 'mean days') return figure.lengths?.mean ?? null
  return (figure.kept / figure.counted) * per
}

/** A value read off a chart (a mean, a limit, a tick), with its unit. */
export function pointText({ unit, per }: ShownAs, value: number): string {
  if (unit === 'percent') return `${numberText(value)}%`
  return unit === 'rate' ? `${numberText(value)} per ${numberText(per)}` : `${numberText(value)} days`
}

/** The target in words, also where there is none. */
export function targetText({ target }: PackPromise): string {
  if (target === undefined) return 'none published'
  return target.of === 'nothing yet' ? `none yet (${target.text})` : target.text
}

function betterWay({ target, measure }: PackPromise): ShownAs['better'] {
  if (target?.of === 'mean days') return 'lower'
  if (target?.of === 'share')
    return target.compare === 'at most' || target.compare === 'under' ? 'lower' : 'higher'
  return measure === 'ratio' ? undefined : 'higher'
}
