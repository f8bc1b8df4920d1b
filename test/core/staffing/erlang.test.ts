import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lineState } from '#core/staffing/erlang-a.ts'
import { answeredWithinC, inverseBlocked, shareThatWaits } from '#core/staffing/erlang-c.ts'
import { answeredInTime, onTheRota, peopleNeeded } from '#core/staffing/people-needed.ts'
import { simulate } from './simulate.ts'

test('Erlang B and C give what the published tables do', () => {
  for (const [people, erlangs, waits] of tabled)
    assert.equal(shareThatWaits(people, erlangs).toFixed(4), waits.toFixed(4), `${people} for ${erlangs}`)
  // Tables of Erlang B: 10 erlangs on 10, 15 and 20 lines (Parkinson, Traffic engineering techniques in telecommunications).
  for (const [lines, blocked] of [
    [10, 0.2146],
    [15, 0.0365],
    [20, 0.0019],
  ] as const)
    assert.equal((1 / inverseBlocked(lines, 10)).toFixed(4), blocked.toFixed(4), `${lines} lines`)
})

/** People, erlangs, and the share that waits. */
const tabled = [
  [1, 0.5, 0.5],
  [2, 1, 1 / 3],
  [12, 10, 0.4494],
  [13, 10, 0.2853],
  [14, 10, 0.1741],
] as const

test('Erlang A gives what Garnett, Mandelbaum and Reiman printed of 50 people, 48 calls a minute and two minutes of patience', () => {
  const load = { callsAnHour: 48 * 60, talkSeconds: 60 }
  const line = lineState(50, load, 120)
  assert.equal((line.givenUp * 100).toFixed(1), '3.1')
  assert.equal(line.meanWaitSeconds.toFixed(1), '3.7')
  assert.equal((line.occupied * 100).toFixed(0), '93')
  // The same line without anybody giving up: a mean wait of 20.8 seconds.
  assert.equal(((shareThatWaits(50, 48) * 60) / 2).toFixed(1), '20.8')
})

test('A line simulated call by call comes to what the formulas say', () => {
  for (const line of lines) {
    const { answeredInTime: inTime, givenUp } = simulate({ ...line, calls: 200_000, seed: 20_261_122 })
    const formula = lineState(line.people, line.load, line.patienceSeconds)
    assert.ok(
      Math.abs(formula.answeredWithin(line.withinSeconds) - inTime) < 0.006,
      JSON.stringify({ line, inTime }),
    )
    assert.ok(Math.abs(formula.givenUp - givenUp) < 0.006, JSON.stringify({ line, givenUp }))
  }
  const patient = { people: 14, load: { callsAnHour: 180, talkSeconds: 200 }, withinSeconds: 24 }
  const { answeredInTime: inTime } = simulate({ ...patient, patienceSeconds: 1e9, calls: 200_000, seed: 7 })
  assert.ok(Math.abs(answeredWithinC(14, patient.load, 24) - inTime) < 0.006, `${inTime}`)
})

const lines = [
  { people: 3, load: { callsAnHour: 40, talkSeconds: 240 }, patienceSeconds: 90, withinSeconds: 24 },
  { people: 10, load: { callsAnHour: 180, talkSeconds: 200 }, patienceSeconds: 120, withinSeconds: 15 },
  // Far too few people: only giving up holds the queue.
  { people: 4, load: { callsAnHour: 120, talkSeconds: 300 }, patienceSeconds: 60, withinSeconds: 24 },
]

test('More people, more patience or a longer promise never answer fewer calls in time, and every share is one', () => {
  const load = fc.record({
    callsAnHour: fc.double({ min: 0.1, max: 3_000, noNaN: true }),
    talkSeconds: fc.double({ min: 1, max: 1_800, noNaN: true }),
  })
  fc.assert(
    fc.property(
      load,
      fc.integer({ min: 1, max: 400 }),
      fc.double({ min: 1, max: 3_000, noNaN: true }),
      fc.double({ min: 0, max: 600, noNaN: true }),
      (calls, people, patienceSeconds, seconds) => {
        const line = lineState(people, calls, patienceSeconds)
        const share = line.answeredWithin(seconds)
        const near = 1e-9
        assert.ok(share >= 0 && share <= 1 && line.givenUp >= 0 && line.givenUp <= 1 && line.occupied <= 1)
        assert.ok(lineState(people + 1, calls, patienceSeconds).answeredWithin(seconds) >= share - near)
        assert.ok(line.answeredWithin(seconds + 5) >= share - near)
        assert.ok(share + line.givenUp <= 1 + near, 'what is given up is not answered as well')
        // In the end everybody is answered or has given up.
        assert.ok(
          Math.abs(line.answeredWithin(1e7) + line.givenUp - 1) < 1e-6,
          `${line.answeredWithin(1e7)} and ${line.givenUp}`,
        )
      },
    ),
  )
})

test('The people needed are the fewest who keep the promise', () => {
  const load = { callsAnHour: 180, talkSeconds: 200 }
  const promise = { seconds: 24, share: 0.85 }
  for (const patience of ['without end', { patienceSeconds: 120 }] as const) {
    const needed = peopleNeeded(load, patience, promise) ?? 0
    assert.ok(answeredInTime(needed, load, patience, promise) >= 0.85)
    assert.ok(answeredInTime(needed - 1, load, patience, promise) < 0.85)
  }
  assert.equal(peopleNeeded(load, 'without end', promise), 14)
  assert.equal(peopleNeeded({ callsAnHour: 0, talkSeconds: 200 }, 'without end', promise), 0)
  assert.equal(
    peopleNeeded(load, 'without end', { seconds: 24, share: 1 }),
    undefined,
    'nobody can promise every call',
  )
})

test('The example that Call Centre Helper works out comes to 14 people, and 20 on the rota', () => {
  // “Erlang C formula made simple with an easy worked example”: 100 calls of three minutes in half an hour, 80% within 20 seconds.
  const load = { callsAnHour: 200, talkSeconds: 180 }
  assert.equal(peopleNeeded(load, 'without end', { seconds: 20, share: 0.8 }), 14)
  assert.equal(shareThatWaits(14, 10).toFixed(3), '0.174')
  assert.equal(answeredWithinC(14, load, 20).toFixed(3), '0.888')
  assert.equal(onTheRota(14, 30), 20)
})

test('Who is on leave, in training or on a break is made up for on the rota', () => {
  assert.equal(onTheRota(7, 30), 10)
  assert.equal(onTheRota(7, 0), 7)
  assert.equal(onTheRota(0, 30), 0)
})
