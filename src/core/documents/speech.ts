import type { Document, DocumentBlock } from './document.ts'
import { headLines, isEnglish } from './plain-text-head.ts'
import { machineNotice, noticesOf } from './plain-text-notice.ts'
import { tableAsFacts } from './plain-text-tables.ts'
import { dateRules } from './speech-dates.ts'
import { numberRules, type SpeechRule } from './speech-numbers.ts'
import { addressRules, capitalRules, referenceRules, shortenedRules } from './speech-signs.ts'

/** A part of what is read aloud: it begins at a heading. */
export interface SpeechPart {
  readonly title: string
  /** In which language it is to be read. */
  readonly language: string
  readonly text: string
}

/**
 * A document as it is read aloud: first what it is, who published it and that a computer reads it, then part by part. English is written
 * out as it is said; a voice of another language knows its own numbers.
 */
export function speechOf(document: Document): readonly SpeechPart[] {
  const { language, title } = document
  const say = isEnglish(language) ? spoken : (text: string) => text
  const parts: { title: string; language: string; said: string[] }[] = [
    {
      title,
      language: 'en-GB',
      said: [machineNotice(document, 'audio'), ...noticesOf(document)].map((each) => spoken(each)),
    },
    { title, language, said: [title, ...headLines(document)].map((line) => sentence(say(line))) },
  ]
  for (const block of document.blocks) {
    if (block.kind === 'heading') parts.push({ title: block.text, language, said: [] })
    parts.at(-1)?.said.push(...linesOf(block).map((line) => sentence(say(line))))
  }
  return parts
    .filter(({ said }) => said.some((line) => line !== ''))
    .map(({ said, ...part }) => ({ ...part, text: said.filter((line) => line !== '').join('\n\n') }))
}

/** English as it is said: money, telephone numbers, references, dates, times and short forms written out. */
export function spoken(text: string): string {
  const isAllCapitals = !/[a-z]/.test(text)
  const rules = isAllCapitals ? always : [...always, ...capitalRules]
  return rules
    .reduce((said, { finds, says }) => said.replaceAll(finds, (...found) => says(groupsOf(found))), text)
    .replaceAll(/ [–—] /g, ', ')
    .replaceAll('•', '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

// Addresses first, since nothing else may change them; references after dates and telephone numbers.
const always: readonly SpeechRule[] = [
  ...addressRules,
  ...shortenedRules,
  ...dateRules,
  ...numberRules,
  ...referenceRules,
]

/** `replaceAll` hands over the place and the whole text after the groups. */
function groupsOf(found: readonly unknown[]): RegExpMatchArray {
  return found.filter((each) => typeof each !== 'number').slice(0, -1) as unknown as RegExpMatchArray
}

function linesOf(block: DocumentBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'paragraph':
      return block.lines
    case 'list':
      return block.items.map((item, place) => (block.ordered === true ? `${place + 1}: ${item}` : item))
    case 'facts':
      return block.facts.map(({ name, value }) => `${name}: ${value}`)
    case 'table':
      return [
        block.caption,
        ...tableAsFacts(block).map(
          ({ about, facts }) => `${about}: ${facts.map(({ name, value }) => `${name}, ${value}`).join('; ')}`,
        ),
      ]
    case 'chart':
      return [`A chart: ${block.title}. ${block.alternative}`]
  }
}

/** Ends in a full stop, so that the voice falls and there is a pause. */
function sentence(line: string): string {
  const trimmed = line.trim()
  return trimmed === '' || /[.:;?!…。؟।]$/.test(trimmed) ? trimmed : `${trimmed}.`
}
