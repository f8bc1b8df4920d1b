import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { standingOfOne } from './standing.ts'
import { RunChartDrawing } from '#http/chart/run-chart.tsx'
import { seriesOf } from '#http/chart/series.ts'
import { markupOf } from '#http/html/raw.ts'
import { type Given, months, nothing } from '#test/http/page/sample.ts'

test('A chart is an image with a title and a description', () => {
  const drawing = drawn(
    'QSH-01',
    months.map(() => ({ kept: 9, counted: 10 })),
  )
  assert.match(
    drawing,
    /^<svg class="chart" role="img"[^>]* aria-labelledby="c-title" aria-describedby="c-desc"/,
  )
  assert.match(
    drawing,
    /<title id="c-title">A chart<\/title><desc id="c-desc">12 months, April 2025 to March 2026\./,
  )
})

test('Each kind of signal has a shape of its own, told apart without colour', () => {
  // Nine on one side, a trend at their end, and one point far out.
  const kept = [88, 87, 89, 87, 87, 88, 86, 85, 83, 81, 75, 56]
  const drawing = drawn(
    'QSH-01',
    kept.map((share) => ({ kept: share, counted: 100 })),
  )
  const shapes = new Map(
    [...drawing.matchAll(/class="mark (mark-\w+)"[^>]*>.*?<path d="([^"]*)"/g)].map(([, mark, path]) => [
      mark,
      path,
    ]),
  )
  assert.deepEqual(new Set(shapes.keys()), new Set(['mark-outside', 'mark-run', 'mark-trend']))
  assert.equal(new Set(shapes.values()).size, 3)
})

test('A month with nothing counted has no point, and the line breaks there', () => {
  const periods = months.map((_, place) => (place === 5 ? nothing : { kept: 80 + place, counted: 100 }))
  const drawing = drawn('QSH-01', periods)
  assert.equal([...drawing.matchAll(/class="mark /g)].length, 11)
  assert.equal([...(/class="line" d="([^"]*)"/.exec(drawing)?.[1] ?? '').matchAll(/M/g)].length, 2)
  assert.match(drawing, /class="gap"/)
})

test('A share of things counted has no axis, limit or point beyond 100%', () => {
  const drawing = drawn(
    'QSH-10',
    months.map((_, place) => ({ kept: 100 - (place % 2), counted: 100 })),
  )
  const labels = [...drawing.matchAll(/>(-?[\d.]+)%</g)].map(([, label]) => Number(label))
  assert.ok(labels.includes(100))
  assert.ok(Math.max(...labels) <= 100)
})

test('A share of what was charged may pass 100%, and its chart has room for it', () => {
  const drawing = drawn(
    'QSH-06',
    months.map((_, place) => ({ kept: 104 + place, counted: 100 })),
  )
  assert.match(drawing, />115%</)
})

test('Fewer than six points are drawn without mean and limits', () => {
  const drawing = drawn(
    'QSH-01',
    months.map((_, place) => (place < 5 ? { kept: 8, counted: 10 } : nothing)),
  )
  assert.doesNotMatch(drawing, /class="(mean|limit|band)"/)
  assert.match(drawing, /class="target"/)
})

test('Sixty months are all drawn, and so few are named that the names do not touch', () => {
  const drawing = drawn(
    'QSH-01',
    Array.from({ length: 60 }, (_, place) => ({ kept: 80 + (place % 7), counted: 100 })),
  )
  assert.equal([...drawing.matchAll(/class="mark /g)].length, 60)
  const named = [...drawing.matchAll(/<text class="label" x="([\d.]+)"[^>]*dy="1.5em"/g)].map(([, x]) =>
    Number(x),
  )
  assert.ok(named.length >= 5 && named.length <= 13)
  assert.ok(named.every((x, place) => place === 0 || x - (named[place - 1] ?? 0) >= 36))
})

test('Whatever was counted, every point, line and label lies inside the drawing', () => {
  const period = fc
    .integer({ min: 0, max: 1000 })
    .chain((counted) =>
      fc.record({ kept: fc.integer({ min: 0, max: 2 * counted }), counted: fc.constant(counted) }),
    )
  fc.assert(
    fc.property(
      fc.array(period, { minLength: 2, maxLength: 24 }),
      fc.constantFrom('QSH-01', 'QSH-02', 'QSH-06', 'QSH-08'),
      (periods, id) => {
        fc.pre(periods.filter(({ counted }) => counted > 0).length >= 2)
        const drawing = drawn(id, periods)
        assert.doesNotMatch(drawing, /NaN|Infinity|undefined/)
        for (const [, x, y] of drawing.matchAll(/translate\(([-\d.]+),([-\d.]+)\)/g)) {
          assert.ok(Number(x) >= 70 && Number(x) <= 586, `x ${x}`)
          assert.ok(Number(y) >= 14 && Number(y) <= 230, `y ${y}`)
        }
        for (const [, y] of drawing.matchAll(/<line [^>]*y1="([-\d.]+)"/g))
          assert.ok(Number(y) >= 13.9 && Number(y) <= 230.1, `line ${y}`)
      },
    ),
  )
})

function drawn(id: string, periods: readonly Given[]): string {
  return markupOf(
    RunChartDrawing({ id: 'c', title: 'A chart', series: seriesOf(standingOfOne(id, periods)) }),
  )
}
