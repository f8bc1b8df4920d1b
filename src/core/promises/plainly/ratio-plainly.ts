import { orPhrase } from '../in-words.ts'
import { inPlainWords } from '../plain-words.ts'
import type { RatioClauses, Term } from '../ratio.ts'
import { oneOrList, type PlainGround, type PlainSentence, sentence } from './plain-sentence.ts'
import { fieldWords, leftOutBy, recordWords, toldEvents } from './told-events.ts'

/** How one sum is divided by another. */
export function ratioPlainly(
  { share, of, per }: RatioClauses,
  ground: PlainGround,
): readonly PlainSentence[] {
  const events = [share, of].flatMap(({ count = [], with: after = [] }) => [...count, ...after])
  return [
    {
      says: 'Our figure is the first of these, divided by the second:',
      items: [sumPlainly(share, ground), sumPlainly(of, ground)],
    },
    ...boundsOf('first', share, ground),
    ...boundsOf('second', of, ground),
    ...sentence(
      per === undefined
        ? 'We show it as a percentage.'
        : `We show how many that is for every ${per.toLocaleString('en-GB')}.`,
    ),
    ...leftOutBy(events, [], ground).map((each) => ({ says: `We do not count ${each}.` })),
  ]
}

function sumPlainly(term: Term, ground: PlainGround): string {
  const told = (refs: Term['count']) => orPhrase(toldEvents(refs ?? [], ground))
  if (term.count !== undefined)
    return `${term.onceACase === true ? 'in how many cases' : 'how often'} ${told(term.count)}`
  if (term.sum !== undefined) return `all the ${moneyOr(term.sum, term, ground)} when ${told(term.event)}`
  if (term.last !== undefined) return lastPlainly(term, ground)
  if (term.stock !== undefined) return `in how many cases ${told(term.stock)}`
  if (term.returned !== undefined)
    return `the ${term.latest === true ? 'latest ' : ''}number from another system: “${inPlainWords(term.returned)}”`
  if (term.clocks !== undefined) return clocksPlainly(term, ground)
  return term.promises === 'met'
    ? 'how many of our promises we met'
    : 'how many of our promises we met or missed'
}

/** What has to come before, and what must not, for something to be counted in a sum. */
function boundsOf(which: string, term: Term, ground: PlainGround): readonly PlainSentence[] {
  const told = (refs: Term['count']) => toldEvents(refs ?? [], ground)
  const until = term.last === undefined ? term.until : undefined
  return [
    ...oneOrList(
      told(term.with),
      `The ${which} counts only if, before that,`,
      `The ${which} counts only if one of these happened before that`,
    ),
    ...oneOrList(
      told(term.without),
      `The ${which} does not count if, before that,`,
      `The ${which} does not count if one of these happened before that`,
    ),
    ...oneOrList(
      told(until),
      `The ${which} counts no longer once`,
      `The ${which} counts no longer once one of these happened`,
    ),
  ]
}

function moneyOr(field: string, { event = [] }: Term, ground: PlainGround): string {
  return /pence$/i.test(field) ? 'money' : fieldWords(event[0]?.event ?? '', field, ground)
}

function lastPlainly({ last = '', event = [], aboveZero, times }: Term, ground: PlainGround): string {
  const what = recordWords(event[0]?.event ?? '', last, ground)
  const credit = aboveZero === true ? ', leaving out who owes nothing' : ''
  return `${what} at the end of the time, added up over all accounts${times === undefined ? '' : `, times ${times}`}${credit}`
}

function clocksPlainly({ clocks, when = [] }: Term, ground: PlainGround): string {
  const [, where] = /^\S+ ?(.*)$/.exec(toldEvents([{ event: 'x', when }], ground)[0] ?? '') ?? []
  const of = where === undefined || where === '' ? '' : ` ${where}`
  const says = {
    kept: 'how often we kept a promise that sets a time',
    early: 'how often we kept a promise that sets a time, with time to spare',
    decided: 'how often we kept or missed a promise that sets a time',
  }
  return `${says[clocks ?? 'decided']}${of}`
}
