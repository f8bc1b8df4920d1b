import type { PromisedSurvey } from './promised.ts'
import { choicesOf } from './scales.ts'
import type { Question } from './survey.ts'

/** Which answers are the good ones: those that keep a promise, and otherwise the upper part of the scale. */
export function goodAnswers(question: Question, promised: PromisedSurvey | undefined): readonly string[] {
  const part = promised?.promises.find((each) => each.question === question.code)
  if (part?.keptBy !== undefined) return part.keptBy
  const choices = choicesOf(question.scale).map(({ answer }) => answer)
  if (question.scale !== 'nought-to-ten') return choices.slice(0, choices.length === 2 ? 1 : 2).map(String)
  return choices.filter((mark) => Number(mark) >= (part?.atLeast ?? usualMark)).map(String)
}

const usualMark = 7

/** The promises that count the answers to this question, by their ids. */
export function promisesOn(question: Question, promised: PromisedSurvey | undefined): readonly string[] {
  return (promised?.promises ?? [])
    .filter((each) => each.question === question.code)
    .map(({ promise }) => promise)
}
