import { isMap, isScalar, isSeq, type Node, type Pair, YAMLMap } from 'yaml'
import type { Fault } from '#core/promises/shape/fault.ts'
import { needed, optional, type Read, recordOf } from '#core/promises/shape/fields.ts'
import { listOf, mapOf, meant, oneOf, parsed, text } from '#core/promises/shape/reader.ts'
import { openReading, type Reading } from '#core/promises/shape/reading.ts'
import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { zoneNamed } from '#core/time/zone.ts'
import { eventSpecs } from './event-spec.ts'
import type { EventSpec, Mapping, RowEvents } from './mapping.ts'
import { keyText, type Settings, sourceFor } from './source.ts'
import { timeFormat } from './time-format.ts'

const delimiters = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const

const headFields = {
  mapping: needed(text, 'What the mapping is called.'),
  says: optional(text, 'Which system’s file it is for.'),
  delimiter: optional(
    oneOf(['comma', 'semicolon', 'tab', 'bar']),
    'What stands between the columns; a comma otherwise.',
  ),
  encoding: optional(oneOf(['utf-8', 'windows-1252']), 'How characters are written; utf-8 otherwise.'),
  header: optional(listOf(text), 'The columns’ names, where the file has no first line that says them.'),
  time_zone: optional(parsed(zoneNamed), 'Whose clock the times are of, where they have no offset.'),
  format: optional(parsed(timeFormat), 'How times are written, such as dd/MM/yyyy HH:mm, or iso.'),
  time_of_day: optional(parsed(minuteOfDay), 'The time meant where only a date is written.'),
  repeated_hour: optional(
    oneOf(['first', 'second']),
    'Which hour is meant when the clocks go back; the first otherwise.',
  ),
  skipped_hour: optional(
    oneOf(['refuse', 'move on']),
    'What a time is that the clocks skipped; a fault otherwise.',
  ),
}

function bodyFields(settings: Settings) {
  const time = sourceFor('time', settings)
  const name = sourceFor('name', settings)
  return {
    case: needed(name, 'Which case the row belongs to.'),
    kind: needed(name, 'The kind of case, such as enquiry.'),
    at: optional(time, 'When what the row tells happened.'),
    recorded_at: optional(time, 'When it was told, where that is later.'),
    id: optional(name, 'The row’s own name, so that it can be corrected later.'),
    type: optional(name, 'Which event the row is.'),
    data: optional(mapOf(sourceFor('fact', settings)), 'Fields that every event of the row carries.'),
    first_of_case: optional(
      eventSpecs(settings),
      'What the first row of a case makes beside its own events.',
    ),
  }
}

/** A mapping, or every fault of its file at once, each with its place and the fix. */
export function parseMapping(written: string, file: string): Mapping | readonly Fault[] {
  const reading = openReading(written, file)
  const root = reading.resolve(reading.root)
  if (!isMap(root)) {
    if (reading.faults.length === 0)
      reading.fault(root, '', 'a mapping is a map', 'start with “mapping: its-name”')
    return reading.faults
  }
  return mappingFrom(root as YAMLMap<Node, Node | null>, reading) ?? inOrder(reading.faults)
}

/** From the top of the file down, as its author will mend them. */
function inOrder(faults: readonly Fault[]): readonly Fault[] {
  return faults.toSorted((a, b) => a.line - b.line || a.column - b.column)
}

function mappingFrom(root: YAMLMap<Node, Node | null>, reading: Reading): Mapping | undefined {
  const names = [...Object.keys(headFields), ...bodyNames, 'events']
  for (const { key } of root.items) {
    const name = keyText(key)
    if (!names.includes(name))
      reading.fault(key, '', `“${name}” is not a clause of a mapping`, meant(name, names))
  }
  const head = recordOf(headFields).read(part(root, Object.keys(headFields)), '', reading)
  const settings = head === undefined ? lenient : settingsOf(head)
  const body = recordOf(bodyFields(settings)).read(part(root, bodyNames), '', reading)
  const rows = rowEvents(root, body, settings, reading)
  if (body !== undefined && rows !== undefined) timesObjection(root, body, rows, reading)
  if (head === undefined || body === undefined || rows === undefined || reading.faults.length > 0)
    return undefined
  return {
    name: head.mapping,
    delimiter: delimiters[head.delimiter ?? 'comma'],
    encoding: head.encoding ?? 'utf-8',
    ...(head.header && { header: head.header }),
    case: body.case,
    kind: body.kind,
    ...(body.at && { at: body.at }),
    ...(body.recordedAt && { recordedAt: body.recordedAt }),
    ...(body.id && { id: body.id }),
    data: body.data ?? new Map(),
    firstOfCase: body.firstOfCase ?? [],
    rows,
  }
}

