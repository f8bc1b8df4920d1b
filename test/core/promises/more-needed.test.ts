import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Figure } from '#core/promises/figure.ts'
import { moreNeeded } from '#core/promises/more-needed.ts'
import { weeksOfFacts } from '#core/promises/weeks-of-facts.ts'
import type { Tried } from '#core/promises/trying.ts'
import { ownTimeline } from '#core/ledger/timeline.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
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

test('The weeks are those of which there are facts, not all up to today', () => {
  const looked: Pick<Tried, 'from' | 'to' | 'weeks'> = { ...days, weeks: 4 }
  const needed = moreNeeded(promiseWith('at least 90%'), tried(60, 100, 100), looked)
  assert.deepEqual([needed?.weeks, needed?.moreAWeek, needed?.begunAWeek], [4, 7.5, 25])
})

test('Weeks of facts go from the first to the last, and leave out those in which nothing happened', () => {
  const week = 7 * 86_400_000
  const weeksWith = (...at: readonly number[]) => {
    const counting = weeksOfFacts((instant) => instant < 60 * week)
    counting.add(
      ownTimeline(
        'c1',
        at.map((each) => ({ at: each }) as CaseEvent),
      ),
    )
    return counting.weeks()
  }
  assert.equal(weeksWith(), 0)
  assert.equal(weeksWith(10.5 * week, 10.6 * week), 2 / 7)
  assert.equal(weeksWith(10 * week, 10.9 * week, 11.5 * week), 11 / 7)
  assert.equal(weeksWith(0, 50 * week, 51 * week - 1, 61 * week), 2, 'a fact long ago is a week of its own')
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
