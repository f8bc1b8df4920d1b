import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { drawSample } from '#core/observations/sample.ts'

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 14 }), { maxLength: 60 })
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

test('The same seed and the same facts give the same sample, in whatever order the facts come', () => {
  fc.assert(
    fc.property(ids, seeds, fc.nat(70), (all, seed, wanted) => {
      const drawn = drawSample(all, wanted, seed)
      assert.deepEqual(drawSample(all.toReversed(), wanted, seed), drawn)
      assert.deepEqual(drawSample([...all, ...all], wanted, seed), drawn, 'nobody is twice as likely')
      assert.equal(drawn.population, all.length)
      assert.equal(new Set(drawn.drawn).size, Math.min(wanted, all.length))
      assert.ok(drawn.drawn.every((id) => all.includes(id)))
    }),
  )
})

test('A larger sample begins with the smaller one, and one fact more moves one of those drawn at the most', () => {
  fc.assert(
    fc.property(ids, seeds, fc.integer({ min: 1, max: 20 }), fc.string(), (all, seed, wanted, more) => {
      const { drawn } = drawSample(all, wanted, seed)
      assert.deepEqual(drawSample(all, wanted + 5, seed).drawn.slice(0, drawn.length), drawn)
      const after = new Set(drawSample([...all, more], wanted, seed).drawn)
      assert.ok(drawn.filter((id) => !after.has(id)).length <= 1)
    }),
  )
})

test('Each is drawn as often as any other, however alike their names and however near the seeds', () => {
  const all = Array.from({ length: 50 }, (_, n) => `call-${String(n).padStart(4, '0')}`)
  const draws = 4_000
  const times = new Map(all.map((id) => [id, 0]))
  for (let seed = 0; seed < draws; seed++)
    for (const id of drawSample(all, 10, seed).drawn) times.set(id, (times.get(id) ?? 0) + 1)
  const expected = (draws * 10) / all.length
  const chiSquared = [...times.values()].reduce((sum, each) => sum + (each - expected) ** 2 / expected, 0)
  // 49 degrees of freedom: one fair draw in a thousand is above 86.
  assert.ok(chiSquared < 86, `chi squared is ${chiSquared.toFixed(1)}`)
})
