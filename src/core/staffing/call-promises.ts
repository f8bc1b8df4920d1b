import type { PackPromise } from '#core/promises/pack.ts'
import type { CallPromise } from './people-needed.ts'

/** A promise of the pack about how soon calls are answered. */
export interface TelephonePromise {
  readonly id: string
  readonly promise: string
  readonly words: string
  readonly seconds: number
  /** The share its target asks for; undefined where none is published. */
  readonly share: number | undefined
}

/** Where no share is published, or every single call is promised, what is planned for: nobody can promise every call. */
const usualShare = 0.9

/** The promises that a call be answered within so many seconds. */
export function telephonePromises(promises: readonly PackPromise[]): readonly TelephonePromise[] {
  return promises.flatMap((each) => {
    if (each.measure !== 'clock') return []
    const { starts, stops, within } = each.clauses
    const isOfCalls = [starts, stops].every((events, place) =>
      events.some(({ event }) => event === (place === 0 ? 'call-offered' : 'call-answered')),
    )
    if (!isOfCalls || within?.length.unit !== 'milliseconds') return []
    const seconds = within.length.amount / 1_000
    return [{ id: each.id, promise: each.promise, words: within.words, seconds, share: shareOf(each) }]
  })
}

/** What to plan for: the published share, or the one chosen. */
export function planFor({ seconds, share }: TelephonePromise, chosen: number | undefined): CallPromise {
  return { seconds, share: chosen ?? (share === undefined || share >= 1 ? usualShare : share) }
}

function shareOf({ target }: PackPromise): number | undefined {
  if (target?.of !== 'share' || target.compare === 'at most' || target.compare === 'under') return undefined
  return Number(target.upper) / Number(target.lower)
}
