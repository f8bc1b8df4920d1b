import type { Figure } from '#core/promises/figure.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { numberText } from '#core/promises/percent.ts'

/** What stands above and below the line: “1,234 kept of 1,483 counted”, “71 of 96 answers”, “104 out of 1,483”. */
export function countedText({ measure }: PackPromise, { kept, counted }: Figure): string {
  const [above, below] = [numberText(kept), numberText(counted)]
  if (measure === 'ratio') return `${above} out of ${below}`
  const noun = nouns[measure]
  return noun === undefined ? `${above} kept of ${below} counted` : `${above} of ${below} ${noun}`
}

const nouns: Readonly<Partial<Record<PackPromise['measure'], string>>> = {
  survey: 'answers',
  check: 'checks',
  published: 'days',
}
