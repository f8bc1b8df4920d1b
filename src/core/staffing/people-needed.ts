import { answeredWithinC, type CallLoad, mostPeople } from './erlang-c.ts'
import { lineState } from './erlang-a.ts'

/** What is promised of calls: so large a share answered within so many seconds. */
export interface CallPromise {
  readonly seconds: number
  /** Between nothing and one. */
  readonly share: number
}

/** Who waits on the line: for how long on average before giving up, or without end. */
export type Patience = { readonly patienceSeconds: number } | 'without end'

/** The share of calls answered in time with so many people. */
export function answeredInTime(
  people: number,
  load: CallLoad,
  patience: Patience,
  { seconds }: Pick<CallPromise, 'seconds'>,
): number {
  if (load.callsAnHour <= 0 || load.talkSeconds <= 0) return 1
  if (people < 1) return 0
  return patience === 'without end'
    ? answeredWithinC(people, load, seconds)
    : lineState(people, load, patience.patienceSeconds).answeredWithin(seconds)
}

/**
 * The fewest people who keep the promise; undefined where no number does (every single call in time) or it is beyond reason.
 * More people never answer fewer in time, so the number is found by halving.
 */
export function peopleNeeded(load: CallLoad, patience: Patience, promise: CallPromise): number | undefined {
  const keeps = (people: number) => answeredInTime(people, load, patience, promise) >= promise.share
  if (keeps(0)) return 0
  if (promise.share >= 1) return undefined
  let most = 1
  while (!keeps(most)) {
    if (most >= mostPeople) return undefined
    most = Math.min(most * 2, mostPeople)
  }
  let tooFew = Math.floor(most / 2)
  while (most - tooFew > 1) {
    const middle = Math.floor((tooFew + most) / 2)
    if (keeps(middle)) most = middle
    else tooFew = middle
  }
  return most
}

/** How many must be on the rota so that as many are there: of every hundred, so many are on leave, in training or on a break. */
export function onTheRota(people: number, awayPercent: number): number {
  return Math.max(0, Math.ceil((people * 100) / (100 - awayPercent) - 1e-9))
}
