import { parseArgs } from 'node:util'

/** What a benchmark of the whole service is started with. */
export interface BenchOptions {
  readonly quick: boolean
  /** The database stays in this folder, so that the next run need not load it. */
  readonly keep: string | undefined
  readonly cases: number
}

/** Reads `[--quick] [--keep FOLDER] [--cases N]`: a million cases, unless something else is said. */
export function benchOptions(fewestCases: number): BenchOptions {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      keep: { type: 'string' },
      cases: { type: 'string' },
    },
  })
  const cases = Number(values.cases ?? (values.quick ? 20_000 : 1_000_000))
  if (!Number.isSafeInteger(cases) || cases < fewestCases)
    throw new Error(`--cases takes a number from ${fewestCases} on`)
  return { quick: values.quick, keep: values.keep, cases }
}
