import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import type { Store } from '#store/store.ts'
import type { Schedule } from './schedule.ts'

/**
 * Something done later or over and over, on behalf of one landlord at a time. It is done at least once: a task whose
 * worker died is begun again by another, and must come to the same in the end.
 */
export interface Task extends TaskSaid {
  /**
   * Does it. What it throws or refuses is kept and shown, and it is tried again. Leaves off where it can when the signal
   * says so: what is left is done by whoever comes next.
   */
  run(store: Store, acting: Acting, payload: unknown, signal: AbortSignal): Promise<Refused | void>
}

/** What can be told of a task without what it takes to do it. */
export interface TaskSaid {
  readonly name: string
  /** What it does, for whoever reads the list of jobs. */
  readonly says: string
  /** When it comes round by itself; otherwise somebody has to ask for it. */
  readonly comes?: Schedule
}
