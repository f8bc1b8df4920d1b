import { type Refusal, refuse } from '#core/refusal.ts'
import { type Comparison, comparisonNamed, compares } from './comparison.ts'

/** A published target, exactly: no rounding stands between a figure and its verdict (trap 36). */
export type Target = { readonly text: string } & (
  | { readonly of: 'share'; readonly compare: Comparison; readonly upper: bigint; readonly lower: bigint }
  | { readonly of: 'number a year'; readonly times: number }
  | { readonly of: 'mean days'; readonly days: number }
  | { readonly of: 'nothing yet' }
)

/** `at least 85%`, `100%`, `under 4%`, `12 per year`, `at most 28 days on average`, `date to be inserted`. */
export function parseTarget(text: string): Target | Refusal {
  if (text === 'date to be inserted') return { text, of: 'nothing yet' }
  const share = /^(?:(at least|at most|under|over) )?(\d{1,4})(?:\.(\d{1,4}))?%$/.exec(text)
  if (share) return shareTarget(text, share[1], share[2] ?? '', share[3] ?? '')
  const yearly = /^(\d{1,4}) per year$/.exec(text)
  if (yearly) return { text, of: 'number a year', times: Number(yearly[1]) }
  const mean = /^at most (\d{1,4}) days on average$/.exec(text)
  if (mean) return { text, of: 'mean days', days: Number(mean[1]) }
  return refuse(
    `“${text}” is not a target`,
    'write “at least 85%”, “at most 7%”, “under 4%”, “100%”, “12 per year”, “at most 28 days on average” or “date to be inserted”',
  )
}

function shareTarget(text: string, compare: string | undefined, whole: string, fraction: string): Target {
  return {
    text,
    of: 'share',
    // A bare percentage is the least that will do: “90%” promises nine in ten or better.
    compare: comparisonNamed(compare) ?? 'at least',
    upper: BigInt(whole + fraction),
    lower: 100n * 10n ** BigInt(fraction.length),
  }
}

/** Whether kept out of counted reaches the target, compared in whole numbers. */
export function reaches(target: Target & { readonly of: 'share' }, kept: bigint, counted: bigint): boolean {
  return compares(target.compare, kept * target.lower, target.upper * counted)
}

/** An amount in whole millionths: returns come with pence and decimals, and six places of them are kept. */
export function millionths(amount: number): bigint {
  return Number.isSafeInteger(amount) ? BigInt(amount) * 1_000_000n : BigInt(Math.round(amount * 1_000_000))
}
