import { orPhrase } from '../in-words.ts'
import { asClock, type RuleClauses, type Watched } from '../rule.ts'
import { apart, oneOrList, type PlainGround, type PlainSentence, sentence } from './plain-sentence.ts'
import { howTimeCounts, inTime, withinWords } from './time-in-words.ts'
import { leftOutBy, recordWords, toldEvents } from './told-events.ts'

/** How a rule is counted: the acts it looks at, and what they have to come with. */
export function rulePlainly(clauses: RuleClauses, ground: PlainGround): readonly PlainSentence[] {
  if (clauses.late !== undefined) return latePlainly(clauses, clauses.late, ground)
  const { appliesTo = [], when = [], later = [], within, foundWhenMissed = [] } = clauses
  const missed = orPhrase(foundWhenMissed)
  return [
    ...eachTime(toldEvents(appliesTo, ground, when)),
    ...sentence(missed === '' ? undefined : `That is so when we missed promise ${missed}.`),
    ...keptPlainly(clauses, ground),
    ...(within === undefined
      ? []
      : apart(howTimeCounts({ starts: appliesTo, stops: later, within }, ground))),
    ...apart(sentence(otherwise(clauses))),
    ...oneOrList(
      leftOutBy([...appliesTo, ...later], when, ground),
      'We do not count',
      'We do not count these',
    ),
  ]
}

/** What is looked at, each time. */
export function eachTime(told: readonly string[]): readonly PlainSentence[] {
  return oneOrList(told, 'We look at each time that', 'We look at each time that one of these happened')
}

function otherwise({ recorded, reasonIsEnough }: RuleClauses): string | undefined {
  if (recorded === true) return undefined
  return reasonIsEnough === true
    ? 'If we did otherwise and noted why, we kept it too.'
    : 'If we did otherwise, we missed it, even with a reason.'
}

/** Each thing that it takes; what comes second is needed as well. */
function keptPlainly(clauses: RuleClauses, ground: PlainGround): readonly PlainSentence[] {
  const takes = [
    ...onRecord(clauses, ground),
    ...asked(clauses.earlier, 'before that', clauses, ground),
    ...asked(clauses.later, clauses.within ? withinWords(clauses.within) : 'after that', clauses, ground),
  ]
  return takes.map(({ says, items }, index) => ({
    says: `${index === 0 ? 'We kept our promise if' : 'We kept it only if also'}${says}`,
    ...(items && { items }),
  }))
}

function onRecord(clauses: RuleClauses, ground: PlainGround): readonly PlainSentence[] {
  const { appliesTo = [], requires = [] } = clauses
  if (clauses.recorded === true) return [{ says: ' it is on record.' }]
  const event = appliesTo[0]?.event ?? ''
  const [first, ...more] = requires
  if (first !== undefined && more.length === 0 && first.length > 1)
    return [
      { says: ' one of these is on record:', items: first.map((field) => recordWords(event, field, ground)) },
    ]
  const needed = requires.map((any) => orPhrase(any.map((field) => recordWords(event, field, ground))))
  return oneOrList(needed, ' this is on record:', ' all these are on record')
}

function asked(
  refs: RuleClauses['later'],
  time: string,
  { each }: RuleClauses,
  ground: PlainGround,
): readonly PlainSentence[] {
  const which = each === true ? 'all' : 'one of'
  return oneOrList(toldEvents(refs ?? [], ground), `, ${time},`, ` ${which} these happened ${time}`)
}

function latePlainly(
  { toldBy = [] }: RuleClauses,
  late: readonly Watched[],
  ground: PlainGround,
): readonly PlainSentence[] {
  const missed = late.map((each) => {
    if (typeof each === 'string') return `we missed promise ${each}`
    const [start = ''] = toldEvents(each.starts, ground, each.when)
    const [end = ''] = toldEvents(asClock(each).stops, ground)
    return `${start}, and this did not happen ${inTime(each, ground)}: ${end}`
  })
  return [
    ...eachTime(missed),
    ...oneOrList(
      toldEvents(toldBy, ground),
      'We kept our promise if, before the time was up,',
      'We kept our promise if one of these happened before the time was up',
    ),
  ]
}
