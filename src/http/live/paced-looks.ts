/** At most so many looks at once: the other connections to the database are for those who wait for a page. */
const mostAtOnce = 3
/** All open streams together look for no more than this share of the time. */
const shareOfTime = 0.5
const longestPause = 30_000
/** How much one look counts in the average of all. */
const weight = 0.05

/** What streams look by, all those of one server together. */
export interface PacedLooks {
  /** Does it when its turn comes. */
  look<Seen>(work: () => Promise<Seen>): Promise<Seen>
  /** How long a stream waits until it looks again, with so many open: longer where looking takes long. */
  pauseWith(streams: number): number
}

/** Paces looks that are due every so often, so that a busy database is looked at less, and not more at once. */
export function pacedLooks(everyMilliseconds: number): PacedLooks {
  const waiting: (() => void)[] = []
  let looking = 0
  let average = 0
  return {
    async look(work) {
      if (looking >= mostAtOnce) await new Promise<void>((begin) => waiting.push(begin))
      else looking++
      const began = performance.now()
      try {
        return await work()
      } finally {
        average += (performance.now() - began - average) * weight
        const next = waiting.shift()
        if (next === undefined) looking--
        else next()
      }
    },
    pauseWith: (streams) =>
      Math.max(everyMilliseconds, Math.min((streams * average) / shareOfTime, longestPause)),
  }
}
