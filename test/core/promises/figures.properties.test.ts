import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CaseEvent } from '#core/ledger/event.ts'
import type { Clock } from '#core/promises/clock-run.ts'
import type { Figure } from '#core/promises/figure.ts'
import type { Measured } from '#core/report.ts'
import { formatInstant } from '#core/time/instant.ts'
import { zone } from '#test/core/time/calendars.ts'
import { packOf, vocabulary } from './little-pack.ts'
import { type Asked, figureIn, measureEvents } from './measured.ts'

const runs = { numRuns: 40 }
const pack = packOf([
  {
    clock: {
      starts: 'contact-received',
      stops: { event: 'reply-sent', when: { full: true } },
      within: '10 working days',
      pauses: 'information-requested',
      resumes: 'information-received',
      voids: 'enquiry-closed',
      fails: 'outside-our-services',
    },
    target: 'at least 90%',
  },
  { ratio: { share: { count: 'reply-sent' }, of: { count: 'contact-received' } } },
  { ratio: { share: { clocks: 'kept' }, of: { clocks: 'decided' } } },
])
const asOf = '2026-12-20T12:00Z'

test('Months add up to quarters, quarters to years, and years to the whole', () => {
  fc.assert(
    fc.property(cases, (told) => {
      const [months, quarters, years] = (['month', 'quarter', 'year'] as const).map((by) => figures(told, by))
      const whole = figureIn(measured(told, { asOf, by: 'all' }))
      for (const id of ['P-1', 'P-2', 'P-3']) {
        const sums = [months, quarters, years].map((each) => sumOf(each?.get(id) ?? []))
        assert.deepEqual(sums[0], sums[1])
        assert.deepEqual(sums[1], sums[2])
      }
      assert.deepEqual(sumOf(years?.get('P-1') ?? []), sumOf([whole]))
    }),
    runs,
  )
})

test('Running, paused and overdue at the end of each month are what a recount as of that moment finds', () => {
  fc.assert(
    fc.property(cases, (told) => {
      for (const month of figures(told, 'month').get('P-1') ?? []) {
        const recount = measured(...knownAtEndOf(month.period, told)).clocks
        const standing = ({ running, paused, overdue }: Figure) => ({ running, paused, overdue })
        assert.deepEqual(
          standing(month),
          {
            running: count(recount, ({ outcome }) => outcome === 'running'),
            paused: count(recount, ({ outcome }) => outcome === 'paused'),
            overdue: count(recount, ({ outcome, endedAt }) => outcome === 'missed' && endedAt === undefined),
          },
          month.period,
        )
      }
    }),
    runs,
  )
})

test('No clock is counted twice and none is lost: each is kept, missed, void or still open', () => {
  fc.assert(
    fc.property(cases, (told) => {
      const { clocks, ...all } = measured(told, { asOf })
      const figure = figureIn(all)
      assert.equal(clocks.length, figure.counted + figure.void + figure.running + figure.paused)
      assert.equal(new Set(clocks.map((clock) => `${clock.case} ${clock.n}`)).size, clocks.length)
      assert.equal(
        figure.kept,
        count(clocks, ({ outcome }) => outcome === 'met'),
      )
      assert.equal(
        figure.counted - figure.kept,
        count(clocks, ({ outcome }) => outcome === 'missed'),
      )
      assert.equal(
        figure.void,
        Object.values(figure.voidReasons).reduce((sum, each) => sum + each, 0),
      )
      assert.equal(figureIn(all, 'all', 'P-3').counted, figure.counted)
    }),
    runs,
  )
})

test('What was counted of a month stays as it was, however much later it is asked', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 3, max: 11 }), (told, month) => {
      const period = `2026-${String(month).padStart(2, '0')}`
      const then = measured(...knownAtEndOf(period, told))
      const later = measured(told, { asOf, by: 'month', from: '2026-01-01', to: '2026-12-20' })
      const counted = ({ kept, counted: all, void: none }: Figure) => ({ kept, all, none })
      assert.deepEqual(counted(figureIn(later, period)), counted(figureIn(then, period)))
    }),
    runs,
  )
})

test('The order in which cases are added changes no figure', () => {
  fc.assert(
    fc.property(cases, (told) => {
      const reversed = new Map([...told].toReversed())
      assert.deepEqual(figures(reversed, 'month'), figures(told, 'month'))
    }),
    runs,
  )
})

type Told = ReadonlyMap<string, readonly CaseEvent[]>

/** Some cases of a year, each with a few events on a few moments, month ends and midnights among them. */
const moments = fc.oneof(
  fc
    .integer({ min: 0, max: 290 })
    .map((days) => Date.UTC(2026, 1, 20, 9 + (days % 9), 0) + days * 86_400_000),
  fc
    .constantFrom(
      '2026-03-31T22:59:59.999Z',
      '2026-03-31T23:00Z',
      '2026-06-30T22:59:59.999Z',
      '2026-06-30T23:00Z',
      '2026-09-30T10:00Z',
    )
    .map((text) => Date.parse(text)),
)
const happening = fc.record({
  at: moments,
  type: fc.constantFrom(
    'contact-received',
    'contact-received',
    'reply-sent',
    'reply-sent',
    'information-requested',
    'information-received',
    'enquiry-closed',
    'outside-our-services',
  ),
})
const cases: fc.Arbitrary<Told> = fc
  .array(fc.array(happening, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 6 })
  .map(
    (all) =>
      new Map(
        all.map((happened, place) => {
          const events = happened.map(({ at, type }, index): CaseEvent => {
            const data = type === 'reply-sent' ? { full: true } : {}
            return {
              case: `c${place}`,
              kind: vocabulary.events.get(type)?.kind ?? '',
              type,
              id: undefined,
              at,
              recordedAt: at,
              line: index + 1,
              data,
            }
          })
          return [`c${place}`, events]
        }),
      ),
  )

function measured(told: Told, asked: Asked): ReturnType<typeof measureEvents> {
  return measureEvents([pack], told, asked)
}

function figures(told: Told, by: 'month' | 'quarter' | 'year'): ReadonlyMap<string, readonly Figure[]> {
  const all: Measured = measured(told, { asOf, by })
  return new Map(all.promises.map(({ promise, byPeriod }) => [promise.id, byPeriod]))
}

/** What flows add up; what stands at a period’s end does not (decision 008). */
function sumOf(periods: readonly Figure[]) {
  const sum = (of: (figure: Figure) => number) => periods.reduce((all, figure) => all + of(figure), 0)
  return {
    kept: sum(({ kept }) => kept),
    counted: sum(({ counted }) => counted),
    void: sum((each) => each.void),
    stopped: sum(({ lengths }) => lengths?.count ?? 0),
  }
}

function count(clocks: readonly Clock[], is: (clock: Clock) => boolean): number {
  return clocks.filter(is).length
}

/** What was known as a month ended: what had happened in it, looked at as the next began. */
function knownAtEndOf(period: string, told: Told): readonly [told: Told, asked: Asked] {
  const next = Temporal.PlainYearMonth.from(period).add({ months: 1 }).toPlainDate({ day: 1 })
  const end = Math.min(next.toZonedDateTime('Europe/London').epochMilliseconds, Date.parse(asOf))
  const known = [...told].map(([id, events]) => [id, events.filter(({ at }) => at < end)] as const)
  const days = { from: '2026-01-01', to: Temporal.PlainDate.from(next).subtract({ days: 1 }).toString() }
  return [new Map(known), { asOf: formatInstant(end, zone()), by: 'month', ...days }]
}
