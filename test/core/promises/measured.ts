import type { CaseEvent } from '#core/ledger/event.ts'
import { mergedTimeline } from '#core/ledger/timeline.ts'
import type { Clock } from '#core/promises/clock-run.ts'
import type { Figure } from '#core/promises/figure.ts'
import { figuresOf } from '#core/promises/figures.ts'
import { beginMeasuring } from '#core/promises/measuring.ts'
import type { Pack } from '#core/promises/pack.ts'
import type { Measured } from '#core/report.ts'
import type { By } from '#core/time/period.ts'
import { day, instant } from '#test/core/time/calendars.ts'
import { editions, type Happened, packOf, story, vocabulary, type Written } from './little-pack.ts'

/** What to measure: as of when, which days, cut how. */
export interface Asked {
  readonly asOf: string
  readonly by?: By
  readonly from?: string
  readonly to?: string
}

/** Cases by name, each with what happened in it. */
export type Cases = Readonly<Record<string, readonly Happened[]>>

/** What the promises of the packs come to, with every clock that was heard. */
export function measure(
  packs: readonly Pack[],
  cases: Cases,
  asked: Asked,
): Measured & { readonly clocks: readonly Clock[] } {
  const told = new Map(
    Object.entries(cases).map(([id, happened]) => [
      id,
      story(...happened).map((event) => ({ ...event, case: id })),
    ]),
  )
  return measureEvents(packs, told, asked)
}

/** The same, of events. */
export function measureEvents(
  packs: readonly Pack[],
  cases: ReadonlyMap<string, readonly CaseEvent[]>,
  { asOf: until, by = 'all', from, to }: Asked,
): Measured & { readonly clocks: readonly Clock[] } {
  const made = editions(...packs)
  const zone = made[0]?.calendar.zone
  if (zone === undefined) throw new Error('the test names no pack')
  const asOf = instant(until)
  const clocks: Clock[] = []
  const [first, last] = [from === undefined ? undefined : day(from), to === undefined ? undefined : day(to)]
  const span = { zone, asOf, from: first ?? day('1990-01-01'), to: last ?? zone.dayOf(asOf) }
  const measuring = beginMeasuring({ editions: made, rereading: vocabulary.rereading, span }, (clock) =>
    clocks.push(clock),
  )
  const known = new Map(
    [...cases].map(([id, events]) => [
      id,
      events.filter(({ at }) => at <= asOf).toSorted((a, b) => a.at - b.at),
    ]),
  )
  for (const id of known.keys()) measuring.add(mergedTimeline(id, known))
  return { ...figuresOf(measuring.finish(), { from: first, to: span.to, by, asOf }, []), clocks }
}

/** The figure of one promise in one period; of the first promise for the whole unless a test says otherwise. */
export function figureIn(measured: Measured, period = 'all', id = 'P-1'): Figure {
  const found = measured.promises.find(({ promise }) => promise.id === id)
  const figure = period === 'all' ? found?.whole : found?.byPeriod.find((each) => each.period === period)
  if (figure === undefined) throw new Error(`there is no figure of ${id} in ${period}`)
  return figure
}

/** The figure of a single promise, for the whole. */
export function figureOf(
  promise: Written,
  cases: Cases,
  asked: Asked = { asOf: '2026-12-31T12:00Z' },
): Figure {
  return figureIn(measure([packOf([promise])], cases, asked))
}
