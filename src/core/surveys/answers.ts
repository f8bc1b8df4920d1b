import { type Refused, refused } from '../refused.ts'
import { bandOf, ratherNot } from './bands.ts'
import { choicesOf } from './scales.ts'
import type { Asking, Question } from './survey.ts'

/** What was answered, taken apart: facts for the ledger, words for the drawer, bands kept from both. */
export interface Answered {
  readonly answers: readonly { readonly question: string; readonly answer: string | number }[]
  readonly comments: readonly { readonly question: string; readonly text: string }[]
  readonly bands: readonly { readonly strand: string; readonly value: string }[]
}

/** The longest that somebody may write in answer to one question. */
export const longestComment = 4000

/** The answers from what was chosen and typed, by the code of each question; a strand’s under `band-…`. */
export function answersFrom(
  { questions, bands }: Asking,
  typed: (name: string) => string,
): Answered | readonly Refused[] {
  const faults = questions.map((each) => faultOf(each, typed(each.code))).filter((each) => each !== undefined)
  if (faults.length > 0) return faults
  const answers = questions.flatMap((question) => {
    const chosen = chosenOf(question, typed(question.code))
    return chosen === undefined ? [] : [{ question: question.code, answer: chosen.answer }]
  })
  if (answers.length === 0) return [nothingAnswered(questions)]
  const comments = questions
    .filter(({ scale }) => scale === 'words')
    .map(({ code }) => ({ question: code, text: typed(code).trim() }))
    .filter(({ text }) => text !== '')
  return { answers, comments, bands: bands.flatMap((strand) => bandFrom(strand, typed(`band-${strand}`))) }
}

function faultOf(question: Question, text: string): Refused | undefined {
  if (question.scale === 'words') {
    if (text.length <= longestComment) return undefined
    return refused(
      'not valid',
      `this is longer than ${longestComment.toLocaleString('en-GB')} letters`,
      'say it in fewer words',
      `/${question.code}`,
    )
  }
  if (text === '' || chosenOf(question, text) !== undefined) return undefined
  return refused('not valid', 'this is none of the answers', 'choose one of them', `/${question.code}`)
}

function chosenOf({ scale }: Question, text: string) {
  return choicesOf(scale).find(({ answer }) => String(answer) === text)
}

function nothingAnswered(questions: readonly Question[]): Refused {
  const first = questions.find(({ scale }) => scale !== 'words')
  return refused(
    'not valid',
    'no question has an answer yet',
    'answer at least one, and leave out what you would rather not answer',
    `/${first?.code ?? ''}`,
  )
}

function bandFrom(strand: string, value: string) {
  const known = bandOf(strand)?.choices.some((each) => each.value === value) === true || value === ratherNot
  return known ? [{ strand, value }] : []
}
