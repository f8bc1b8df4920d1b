import type { CaseEvent } from '#core/ledger/event.ts'
import { isOwn, ownEvents, type Timeline } from '#core/ledger/timeline.ts'
import { type Month, monthOf } from '#core/time/period.ts'
import type { Zone } from '#core/time/zone.ts'
import { applies, type RereadingTypes } from '../applies.ts'
import { type Clock, startOf } from '../clock-run.ts'
import { type EventRef, isOneOf } from '../event-ref.ts'
import type { RatioClauses, Term } from '../ratio.ts'
import { returnNameOf } from '../return-name.ts'
import type { Landlord, Meter } from './meter.ts'
import type { Tally } from './tally.ts'

/** A ratio’s terms in the order in which the tally keeps them: above the line, below it, then those beside. */
export function termsOf(clauses: RatioClauses): readonly Term[] {
  return [clauses.share, clauses.of, ...(clauses.beside?.values() ?? [])]
}

/** Whether a term stands until changed, rather than counting what occurs. */
export function isStock(term: Term): boolean {
  return (
    term.stock !== undefined ||
    term.last !== undefined ||
    (term.returned !== undefined && term.latest === true)
  )
}

/** Measures a ratio: each term adds to its own sum. */
export function ratioMeter(clauses: RatioClauses, rereading: RereadingTypes): Meter {
  const terms = termsOf(clauses)
  return {
    wakes: [
      ...new Set(
        terms
          .flatMap((term) => [...(term.count ?? []), ...(term.event ?? []), ...(term.stock ?? [])])
          .map(({ event }) => event),
      ),
    ],
    look(timeline, into) {
      for (const [place, term] of terms.entries()) lookFor(term, place, timeline, into)
    },
    ...(terms.some(({ clocks }) => clocks !== undefined) && {
      heed(clock: Clock, timeline: Timeline, into: Tally) {
        if (clock.decidedAt === undefined || clock.outcome === 'void') return
        for (const [place, term] of terms.entries())
          if (counts(term, clock, into.span.zone) && isOfThese(term, clock, timeline, rereading))
            into.add(place, clock.decidedAt, 1)
      },
    }),
    finish(landlord, into) {
      for (const [place, term] of terms.entries())
        if (returnNameOf(term) !== undefined) addReturns(term, place, landlord, into)
    },
  }
}

function lookFor(term: Term, place: number, timeline: Timeline, into: Tally): void {
  if (term.count !== undefined) countEvents(term, place, timeline, into)
  else if (term.sum !== undefined) sumField(term.sum, term.event ?? [], place, timeline, into)
  else if (term.last !== undefined) followLast(term, term.last, place, timeline, into)
  else if (term.stock !== undefined) followStock(term.stock, term.until ?? [], place, timeline, into)
}

function countEvents(term: Term, place: number, timeline: Timeline, into: Tally): void {
  const { zone } = into.span
  const months = term.onceACase === true ? new Set<Month>() : undefined
  for (const [index, event] of timeline.events.entries()) {
    if (!isOneOf(term.count ?? [], event) || !isOwn(timeline, event)) continue
    if (!inItsCase(term, timeline, index)) continue
    if (months !== undefined && !isNewIn(months, monthOf(zone.dayOf(event.at)))) continue
    into.add(place, event.at, 1)
  }
}

function isNewIn(months: Set<Month>, month: Month): boolean {
  const before = months.size
  return months.add(month).size > before
}

function inItsCase(term: Term, timeline: Timeline, index: number): boolean {
  if (term.with === undefined && term.without === undefined) return true
  const came = (refs: readonly EventRef[]) =>
    timeline.events.slice(0, index).some((event) => isOneOf(refs, event))
  return (term.with === undefined || came(term.with)) && (term.without === undefined || !came(term.without))
}

function sumField(
  field: string,
  refs: readonly EventRef[],
  place: number,
  timeline: Timeline,
  into: Tally,
): void {
  for (const event of ownEvents(timeline)) {
    const amount = event.data[field]
    if (typeof amount === 'number' && isOneOf(refs, event)) into.add(place, event.at, amount)
  }
}

function followLast(term: Term, field: string, place: number, timeline: Timeline, into: Tally): void {
  let stands = 0
  for (const event of ownEvents(timeline)) {
    const amount = isOneOf(term.until ?? [], event) ? 0 : amountRead(term, field, event)
    if (amount === undefined) continue
    into.change(place, event.at, amount - stands)
    stands = amount
  }
}

function amountRead(term: Term, field: string, event: CaseEvent): number | undefined {
  const read = event.data[field]
  if (typeof read !== 'number' || !isOneOf(term.event ?? [], event)) return undefined
  return (term.aboveZero === true ? Math.max(0, read) : read) * (term.times ?? 1)
}

function followStock(
  refs: readonly EventRef[],
  until: readonly EventRef[],
  place: number,
  timeline: Timeline,
  into: Tally,
): void {
  let stands = false
  for (const event of ownEvents(timeline)) {
    const turns = stands ? isOneOf(until, event) : isOneOf(refs, event)
    if (!turns) continue
    into.change(place, event.at, stands ? -1 : 1)
    stands = !stands
  }
}

/** Whether a clock that was decided is of the sort that the term counts. */
function counts({ clocks }: Term, clock: Clock, zone: Zone): boolean {
  if (clocks === undefined || clocks === 'decided') return clocks !== undefined
  return clock.outcome === 'met' && (clocks === 'kept' || isEarly(clock, zone))
}

/** Whether the clock’s case is one of those that the term is about. */
function isOfThese(term: Term, clock: Clock, timeline: Timeline, rereading: RereadingTypes): boolean {
  if (term.when === undefined) return true
  const start = startOf(clock, timeline)
  return start !== undefined && applies(term.when, start, timeline, rereading, clock.decidedAt ?? start.at)
}

/** Kept with time to spare: before the due day, or in half the time. */
function isEarly({ due, stoppedAt, countedFrom }: Clock, zone: Zone): boolean {
  if (stoppedAt === undefined) return false
  return 'on' in due ? zone.dayOf(stoppedAt) < due.on : stoppedAt - countedFrom <= (due.at - countedFrom) / 2
}

function addReturns(term: Term, place: number, landlord: Landlord, into: Tally): void {
  const name = returnNameOf(term)
  let stands = 0
  for (const { type, data, at } of landlord.records) {
    if (type !== 'return-recorded' || data['name'] !== name || typeof data['value'] !== 'number') continue
    const value = (term.aboveZero === true ? Math.max(0, data['value']) : data['value']) * (term.times ?? 1)
    if (!isStock(term)) into.add(place, at, value)
    else {
      into.change(place, at, value - stands)
      stands = value
    }
  }
}
