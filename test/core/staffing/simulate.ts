import type { CallLoad } from '#core/staffing/erlang-c.ts'

/** What a line that was simulated came to, as shares of all calls. */
export interface Simulated {
  readonly answeredInTime: number
  readonly givenUp: number
}

export interface Simulating {
  readonly people: number
  readonly load: CallLoad
  readonly patienceSeconds: number
  readonly withinSeconds: number
  readonly calls: number
  readonly seed: number
}

/**
 * Calls one by one: each comes, waits for whoever is free first, and rings off when its patience is over. It shares nothing with
 * the formulas: no state of the line is reasoned about, only who is free when.
 */
export function simulate({
  people,
  load,
  patienceSeconds,
  withinSeconds,
  calls,
  seed,
}: Simulating): Simulated {
  const random = seeded(seed)
  const after = (mean: number) => -mean * Math.log(1 - random())
  const freeAt = Array.from({ length: people }, () => 0)
  let now = 0
  let inTime = 0
  let givenUp = 0
  for (let call = 0; call < calls; call++) {
    now += after(3_600 / load.callsAnHour)
    const first = freeAt.indexOf(Math.min(...freeAt))
    const wait = Math.max(0, (freeAt[first] ?? 0) - now)
    if (wait > after(patienceSeconds)) {
      givenUp += 1
      continue
    }
    if (wait <= withinSeconds) inTime += 1
    freeAt[first] = now + wait + after(load.talkSeconds)
  }
  return { answeredInTime: inTime / calls, givenUp: givenUp / calls }
}

/** Mulberry32: the same seed, the same line. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
