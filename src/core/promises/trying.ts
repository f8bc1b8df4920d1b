import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Figure } from './figure.ts'
import { figuresOf } from './figures.ts'
import type { Replayed, Turning } from './replay.ts'

/** What trying a draft on the past came to: figures before and after, and what turned. */
export interface Tried {
  readonly promises: readonly TriedPromise[]
  /** The days that were looked at, as far as there are facts of them; the same day twice where there are none. */
  readonly from: Day
  readonly to: Day
  /** In how many weeks of them anything happened; a try of an earlier release did not say. */
  readonly weeks?: number
}

/** One promise as it is, and as the draft would have it. */
export interface TriedPromise {
  readonly promise: string
  /** Null where the pack, or the draft, has no such promise. */
  readonly before: Figure | null
  readonly after: Figure | null
  readonly turning: Turning
  /** How many clocks the draft begins in these days. */
  readonly begun: number
}

const nothingTurned: Turning = { toMet: 0, toMissed: 0, otherwise: 0 }

/** The figures of a replay over whole days, promise by promise in the order of the pack and then of the draft. */
export function triedOf(
  { before, after, turnings, begun, weeks }: Replayed,
  {
    from,
    to,
    asOf,
  }: { readonly from: Day | undefined; readonly to: Day | undefined; readonly asOf: Instant },
): Tried {
  const shown = { from, to, by: 'all', asOf } as const
  const [was, is] = [figuresOf(before, shown, []), figuresOf(after, shown, [])]
  const wholes = (measured: typeof was) =>
    new Map(measured.promises.map((each) => [each.promise.id, each.whole]))
  const [old, made] = [wholes(was), wholes(is)]
  const ids = [...new Set([...old.keys(), ...made.keys()])]
  return {
    promises: ids.map((promise) => ({
      promise,
      before: old.get(promise) ?? null,
      after: made.get(promise) ?? null,
      turning: turnings.get(promise) ?? nothingTurned,
      begun: begun.get(promise) ?? 0,
    })),
    from: Math.max(was.from, before.firstOn ?? was.from),
    to: was.to,
    weeks,
  }
}

/** Whether the draft changes anything of a promise: its figure, its target or any of its clocks. */
export function isChanged({ before, after, turning }: TriedPromise): boolean {
  return turnedIn(turning) > 0 || compared(before) !== compared(after)
}

/** How many clocks turned, whichever way. */
export function turnedIn({ toMet, toMissed, otherwise }: Turning): number {
  return toMet + toMissed + otherwise
}

function compared(figure: Figure | null): string {
  if (figure === null) return ''
  const { kept, counted, verdict, target, running, overdue, paused } = figure
  return [kept, counted, verdict, target, running, overdue, paused, figure.void].join()
}
