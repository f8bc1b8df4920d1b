import dictionary from 'dictionary-en-gb'
import retextEnglish from 'retext-english'
import retextEquality from 'retext-equality'
import retextIndefiniteArticle from 'retext-indefinite-article'
import retextReadability from 'retext-readability'
import retextRepeatedWords from 'retext-repeated-words'
import retextSimplify from 'retext-simplify'
import retextSpell from 'retext-spell'
import retextStringify from 'retext-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import type { PlainEnglish } from '#core/letters/advice.ts'
import { adviceOf, type Message, tooLong } from './advice-words.ts'
import type { Found, ToCheck } from './checked.ts'
import { jargonIn } from './jargon.ts'
import { passivesIn } from './passive.ts'
import { readText } from './read-text.ts'

/** The most pieces of advice on one text: more than that is read by nobody. */
const mostAdvice = 40

/** Words that the lists take exception to, but that we mean. */
const meant = {
  // An ombudsman and a landlord are called so by law.
  equality: ['ombudsman', 'ombudsmen', 'landlord', 'landlords'],
  // Plain enough, or the only word for it.
  simplify: [
    'address',
    'addressed',
    'contact',
    'require',
    'request',
    'requests',
    'period',
    'option',
    'type',
    'similar',
    'appropriate',
    'submit',
    'confirm',
    'identify',
    'in accordance with',
    'therefore',
    'however',
    'benefit',
    'in order',
    'additional',
    'expiration',
    'parameters',
    'it is',
    'there is',
    'there are',
    'minimum',
    'maximum',
    'monitor',
  ],
}

/** Makes ready to check texts: reads the dictionary, and gives what checks one text after another. */
export function openEnglish(): (asked: ToCheck) => Promise<PlainEnglish> {
  const rules = allRules()
  return async ({ text, jargon }) => {
    const read = readText(text)
    const file = new VFile(read)
    const tree = rules.parse(file)
    await rules.run(tree, file)
    const sentences = sentencesOf(tree)
    const found = [
      ...longOnes(sentences, read),
      ...file.messages.flatMap((message) => foundBy(message, read)),
      ...jargonIn(read, jargon),
      ...passivesIn(read),
    ].toSorted((one, other) => one.at - other.at)
    return inAll(found, sentences, read)
  }
}

function allRules() {
  return unified()
    .use(retextEnglish)
    .use(retextReadability, { age: 15, threshold: 5 / 7, minWords: 12 })
    .use(retextSimplify, { ignore: meant.simplify })
    .use(retextEquality, { ignore: meant.equality })
    .use(retextIndefiniteArticle)
    .use(retextRepeatedWords)
    .use(retextSpell, { dictionary, max: 0, ignore: [], ignoreDigits: true })
    .use(retextStringify)
    .freeze()
}

function foundBy(message: Message, text: string): readonly Found[] {
  const { start, end } = (message.place ?? {}) as Partial<
    Record<'start' | 'end', { readonly offset?: number }>
  >
  if (start?.offset === undefined || end?.offset === undefined) return []
  const advice = adviceOf(message, text.slice(start.offset, end.offset))
  return advice === undefined ? [] : [{ ...advice, at: start.offset }]
}

/** Some sentences are easy word by word, and too long all the same. */
function longOnes(sentences: readonly Span[], text: string): readonly Found[] {
  return sentences.flatMap(({ from, to }) => {
    const advice = tooLong(text.slice(from, to))
    return advice === undefined ? [] : [{ ...advice, at: from }]
  })
}

interface Span {
  readonly from: number
  readonly to: number
}

function sentencesOf(tree: ReturnType<ReturnType<typeof allRules>['parse']>): readonly Span[] {
  const spans: Span[] = []
  visit(tree, 'SentenceNode', (node) => {
    const { position } = node
    if (position?.start.offset === undefined || position.end.offset === undefined) return
    spans.push({ from: position.start.offset, to: position.end.offset })
  })
  return spans
}

function inAll(found: readonly Found[], sentences: readonly Span[], text: string): PlainEnglish {
  const faulty = sentences.filter(({ from, to }) => found.some(({ at }) => at >= from && at < to)).length
  const advice = found.slice(0, mostAdvice).map(({ at, ...rest }) => ({ ...rest, line: lineOf(text, at) }))
  const score =
    sentences.length === 0 ? null : Math.round(((sentences.length - faulty) * 100) / sentences.length)
  return { advice, score, sentences: sentences.length }
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}
