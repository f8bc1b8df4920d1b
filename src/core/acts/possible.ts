import type { KindDefinition } from '#core/kind.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import { ownEvents, type Timeline } from '#core/ledger/timeline.ts'
import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import type { Edition } from '#core/promises/edition.ts'
import type { Instant } from '#core/time/instant.ts'
import { actForm, type PossibleAct } from './act-form.ts'
import { emptyTimeline } from './decide.ts'
import { orderFault } from './order.ts'
import { type Owed, owedIn } from './owed.ts'

/** A case as somebody looks at it, to see what can be done. */
export interface CaseLookedAt {
  readonly kind: string
  readonly vocabulary: Vocabulary
  readonly editions: readonly Edition[]
  readonly timeline: Timeline
  readonly now: Instant
  /** Whether this person may do an act of this type. */
  readonly may: (type: string) => boolean
}

/** What can be done now, the usual next act first, and what promises still ask for. */
export function possibleIn(looked: CaseLookedAt): {
  readonly acts: readonly PossibleAct[]
  readonly owed: readonly Owed[]
} {
  const { vocabulary, editions, timeline, now } = looked
  const owed = owedIn({ timeline, editions, rereading: vocabulary.rereading }, now)
  const wanted = new Set(owed.flatMap(({ later = [] }) => later))
  const done = new Set(ownEvents(timeline).map(({ type }) => type))
  const offered = typesFor(looked.kind, vocabulary).flatMap(({ type, from }) => {
    const form = looked.may(type) && isInOrder(type, looked) ? formOf(type, looked) : undefined
    return form === undefined ? [] : [{ form, rank: rankOf(form, from, { wanted, done }) }]
  })
  return { acts: offered.toSorted((a, b) => a.rank - b.rank).map(({ form }) => form), owed }
}

/** The acts with which a case of a kind may begin. */
export function openingIn(looked: Omit<CaseLookedAt, 'timeline'>): readonly PossibleAct[] {
  const whole = { ...looked, timeline: emptyTimeline('') }
  return Object.entries(looked.vocabulary.kinds.get(looked.kind)?.events ?? {}).flatMap(
    ([type, { opens }]) => (opens === true && looked.may(type) ? (formOf(type, whole) ?? []) : []),
  )
}

type From = 'its own kind' | 'another kind' | 'any case'

/** Every type of act that a case of this kind may hold, its own first. */
function typesFor(
  kind: string,
  { kinds, events }: Vocabulary,
): readonly { readonly type: string; readonly from: From }[] {
  const own = kinds.get(kind)
  const anyCase = [...events.values()].flatMap((known) =>
    kinds.has(known.kind) || own?.with?.includes(known.type) === true ? [] : [known.type],
  )
  return [
    ...typesOf(own).map((type) => ({ type, from: 'its own kind' as const })),
    ...(own?.with ?? []).map((type) => ({ type, from: 'another kind' as const })),
    ...anyCase.map((type) => ({ type, from: 'any case' as const })),
  ]
}

function typesOf(kind: KindDefinition | undefined): readonly string[] {
  return Object.keys(kind?.events ?? {})
}

function isInOrder(type: string, looked: CaseLookedAt): boolean {
  const definition = looked.vocabulary.events.get(type)?.definition
  return (
    definition !== undefined &&
    orderFault(definition, looked.timeline, actNow(type, looked), undefined) === undefined
  )
}

function formOf(type: string, looked: CaseLookedAt): PossibleAct | undefined {
  const { vocabulary, editions, timeline } = looked
  return actForm({ vocabulary, editions, timeline, act: actNow(type, looked) })
}

function actNow(type: string, { kind, timeline, now }: CaseLookedAt): CaseEvent {
  const line = (timeline.events.at(-1)?.line ?? 0) + 1
  return { case: timeline.case, kind, type, id: undefined, at: now, recordedAt: now, line, data: {} }
}

/** What a promise waits for comes first, then what has not been done, then the rest; closing comes after, other kinds last. */
function rankOf(
  { type, closes, opens }: PossibleAct,
  from: From,
  { wanted, done }: { readonly wanted: ReadonlySet<string>; readonly done: ReadonlySet<string> },
): number {
  if (wanted.has(type)) return 0
  if (from === 'another kind') return 5
  if (from === 'any case') return 6
  if (closes) return 4
  if (opens) return 3
  return done.has(type) ? 2 : 1
}