const noSettings: Settings = { repeatedHour: 'first', skippedHour: 'refuse' }
const bodyNames = Object.keys(bodyFields(noSettings))

/** Where the head has faults of its own, the columns are still read, and are not blamed for them. */
const lenient: Settings = {
  ...noSettings,
  format: sure(timeFormat('iso')),
  zone: sure(zoneNamed('Europe/London')),
  timeOfDay: 0,
}

function sure<T extends object>(made: T | Refusal): T {
  if (isRefusal(made)) throw new Error(made.refusal)
  return made
}

function settingsOf(head: Read<typeof headFields>): Settings {
  return {
    ...(head.timeZone && { zone: head.timeZone }),
    ...(head.format && { format: head.format }),
    ...(head.timeOfDay !== undefined && { timeOfDay: head.timeOfDay }),
    repeatedHour: head.repeatedHour ?? 'first',
    skippedHour: head.skippedHour ?? 'refuse',
  }
}

/** The same map with only the clauses named, at the same place of the file. */
function part(root: YAMLMap<Node, Node | null>, names: readonly string[]): Node {
  const map = new YAMLMap<Node, Node | null>()
  map.items = root.items.filter(({ key }) => names.includes(keyText(key)))
  if (root.range) map.range = root.range
  return map
}

type Body = Read<ReturnType<typeof bodyFields>>

function rowEvents(
  root: YAMLMap<Node, Node | null>,
  body: Body | undefined,
  settings: Settings,
  reading: Reading,
): RowEvents | undefined {
  const written = root.items.find(({ key }) => keyText(key) === 'events')
  const hasType = root.items.some(({ key }) => keyText(key) === 'type')
  const events = reading.resolve(written?.value ?? null)
  if (written === undefined) {
    if (!hasType) return reading.fault(root, '', 'it is not said which events a row makes', howToSay)
    return body?.type && { by: 'type', type: body.type }
  }
  if (isSeq(events)) {
    if (hasType)
      return reading.fault(
        written.key,
        'events',
        'with type, events is a map',
        'write Value: event for each value',
      )
    const specs = eventSpecs(settings).read(events, 'events', reading)
    return specs && { by: 'columns', events: specs }
  }
  if (!isMap(events)) return reading.fault(written.key, 'events', 'this must be a map or a list', howToSay)
  if (!hasType) {
    return reading.fault(
      written.key,
      'events',
      'it is not said which column’s values these are',
      'write type: {column: Name}',
    )
  }
  const byValue = eventsByValue(events.items as Pair<Node, Node | null>[], settings, reading)
  return byValue && body?.type && { by: 'value', type: body.type, events: byValue }
}

const howToSay =
  'write type: {column: Name} and events for its values, or events as a list where one row makes several'

function eventsByValue(items: readonly Pair<Node, Node | null>[], settings: Settings, reading: Reading) {
  const specs = eventSpecs(settings)
  const events = new Map<string, readonly EventSpec[] | 'ignored'>()
  for (const { key, value } of items) {
    const field = `events / ${keyText(key)}`
    const found = reading.resolve(value)
    if (isScalar(found) && found.value === 'ignored') events.set(keyText(key), 'ignored')
    else if (isScalar(found) && found.value === null) {
      reading.fault(key, field, 'it is not said what this makes', 'name an event, or write ignored')
    } else {
      const read = specs.read(value, field, reading)
      if (read !== undefined) events.set(keyText(key), read)
    }
  }
  return events.size === items.length ? events : undefined
}

/** Every event needs a time: the row's, or its own. */
function timesObjection(
  root: YAMLMap<Node, Node | null>,
  body: Body,
  rows: RowEvents,
  reading: Reading,
): void {
  if (body.at !== undefined) return
  const untimed = [...(body.firstOfCase ?? []), ...specsOf(rows)].find((spec) => spec.at === undefined)
  if (rows.by !== 'type' && untimed === undefined) return
  const which = untimed === undefined ? '' : ` of ${untimed.type}`
  reading.fault(root, '', `it is not said when the event${which} happened`, 'write at: {column: Name}')
}

function specsOf(rows: RowEvents): readonly EventSpec[] {
  if (rows.by === 'type') return []
  if (rows.by === 'columns') return rows.events
  return [...rows.events.values()].flatMap((specs) => (specs === 'ignored' ? [] : specs))
}

function minuteOfDay(written: string): number | Refusal {
  const found = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(written)
  if (found === null) return refuse(`“${written}” is not a time of day`, 'write 12:00')
  return Number(found[1]) * 60 + Number(found[2])
}
