/** One way of working something out, to be run against others. */
export interface Contestant {
  readonly name: string
  /** How many inputs there are. */
  readonly inputs: number
  /** Its answer for the input at a place, so that ours and theirs can be compared before they are timed. */
  answer(place: number): number
  /** Works out so many answers, over and over the inputs; the sum of all, so that none can be left out. */
  run(times: number): number
}

export interface Effort {
  readonly warmUpMs: number
  readonly rounds: number
  readonly roundMs: number
}

/** A contestant that does `work` on each of its inputs, which were made beforehand. */
export function contestantOf<Input>(
  name: string,
  inputs: readonly Input[],
  work: (input: Input) => number,
): Contestant {
  return {
    name,
    inputs: inputs.length,
    answer: (place) => work(inputs[place] as Input),
    run(times) {
      let sum = 0
      for (let i = 0; i < times; i++) sum += work(inputs[i % inputs.length] as Input)
      return sum
    },
  }
}

/**
 * Runs contestants by turns, so that a busy moment of the machine meets them all, and gives what each does in a
 * second of processor time: the median of its rounds.
 */
export function race(contestants: readonly Contestant[], effort: Effort): readonly number[] {
  const runners = contestants.map((each) => ({
    each,
    times: warmUp(each, effort),
    rates: new Array<number>(),
  }))
  for (let round = 0; round < effort.rounds; round++)
    for (const { each, times, rates } of runners) rates.push((times * 1000) / processorMs(each, times))
  return runners.map(({ rates }) => median(rates))
}

/** Throws where two contestants do not answer alike: then there is nothing to compare. */
export function agree(ours: Contestant, theirs: Contestant): void {
  for (let place = 0; place < ours.inputs; place++) {
    const [expected, answered] = [ours.answer(place), theirs.answer(place)]
    if (expected !== answered)
      throw new Error(`${ours.name} gives ${expected} for input ${place}, ${theirs.name} gives ${answered}`)
  }
}

/** How many times fill a round, found while the compiler warms to it. */
function warmUp(contestant: Contestant, { warmUpMs, roundMs }: Effort): number {
  let times = 1
  let spent = 0
  for (let ms = 0; spent < warmUpMs || ms < 10; times *= 2) {
    ms = processorMs(contestant, times)
    spent += ms
    if (spent >= warmUpMs && ms >= 10) return Math.ceil((times * roundMs) / ms)
  }
  return times
}

/** Of the whole process, its collector of garbage included; what others do on the machine does not count. */
function processorMs(contestant: Contestant, times: number): number {
  const before = process.cpuUsage()
  const sum = contestant.run(times)
  const { user, system } = process.cpuUsage(before)
  if (!Number.isFinite(sum)) throw new Error(`${contestant.name} did not give a number`)
  return (user + system) / 1000
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}
