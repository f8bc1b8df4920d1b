import type { Acting } from '#core/people/acting.ts'
import { instantText } from '../types.ts'
import type { Days } from '../today/read-today.ts'
import { type CaseFilter, datesOf } from './case-filter.ts'

/** A condition in SQL: what it says, with the place of its value left open. */
export interface Condition {
  readonly says: (place: string) => string
  readonly value?: unknown
}

/** What the filter says of a case, which stands under `c`. */
export function caseConditions(
  filter: CaseFilter,
  { contractorId, staffId }: Acting,
  { zone }: Days,
  /** Kinds that are nobody’s work. */
  notCases: readonly string[],
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
    ...on('channel', channel),
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
