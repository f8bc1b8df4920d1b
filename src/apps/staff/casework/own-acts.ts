import type { ActsPossible } from '#store/acts/possible-acts.ts'
import type { Store } from '#store/store.ts'

/** The acts that belong to its kind; those of any case are done on the page of the case. */
export function ownActs({ vocabulary }: Store, possible: ActsPossible): ActsPossible {
  const { events, kinds } = vocabulary
  return { ...possible, acts: possible.acts.filter(({ type }) => kinds.has(events.get(type)?.kind ?? '')) }
}
