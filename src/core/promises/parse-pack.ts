import { isMap, isSeq, type Node, YAMLMap } from 'yaml'
import { isRefusal, refuse } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import { type Day, parseDay } from '#core/time/day.ts'
import { parseHours } from '#core/time/hours.ts'
import { parseWeekDays } from '#core/time/week.ts'
import { zoneNamed } from '#core/time/zone.ts'
import type { KnownEvents } from './known-events.ts'
import { checked, type Language } from './language.ts'
import { type ChosenMeasure, measureNames, measures } from './measures.ts'
import type { Pack, PackPromise } from './pack.ts'
import { type OwnMeanings, readMeanings } from './parse-meanings.ts'
import type { Fault } from './shape/fault.ts'
import { type Fields, needed, optional, type Read, recordOf } from './shape/fields.ts'
import { keyText, listOf, mapOf, meant, oneOf, parsed, text } from './shape/reader.ts'
import { openReading, type Reading } from './shape/reading.ts'
import { parseTarget } from './target.ts'

const nations = ['england-and-wales', 'scotland', 'northern-ireland'] as const
const mostPromises = 1000

const day = parsed<Day>((words) => parseDay(words) ?? refuse(`“${words}” is not a day`, 'write 2026-03-31'), {
  type: 'string',
})

const closure = checked(
  recordOf({
    from: needed(day, 'The first day closed.'),
    to: needed(day, 'The last day closed.'),
    why: needed(text, 'Why, for whoever asks about a due date.'),
  }),
  ({ from, to }) =>
    to < from ? refuse('the closure ends before it begins', 'write from before to') : undefined,
)

/** The fields at the top of a pack. */
export const packFields = {
  pack: needed(text, 'The pack’s id, the name of its folder.'),
  landlord: needed(text, 'The landlord’s name as customers know it.'),
  title: needed(text, 'What the standards are called.'),
  edition: needed(text, 'Which edition; printed on everything published.'),
  in_force_from: needed(day, 'Starts before this day start no clock.'),
  source: optional(text, 'Where the words come from.'),
  nation: needed(oneOf(nations), 'Whose bank holidays count.'),
  time_zone: needed(parsed(zoneName), 'The zone in which days begin and end.'),
  working_week: optional(parsed(parseWeekDays), 'The days of the working week; Mon-Fri otherwise.'),
  hours: optional(mapOf(parsed(parseHours)), 'Named hours, such as office: Mon-Fri 09:00-17:00.'),
  closures: optional(listOf(closure), 'Days or spells the landlord is closed beside bank holidays.'),
  meanings: optional(mapOf(text), 'What loose words mean in arithmetic.'),
} satisfies Fields

/** The fields of a promise beside its measure. */
export const promiseFields = {
  id: needed(text, 'The clause’s id.'),
  section: needed(text, 'The section of the standards it stands in.'),
  subject: needed(text, 'What it is about.'),
  promise: needed(text, 'The promise in plain words.'),
  target: optional(parsed(parseTarget), 'The published target.'),
  reported: optional(listOf(text), 'How often the standards say it is reported.'),
  assured_by: optional(listOf(text), 'Who or what the standards say checks it.'),
  reading: optional(text, 'How an ambiguous clause is read.'),
} satisfies Fields

/** A pack, or every fault of its file at once, each with its place and the fix. */
export function parsePack(written: string, file: string, known: KnownEvents): Pack | readonly Fault[] {
  const reading = openReading(written, file)
  const root = reading.resolve(reading.root)
  if (!isMap(root)) {
    if (reading.faults.length === 0)
      reading.fault(root, '', 'a pack is a map', 'start with “pack: the-landlord”')
    return reading.faults
  }
  const head = recordOf(packFields).read(without(root, ['promises']), '', reading)
  // The pack’s own words come first: its promises use them.
  const own = readMeanings(head?.meanings ?? new Map(), valueIn(root, 'meanings'), reading)
  const language = { known, meanings: own.meanings, hours: [...(head?.hours?.keys() ?? [])] }
  const promises = readPromises(valueIn(root, 'promises'), language, reading)
  return head === undefined || reading.faults.length > 0 ? reading.faults : packOf(head, own, promises)
}

type Head = Read<typeof packFields>

function packOf(head: Head, own: OwnMeanings, promises: readonly PackPromise[]): Pack {
  return {
    id: head.pack,
    landlord: head.landlord,
    title: head.title,
    edition: head.edition,
    inForceFrom: head.inForceFrom,
    source: head.source ?? '',
    nation: head.nation,
    timeZone: head.timeZone,
    workingWeek: head.workingWeek ?? new Set([1, 2, 3, 4, 5]),
    hours: head.hours ?? new Map(),
    closures: head.closures ?? [],
    ...own,
    looseWords: head.meanings ?? new Map(),
    promises,
  }
}

function readPromises(node: Node | null, language: Language, reading: Reading): readonly PackPromise[] {
  const list = reading.resolve(node)
  if (!isSeq(list)) return reading.fault(node, 'promises', 'a pack has a list of promises') ?? []
  if (list.items.length > mostPromises)
    return reading.fault(node, 'promises', `a pack has at most ${mostPromises} promises`) ?? []
  const ids = new Set<string>()
  const promises: PackPromise[] = []
  for (const [index, item] of (list.items as Node[]).entries()) {
    const promise = readPromise(item, index, language, reading)
    if (promise === undefined) continue
    if (ids.has(promise.id))
      reading.fault(item, promise.id, 'this id stands twice', 'give each promise its own')
    ids.add(promise.id)
    promises.push(promise)
  }
  holdLateRules(promises, list.items as Node[], reading)
  holdEntitlingRules(promises, list.items as Node[], reading)
  return promises
}

