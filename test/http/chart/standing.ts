import { byAttention, type StandingPromise } from '#core/promises/attention.ts'
import { type Given, measuredPromise, sampleMeasured } from '#test/http/page/sample.ts'

/** One promise of the sample pack with these periods, and what it asks of its reader. */
export function standingOfOne(id: string, periods: readonly Given[]): StandingPromise {
  const sample = sampleMeasured()
  const promise = sample.pack.promises.find((each) => each.id === id)
  const [standing] = promise ? byAttention({ ...sample, promises: [measuredPromise(promise, periods)] }) : []
  if (standing === undefined) throw new Error(`the sample pack has no ${id}`)
  return standing
}
