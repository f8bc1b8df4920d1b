import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { Fault } from '../shape/fault.ts'
import { type Fields, needed, optional, recordOf } from '../shape/fields.ts'
import { keyText, listOf, mapOf, oneOrMany, type Reader, text } from '../shape/reader.ts'
import { openReading, type Reading } from '../shape/reading.ts'
import type { Scenario, StoryEvent } from './scenario.ts'

const clockNames = ['case', 'outcome', 'started', 'due', 'stopped', 'void', 'decided'] as const
const figureNames = [
  'period',
  'kept',
  'counted',
  'value',
  'verdict',
  'running',
  'overdue',
  'paused',
  'void',
  'overridden',
  'target',
] as const

const anything: Reader<unknown> = {
  schema: {},
  read: (node, _field, reading) => plain(node, reading) ?? null,
}

const clockFields = Object.fromEntries(clockNames.map((name) => [name, optional(text, '')])) as Fields
const figureFields = Object.fromEntries(figureNames.map((name) => [name, optional(anything, '')])) as Fields

const scenarioFields = {
  scenario: needed(text, 'What happens, in a sentence.'),
  why: needed(text, 'Why it comes out so.'),
  shows: optional(oneOrMany(text), 'The promises it shows.'),
  trap: optional(oneOrMany(text), 'The numbers of the traps it shows.'),
  as_of: needed(text, 'When the story is looked at.'),
  variation: optional(mapOf(mapOf(anything)), 'Clauses laid over a promise for this story.'),
  bank_holidays: optional(mapOf(text), 'Further bank holidays: date to name.'),
  closures: optional(
    listOf(recordOf({ from: needed(text, ''), to: needed(text, ''), why: needed(text, '') })),
    'Further closures.',
  ),
  events: needed(mapOf(listOf(storyEvent())), 'What happens, case by case.'),
  clocks: optional(mapOf(listOf(recordOf(clockFields))), 'Every clock of these promises, in order.'),
  figures: optional(mapOf(oneOrMany(recordOf(figureFields))), 'Figures of these promises.'),
  entitlements: optional(
    listOf(recordOf({ promise: needed(text, ''), case: needed(text, '') })),
    'Every entitlement that is found, by promise and case.',
  ),
}

/** The scenarios of a file, or every fault in it. */
export function parseScenarios(written: string, file: string): readonly Scenario[] | readonly Fault[] {
  const reading = openReading(written, file)
  const shape = recordOf({ scenarios: needed(listOf(withLine(recordOf(scenarioFields))), 'The stories.') })
  const read = shape.read(reading.root, '', reading)
  if (read === undefined || reading.faults.length > 0) return reading.faults
  return read.scenarios.map(({ value, line }): Scenario => {
    const { variation, bankHolidays, clocks, figures, trap = [], ...rest } = value
    return {
      file,
      line,
      scenario: rest.scenario,
      why: rest.why,
      shows: rest.shows ?? [],
      traps: trap.map(Number),
      asOf: rest.asOf,
      variation: Object.fromEntries(
        [...(variation ?? [])].map(([id, clauses]) => [id, Object.fromEntries(clauses)]),
      ),
      bankHolidays: Object.fromEntries(bankHolidays ?? []),
      closures: rest.closures ?? [],
      events: Object.fromEntries(rest.events),
      clocks: Object.fromEntries(clocks ?? []),
      figures: Object.fromEntries(figures ?? []) as Scenario['figures'],
      entitlements: rest.entitlements,
    }
  })
}

function withLine<T>(reader: Reader<T>): Reader<{ readonly value: T; readonly line: number }> {
  return {
    schema: reader.schema,
    read(node, field, reading) {
      const value = reader.read(node, field, reading)
      return value === undefined ? undefined : { value, line: reading.lineOf(node) }
    },
  }
}

function storyEvent(): Reader<StoryEvent> {
  return {
    schema: { type: 'object' },
    read(node, field, reading) {
      const map = reading.resolve(node)
      const first = isMap(map) ? map.items[0] : undefined
      if (!isMap(map) || !isScalar(first?.key))
        return reading.fault(
          node,
          field,
          'an event is a map',
          'write {reply-sent: 2026-03-20T16:00, full: true}',
        )
      const at = text.read((first.value as Node | null) ?? null, field, reading)
      const { id, recorded, ...data } = fieldsAfterFirst(map, reading)
      if (at === undefined) return undefined
      return { type: String(first.key.value), at, id: textOr(id), recorded: textOr(recorded), data }
    },
  }
}

function fieldsAfterFirst(map: Node, reading: Reading): Record<string, unknown> {
  if (!isMap(map)) return {}
  const pairs = map.items
    .slice(1)
    .map(({ key, value }) => [keyText(key), plain(value as Node | null, reading)])
  return Object.fromEntries(pairs) as Record<string, unknown>
}

/** The plain value of a node; dates and times stay the text they are written as. */
function plain(node: Node | null, reading: Reading): unknown {
  const found = reading.resolve(node)
  if (isScalar(found)) return found.value
  if (isSeq(found)) return found.items.map((item) => plain(item as Node, reading))
  if (!isMap(found)) return undefined
  return Object.fromEntries(
    found.items.map(({ key, value }) => [keyText(key), plain(value as Node | null, reading)]),
  )
}

function textOr(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : undefined
}
