import type { FieldDefinition } from '#core/kind.ts'
import type { EventData, FieldValue } from '#core/ledger/event.ts'
import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import type { Names } from '#store/case-page/names-in.ts'
import { codeWords, nameWords } from '../acts/field-words.ts'
import { valueWords } from './value-words.ts'

/** One fact of an event, in words. */
export interface FactShown {
  readonly name: string
  readonly label: string
  readonly value: string
  /** Of a field that names another case. */
  readonly caseId?: string
}

interface Shown {
  readonly type: string
  readonly data: EventData
  readonly vocabulary: Vocabulary
  readonly names: Names
}

/** The fields of an event with their values; whom and what the case is about stands at its head already. */
export function factsOfEvent({ type, data, vocabulary, names }: Shown): readonly FactShown[] {
  const fields = vocabulary.events.get(type)?.fields
  return Object.entries(data)
    .filter(([name, value]) => value !== null && !isElsewhere(name, fields?.get(name)))
    .flatMap(([name, value]) => factsOf(name, value, { definition: fields?.get(name), names }))
}

const atTheHead: ReadonlySet<string> = new Set(['customer', 'home', 'words', 'band', 'event', 'data'])

/** `by` is who did it, unless the event has a date of that name. */
function isElsewhere(name: string, definition: FieldDefinition | undefined): boolean {
  return atTheHead.has(name) || (name === 'by' && definition?.type === 'id')
}

function factsOf(
  name: string,
  value: FieldValue,
  { definition, names }: { readonly definition: FieldDefinition | undefined; readonly names: Names },
): readonly FactShown[] {
  if (name === 'overrides' && typeof value === 'object' && value !== null)
    return Object.entries(value).map(([promise, reason]) => ({
      name,
      label: `Otherwise than ${promise}`,
      value: typeof reason === 'string' ? codeWords(reason) : 'No reason given',
    }))
  const shown = {
    name,
    label: labels[name] ?? nameWords(name),
    value: valueWords(value, { name, definition }, names),
  }
  const isCase = definition?.of === 'case' || name === 'case'
  return [isCase && typeof value === 'string' ? { ...shown, caseId: value } : shown]
}

/** Names that read badly as they are. */
const labels: Readonly<Record<string, string>> = {
  channel: 'How',
  from: 'From',
  full: 'Answers everything',
  for: 'For',
  of: 'About',
  by: 'By when',
  on: 'On',
  newDate: 'New date',
  pence: 'Amount',
}
