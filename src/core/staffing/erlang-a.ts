import { type CallLoad, erlangsOf, inverseBlocked } from './erlang-c.ts'

/** How a line does with so many people, where callers give up (Erlang A). */
export interface LineState {
  /** The share of all calls answered within so many seconds. */
  readonly answeredWithin: (seconds: number) => number
  /** The share of all calls that are given up. */
  readonly givenUp: number
  /** How long a call waits on average, until it is answered or given up. */
  readonly meanWaitSeconds: number
  /** The share of their time that people talk. */
  readonly occupied: number
}

/** A queue so long does not come about while anybody gives up; beyond it nothing is added. */
const longestQueue = 100_000
/** What adds less than this to a sum of about one is left off. */
const negligible = 1e-14
/** Sums that pass this are made smaller together, so that none of them becomes infinite. */
const large = 1e200

/**
 * Callers come at random, are answered in turn, talk and lose patience each for a random time (Palm 1957; Garnett, Mandelbaum
 * and Reiman 2002, “Designing a call center with impatient customers”). The chances of each state are added upwards, all of
 * them positive, so that no digits are lost.
 */
export function lineState(people: number, load: CallLoad, patienceSeconds: number): LineState {
  const erlangs = erlangsOf(load)
  if (erlangs <= 0) return idle
  const chances = chancesOf(people, load, patienceSeconds)
  const { free, waiting } = chances
  const queue = waiting.reduce((sum, chance, ahead) => sum + chance * ahead, 0)
  const perSecond = load.callsAnHour / 3_600
  const givenUp = Math.min(1, queue / patienceSeconds / perSecond)
  return {
    answeredWithin: (seconds) =>
      Math.min(1, free + answeredAfterWaiting(people, load, { patienceSeconds, seconds, waiting })),
    givenUp,
    meanWaitSeconds: queue / perSecond,
    occupied: Math.min(1, (erlangs * (1 - givenUp)) / people),
  }
}

const idle: LineState = { answeredWithin: () => 1, givenUp: 0, meanWaitSeconds: 0, occupied: 0 }

interface Chances {
  /** That somebody is free. */
  readonly free: number
  /** That all are busy and so many wait, by how many. */
  readonly waiting: readonly number[]
}

function chancesOf(people: number, load: CallLoad, patienceSeconds: number): Chances {
  const perSecond = load.callsAnHour / 3_600
  // As multiples of the chance that all are busy and nobody waits.
  let free = inverseBlocked(people, erlangsOf(load)) - 1
  if (free === Number.POSITIVE_INFINITY) return { free: 1, waiting: [] }
  const waiting = [1]
  let sum = free + 1
  let next = 1
  for (let queue = 1; queue <= longestQueue; queue++) {
    const rate = perSecond / (people / load.talkSeconds + queue / patienceSeconds)
    next *= rate
    waiting.push(next)
    sum += next
    if (rate < 1 && next < sum * negligible) break
    if (sum < large) continue
    for (const [place, chance] of waiting.entries()) waiting[place] = chance / large
    free /= large
    next /= large
    sum /= large
  }
  return { free: free / sum, waiting: waiting.map((chance) => chance / sum) }
}

interface Patience {
  readonly patienceSeconds: number
  readonly seconds: number
  readonly waiting: readonly number[]
}

/**
 * Whoever finds `ahead` before them in the queue waits for the sum of `ahead + 1` times, each by chance the first of all
 * conversations to end and all before them to give up. Of that sum, e to the power of minus its patiences is beta distributed,
 * which gives the share both answered in time and not given up before in closed form; the incomplete beta function grows
 * from one place of the queue to the next by one positive term.
 */
function answeredAfterWaiting(
  people: number,
  { talkSeconds }: CallLoad,
  { patienceSeconds, seconds, waiting }: Patience,
): number {
  const ends = (people * patienceSeconds) / talkSeconds
  const patiences = seconds / patienceSeconds
  const passed = -Math.expm1(-patiences)
  // The logarithm of the next term, since the first may be smaller than a number holds.
  let term = -patiences * (ends + 1)
  let later = 0
  let answered = 0
  for (const [ahead, chance] of waiting.entries()) {
    later += Math.exp(term)
    const lasts = ends / (ends + ahead + 1)
    answered += chance * lasts * Math.max(0, 1 - later)
    term += Math.log(passed * (ends + 1 + ahead)) - Math.log(ahead + 1)
  }
  return answered
}
