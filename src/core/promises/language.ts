import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { type Meanings, parseLength } from '#core/time/length.ts'
import { type EventRef, eventRefs } from './event-ref.ts'
import type { KnownEvents } from './known-events.ts'
import type { PromisedLength } from './promised-length.ts'
import { meant, parsed, type Reader } from './shape/reader.ts'

/** What the words of one pack mean: its events, its loose words in arithmetic, its named hours. */
export interface Language {
  readonly known: KnownEvents
  readonly meanings: Meanings
  readonly hours: readonly string[]
}

/** `10 working days`, `24 seconds`, or a loose word the pack gives a meaning to. */
export function lengthIn(language: Language): Reader<PromisedLength> {
  return parsed((words) => promisedLength(words, language), {
    type: 'string',
    examples: [
      '24 seconds',
      '10 working days',
      '3 working hours',
      '6 weeks',
      'same working day',
      'immediately',
    ],
  })
}

/** A length for a measure that names no hours of its own: working hours are those of the office. */
export function officeLengthIn(language: Language): Reader<PromisedLength> {
  return checked(lengthIn(language), (length) => hoursRefusal([length], 'office', language))
}

/** Working hours can only be counted inside named hours. */
export function hoursRefusal(
  lengths: readonly (PromisedLength | undefined)[],
  name: string,
  language: Language,
): Refusal | undefined {
  const inHours = lengths.some((each) => each?.length.unit === 'working milliseconds')
  if (!inHours || language.hours.includes(name)) return undefined
  return refuse(
    `working hours need the hours “${name}”, which the pack does not name`,
    `write them under hours, such as ${name}: Mon-Fri 09:00-17:00`,
  )
}

/** A field an event carries, such as `newDate`. */
export const fieldName: Reader<string> = parsed(
  (word) =>
    isFieldName(word)
      ? word
      : refuse(`“${word}” is not the name of a field`, 'write it as in docs/glossary.md, such as newDate'),
  { type: 'string' },
)

/** A length from the event, or the name of the field that carries a date. */
export function lengthOrField(language: Language): Reader<PromisedLength | string> {
  return parsed(
    (words) => {
      const length = promisedLength(words, language)
      return isRefusal(length) && isFieldName(words) ? words : length
    },
    { type: 'string' },
  )
}

/** `10 days before on`: a length and the field that carries the date it counts back from. */
export function lengthBefore(language: Language): Reader<PromisedLength & { readonly field: string }> {
  return parsed(
    (words) => {
      const [, length, field] = /^(.+) before ([a-z][A-Za-z]*)$/.exec(words) ?? []
      if (length === undefined || field === undefined) {
        return refuse(
          `“${words}” does not say before what`,
          'write “10 days before on”, on being a field of the starting event',
        )
      }
      const read = promisedLength(length, language)
      return isRefusal(read) ? read : { ...read, words: length, field }
    },
    { type: 'string', examples: ['10 days before on'] },
  )
}

/** One of the pack's named hours. */
export function hoursIn(language: Language): Reader<string> {
  return parsed(
    (name) =>
      language.hours.includes(name)
        ? name
        : refuse(`no hours are named “${name}”`, meant(name, language.hours)),
    { type: 'string' },
  )
}

/** One event or a list. */
export function eventsIn(language: Language): Reader<readonly EventRef[]> {
  return eventRefs(language.known)
}

/** A reader whose value must also make sense as a whole. */
export function checked<T>(reader: Reader<T>, objection: (value: T) => Refusal | undefined): Reader<T> {
  return {
    schema: reader.schema,
    read(node, field, reading) {
      const value = reader.read(node, field, reading)
      const refused = value === undefined ? undefined : objection(value)
      return refused === undefined ? value : reading.fault(node, field, refused.refusal, refused.fix)
    },
  }
}

function promisedLength(words: string, language: Language): PromisedLength | Refusal {
  const length = parseLength(words, language.meanings)
  return isRefusal(length) ? length : { words, length }
}

function isFieldName(word: string): boolean {
  return /^[a-z][A-Za-z]*$/.test(word)
}
