import { isMap } from 'yaml'
import type { CaseEvent } from '#core/ledger/event.ts'
import { type Refusal, refuse } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import { allPass, type Condition, conditions, conditionsInWords } from './condition.ts'
import { type KnownEvents, unknownField } from './known-events.ts'
import { inPlainWords } from './plain-words.ts'
import { needed, optional, recordOf } from './shape/fields.ts'
import { filled, oneOrMany, parsed, type Reader, text } from './shape/reader.ts'

/** An event as a promise names it: its type, and what its own fields must be. */
export interface EventRef {
  readonly event: string
  readonly when: readonly Condition[]
}

/** Whether the event is one of those named. */
export function isOneOf(refs: readonly EventRef[], event: CaseEvent): boolean {
  for (const ref of refs) if (ref.event === event.type && allPass(ref.when, event.data)) return true
  return false
}

/** The events in words: “reply sent (full is yes) or outside our services”. */
export function eventsInWords(refs: readonly EventRef[], joint: ' or ' | ' and ' = ' or '): string {
  return refs
    .map(
      ({ event, when }) =>
        `${inPlainWords(event)}${when.length === 0 ? '' : ` (${conditionsInWords(when)})`}`,
    )
    .join(joint)
}

/** Reads one event or a list of them, each a type or `{event, when}`. */
export function eventRefs(known: KnownEvents): Reader<readonly EventRef[]> {
  const type = eventType(known)
  const long = recordOf({
    event: needed(type, 'The event’s type, from docs/glossary.md.'),
    when: optional(conditions, 'What the event’s own fields must be.'),
  })
  const one: Reader<EventRef> = {
    schema: { anyOf: [type.schema, long.schema] },
    read(node, field, reading) {
      if (isMap(reading.resolve(node))) {
        const read = long.read(node, field, reading)
        return (
          read &&
          held(read.event, read.when ?? [], known, (refused) =>
            reading.fault(node, field, refused.refusal, refused.fix),
          )
        )
      }
      const event = type.read(node, field, reading)
      return event === undefined ? undefined : { event, when: [] }
    },
  }
  const many = filled(oneOrMany(one))
  return {
    schema: { $ref: '#/$defs/events' },
    read: (node, field, reading) => many.read(node, field, reading),
  }
}

/** The schema that `eventRefs` points to, held once. */
export function eventRefsSchema(known: KnownEvents) {
  const one = {
    anyOf: [
      { enum: known.types },
      {
        type: 'object',
        required: ['event'],
        additionalProperties: false,
        properties: { event: { enum: known.types }, when: conditions.schema },
      },
    ],
  }
  return { anyOf: [one, { type: 'array', items: one }] }
}

/** Its conditions may only name fields that the event carries. */
function held(
  event: string,
  when: readonly Condition[],
  known: KnownEvents,
  fault: (refused: Refusal) => undefined,
): EventRef | undefined {
  const refused = unknownField(
    known,
    [{ event }],
    when.map(({ field }) => field),
  )
  return refused === undefined ? { event, when } : fault(refused)
}

function eventType(known: KnownEvents): Reader<string> {
  // The vocabulary’s own copy of the word: comparing a million events with it is then comparing one pointer.
  const types = new Map(known.types.map((type) => [type, type]))
  return parsed(
    (word) => types.get(word) ?? refuse(`“${word}” is not an event`, eventMeant(word, known)),
    text.schema,
  )
}

/** There are too many events to list them all. */
function eventMeant(word: string, known: KnownEvents): string {
  const near = suggest(word, known.types)
  return near === undefined ? 'docs/glossary.md has every event' : `did you mean “${near}”?`
}
