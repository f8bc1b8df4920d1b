import type { Figure } from '#core/promises/figure.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { numberText } from '#core/promises/percent.ts'

/** What stands above and below the line: “1,234 kept of 1,483 counted”, “71 of 96 answers”, “4 of 5 were asked”, “104 out of 1,483”. */
export function countedText(promise: PackPromise, figure: Figure): string {
  const { kept, counted } = amountsOf(promise, figure)
  if (promise.measure === 'ratio') return `${kept} out of ${counted}`
  if (promise.measure === 'survey' && promise.clauses.after !== undefined)
    return `${kept} of ${counted} were asked`
  const noun = nouns[promise.measure]
  return noun === undefined ? `${kept} kept of ${counted} counted` : `${kept} of ${counted} ${noun}`
}

/** The two numbers in words; sums of pence as pounds. */
export function amountsOf(
  promise: PackPromise,
  { kept, counted }: Pick<Figure, 'kept' | 'counted'>,
): { readonly kept: string; readonly counted: string } {
  const text = isMoney(promise) ? poundsText : numberText
  return { kept: text(kept), counted: text(counted) }
}

const nouns: Readonly<Partial<Record<PackPromise['measure'], string>>> = {
  survey: 'answers',
  check: 'checks',
  published: 'days',
}

/** Whether both sums of a ratio are of pence. */
function isMoney({ measure, clauses }: PackPromise): boolean {
  return (
    measure === 'ratio' &&
    [clauses.share, clauses.of].every(({ sum, last }) => /pence$/i.test(sum ?? last ?? ''))
  )
}

function poundsText(pence: number): string {
  return pounds.format(pence / 100)
}

const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  trailingZeroDisplay: 'stripIfInteger',
})
