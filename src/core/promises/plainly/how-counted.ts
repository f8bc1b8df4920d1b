import type { PackPromise } from '../pack.ts'
import { clockPlainly } from './clock-plainly.ts'
import { checkPlainly, publishedPlainly, recurringPlainly, surveyPlainly } from './observed-plainly.ts'
import type { PlainGround, PlainSentence } from './plain-sentence.ts'
import { ratioPlainly } from './ratio-plainly.ts'
import { rulePlainly } from './rule-plainly.ts'
import { targetSentence } from './target-words.ts'

export type { PlainGround, PlainSentence } from './plain-sentence.ts'

/**
 * How a promise is counted, as its customers are told: what counts as kept, from when to when, in which time, what is left out, and
 * what the target is. The exact formula is `formulaOf`.
 */
export function howItIsCounted(promise: PackPromise, ground: PlainGround): readonly PlainSentence[] {
  return [...measurePlainly(promise, ground), { says: targetSentence(promise) }]
}

function measurePlainly(promise: PackPromise, ground: PlainGround): readonly PlainSentence[] {
  switch (promise.measure) {
    case 'clock':
      return clockPlainly(promise.clauses, ground)
    case 'rule':
      return rulePlainly(promise.clauses, ground)
    case 'ratio':
      return ratioPlainly(promise.clauses, ground)
    case 'survey':
      return surveyPlainly(promise.clauses, ground)
    case 'check':
      return checkPlainly(promise.clauses)
    case 'recurring':
      return recurringPlainly(promise.clauses, ground)
    case 'published':
      return publishedPlainly(promise.clauses)
  }
}
