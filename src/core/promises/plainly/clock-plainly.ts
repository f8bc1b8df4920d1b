import type { ClockClauses } from '../clock.ts'
import { apart, type PlainGround, type PlainSentence, oneOrList, sentence } from './plain-sentence.ts'
import { eachTime } from './rule-plainly.ts'
import { howTimeCounts, inTime, withinWords } from './time-in-words.ts'
import { leftOutBy, toldEvents } from './told-events.ts'

/** How a clock is counted: what begins it, what keeps it in which time, and what is left out. */
export function clockPlainly(clauses: ClockClauses, ground: PlainGround): readonly PlainSentence[] {
  const { starts, stops, when = [], fails = [], voids = [] } = clauses
  const time = inTime(clauses, ground)
  const kept = toldEvents(stops, ground)
  const begun = toldEvents(starts, ground)
  const voided = toldEvents(voids, ground).map((each) => (begun.includes(each) ? `${each} again` : each))
  return [
    ...eachTime(toldEvents(starts, ground, when)),
    ...keptInTime(kept, time),
    ...apart(howTimeCounts(clauses, ground)),
    ...apart(moreOf(clauses, ground)),
    ...apart(
      oneOrList(
        toldEvents(fails, ground),
        'We missed it at once if',
        'We missed it at once if one of these happened',
      ),
    ),
    ...apart([
      ...oneOrList(voided, 'We leave it out if', 'We leave it out if one of these happened'),
      ...oneOrList(
        leftOutBy([...starts, ...stops], when, ground),
        'We do not count',
        'We do not count these',
      ),
    ]),
    { says: 'Each one counts in the month in which we kept or missed it.', apart: true },
  ]
}

/** A sentence that would be too long to hold in mind is a list of one. */
function keptInTime(kept: readonly string[], time: string): readonly PlainSentence[] {
  const one = `We kept our promise if, ${time}, ${kept[0]}.`
  if (kept.length === 1 && one.split(' ').length <= mostWords) return [{ says: one }]
  return [
    {
      says: `We kept our promise if ${kept.length === 1 ? 'this' : 'one of these'} happened ${time}:`,
      items: kept,
    },
  ]
}

const mostWords = 25

function moreOf(clauses: ClockClauses, ground: PlainGround): readonly PlainSentence[] {
  const { stopsAt, tolerance, automatic, stops, pauses, resumes = [] } = clauses
  const isSent = stops.some(({ event }) => event.endsWith('-sent'))
  const paused = pauses && toldEvents(pauses, ground).join(' or ')
  return [
    ...sentence(stopsAt && 'What counts is the time that we offered, not when we offered it.'),
    ...sentence(tolerance && `We may be up to ${tolerance.words} early or late.`),
    ...extended(clauses, ground),
    ...sentence(automatic === true ? 'A reply that a machine sent counts too.' : undefined),
    ...sentence(automatic !== true && isSent ? 'What a machine sends does not count.' : undefined),
    ...sentence(
      paused && `Time stands still from when ${paused} until ${toldEvents(resumes, ground).join(' or ')}.`,
    ),
  ]
}

function extended({ extends: more, starts }: ClockClauses, ground: PlainGround): readonly PlainSentence[] {
  if (more === undefined) return []
  const { within, then, as } = more
  const told = toldEvents(more.when, ground)
  const isAgain = starts.some(({ event }) => more.when.some((each) => each.event === event))
  const soon = within === undefined ? 'before the time was up' : withinWords(within)
  const until =
    typeof then === 'string'
      ? 'until the date that we then gave'
      : `${withinWords(then).replace(/^within /, '')} more from then`
  return [
    ...(told.length === 1
      ? [{ says: `We have ${until} if, ${soon}, ${told[0]}${isAgain ? ' anew' : ''}.` }]
      : [{ says: `We have ${until} if one of these happened ${soon}:`, items: told }]),
    ...sentence(
      as === 'new clock'
        ? 'We then kept the first promise, and the new date is a promise of its own.'
        : undefined,
    ),
  ]
}
