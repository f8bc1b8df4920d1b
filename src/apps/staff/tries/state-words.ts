import { numberText } from '#core/promises/percent.ts'
import type { TryShown } from '#store/tries/read-tries.ts'

/** How far a try is. */
export function stateWords({
  state,
  casesRead,
  casesAll,
}: Pick<TryShown, 'state' | 'casesRead' | 'casesAll'>): string {
  switch (state) {
    case 'waiting':
      return 'Waiting to begin'
    case 'running':
      return `Running: ${numberText(Math.min(casesRead, casesAll))} of ${numberText(casesAll)} cases read`
    case 'done':
      return `Done: ${numberText(casesRead)} cases read`
    case 'stopped':
      return 'Stopped'
  }
}
