import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Figure } from '#core/promises/figure.ts'
import { moreNeeded } from '#core/promises/more-needed.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { parseTarget } from '#core/promises/target.ts'
import { verdictOf } from '#core/promises/verdict.ts'
import { isRefusal } from '#core/refusal.ts'

function promiseWith(text: string | undefined): PackPromise {
  const target = text === undefined ? undefined : parseTarget(text)
  assert.ok(!isRefusal(target))
  return { id: 'ONE', measure: 'clock', target } as PackPromise
}

function tried(kept: number, counted: number, begun = 0) {
  const after = { kept, counted, lengths: null } as Figure
  return { promise: 'ONE', before: null, after, turning: { toMet: 0, toMissed: 0, otherwise: 0 }, begun }
}

/** Ten weeks. */
const days = { from: 0, to: 69 }

test('What it takes to keep a promise is the fewest more that reach the target, by the week', () => {
  const needed = moreNeeded(promiseWith('at least 90%'), tried(100, 1_241, 500), days)
  assert.deepEqual(
    [needed?.wanted, needed?.more, needed?.weeks, needed?.moreAWeek, needed?.begunAWeek],
    [1_117, 1_017, 10, 101.7, 50],
  )
})

test('Without a published share every one counts, and what no answer can mend is not said', () => {
  assert.equal(moreNeeded(promiseWith(undefined), tried(9, 10), days)?.more, 1)
  assert.equal(moreNeeded(promiseWith('at most 28 days on average'), tried(9, 10), days), undefined)
  assert.equal(moreNeeded(promiseWith('at most 7%'), tried(9, 10), days), undefined)
  assert.equal(moreNeeded(promiseWith('90%'), tried(0, 0), days), undefined, 'nothing was counted')
})

test('With as many more the verdict is met, and with one fewer it is missed', () => {
  const target = fc.constantFrom('at least 90%', '85%', 'over 33.3%', '100%', 'at least 99.99%')
  const share = fc
    .integer({ min: 1, max: 100_000 })
    .chain((counted) => fc.tuple(fc.integer({ min: 0, max: counted }), fc.constant(counted)))
  fc.assert(
    fc.property(target, share, (text, [kept, counted]) => {
      const promise = promiseWith(text)
      const needed = moreNeeded(promise, tried(kept, counted), days)
      assert.ok(needed)
      const enough = kept + needed.more
      assert.equal(verdictOf(promise, enough, counted, null), 'met')
      if (needed.more > 0) assert.equal(verdictOf(promise, enough - 1, counted, null), 'missed')
    }),
  )
})
