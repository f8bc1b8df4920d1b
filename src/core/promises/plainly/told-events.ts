import { uncapitalised } from '#core/capitalised.ts'
import type { Condition } from '../condition.ts'
import type { EventRef } from '../event-ref.ts'
import { orPhrase } from '../in-words.ts'
import { inPlainWords } from '../plain-words.ts'
import type { PlainGround } from './plain-sentence.ts'

/** Events as customers are told of them, each a clause that follows “when” or “if”, with what must hold of it. */
export function toldEvents(
  refs: readonly EventRef[],
  ground: PlainGround,
  conditions: readonly Condition[] = [],
): readonly string[] {
  return [...new Set(refs.map((ref) => toldEvent(ref, ground, conditions)))]
}

/** What these conditions leave out, where that is easier to say than what they ask for. */
export function leftOutBy(
  refs: readonly EventRef[],
  conditions: readonly Condition[],
  ground: PlainGround,
): readonly string[] {
  const all = [...conditions, ...refs.flatMap(({ when }) => when)]
  const found = all.flatMap((condition) => wordsFor('without', refs, condition, ground) ?? [])
  return [...new Set(found)]
}

function toldEvent(ref: EventRef, ground: PlainGround, conditions: readonly Condition[]): string {
  const all = [...ref.when, ...conditions].filter(
    (condition) => wordsFor('without', [ref], condition, ground) === undefined,
  )
  const clause = clauseOf(ref.event, ground)
  const isWithin = (condition: Condition) => condition.field === 'channel' && clause.includes(slot)
  const within = all.filter(isWithin).map((condition) => `, ${toldCondition(ref, condition, ground)},`)
  const [first = '', ...more] = all
    .filter((condition) => !isWithin(condition))
    .map((condition) => toldCondition(ref, condition, ground))
    .filter(isSaid)
  const joined = more.reduce((text, each) => `${text}${/^(and|\()/.test(each) ? ' ' : ', '}${each}`, first)
  return `${clause.replace(slot, within.join(''))}${joined === '' ? '' : ` ${joined}`}`
}

/** Where in its clause stands how something was sent: “we told you, in writing, that it came”. */
const slot = ' …'

function clauseOf(event: string, { vocabulary }: PlainGround): string {
  const definition = vocabulary.events.get(event)?.definition
  if (definition?.plainly !== undefined) return definition.plainly.says
  const [says = inPlainWords(event)] = definition?.says.split(/[.;:]/) ?? []
  return uncapitalised(says)
}

function toldCondition(ref: EventRef, condition: Condition, ground: PlainGround): string {
  const words = wordsFor('when', [ref], condition, ground) ?? channelWords(condition) ?? caseWords(condition)
  return (
    words ??
    `(${fieldWords(ref.event, condition.field, ground)}: ${testWords(condition).replaceAll('-', ' ')})`
  )
}

/** The event’s own words come first; a case carries a field that another of its events has. */
function wordsFor(
  which: 'when' | 'without',
  refs: readonly EventRef[],
  condition: Condition,
  { vocabulary }: PlainGround,
): string | undefined {
  const own = refs.flatMap(({ event }) => vocabulary.events.get(event) ?? [])
  const isOwn = own.some(({ fields }) => fields.has(condition.field))
  for (const { definition } of isOwn ? own : [...own, ...vocabulary.events.values()]) {
    const words = definition.plainly?.[which]?.[condition.field]?.[testWords(condition)]
    if (words !== undefined) return words
  }
  return undefined
}

const channelsInWords: Readonly<Record<string, string>> = {
  telephone: 'by telephone',
  letter: 'by letter',
  'e-mail': 'by e-mail',
  text: 'by text message',
  voicemail: 'on our voicemail',
  message: 'through a message that one of us took',
  web: 'through our website',
  reception: 'at reception',
  home: 'at home',
}

const written: ReadonlySet<string> = new Set(['letter', 'e-mail', 'text', 'web'])

function channelWords({ field, test }: Condition): string | undefined {
  if (field !== 'channel' || test.is !== 'one of') return undefined
  const values = test.values.map(String)
  if (values.length > 2 && values.every((value) => written.has(value))) return 'in writing'
  return orPhrase(values.map((value) => channelsInWords[value] ?? value))
}

/** What is said of the case as a whole. */
function caseWords({ field, test }: Condition): string | undefined {
  if (field === 'band' && test.is === 'given') return 'where we know something of the customer’s needs'
  if (field !== 'kind' || test.is !== 'one of') return undefined
  return `in matters of this kind: ${orPhrase(test.values.map((value) => inPlainWords(String(value))))}`
}

/** What has to be on record in a field. */
export function recordWords(event: string, field: string, ground: PlainGround): string {
  const { plainly } = ground.vocabulary.events.get(event)?.definition ?? {}
  return plainly?.record?.[field] ?? fieldWords(event, field, ground)
}

/** What a field holds, in as few words as its definition begins with. */
export function fieldWords(event: string, field: string, { vocabulary }: PlainGround): string {
  const says = vocabulary.events.get(event)?.fields.get(field)?.says ?? inPlainWords(field)
  return (says.split(/[,;:(]/)[0] ?? says).trim()
}

const yesOrNo: ReadonlyMap<unknown, string> = new Map([
  [true, 'yes'],
  [false, 'no'],
])

function testWords({ test }: Condition): string {
  if ('amount' in test) return `${test.is} ${test.amount}`
  if (!('values' in test)) return test.is
  const values = test.values.map((value) => yesOrNo.get(value) ?? String(value))
  return `${test.is === 'none of' ? 'not ' : ''}${values.join(' or ')}`
}

function isSaid(words: string): boolean {
  return words !== ''
}
