import type { Question } from './survey.ts'

/** How often one answer was given to one question of one edition; without an edition, an import brought it. */
export interface CountOfEdition {
  readonly question: string
  readonly answer: string
  readonly edition: number | null
  readonly count: number
}

/** A question in one wording, with how often each answer was given to it. */
export interface WordedQuestion {
  readonly question: Question
  readonly counts: ReadonlyMap<string, number>
  /** The first and last edition that asked it in these words. */
  readonly from: number
  readonly to: number
  /** Whether it is asked in these words now. */
  readonly isAsked: boolean
}

/**
 * Each question in each wording that was answered or is asked now, the latest first, so that answers to other words are never added up.
 * What an import brought counts with the words of today.
 */
export function worded(
  editions: readonly { readonly edition: number; readonly questions: readonly Question[] }[],
  counts: readonly CountOfEdition[],
): readonly WordedQuestion[] {
  const newestFirst = editions.toSorted((a, b) => b.edition - a.edition)
  const latest = newestFirst[0]?.edition ?? 1
  const found = new Map<string, { question: Question; editions: number[] }>()
  for (const { edition, questions } of newestFirst)
    for (const question of questions) {
      const key = JSON.stringify([question.code, question.text, question.scale])
      const known = found.get(key)
      if (known === undefined) found.set(key, { question, editions: [edition] })
      else known.editions.push(edition)
    }
  const firstOf = new Map<string, number>()
  for (const { question, editions: own } of found.values())
    if (!firstOf.has(question.code)) firstOf.set(question.code, own[0] ?? latest)
  return [...found.values()]
    .map(({ question, editions: own }) => ({
      question,
      counts: summed(
        counts.filter(
          (each) =>
            each.question === question.code && own.includes(each.edition ?? firstOf.get(question.code) ?? 0),
        ),
      ),
      from: Math.min(...own),
      to: Math.max(...own),
      isAsked: own.includes(latest),
    }))
    .filter(({ counts: own, isAsked }) => isAsked || own.size > 0)
}

function summed(counts: readonly CountOfEdition[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { answer, count } of counts) sums.set(answer, (sums.get(answer) ?? 0) + count)
  return sums
}
