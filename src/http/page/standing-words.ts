import type { Standing, StandingPromise } from '#core/promises/attention.ts'

/** What each standing is called, and what it means, in the words of the page. */
export const standingWords: Readonly<
  Record<Standing, { readonly tag: string; readonly title: string; readonly says: string }>
> = {
  missed: {
    tag: 'Missed',
    title: 'Missed',
    says: 'The figure does not reach its target. The furthest from it come first.',
  },
  overdue: {
    tag: 'Overdue',
    title: 'Overdue',
    says: 'The target was not missed in this time, yet something is late and still not done.',
  },
  signal: {
    tag: 'Kept, with a signal',
    title: 'Kept, with a signal in the chart',
    says: 'The target was reached, and the chart shows something that chance alone seldom makes. Find out why.',
  },
  kept: {
    tag: 'Kept',
    title: 'Kept',
    says: 'The target was reached, nothing is overdue and the chart shows no signal.',
  },
  'nothing to count': {
    tag: 'Nothing to count',
    title: 'Nothing to count',
    says: 'Nothing that these promises speak of was decided in this time, so there is no figure.',
  },
}

/** What the tag of one promise says: of what is overdue, also whether the promise was kept all the same. */
export function tagText({ standing, whole }: StandingPromise): string {
  if (standing === 'overdue' && whole.verdict === 'met') return 'Kept, some overdue'
  return standingWords[standing].tag
}

/** The anchor of a standing's group. */
export function groupId(standing: Standing): string {
  return `page-${standing.replaceAll(' ', '-')}`
}

/** The anchor of a promise: its clause id, without blanks, which an id may not have. */
export function promiseId(id: string): string {
  return id.replace(/\s+/g, '-')
}
