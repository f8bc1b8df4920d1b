import type { CheckClauses } from '../check.ts'
import type { PublishedClauses } from '../published.ts'
import type { RecurringClauses } from '../recurring.ts'
import type { SurveyClauses } from '../survey.ts'
import { orPhrase } from '../in-words.ts'
import { inPlainWords } from '../plain-words.ts'
import { type PlainGround, type PlainSentence, oneOrList, sentence } from './plain-sentence.ts'
import { eachTime } from './rule-plainly.ts'
import { everyWords, withinWords } from './time-in-words.ts'
import { toldEvents } from './told-events.ts'
import { longDay } from '#core/time/day.ts'

const observers: Readonly<Record<CheckClauses['instruments'][number], string>> = {
  'mystery-shop': 'people who come or ring as customers do, to see how we treat them',
  audit: 'people who check our work',
  'call-monitoring': 'people who listen to how we answer calls',
  'file-check': 'people who read through our files',
  'readers-panel': 'a panel of readers',
  'visit-form': 'people whom we have visited',
  survey: 'customers who answered a survey',
}

/** How something is counted that somebody observes. */
export function checkPlainly({ item, instruments }: CheckClauses): readonly PlainSentence[] {
  return [
    ...oneOrList(
      instruments.map((each) => observers[each]),
      'We ask',
      'We ask some of these',
    ),
    { says: `They say yes or no to this point: “${inPlainWords(item)}”.` },
    { says: 'We kept our promise each time that somebody said yes.' },
    { says: 'We do not count answers where the point did not apply.' },
  ]
}

/** How answers, or invitations to answer, are counted. */
export function surveyPlainly(clauses: SurveyClauses, ground: PlainGround): readonly PlainSentence[] {
  const { survey, question, keptBy, atLeast, after = [], invitedBy = [] } = clauses
  if (question === undefined)
    return [
      ...eachTime(toldEvents(after, ground)),
      ...oneOrList(
        toldEvents(invitedBy, ground),
        'We kept our promise if, after that,',
        'We kept our promise if one of these happened after that',
      ),
    ]
  const answers = orPhrase((keptBy ?? []).map((each) => `“${inPlainWords(each)}”`))
  return [
    { says: `We ask you in a survey: “${inPlainWords(survey)}”.` },
    { says: `The question is on this: “${inPlainWords(question)}”.` },
    {
      says: `Our figure is the share of answers that were ${keptBy === undefined ? `${atLeast} or higher` : answers}.`,
    },
    { says: 'Who did not answer does not count. An answer counts in the month in which we had it.' },
  ]
}

/** How something is counted that comes round. */
export function recurringPlainly(clauses: RecurringClauses, ground: PlainGround): readonly PlainSentence[] {
  const { duty, every, first, by, times, starts = [], doneBy = [], ends = [] } = clauses
  if (duty !== undefined) {
    const often =
      every === undefined ? `by ${by === undefined ? 'its date' : longDay(by)}` : everyWords(every)
    const many = times === undefined ? '' : `, ${times} times`
    return [
      { says: `We have to do this ${often}${many}: ${inPlainWords(duty)}.` },
      { says: 'We kept our promise each time that we had proof of it by the day it fell due.' },
    ]
  }
  const often = every === undefined ? 'in time' : everyWords(every)
  return [
    ...oneOrList(
      toldEvents(starts, ground),
      'We begin to count when',
      'We begin to count when one of these happened',
    ),
    ...oneOrList(
      toldEvents(doneBy, ground),
      `From then on we look ${often} whether`,
      `From then on we look ${often} whether one of these happened`,
    ),
    ...sentence(first && `The first time has to be ${withinWords(first)}.`),
    { says: 'We kept our promise each time that it was so by the day it fell due.' },
    ...oneOrList(
      toldEvents(ends, ground),
      'We stop counting when',
      'We stop counting when one of these happened',
    ),
  ]
}

const places: Readonly<Record<string, string>> = {
  office: 'at our office',
  website: 'on our website',
  telephone: 'by telephone',
  newsletter: 'in our newsletter',
}

/** How something is counted that has to be shown. */
export function publishedPlainly({ what, where, currentFor }: PublishedClauses): readonly PlainSentence[] {
  const everywhere = where.map((each) => places[each] ?? `in the ${inPlainWords(each)}`)
  return [
    { says: 'We count days.' },
    ...oneOrList(
      everywhere,
      `We kept our promise on each day on which you could find this: “${inPlainWords(what)}”,`,
      `We kept our promise on each day on which you could find this: “${inPlainWords(what)}”, in all these places`,
    ),
    ...sentence(currentFor && `It has to be no older than ${currentFor.words}.`),
  ]
}
