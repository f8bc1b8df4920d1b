import { type Refusal, refuse } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import { longestText } from './bounds.ts'
import { shown } from './shown.ts'
import type { Vocabulary } from './vocabulary.ts'

const keys = ['case', 'kind', 'type', 'at', 'recordedAt', 'id', 'data']

/** Says why a line is not JSON, without the words of the program that reads it. */
export function explainNotJson(text: string, fault: unknown): Refusal {
  if (text.trim() === '') return refuse('the line is empty', 'take it out')
  const place = /position (\d+)/.exec(String(fault))?.[1]
  const where = place === undefined ? placeOfFault(String(fault)) : `at character ${Number(place) + 1}`
  return refuse(
    `the line is not JSON: it cannot be read ${where}`,
    'write one {…} a line, names and texts in "quotation marks"',
  )
}

/** V8 gives no position where the text ends too soon, nor always for a wrong character. */
function placeOfFault(message: string): string {
  return message.includes('end of JSON') ? 'to its end, something is not closed' : 'as it stands'
}

/** Says that a line is JSON but no event. */
export function explainNoObject(value: unknown): Refusal {
  return refuse(
    `the line is ${shown(value)}, not an event`,
    'write one event a line, as {"case": …, "kind": …, "type": …, "at": …}',
  )
}

/** Says that an event has a key that is none of ours. */
export function explainUnknownKey(key: string): Refusal {
  const meant = suggest(key, keys)
  const fix = meant ? `did you mean "${meant}"?` : 'facts about the event belong inside "data"'
  return refuse(`an event has no ${shown(key)}`, fix)
}

/** Says which of an event's names is missing or not known: its case, kind or type. */
export function explainNames(row: Readonly<Record<string, unknown>>, vocabulary: Vocabulary): Refusal {
  return (
    explainName(row, 'case', 'c1', undefined) ??
    explainName(row, 'kind', 'call', vocabulary.kinds) ??
    explainName(row, 'type', 'call-offered', vocabulary.events) ??
    refuse('the event cannot be read')
  )
}

/** Says why an `id` is none. */
export function explainId(value: unknown): Refusal {
  return explainText('id', value, 'e1') ?? refuse('id cannot be read')
}

function explainName(
  row: Readonly<Record<string, unknown>>,
  name: string,
  example: string,
  among: ReadonlyMap<string, unknown> | undefined,
): Refusal | undefined {
  const value = row[name]
  if (value === undefined || value === null)
    return refuse(`${name} is missing`, `add "${name}", such as "${example}"`)
  const fault = explainText(name, value, example)
  if (fault || !among || typeof value !== 'string' || among.has(value)) return fault
  const meant = suggest(value, among.keys())
  return refuse(
    `${name} ${shown(value)} is not known`,
    meant ? `did you mean "${meant}"?` : `docs/glossary.md lists every ${name} there is`,
  )
}

function explainText(name: string, value: unknown, example: string): Refusal | undefined {
  if (typeof value !== 'string')
    return refuse(
      `${name} is ${shown(value)}, but must be text`,
      `write it in quotation marks, such as "${example}"`,
    )
  if (value.trim() === '') return refuse(`${name} is empty`, `write a code, such as "${example}"`)
  if (value.length > longestText)
    return refuse(
      `${name} is over ${longestText} characters long`,
      'words belong in the drawer: keep their id here',
    )
  return undefined
}
