import { uncapitalised } from '#core/capitalised.ts'
import { followed, type Inviting, isFollowed, type Question, type SurveyState } from '#core/surveys/survey.ts'
import { choicesOf } from '#core/surveys/scales.ts'
import type { Interval } from '#core/surveys/interval.ts'

/** What a survey’s state is called. */
export const stateWords: Readonly<Record<SurveyState, string>> = {
  draft: 'Not open yet',
  open: 'Open',
  closed: 'Closed',
}

/** Whom a survey asks, in one sentence. */
export function whomWords({ after, oneIn, afterDays }: Inviting): string {
  const share = oneIn === 1 ? 'Everybody' : `One in ${oneIn}`
  if (after.length === 0) return `${share} of those with a tenancy, in rounds that you begin`
  const events = after.map((type) => (isFollowed(type) ? uncapitalised(followed[type]) : type)).join(', or ')
  const when = afterDays === 0 ? '' : `, ${afterDays} days later`
  return `${share} to whom this happened: ${events}${when}`
}

/** Why people were not asked, by what is kept of it. */
export const whyWords: Readonly<Record<string, string>> = {
  'opted-out': 'had asked not to be asked',
  'asked-lately': 'had been asked lately',
  'no-way': 'could not be reached in any way',
  'nobody-known': 'the case has no customer',
  'taken-back': 'what they were to be asked about was taken back',
  'not-reached': 'were rung and not reached',
}

/** A share in whole hundredths: “71%”. Nothing is rounded up to all, nor down to nobody. */
export function shareWords(share: number): string {
  const rounded = Math.round(share * 100)
  if (rounded === 100 && share < 1) return 'over 99%'
  if (rounded === 0 && share > 0) return 'under 1%'
  return `${rounded}%`
}

/** “58% to 82%”. */
export function intervalWords({ lower, upper }: Interval): string {
  const [from, to] = [Math.round(lower * 100), Math.round(upper * 100)]
  return from === to ? `${from}%` : `${from}% to ${to}%`
}

/** “1 answer”, “12 answers”. */
export function many(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`
}

/** The good answers to a question as they are called: “Very satisfied or fairly satisfied”, “7 or more”. */
export function goodWords({ scale }: Question, good: readonly string[]): string {
  const labels = choicesOf(scale)
    .filter(({ answer }) => good.includes(String(answer)))
    .map(({ label }) => label)
  const [first = '', ...others] = labels
  if (scale === 'nought-to-ten' && labels.at(-1) === '10') return `${first} or more`
  return [first, ...others.map(uncapitalised)].join(' or ')
}
