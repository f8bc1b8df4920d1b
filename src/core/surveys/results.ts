import { type Interval, wilsonInterval } from './interval.ts'
import { minimumSample } from './minimum-sample.ts'
import { choicesOf } from './scales.ts'
import type { Question } from './survey.ts'

/** How often each answer was given to one question. */
export type AnswerCounts = ReadonlyMap<string, number>

/** What was answered to one question, and how surely. */
export interface QuestionResult {
  readonly question: Question
  readonly answered: number
  readonly choices: readonly ChoiceResult[]
  /** How many answers make it sure to within five of a hundred, and whether there are as many. */
  readonly enough: number
  readonly isEnough: boolean
}

export interface ChoiceResult {
  readonly label: string
  readonly answer: string | number
  readonly count: number
  /** From 0 to 1; nothing where nobody answered. */
  readonly share: number | undefined
  readonly interval: Interval | undefined
}

/**
 * One question’s answers with their shares, each with its interval. `asked` is how many could have answered, where that is known:
 * fewer answers are needed of few people.
 */
export function questionResult(
  question: Question,
  counts: AnswerCounts,
  asked: number | undefined,
): QuestionResult {
  const answered = choicesOf(question.scale).reduce(
    (sum, { answer }) => sum + (counts.get(String(answer)) ?? 0),
    0,
  )
  const enough = minimumSample(asked === undefined || asked < answered ? undefined : asked)
  return {
    question,
    answered,
    choices: choicesOf(question.scale).map(({ answer, label }) => {
      const count = counts.get(String(answer)) ?? 0
      return {
        label,
        answer,
        count,
        share: answered === 0 ? undefined : count / answered,
        interval: wilsonInterval(count, answered, asked),
      }
    }),
    enough,
    isEnough: answered >= enough && answered > 0,
  }
}
