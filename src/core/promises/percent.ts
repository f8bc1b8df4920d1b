import { millionths, reaches, type Target } from './target.ts'

/**
 * A share as a percentage in words: two decimals at most, rounded half up, by whole numbers throughout.
 * The rounded figure always keeps the exact one's verdict, so 99.996% of a target of 100% shows as 99.99%,
 * and 7.004% against “at most 7%” as 7.01% (trap 36). 100% is shown only where all of them were kept.
 */
export function percentText(kept: number, counted: number, target?: Target): string {
  const exact = shareOf(kept, counted)
  return `${decimal(roundedFor(exact, target))}%`
}

/** A rate as a number for every so many: “3.25 per 1,000”, rounded as `percentText` rounds. */
export function rateText(kept: number, counted: number, per: number): string {
  const { upper, lower } = shareOf(kept, counted)
  return `${decimal(halfUp({ upper: upper * BigInt(per), lower: lower * 100n }))} per ${grouped(per)}`
}

/** A number with at most two decimals, rounded half up, thousands set apart: 1234.567 is “1,234.57”. */
export function numberText(value: number): string {
  const { upper, lower } = shareOf(value, 1)
  return decimal(halfUp({ upper, lower: lower * 100n }))
}

/** A share as one whole number over another. */
function shareOf(kept: number, counted: number): Share {
  const [upper, lower] = [millionths(kept), millionths(counted)]
  return lower < 0n ? { upper: -upper, lower: -lower } : { upper, lower }
}

interface Share {
  readonly upper: bigint
  readonly lower: bigint
}

/** Hundredths of a percent, moved to the exact figure's side of the target where rounding crossed it. */
function roundedFor(exact: Share, target: Target | undefined): bigint {
  const rounded = halfUp(exact)
  const wentUp = rounded * exact.lower > exact.upper * whole
  const notAll = exact.upper < exact.lower
  const crossed =
    target?.of === 'share' && passes(target, exact) !== passes(target, { upper: rounded, lower: whole })
  if (crossed) return wentUp ? rounded - 1n : rounded + 1n
  return notAll && rounded === whole ? rounded - 1n : rounded
}

function passes(target: Target & { readonly of: 'share' }, share: Share): boolean {
  return reaches(target, share.upper, share.lower)
}

const whole = 10_000n

/** In ten-thousandths, rounded half up. */
function halfUp({ upper, lower }: Share): bigint {
  if (lower === 0n) throw new RangeError('a share of nothing has no figure')
  return floorOver(upper * whole * 2n + lower, lower * 2n)
}

function floorOver(upper: bigint, lower: bigint): bigint {
  const quotient = upper / lower
  return upper % lower < 0n ? quotient - 1n : quotient
}

/** Hundredths as a decimal without idle noughts: 8500 is “85”, 8320 “83.2”. */
function decimal(hundredths: bigint): string {
  const sign = hundredths < 0n ? '−' : ''
  const size = hundredths < 0n ? -hundredths : hundredths
  const fraction = String(size % 100n)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${sign}${grouped(size / 100n)}${fraction === '' ? '' : `.${fraction}`}`
}

function grouped(value: number | bigint): string {
  return english.format(value)
}

const english = new Intl.NumberFormat('en-GB')