function readPromise(
  node: Node,
  index: number,
  language: Language,
  reading: Reading,
): PackPromise | undefined {
  const map = reading.resolve(node)
  if (!isMap(map)) return reading.fault(node, `promises[${index + 1}]`, 'a promise is a map with an id')
  const id = map.get('id')
  const field = typeof id === 'string' ? id : `promises[${index + 1}]`
  const measured = readMeasure(map, field, language, reading)
  const plain = recordOf(promiseFields).read(without(map, measureNames), field, reading)
  if (measured === undefined || plain === undefined) return undefined
  const { target, reported = [], assuredBy = [], reading: howRead, ...rest } = plain
  return { ...rest, ...measured, target, reported, assuredBy, reading: howRead, line: reading.lineOf(node) }
}

function readMeasure(
  map: YAMLMap,
  field: string,
  language: Language,
  reading: Reading,
): ChosenMeasure | undefined {
  const named = map.items.flatMap(({ key, value }) => {
    const measure = measureNames.find((name) => name === keyText(key))
    return measure === undefined ? [] : [{ measure, node: value as Node | null }]
  })
  const [only] = named
  if (only === undefined || named.length > 1) {
    const fault = only === undefined ? 'it has no measure' : 'it has more than one measure'
    return reading.fault(
      map,
      field,
      fault,
      `write exactly one of ${measureNames.join(', ')}${nearMeasure(map)}`,
    )
  }
  const { measure, node } = only
  const clauses = measures[measure].clauses(language).read(node, `${field} / ${measure}`, reading)
  return clauses === undefined ? undefined : ({ measure, clauses } as ChosenMeasure)
}

/** A misspelt measure, where one of the names is near enough to be meant. */
function nearMeasure(map: YAMLMap): string {
  const known = [...Object.keys(promiseFields), ...measureNames]
  const strange = map.items.map(({ key }) => keyText(key))
  for (const name of strange.filter((each) => !known.includes(each))) {
    const near = suggest(name, measureNames)
    if (near !== undefined) return `; “${name}”: did you mean “${near}”?`
  }
  return ''
}

/** A rule may watch only a clock promise of its own pack; one that has faults of its own is still one. */
function holdLateRules(promises: readonly PackPromise[], nodes: readonly Node[], reading: Reading): void {
  const clocks = nodes.map((node) => idWith(node, ['clock'], reading)).filter((id) => id !== undefined)
  for (const promise of promises) {
    if (promise.measure !== 'rule') continue
    for (const watched of promise.clauses.late ?? []) {
      if (typeof watched !== 'string' || clocks.includes(watched)) continue
      const node = nodes.find((each) => reading.lineOf(each) === promise.line) ?? null
      const late = isMap(node) ? (node.getIn(['rule', 'late'], true) as Node | undefined) : undefined
      reading.fault(
        late ?? node,
        `${promise.id} / rule / late`,
        `“${watched}” is not a clock promise of this pack`,
        clocks.length === 0 ? undefined : meant(watched, clocks),
      )
    }
  }
}

/** What entitles is a promise of the same pack whose breaking is known of a single case: a clock or another rule. */
function holdEntitlingRules(
  promises: readonly PackPromise[],
  nodes: readonly Node[],
  reading: Reading,
): void {
  const ids = nodes.map((node) => idWith(node, ['clock', 'rule'], reading)).filter((id) => id !== undefined)
  for (const promise of promises) {
    if (promise.measure !== 'rule') continue
    const others = ids.filter((id) => id !== promise.id)
    for (const named of promise.clauses.foundWhenMissed ?? []) {
      if (others.includes(named)) continue
      const node = nodes.find((each) => reading.lineOf(each) === promise.line) ?? null
      const at = isMap(node)
        ? (node.getIn(['rule', 'found_when_missed'], true) as Node | undefined)
        : undefined
      reading.fault(
        at ?? node,
        `${promise.id} / rule / found_when_missed`,
        `“${named}” is not another clock or rule promise of this pack`,
        others.length === 0 ? undefined : meant(named, others),
      )
    }
  }
}

function idWith(node: Node, named: readonly string[], reading: Reading): string | undefined {
  const map = reading.resolve(node)
  const id = isMap(map) && named.some((measure) => map.has(measure)) ? map.get('id') : undefined
  return typeof id === 'string' || typeof id === 'number' ? `${id}` : undefined
}

function valueIn(map: YAMLMap, name: string): Node | null {
  return (map.get(name, true) as Node | undefined) ?? null
}

function without(map: YAMLMap, names: readonly string[]): Node {
  const rest = new YAMLMap(map.schema)
  rest.items = map.items.filter(({ key }) => !names.includes(keyText(key)))
  rest.range = map.range ?? null
  return rest
}

function zoneName(name: string) {
  const zone = zoneNamed(name)
  return isRefusal(zone) ? zone : name
}
