import type { Instant } from '#core/time/instant.ts'

/** A call of the log, as far as it is remembered. */
export interface Call {
  /** The queue it first waited in. */
  readonly queue: string
  readonly enteredAt: Instant
  /** How often it entered a queue: one call may wait in several, one after another. */
  entries: number
}

/** The calls of a log by their id. */
export interface Calls {
  /** Notes that a call entered a queue; gives the name of its case. */
  enter(id: string, queue: string, at: Instant): string
  /** The case of a call, also of one that entered before the log begins. */
  caseOf(id: string): string
  /** Notes that a call waits and talks no more. */
  close(id: string): void
  /** The cases of all calls not yet closed, which are closed thereby. */
  closeAll(): readonly string[]
  get(id: string): Call | undefined
  count(): number
  /** Calls that entered before this may have been forgotten. */
  completeFrom(): Instant
}

/** A call comes back to another queue within the hour, not a million calls later. */
const mostCalls = 1_000_000

/** Makes an empty memory of calls; `most` is how many it keeps. */
export function rememberCalls(most: number = mostCalls): Calls {
  const calls = new Map<string, Call>()
  const open = new Set<string>()
  let completeFrom: Instant = Number.NEGATIVE_INFINITY

  const forgetOldest = () => {
    const [oldest] = calls
    if (oldest === undefined) return
    const [id, { enteredAt }] = oldest
    calls.delete(id)
    open.delete(id)
    completeFrom = Math.max(completeFrom, enteredAt + 1)
  }
  const caseOf = (id: string) => {
    const entries = calls.get(id)?.entries ?? 1
    return entries === 1 ? id : `${id}/${entries}`
  }
  return {
    enter(id, queue, at) {
      const call = calls.get(id)
      if (call === undefined) calls.set(id, { queue, enteredAt: at, entries: 1 })
      else call.entries += 1
      open.add(id)
      if (calls.size > most) forgetOldest()
      return caseOf(id)
    },
    caseOf,
    close: (id) => {
      open.delete(id)
    },
    closeAll() {
      const cases = [...open].map(caseOf)
      open.clear()
      return cases
    },
    get: (id) => calls.get(id),
    count: () => calls.size,
    completeFrom: () => completeFrom,
  }
}
