import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml'
import { mapOf, oneOrMany, type Reader } from '#core/promises/shape/reader.ts'
import type { Reading } from '#core/promises/shape/reading.ts'
import { refuse } from '#core/refusal.ts'
import type { ColumnCondition, EventSpec, Source } from './mapping.ts'
import { keyText, type Settings, sourceFor } from './source.ts'

/**
 * Reads an event that a row makes: `reply-sent`, or `{reply-sent: {full: true}}`, with `at`, `recorded_at`, `kind` and
 * `when` beside it where they differ from the row's.
 */
function eventSpec(settings: Settings): Reader<EventSpec> {
  const time = sourceFor('time', settings)
  const name = sourceFor('name', settings)
  const data = mapOf(sourceFor('fact', settings))
  return {
    schema: { type: ['string', 'object'] },
    read(node, field, reading) {
      const found = reading.resolve(node)
      if (isScalar(found))
        return isEventName(found.value) ? bare(found.value) : noName(found as Node, field, reading)
      if (!isMap(found))
        return reading.fault(node, field, 'this must be an event', 'write {reply-sent: {full: true}}')
      const pairs = found.items as Pair<Node, Node | null>[]
      const beside = new Map(pairs.map(({ key, value }) => [keyText(key), value]))
      const names = pairs.filter(({ key }) => !isBeside(keyText(key)))
      const [own] = names
      if (own === undefined || names.length > 1) {
        return reading.fault(found, field, 'this must name one event', 'write a list to make several')
      }
      const type = keyText(own.key)
      if (!isEventName(type)) return noName(own.key, field, reading)
      const place = `${field} / ${type}`
      const read = {
        data: isEmpty(own.value) ? new Map<string, Source>() : data.read(own.value, place, reading),
        at: beside.has('at') ? time.read(beside.get('at') ?? null, `${place} / at`, reading) : null,
        recordedAt: beside.has('recorded_at')
          ? time.read(beside.get('recorded_at') ?? null, `${place} / recorded_at`, reading)
          : null,
        kind: beside.has('kind') ? name.read(beside.get('kind') ?? null, `${place} / kind`, reading) : null,
        when: beside.has('when') ? conditions(beside.get('when') ?? null, `${place} / when`, reading) : [],
      }
      return specOf(type, read)
    },
  }
}

/** One event or a list of them. */
export function eventSpecs(settings: Settings): Reader<readonly EventSpec[]> {
  return oneOrMany(eventSpec(settings))
}

interface ReadSpec {
  readonly data: ReadonlyMap<string, Source> | undefined
  /** Null where the mapping does not say; undefined where what it says is a fault. */
  readonly at: Source | null | undefined
  readonly recordedAt: Source | null | undefined
  readonly kind: Source | null | undefined
  readonly when: readonly ColumnCondition[] | undefined
}

function specOf(type: string, { data, at, recordedAt, kind, when }: ReadSpec): EventSpec | undefined {
  if (
    data === undefined ||
    at === undefined ||
    recordedAt === undefined ||
    kind === undefined ||
    when === undefined
  ) {
    return undefined
  }
  return { type, data, when, ...(at && { at }), ...(recordedAt && { recordedAt }), ...(kind && { kind }) }
}

function bare(type: string): EventSpec {
  return { type, data: new Map(), when: [] }
}

function isBeside(key: string): boolean {
  return key === 'at' || key === 'recorded_at' || key === 'kind' || key === 'when'
}

function isEmpty(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.value === null)
}

/** Whether the ledger knows the event is for its door to say; here, only whether it can be one. */
function isEventName(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(value)
}

function noName(node: Node, field: string, reading: Reading): undefined {
  const { refusal, fix } = refuse(
    'this is not the name of an event',
    'write it in small letters with hyphens: reply-sent',
  )
  return reading.fault(node, field, refusal, fix)
}

function conditions(
  node: Node | null,
  field: string,
  reading: Reading,
): readonly ColumnCondition[] | undefined {
  const map = reading.resolve(node)
  if (!isMap(map))
    return reading.fault(node, field, 'this must be a map', 'write {Name of the column: what it holds}')
  const read = (map.items as Pair<Node, Node | null>[]).map(({ key, value }) => {
    const holds = held(reading.resolve(value))
    if (holds === undefined) {
      return reading.fault(
        value ?? key,
        `${field} / ${keyText(key)}`,
        'this must be a word or a list of them',
      )
    }
    return { column: keyText(key), holds }
  })
  const whole = read.filter((condition) => condition !== undefined)
  return whole.length === read.length ? whole : undefined
}

function held(node: Node | null): ColumnCondition['holds'] | undefined {
  if (isSeq(node))
    return node.items.every(isScalar) ? node.items.map((item) => keyText(item as Node)) : undefined
  if (!isScalar(node) || node.value === null) return undefined
  const word = keyText(node)
  return word === 'given' || word === 'not given' ? word : [word]
}
