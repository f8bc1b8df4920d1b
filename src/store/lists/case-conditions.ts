import type { Acting } from '#core/people/acting.ts'
import { instantText } from '../types.ts'
import type { Days } from '../today/read-today.ts'
import { type CaseFilter, datesOf } from './case-filter.ts'

/** A condition in SQL: what it says, with the place of its value left open. */
export interface Condition {
  readonly says: (place: string) => string
  readonly value?: unknown
}

/** What is known before the conditions are written. */
export interface AroundConditions {
  /** Kinds that are nobody’s work. */
  readonly notCases: readonly string[]
  /** The cases that came as the filter says, where they are few enough to be named. */
  readonly cameSo: readonly string[] | undefined
}

/** What the filter says of a case, which stands under `c`. */
export function caseConditions(
  filter: CaseFilter,
  { contractorId, staffId }: Acting,
  { zone }: Days,
  { notCases, cameSo }: AroundConditions,
): readonly Condition[] {
  const { kind, team, holder, state = 'open', channel, customer, home } = filter
  const { first, last } = datesOf(filter)
  return [
    ...(kind === undefined
      ? [{ says: (place: string) => `c.kind <> all (${place}::text[])`, value: notCases }]
      : on('kind', kind)),
    ...on('team_id', team),
    ...(holder === 'nobody' ? [{ says: () => 'c.holder_id is null' }] : []),
    ...(holder === 'nobody' ? [] : on('holder_id', holder === 'me' ? (staffId ?? '') : holder)),
    ...(state === 'any' ? [] : [{ says: () => (state === 'open' ? 'c.is_open' : 'not c.is_open') }]),
    ...on('customer_id', customer),
    ...on('home_id', home),
    ...on('contractor_id', contractorId),
    ...(channel === undefined ? [] : [cameBy(channel, cameSo)]),
    ...(first === undefined ? [] : [{ says: at('c.first_at >='), value: instantText(zone.startOf(first)) }]),
    ...(last === undefined ? [] : [{ says: at('c.first_at <'), value: instantText(zone.startOf(last + 1)) }]),
  ]
}

/** What the filter says of an open clock, which stands under `k`. */
export function clockConditions(
  { promise, due }: CaseFilter,
  now: number,
  { dayEnds, weekEnds }: Days,
): readonly Condition[] {
  const until = { overdue: now, today: dayEnds, week: weekEnds }
  return [
    ...(promise === undefined ? [] : [{ says: (place: string) => `k.promise = ${place}`, value: promise }]),
    ...(due === undefined ? [] : [{ says: at('k.keeps_until <'), value: instantText(until[due]) }]),
    ...(due === 'overdue' ? [{ says: () => `k.outcome <> 'paused'` }] : []),
    ...(due === 'today' || due === 'week' ? [{ says: at('k.keeps_until >='), value: instantText(now) }] : []),
  ]
}

function on(column: string, value: string | undefined): readonly Condition[] {
  return value === undefined ? [] : [{ says: (place) => `c.${column} = ${place}`, value }]
}

function at(compared: string): Condition['says'] {
  return (place) => `${compared} ${place}::timestamptz`
}

function cameBy(channel: string, cameSo: readonly string[] | undefined): Condition {
  return cameSo === undefined
    ? { says: openedBy, value: channel }
    : { says: (place) => `c.case_id = any (${place}::text[])`, value: cameSo }
}

/** The event that opened it says how it came. */
function openedBy(place: string): string {
  return `exists (select from events e
    where e.landlord = c.landlord and e.case_id = c.case_id and e.sequence = 1 and e.data ->> 'channel' = ${place})`
}
