import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Figure } from '#core/promises/figure.ts'
import { changesOf } from '#core/reporting/compare-figures.ts'

test('What differs between two figures is said as people say it: lengths with their unit', () => {
  const lengths = { unit: 'seconds', count: 56, mean: 54_000, median: 3_600, ninetieth: 148_000 } as const
  const was: Figure = {
    promise: 'OHG-14',
    period: '2026-Q1',
    kept: 47,
    counted: 56,
    value: 47 / 56,
    target: 'at least 90%',
    verdict: 'missed',
    running: 0,
    overdue: 0,
    paused: 0,
    void: 0,
    voidReasons: {},
    overridden: 0,
    lengths,
    beside: {},
  }
  assert.deepEqual(changesOf(was, was), [])
  assert.deepEqual(changesOf(was, { ...was, kept: 48, lengths: { ...lengths, ninetieth: 129_600 } }), [
    { what: 'kept', was: '47', is: '48' },
    { what: 'length of nine in ten', was: '41 hours 7 minutes', is: '36 hours' },
  ])
  const slightly = changesOf(was, { ...was, lengths: { ...lengths, mean: 54_000.4 } })
  assert.deepEqual(slightly, [{ what: 'mean length', was: '54000', is: '54000.4' }])
  const none = changesOf({ ...was, lengths: null }, was).find(({ what }) => what === 'median length')
  assert.deepEqual(none, { what: 'median length', was: 'none', is: '1 hour' })
})
