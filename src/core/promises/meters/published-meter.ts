import type { CaseEvent } from '#core/ledger/event.ts'
import type { Day } from '#core/time/day.ts'
import { type Counting, dueAfter } from '#core/time/due.ts'
import { monthOf } from '#core/time/period.ts'
import type { PublishedClauses } from '../published.ts'
import type { Meter } from './meter.ts'
import type { Span, Tally } from './tally.ts'

interface Shown {
  readonly from: Day
  readonly to: Day
}

/** Measures a published promise: the days on which it was shown and current in every place. */
export function publishedMeter(clauses: PublishedClauses, counting: Counting): Meter {
  return {
    wakes: [],
    finish({ records }, into) {
      const { span } = into
      const about = records.filter((record) => isPublication(record) && record.data['what'] === clauses.what)
      const places = clauses.where.map((where) =>
        shownAt(
          about.filter((record) => isAt(record, where)),
          clauses,
          counting,
          span,
        ),
      )
      // Who records what is shown owes all of it; who records none of it has nothing to count.
      const first = records.find(isPublication)
      if (first === undefined) return
      const from = Math.max(span.from, span.zone.dayOf(first.at))
      countDays(places, from, Math.min(span.to, span.zone.dayOf(span.asOf)), into)
    },
  }
}

function isPublication({ type }: CaseEvent): boolean {
  return type.startsWith('publication-')
}

function isAt(record: CaseEvent, where: string): boolean {
  const place = record.data['where']
  return place === where || (Array.isArray(place) && place.includes(where))
}

/** The spells in which one place showed it: from each publication until it is withdrawn or no longer current. */
function shownAt(
  records: readonly CaseEvent[],
  clauses: PublishedClauses,
  counting: Counting,
  span: Span,
): readonly Shown[] {
  return records.flatMap((record, index) => {
    if (record.type !== 'publication-made') return []
    const from = span.zone.dayOf(record.at)
    const withdrawn = records.slice(index + 1).find(({ type }) => type === 'publication-withdrawn')
    const taken = withdrawn === undefined ? Number.POSITIVE_INFINITY : span.zone.dayOf(withdrawn.at) - 1
    return [{ from, to: Math.min(taken, lastCurrent(record, clauses, counting)) }]
  })
}

function lastCurrent(record: CaseEvent, { currentFor }: PublishedClauses, counting: Counting): Day {
  if (currentFor === undefined) return Number.POSITIVE_INFINITY
  const due = dueAfter(counting, currentFor.length, record.at, 0)
  return 'on' in due ? due.on : counting.calendar.zone.dayOf(due.at)
}

function countDays(places: readonly (readonly Shown[])[], from: Day, to: Day, into: Tally): void {
  for (let day = from; day <= to; day++) {
    const shown = places.every((spells) => spells.some((spell) => spell.from <= day && day <= spell.to))
    into.addDays(monthOf(day), shown ? 1 : 0, 1)
  }
}
