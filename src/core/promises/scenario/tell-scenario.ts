import { parse, stringify } from 'yaml'
import type { CaseEvent } from '#core/ledger/event.ts'
import { parseEvent } from '#core/ledger/parse-event.ts'
import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import { inWords, isRefusal } from '#core/refusal.ts'
import { dayAtStartOf, parseDay } from '#core/time/day.ts'
import { formatInstant, type Instant, parseInstant } from '#core/time/instant.ts'
import { earliestDay } from '#core/time/range.ts'
import type { Zone } from '#core/time/zone.ts'
import { type Edition, editionsOf } from '../edition.ts'
import { knownEvents } from '../known-events.ts'
import { measureNames } from '../measures.ts'
import { parsePack } from '../parse-pack.ts'
import { faultLine } from '../shape/fault.ts'
import type { Scenario, StoryEvent } from './scenario.ts'

/** What a scenario is run with: the pack as it is written, the feed of bank holidays, the events there are. */
export interface ScenarioGround {
  readonly packText: string
  readonly packFile: string
  readonly holidays: unknown
  readonly vocabulary: Vocabulary
}

/** A scenario as it is measured: the edition with its variations, the events of each case, and as of when. */
export interface ToldScenario {
  readonly edition: Edition
  readonly cases: ReadonlyMap<string, readonly CaseEvent[]>
  readonly asOf: Instant
}

/** Tells a scenario, or says what is wrong with it in plain words. */
export function tellScenario(
  scenario: Scenario,
  ground: ScenarioGround,
): ToldScenario | { readonly faults: readonly string[] } {
  const editions = editionsFor(scenario, ground)
  if ('faults' in editions) return editions
  const { edition } = editions
  const { zone } = edition.calendar
  const asOf = instantIn(scenario.asOf, zone)
  if (asOf === undefined) return { faults: [`as_of “${scenario.asOf}” is not a time`] }
  const { cases, faults } = tellAll(scenario, ground.vocabulary, zone)
  return faults.length > 0 ? { faults } : { edition, cases, asOf }
}

function editionsFor(
  scenario: Scenario,
  ground: ScenarioGround,
): { readonly edition: Edition } | { readonly faults: readonly string[] } {
  const varied =
    Object.keys(scenario.variation).length === 0 ? ground.packText : vary(ground.packText, scenario)
  const pack = parsePack(varied, ground.packFile, knownEvents(ground.vocabulary))
  if (!('promises' in pack))
    return { faults: pack.map((fault) => `with its variation the pack has a fault: ${faultLine(fault)}`) }
  const editions = editionsOf([pack], ground.holidays, extraDays(scenario))
  if (isRefusal(editions)) return { faults: [editions.refusal] }
  const [edition] = editions
  return edition === undefined ? { faults: ['there is no edition'] } : { edition }
}

/** A text that is no day is not told here: it shows in the clocks, which then do not come out. */
function namedDay(text: string) {
  return parseDay(text) ?? earliestDay
}

function extraDays(scenario: Scenario) {
  return {
    holidays: Object.entries(scenario.bankHolidays).map(([on, title]) => ({ day: namedDay(on), title })),
    closures: scenario.closures.map(({ from, to, why }) => ({ from: namedDay(from), to: namedDay(to), why })),
  }
}

/** The pack with clauses laid over a promise’s measure, or over its head (`meanings`, `hours`); null takes one away. */
function vary(packText: string, { variation }: Scenario): string {
  const pack = parse(packText) as Record<string, unknown> & { promises: Record<string, unknown>[] }
  for (const [name, clauses] of Object.entries(variation)) {
    const promise = pack.promises.find(({ id }) => id === name)
    const holder = promise ?? pack
    const key = promise === undefined ? name : (measureNames.find((measure) => measure in promise) ?? name)
    const merged = { ...(holder[key] as Record<string, unknown> | undefined), ...clauses }
    holder[key] = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null))
  }
  return stringify(pack, { aliasDuplicateObjects: false })
}

function tellAll(scenario: Scenario, vocabulary: Vocabulary, zone: Zone) {
  const faults: string[] = []
  const cases = new Map<string, CaseEvent[]>()
  let line = 0
  for (const [id, story] of Object.entries(scenario.events)) {
    const kind = kindOf(story, vocabulary)
    for (const event of story) {
      line += 1
      const told = parseEvent(JSON.stringify(asLine(id, kind, event, zone)), line, vocabulary)
      if (isRefusal(told)) faults.push(`case ${id}, ${event.type}: ${inWords(told)}`)
      else cases.set(id, [...(cases.get(id) ?? []), told])
    }
  }
  return { cases, faults }
}

/** A case is of the kind its first event belongs to. */
function kindOf(story: readonly StoryEvent[], vocabulary: Vocabulary): string {
  for (const { type } of story) {
    const kind = vocabulary.events.get(type)?.kind
    if (kind !== undefined && vocabulary.kinds.has(kind)) return kind
  }
  return 'enquiry'
}

function asLine(id: string, kind: string, event: StoryEvent, zone: Zone) {
  const time = (text: string) => withZone(text, zone)
  const data = Object.fromEntries(
    Object.entries(event.data).map(([name, value]) => [
      name,
      typeof value === 'string' ? time(value) : value,
    ]),
  )
  return {
    case: id,
    kind,
    type: event.type,
    at: time(event.at),
    data,
    ...(event.recorded !== undefined && { recordedAt: time(event.recorded) }),
    ...(event.id !== undefined && { id: event.id }),
  }
}

/** A time written without an offset is in the pack’s zone; anything else stays as it is. */
function withZone(text: string, zone: Zone): string {
  const named = /^([a-z-]+@)?(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)$/.exec(text)
  if (named === null) return text
  const at = instantIn(named[2] ?? '', zone)
  return at === undefined ? text : `${named[1] ?? ''}${formatInstant(at, zone)}`
}

function instantIn(text: string, zone: Zone): Instant | undefined {
  const whole = parseInstant(text)
  if (whole !== undefined) return whole
  const day = dayAtStartOf(text)
  const time = parseInstant(`${text}Z`)
  if (day === undefined || time === undefined) return undefined
  // The wall clock’s time of day, laid on the zone’s own day.
  const midnight = parseInstant(`${text.slice(0, 10)}T00:00Z`) ?? 0
  const milliseconds = time - midnight
  return zone.instantOf(day, Math.floor(milliseconds / 60_000)) + (milliseconds % 60_000)
}
