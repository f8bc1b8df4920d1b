import type { PackPromise } from '#core/promises/pack.ts'

/** A duty of the landlord as a whole, by its name, with the promise that it belongs to. */
export interface DutyOfLandlord {
  readonly promise: string
  readonly says: string
  readonly duty: string
}

/** The duties that come round for the landlord as a whole; those owed on each case are done there. */
export function dutiesOfLandlord(promises: readonly PackPromise[]): readonly DutyOfLandlord[] {
  return promises.flatMap((promise) => {
    if (promise.measure !== 'recurring' || promise.clauses.starts !== undefined) return []
    const { duty } = promise.clauses
    return duty === undefined ? [] : [{ promise: promise.id, says: promise.promise, duty }]
  })
}
