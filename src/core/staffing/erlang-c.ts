/** Calls of one kind at one time of the week: how many come, and how long each keeps somebody. */
export interface CallLoad {
  readonly callsAnHour: number
  readonly talkSeconds: number
}

/** More people than this on one line at once no landlord has. */
export const mostPeople = 2_000

/** The work that comes in, as so many people talking without a break. */
export function erlangsOf({ callsAnHour, talkSeconds }: CallLoad): number {
  return (callsAnHour * talkSeconds) / 3_600
}

/**
 * One over the share of calls that would find everybody busy if nobody could wait (Erlang B), which is the sum of the chances
 * of 0 to `people` busy over that of all. By its recursion upwards every step adds what is positive, so no digits are lost;
 * where it passes what a number holds it is infinite, and the share nothing.
 */
export function inverseBlocked(people: number, erlangs: number): number {
  let inverse = 1
  for (let busy = 1; busy <= people; busy++) inverse = 1 + (inverse * busy) / erlangs
  return inverse
}

/** The share of calls that wait at all, where nobody gives up (Erlang C); all of them, where the work is more than the people. */
export function shareThatWaits(people: number, erlangs: number): number {
  if (erlangs <= 0) return 0
  if (people <= erlangs) return 1
  const blocked = 1 / inverseBlocked(people, erlangs)
  return blocked / (1 - (erlangs / people) * (1 - blocked))
}

/** The share of calls answered within so many seconds, where nobody gives up (Erlang C). */
export function answeredWithinC(people: number, load: CallLoad, seconds: number): number {
  const erlangs = erlangsOf(load)
  if (erlangs <= 0) return 1
  if (people <= erlangs) return 0
  return 1 - shareThatWaits(people, erlangs) * Math.exp((-(people - erlangs) * seconds) / load.talkSeconds)
}
