import type { Raw } from '#http/html/raw.ts'

/**
 * Between which shares the truth lies, as a line from 0% to 100% with the share as a dot and the whole’s share as a stroke.
 * The words beside it say the same, so it is hidden from who hears the page.
 */
export function IntervalBar({
  share,
  whole,
  interval,
}: {
  readonly share: number
  readonly whole: number
  readonly interval: { readonly lower: number; readonly upper: number }
}): Raw {
  return (
    <svg class="interval" viewBox="-6 0 212 20" width={212} height={20} aria-hidden="true" focusable="false">
      <line class="foot" x1={0} x2={200} y1={18} y2={18} />
      <line class="target" x1={at(whole)} x2={at(whole)} y1={0} y2={18} />
      <line class="reach" x1={at(interval.lower)} x2={at(interval.upper)} y1={9} y2={9} />
      <circle class="dot" cx={at(share)} cy={9} r={5} />
    </svg>
  )
}

function at(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 2000) / 10
}
