import type { EventDefinition, FieldDefinition, KindDefinition } from '#core/kind.ts'
import { checkOf, type FieldCheck } from './field-check.ts'

/** Every kind and event there is, for looking up quickly. */
export interface Vocabulary {
  /** The kinds an event may name; what belongs to any case is not one of them. */
  readonly kinds: ReadonlyMap<string, KindDefinition>
  /** Event types are unique across kinds, so a type alone says what it is. */
  readonly events: ReadonlyMap<string, KnownEvent>
  /** Event types that change the case, so that running clocks are read again. */
  readonly rereading: ReadonlySet<string>
}

export interface KnownEvent {
  readonly type: string
  /** The kind that defines it; a case of any kind may carry it. */
  readonly kind: string
  readonly definition: EventDefinition
  /** Its own fields and those of every event; its own come first. */
  readonly fields: ReadonlyMap<string, FieldDefinition>
  /** For each of its fields, whether a value will do. */
  readonly checks: ReadonlyMap<string, FieldCheck>
  /** The fields without which it is a fault. */
  readonly requiredToRecord: readonly string[]
}

/** Makes the look-up of these kinds. Throws where two of them claim one name: that is our own mistake. */
export function vocabularyOf(definitions: readonly KindDefinition[]): Vocabulary {
  const everyEvent = Object.fromEntries(definitions.flatMap((each) => Object.entries(each.everyEvent ?? {})))
  const kinds = new Map<string, KindDefinition>()
  const events = new Map<string, KnownEvent>()
  for (const definition of definitions) {
    if (kinds.has(definition.kind)) throw new Error(`two definitions are both the kind ${definition.kind}`)
    if (!definition.everyEvent) kinds.set(definition.kind, definition)
    for (const known of knownEvents(definition, everyEvent)) {
      const twin = events.get(known.type)
      if (twin) throw new Error(`the event ${known.type} is of two kinds: ${twin.kind} and ${known.kind}`)
      events.set(known.type, known)
    }
  }
  return { kinds, events, rereading: rereadingOf(events) }
}

function knownEvents(
  definition: KindDefinition,
  everyEvent: Readonly<Record<string, FieldDefinition>>,
): readonly KnownEvent[] {
  return Object.entries(definition.events).map(([type, event]) => {
    const fields = new Map(Object.entries({ ...everyEvent, ...event.fields }))
    const checks = new Map([...fields].map(([name, field]) => [name, checkOf(field)]))
    return {
      type,
      kind: definition.kind,
      definition: event,
      fields,
      checks,
      requiredToRecord: requiredOf(fields),
    }
  })
}

function requiredOf(fields: ReadonlyMap<string, FieldDefinition>): readonly string[] {
  return [...fields].filter(([, field]) => field.required === 'to record').map(([name]) => name)
}

function rereadingOf(events: ReadonlyMap<string, KnownEvent>): ReadonlySet<string> {
  return new Set([...events.values()].filter((known) => known.definition.rereads).map((known) => known.type))
}
