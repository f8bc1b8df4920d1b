import type { CaseEvent } from '#core/ledger/event.ts'
import { utcDay } from '#core/time/instant.ts'
import { local } from '#http/html/local.ts'
import { momentText } from '../times.ts'
import { codeInLine } from '../acts/field-words.ts'
import { valueText } from './code-words.ts'
import { kindListPage } from './kind-list.tsx'

/** Lists of kinds in which one thing matters that the list of all cases does not show. */
export const otherLists = [
  kindListPage({
    kind: 'access-request',
    path: '/access-requests',
    heading: 'Access requests',
    says: 'Customers who ask to see the file we hold about them.',
    pageOf: (caseId) => local`/access-requests/${caseId}`,
    facts: ({ events }) => [
      has(events, 'identity-confirmed') ? 'we know who asks' : 'not confirmed who asks',
      ...(has(events, 'access-given') ? ['given'] : []),
      ...(has(events, 'access-refused') ? ['refused'] : []),
    ],
  }),
  kindListPage({
    kind: 'accessible-format',
    path: '/accessible-formats',
    heading: 'Accessible formats',
    says: 'Information asked for in another form or language, and interpreters: asked, sent, and how long it took.',
    facts: ({ events }, _names, now) => {
      const asked = events.find(({ type }) => type === 'format-requested' || type === 'interpreter-requested')
      const sent = events.findLast(({ type }) => type === 'format-sent' || type === 'interpreter-provided')
      return [
        whatIsAsked(asked),
        ...(asked === undefined ? [] : [`asked ${momentText(asked.at)}`]),
        ...(asked === undefined ? [] : [daysWords(asked.at, sent?.at, now)]),
      ]
    },
  }),
  kindListPage({
    kind: 'feedback',
    path: '/feedback',
    heading: 'Praise and comments',
    says: 'What customers said of us, whether we answered, and what was improved because of it.',
    facts: ({ events }) => [
      has(events, 'compliment-received') ? 'praise' : 'comment',
      has(events, 'feedback-answered') ? 'answered' : 'not answered yet',
      ...events
        .filter(({ type }) => type === 'improvement-made')
        .map(({ data }) => `improved: ${codeInLine(valueText(data['improvement']) || 'something')}`),
    ],
  }),
]

function has(events: readonly CaseEvent[], wanted: string): boolean {
  return events.some(({ type }) => type === wanted)
}

function whatIsAsked(asked: CaseEvent | undefined): string {
  const language = valueText(asked?.data['language'])
  const inLanguage = language === '' ? '' : ` (${language})`
  if (asked?.type === 'interpreter-requested')
    return asked.data['bsl'] === true ? 'British Sign Language' : `interpreter${inLanguage}`
  return `${codeInLine(valueText(asked?.data['format']) || 'another form')}${inLanguage}`
}

function daysWords(asked: number, sent: number | undefined, now: number): string {
  const days = Math.floor(((sent ?? now) - asked) / utcDay)
  const spell = days === 1 ? '1 day' : `${days} days`
  return sent === undefined ? `waiting ${spell}` : `took ${spell}`
}
