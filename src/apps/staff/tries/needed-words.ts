import { lengthText, of } from '#core/promises/in-words.ts'
import type { MoreNeeded } from '#core/promises/more-needed.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { numberText } from '#core/promises/percent.ts'
import { targetText } from '#core/promises/shown-figure.ts'

/** The arithmetic of what keeping a promise would have taken, sentence by sentence. */
export function neededWords(promise: PackPromise, needed: MoreNeeded): readonly string[] {
  return [...wantedWords(promise, needed), flowWords(needed), ...soonerWords(promise, needed)]
}

function wantedWords(promise: PackPromise, { kept, counted, wanted, more, weeks, moreAWeek }: MoreNeeded) {
  const goal =
    promise.target === undefined || promise.target.of === 'nothing yet'
      ? 'No share is published, so every one counts'
      : `The target is ${targetText(promise)}`
  const sum = `${goal}: of ${numberText(counted)} counted, ${numberText(wanted)} have to be kept, and ${numberText(kept)} would have been.`
  if (more === 0)
    return [sum, `The target would have been reached, with ${numberText(kept - wanted)} to spare.`]
  return [
    sum,
    `That is ${numberText(more)} too few in the ${of(rounded(weeks), 'week')} of which there are facts: ${numberText(rounded(moreAWeek))} more a week have to be done in time.`,
  ]
}

function flowWords({ begunAWeek }: MoreNeeded): string {
  return `${numberText(rounded(begunAWeek))} began in a week, on average.`
}

/** Where the lengths are in the limit’s own count: how much sooner the slowest tenth would have to be done. */
function soonerWords(promise: PackPromise, { lengths }: MoreNeeded): readonly string[] {
  const limit = promise.measure === 'clock' ? promise.clauses.within : undefined
  if (limit === undefined || lengths === null) return []
  const allowed = limitIn(limit.length, lengths.unit)
  if (allowed === undefined) return []
  const { ninetieth, unit } = lengths
  const took = `Nine in ten of those done took no longer than ${lengthText(ninetieth, unit)}; the draft allows ${limit.words}`
  return [
    ninetieth <= allowed
      ? `${took}.`
      : `${took}, so they would have to be done ${lengthText(ninetieth - allowed, unit)} sooner.`,
  ]
}

type Lengths = NonNullable<MoreNeeded['lengths']>

function limitIn(
  { unit, amount }: { readonly unit: string; readonly amount: number },
  counted: Lengths['unit'],
): number | undefined {
  if (unit === counted) return amount
  if (unit === 'milliseconds' && counted === 'seconds') return amount / 1_000
  return unit === 'working milliseconds' && counted === 'working minutes' ? amount / 60_000 : undefined
}

/** To a tenth: more would be made up. */
function rounded(amount: number): number {
  return Math.round(amount * 10) / 10
}
