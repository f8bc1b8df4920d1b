import type { PackPromise } from '../pack.ts'

/** What the target asks for, in a sentence. */
export function targetSentence({ target, measure, clauses }: PackPromise): string {
  if (target === undefined) {
    const isShownAlone = measure === 'ratio' || (measure === 'survey' && clauses.question !== undefined)
    return isShownAlone
      ? 'We have set no target: we show how it stands.'
      : 'We have set no target, so we mean to keep every one.'
  }
  switch (target.of) {
    case 'share':
      return shareSentence(target.text, measure === 'ratio')
    case 'number a year':
      return `Our target is ${target.times} a year.`
    case 'mean days':
      return `Our target is ${target.days} days on average, or fewer.`
    case 'nothing yet':
      return 'We have not set a target yet.'
  }
}

function shareSentence(text: string, isRatio: boolean): string {
  if (text === '100%' && !isRatio) return 'Our target is every time: 100%.'
  return /^\d/.test(text) ? `Our target is ${text} or more.` : `Our target is ${text}.`
}
