import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import { readAloud } from '#store/recordings/recordings.ts'
import type { Store } from '#store/store.ts'
import type { Task, TaskSaid } from '../task.ts'

/** Makes and keeps the audio of what is published that is not there yet. */
export type ReadAloud = (
  store: Store,
  acting: Acting,
  how: { readonly signal: AbortSignal },
) => Promise<Refused | undefined>

export const readingAloudSaid: TaskSaid = {
  name: readAloud,
  says: 'reads published reports and the leaflet aloud, so that nobody waits for audio',
  comes: { dailyAt: '00:45' },
}

/** Reads aloud what was published since, or is read in another voice now. */
export function readingAloud(read: ReadAloud): Task {
  return { ...readingAloudSaid, run: (store, acting, _payload, signal) => read(store, acting, { signal }) }
}
