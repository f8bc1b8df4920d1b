import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byAttention, stillOpen } from '#core/promises/attention.ts'
import { type Given, measuredFrom, months, nothing, sampleMeasured } from '#test/http/page/sample.ts'
import { samplePack } from '#test/http/page/sample-pack.ts'

test('A missed promise stands before one with something overdue, that before a signal, and what has no figure last', () => {
  const standings = byAttention(sampleMeasured()).map(({ standing }) => standing)
  const groups = standings.filter((standing, place) => standing !== standings[place - 1])
  assert.deepEqual(groups, ['missed', 'overdue', 'signal', 'kept', 'nothing to count'])
})

test('Of the missed, the one furthest from its target comes first, whichever way its target looks', () => {
  const missed = orderOf({
    'QSH-01': [{ kept: 84, counted: 100 }],
    'QSH-02': [{ kept: 8, counted: 100 }],
    'QSH-10': [{ kept: 70, counted: 100 }],
  })
  assert.deepEqual(missed.slice(0, 3), ['QSH-02', 'QSH-10', 'QSH-01'])
})

test('Of those with something overdue, the one with the most comes first', () => {
  const overdue = orderOf({
    'QSH-01': [{ kept: 99, counted: 100, overdue: 1 }],
    'QSH-03': [{ kept: 99, counted: 100, overdue: 12 }],
  })
  assert.deepEqual(overdue.slice(0, 2), ['QSH-03', 'QSH-01'])
})

test('Of those with a signal, bad news comes before good', () => {
  const rising = months.map((_, place) => ({ kept: 9000 + 60 * place, counted: 10_000 }))
  const falling = rising.toReversed()
  assert.deepEqual(orderOf({ 'QSH-01': rising, 'QSH-03': falling }).slice(0, 2), ['QSH-03', 'QSH-01'])
  assert.deepEqual(orderOf({ 'QSH-01': falling, 'QSH-03': rising }).slice(0, 2), ['QSH-01', 'QSH-03'])
})

test('A trend towards fewer abandoned calls is good news, because the target is to stay under', () => {
  const fewer = months.map((_, place) => ({ kept: 390 - 20 * place, counted: 10_000 }))
  const worse = months.map((_, place) => ({ kept: 9900 - 60 * place, counted: 10_000 }))
  assert.deepEqual(orderOf({ 'QSH-02': fewer, 'QSH-03': worse }).slice(0, 2), ['QSH-03', 'QSH-02'])
})

test('What was missed earlier and is still not done needs attention, although nothing is counted in this time', () => {
  const [first] = byAttention(measuredFrom(samplePack(), { 'QSH-12': [{ ...nothing, overdue: 1 }] }))
  assert.deepEqual([first?.promise.id, first?.standing], ['QSH-12', 'overdue'])
})

test('What is equal keeps the order of the pack', () => {
  const kept = [{ kept: 10, counted: 10 }]
  assert.deepEqual(orderOf({ 'QSH-10': kept, 'QSH-04': kept, 'QSH-01': kept }).slice(0, 3), [
    'QSH-01',
    'QSH-04',
    'QSH-10',
  ])
})

test('What is still open is listed with the most overdue first, also where nothing was counted', () => {
  const measured = measuredFrom(samplePack(), {
    'QSH-01': [{ ...nothing, running: 9 }],
    'QSH-03': [{ kept: 0, counted: 2, overdue: 2 }],
    'QSH-09': [{ ...nothing, paused: 1 }],
    'QSH-10': [{ kept: 4, counted: 4 }],
  })
  assert.deepEqual(
    stillOpen(measured).map(({ promise }) => promise.id),
    ['QSH-03', 'QSH-01', 'QSH-09'],
  )
})

function orderOf(given: Readonly<Record<string, readonly Given[]>>): readonly string[] {
  return byAttention(measuredFrom(samplePack(), given)).map(({ promise }) => promise.id)
}
