import { type Refusal, refuse } from '#core/refusal.ts'
import { instantOf, longestLine, longestText, mostFields } from './bounds.ts'
import type { CaseEvent, EventData } from './event.ts'
import {
  explainId,
  explainNames,
  explainNoObject,
  explainNotJson,
  explainUnknownKey,
} from './explain-event.ts'
import { explainField, explainMissing } from './explain-field.ts'
import { explainInstant } from './explain-instant.ts'
import { isFact, isFieldName, isRecord } from './field-check.ts'
import type { KnownEvent, Vocabulary } from './vocabulary.ts'

/**
 * The one door from text into the ledger: one line of JSON becomes an event, or a refusal that says what is
 * wrong and what to write instead. It runs once a line for files of millions, so here it is only asked whether
 * all is well; what is wrong is worked out afterwards, in the explain… files.
 *
 * A field that is null counts as not given. A field we do not read yet is a fact all the same and is kept.
 */
export function parseEvent(text: string, line: number, vocabulary: Vocabulary): CaseEvent | Refusal {
  if (text.length > longestLine)
    return refuse(`the line is over ${longestLine} characters long`, 'write one event a line')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (fault) {
    return explainNotJson(text, fault)
  }
  return isRecord(value) ? eventFrom(value, line, vocabulary) : explainNoObject(value)
}

type Row = Readonly<Record<string, unknown>>

function eventFrom(row: Row, line: number, vocabulary: Vocabulary): CaseEvent | Refusal {
  for (const key in row) if (!isKey(key)) return explainUnknownKey(key)
  const { case: caseId, id } = row
  const known = vocabulary.events.get(row['type'] as string)
  const kind = vocabulary.kinds.get(row['kind'] as string)?.kind
  if (known === undefined || kind === undefined || !isName(caseId)) return explainNames(row, vocabulary)
  const at = instantOf(row['at'])
  if (at === undefined) return explainAt(row['at'])
  const recordedAt = isGiven(row['recordedAt']) ? instantOf(row['recordedAt']) : at
  if (recordedAt === undefined) return explainInstant('recordedAt', row['recordedAt'])
  if (isGiven(id) && !isName(id)) return explainId(id)
  const data = isGiven(row['data']) ? row['data'] : nothing
  const fault = dataFault(data, known)
  if (fault !== undefined) return fault
  // The vocabulary's own `type` and `kind`, so that a million events share one copy of each word.
  const ownId = isGiven(id) ? (id as string) : undefined
  return { case: caseId, kind, type: known.type, id: ownId, at, recordedAt, line, data: data as EventData }
}

const nothing: EventData = Object.freeze({})

function isKey(key: string): boolean {
  switch (key) {
    case 'case':
    case 'kind':
    case 'type':
    case 'at':
    case 'recordedAt':
    case 'id':
    case 'data':
      return true
    default:
      return false
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestText && value.trim() !== ''
}

function explainAt(value: unknown): Refusal {
  if (isGiven(value)) return explainInstant('at', value)
  return refuse('at is missing', 'say when it happened, as "at": "2026-03-02T09:00:12+00:00"')
}

function dataFault(data: unknown, known: KnownEvent): Refusal | undefined {
  if (!isRecord(data))
    return refuse('data must hold fields and their values', 'write "data": {"field": value, …}')
  let count = 0
  for (const name in data) {
    if (++count > mostFields)
      return refuse(`data has over ${mostFields} fields`, 'words and lists belong in the drawer')
    const value = data[name]
    const check = known.checks.get(name)
    const isFine = check === undefined ? isFieldName(name) && isFact(value) : !isGiven(value) || check(value)
    if (!isFine) return explainField(name, known.fields.get(name), value)
  }
  for (const name of known.requiredToRecord)
    if (!isGiven(data[name])) return explainMissing(known.type, name, known.fields.get(name))
  return undefined
}
