import type { PossibleAct } from '#core/acts/act-form.ts'
import type { Edition } from '#core/promises/edition.ts'
import type { ClockRow } from '../ledger/clock-row.ts'
import type { ToldEvent } from './entries.ts'

/** What a case waits for. */
interface Waiting {
  readonly clocks: readonly ClockRow[]
  readonly editions: readonly Edition[]
  /** Its events as told, in order. */
  readonly told: readonly ToldEvent[]
}

/**
 * The acts with those first that end what is due first: whoever opens a case sees at once what it waits for. A referral that
 * nobody has taken up comes before all of it.
 */
export function usualNext(
  acts: readonly PossibleAct[],
  { clocks, editions, told }: Waiting,
): readonly PossibleAct[] {
  const awaited = [
    ...(isReferred(told) ? [takingUp] : []),
    ...clocks
      .filter(({ ended_at: ended }) => ended === null)
      .toSorted((a, b) => a.keeps_until - b.keeps_until)
      .flatMap((clock) => stopsOf(clock, editions)),
  ]
  const rankOf = ({ type }: PossibleAct) => {
    const place = awaited.indexOf(type)
    return place === -1 ? awaited.length : place
  }
  return acts.toSorted((a, b) => rankOf(a) - rankOf(b))
}

const takingUp = 'referral-acknowledged'

/** Whether it was passed on and the other team has not said that it took it up. */
function isReferred(told: readonly ToldEvent[]): boolean {
  const last = told.findLast(
    ({ standing, told: { type } }) =>
      (standing === 'counts' || standing === 'corrected') && (type === 'referred' || type === takingUp),
  )
  return last?.told.type === 'referred'
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
