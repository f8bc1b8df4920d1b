import type { PossibleAct } from '#core/acts/act-form.ts'
import type { Edition } from '#core/promises/edition.ts'
import type { ClockRow } from '../ledger/clock-row.ts'

/** The acts with those first that end what is due first: whoever opens a case sees at once what it waits for. */
export function usualNext(
  acts: readonly PossibleAct[],
  clocks: readonly ClockRow[],
  editions: readonly Edition[],
): readonly PossibleAct[] {
  const awaited = clocks
    .filter(({ ended_at: ended }) => ended === null)
    .toSorted((a, b) => a.keeps_until - b.keeps_until)
    .flatMap((clock) => stopsOf(clock, editions))
  const rankOf = ({ type }: PossibleAct) => {
    const place = awaited.indexOf(type)
    return place === -1 ? awaited.length : place
  }
  return acts.toSorted((a, b) => rankOf(a) - rankOf(b))
}

/** The events that stop a clock, by its own edition. */
function stopsOf(
  { promise, edition }: Pick<ClockRow, 'promise' | 'edition'>,
  editions: readonly Edition[],
): readonly string[] {
  const { pack } = editions.find((each) => each.pack.edition === edition) ?? {}
  const found = pack?.promises.find(({ id }) => id === promise)
  return found?.measure === 'clock' ? found.clauses.stops.map(({ event }) => event) : []
}
