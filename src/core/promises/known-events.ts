import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import { type Refusal, refuse } from '#core/refusal.ts'
import { meant } from './shape/reader.ts'

/** The event types and fields a pack may name, so that a slip of the pen is told at once. */
export interface KnownEvents {
  readonly types: readonly string[]
  /** Event type to the fields it may carry; a type without an entry is not held to any. */
  readonly fields: ReadonlyMap<string, readonly string[]>
}

/** What packs may name, from the vocabulary of all kinds. */
export function knownEvents({ events }: Vocabulary): KnownEvents {
  const fields = [...events].map(([type, known]) => [type, [...known.fields.keys()]] as const)
  return { types: [...events.keys()], fields: new Map(fields) }
}

/** Refuses the first field that none of these events carries; without events, that no event carries. */
export function unknownField(
  known: KnownEvents,
  refs: readonly { readonly event: string }[] | undefined,
  fields: readonly (string | undefined)[],
): Refusal | undefined {
  const carried =
    refs === undefined
      ? [...known.fields.values(), ['kind']]
      : refs.map(({ event }) => known.fields.get(event))
  const names = [...new Set(carried.flatMap((each) => each ?? []))]
  if (known.fields.size === 0 || names.length === 0) return undefined
  const unknown = fields.find((field) => field !== undefined && !names.includes(field))
  if (unknown === undefined) return undefined
  const holder = refs === undefined ? 'no event' : `no ${refs.map(({ event }) => event).join(' or ')}`
  return refuse(`${holder} carries a field “${unknown}”`, meant(unknown, names))
}
