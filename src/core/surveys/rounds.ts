import { fewestShown } from '../promises/small-numbers.ts'
import { type CountOfEdition, worded, type WordedQuestion } from './by-edition.ts'
import { choicesOf } from './scales.ts'
import type { Question } from './survey.ts'

/** A round of a survey of everybody; none of a survey that follows cases, and of answers that an import brought. */
export type Round = number | null

/** What was answered in one round. */
export interface RoundCounts {
  readonly round: Round
  readonly counts: readonly CountOfEdition[]
}

/** What one round answered to a question; nothing of it where only a few did. */
export interface RoundBeside {
  readonly round: Round
  readonly shown: { readonly counted: number; readonly good: number } | undefined
}

/**
 * What each round answered to a question in the same words, in their order. Each stands for itself and no sum over rounds stands
 * beside them, so that a round of which only a few answered follows from nothing that is shown.
 */
export function roundsBeside(
  editions: Parameters<typeof worded>[0],
  rounds: readonly RoundCounts[],
  { question, good }: { readonly question: Question; readonly good: readonly string[] },
): readonly RoundBeside[] {
  return rounds.flatMap(({ round, counts }) => {
    const own = worded(editions, counts).find((each) => asksTheSame(each.question, question))
    const sums = own === undefined ? { counted: 0, good: 0 } : sumsOf(own, good)
    if (sums.counted === 0) return []
    return [{ round, shown: sums.counted < fewestShown ? undefined : sums }]
  })
}

function asksTheSame(one: Question, other: Question): boolean {
  return one.code === other.code && one.text === other.text && one.scale === other.scale
}

function sumsOf({ question, counts }: WordedQuestion, goodOnes: readonly string[]) {
  let [counted, good] = [0, 0]
  for (const { answer } of choicesOf(question.scale)) {
    const count = counts.get(String(answer)) ?? 0
    counted += count
    if (goodOnes.includes(String(answer))) good += count
  }
  return { counted, good }
}
