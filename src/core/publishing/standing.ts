import type { CaseEvent } from '#core/ledger/event.ts'
import { countingOf, type Edition } from '#core/promises/edition.ts'
import type { PublishedClauses } from '#core/promises/published.ts'
import type { Day } from '#core/time/day.ts'
import { dueAfter } from '#core/time/due.ts'
import type { Instant } from '#core/time/instant.ts'

/** How what a promise says is shown stands in one of its places. */
export interface PlaceStanding {
  readonly where: string
  readonly isShown: boolean
  /** Since when what is there now, or was there last; nothing where it never was. */
  readonly since: Day | undefined
  /** The last day on which it counts as current, where it grows old. */
  readonly currentUntil: Day | undefined
  /** It was taken down, or has grown too old. */
  readonly over: 'taken down' | 'too old' | undefined
  readonly edition: string | undefined
}

/** How a `published` promise stands in each place it names, from what was recorded up to now. */
export function placesOf(
  clauses: PublishedClauses,
  records: readonly CaseEvent[],
  edition: Edition,
  now: Instant,
): readonly PlaceStanding[] {
  const about = records.filter(
    ({ type, data, at }) => type.startsWith('publication-') && data['what'] === clauses.what && at <= now,
  )
  return clauses.where.map((where) =>
    placeOf(
      where,
      about.filter((record) => isAt(record, where)),
      {
        clauses,
        edition,
        today: edition.calendar.zone.dayOf(now),
      },
    ),
  )
}

function isAt({ data }: CaseEvent, where: string): boolean {
  const place = data['where']
  return place === where || (Array.isArray(place) && place.includes(where))
}

function placeOf(
  where: string,
  records: readonly CaseEvent[],
  {
    clauses,
    edition,
    today,
  }: { readonly clauses: PublishedClauses; readonly edition: Edition; readonly today: Day },
): PlaceStanding {
  const made = records.findLast(({ type }) => type === 'publication-made')
  const nothing = {
    where,
    isShown: false,
    since: undefined,
    currentUntil: undefined,
    over: undefined,
    edition: undefined,
  }
  if (made === undefined) return nothing
  const takenDown = records.at(-1)?.type === 'publication-withdrawn'
  const currentUntil = lastCurrent(made, clauses, edition)
  const tooOld = currentUntil !== undefined && today > currentUntil
  const printed = made.data['edition']
  return {
    where,
    isShown: !takenDown && !tooOld,
    since: edition.calendar.zone.dayOf(made.at),
    currentUntil,
    over: overBecause(takenDown, tooOld),
    edition: typeof printed === 'string' || typeof printed === 'number' ? String(printed) : undefined,
  }
}

function overBecause(takenDown: boolean, tooOld: boolean): PlaceStanding['over'] {
  if (takenDown) return 'taken down'
  return tooOld ? 'too old' : undefined
}

function lastCurrent(made: CaseEvent, { currentFor }: PublishedClauses, edition: Edition): Day | undefined {
  if (currentFor === undefined) return undefined
  const due = dueAfter(countingOf(edition, undefined, undefined), currentFor.length, made.at, 0)
  return 'on' in due ? due.on : edition.calendar.zone.dayOf(due.at)
}
