import { type Refused, refused } from '../refused.ts'
import { bandOf } from './bands.ts'
import type { Asking, Question } from './survey.ts'

/** The most questions a survey asks: who is asked more does not answer. */
export const mostQuestions = 12

/** Why this cannot be asked, with the field at fault: `questions-0-text`. */
export function askingFault({ introduction, questions, bands }: Asking): Refused | undefined {
  if (introduction.trim() === '' || introduction.length > 2000)
    return refused(
      'not valid',
      'the introduction is empty, or longer than 2,000 letters',
      'say in a few lines why you ask',
      '/introduction',
    )
  if (questions.length === 0)
    return refused('not valid', 'there is no question', 'write at least one', '/questions-0-text')
  if (questions.length > mostQuestions)
    return refused('too many', `there are more than ${mostQuestions} questions`, 'ask fewer')
  if (questions.every(({ scale }) => scale === 'words'))
    return refused(
      'not valid',
      'every question asks for words, and words cannot be counted',
      'let one be answered on a scale',
      '/questions-0-scale',
    )
  if (bands.some((strand) => bandOf(strand) === undefined))
    return refused('not valid', 'people cannot be asked this of themselves', 'choose from the list', '/bands')
  return questions
    .map((question, place) => questionFault(question, place, questions))
    .find((each) => each !== undefined)
}

/**
 * Why these questions may not follow those that people may have answered. Under one code there is one scale: otherwise answers
 * that mean different things would be counted together. Other words are fine, since each edition’s answers are shown apart.
 */
export function followingFault(before: Asking, after: Asking): Refused | undefined {
  const scaleBefore = new Map(before.questions.map(({ code, scale }) => [code, scale]))
  const place = after.questions.findIndex(
    ({ code, scale }) => scaleBefore.has(code) && scaleBefore.get(code) !== scale,
  )
  if (place === -1) return undefined
  return refused(
    'not valid',
    'this question was answered on another scale',
    'give it another code',
    `/questions-${place}-code`,
  )
}

/** Whether they ask the same, word for word. */
export function asksTheSame(one: Asking, other: Asking): boolean {
  return written(one) === written(other)
}

function written({ introduction, questions, bands }: Asking): string {
  return JSON.stringify([introduction, questions.map(({ code, text, scale }) => [code, text, scale]), bands])
}

function questionFault(
  { code, text }: Question,
  place: number,
  all: readonly Question[],
): Refused | undefined {
  if (text.trim() === '' || text.length > 300)
    return refused(
      'not valid',
      'the question is empty, or longer than 300 letters',
      'write one plain question',
      `/questions-${place}-text`,
    )
  if (!/^[a-z][a-z0-9-]{0,59}$/.test(code))
    return refused(
      'not valid',
      'the code is not one: small letters, digits and hyphens, a letter first',
      'write it like overall-service',
      `/questions-${place}-code`,
    )
  if (all.findIndex((each) => each.code === code) !== place)
    return refused(
      'not valid',
      'another question has this code',
      'give each its own',
      `/questions-${place}-code`,
    )
  return undefined
}
