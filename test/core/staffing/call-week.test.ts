import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPack, readPack } from '#apps/cli/pack-files.ts'
import { planFor, telephonePromises } from '#core/staffing/call-promises.ts'
import { callSeen } from '#core/staffing/call-seen.ts'
import { gatherCalls } from '#core/staffing/call-week.ts'
import { enoughCalls, planWeek } from '#core/staffing/staff-plan.ts'
import { isRefusal } from '#core/refusal.ts'
import type { Instant } from '#core/time/instant.ts'
import { story } from '#test/core/promises/little-pack.ts'
import { calendarOf, day, instant } from '#test/core/time/calendars.ts'

test('A call is seen from when it came to what became of it', () => {
  const answered = callSeen(
    story(
      ['call-offered', '2026-03-02T09:00:00Z', { queue: 'repairs' }],
      ['call-answered', '2026-03-02T09:00:20Z'],
      ['call-ended', '2026-03-02T09:04:20Z'],
    ),
  )
  assert.deepEqual(answered, {
    queue: 'repairs',
    offeredAt: instant('2026-03-02T09:00:00Z'),
    answeredAt: instant('2026-03-02T09:00:20Z'),
    endedAt: instant('2026-03-02T09:04:20Z'),
    lostAt: undefined,
    gaveUp: false,
  })
  const refused = callSeen(
    story(['call-offered', '2026-03-02T09:00:00Z'], ['call-timed-out', '2026-03-02T09:03:00Z']),
  )
  assert.deepEqual([refused?.lostAt, refused?.gaveUp], [instant('2026-03-02T09:03:00Z'), false])
  assert.equal(callSeen(story(['contact-received', '2026-03-02T09:00:00Z'])), undefined)
})

/** A call answered after 10 seconds, of four minutes; or given up after 40. */
function callAt(at: Instant, gaveUp = false) {
  return {
    queue: '',
    offeredAt: at,
    answeredAt: gaveUp ? undefined : at + 10_000,
    endedAt: gaveUp ? undefined : at + 250_000,
    lostAt: gaveUp ? at + 40_000 : undefined,
    gaveUp,
  }
}

test('Means are over open days: a bank holiday is neither a day nor are its calls counted', () => {
  // April 2026: Good Friday is the 3rd and Easter Monday the 6th, so three Mondays and three Fridays are open.
  const line = gatherCalls(calendarOf(), day('2026-04-01'), day('2026-04-30'))
  for (const date of ['06', '13', '20', '27'])
    for (let call = 0; call < 6; call++) line.add(callAt(instant(`2026-04-${date}T09:10:00+01:00`)))
  line.add(callAt(instant('2026-05-01T09:10:00+01:00')))
  const week = line.finish()
  assert.deepEqual([week.calls, week.onClosedDays, week.days.get(1), week.days.get(5)], [18, 6, 3, 3])
  // Six calls in the half hour from 09:00, whatever UTC says.
  assert.deepEqual(week.halfHours, [
    { weekDay: 1, half: 18, calls: 18, load: { callsAnHour: 12, talkSeconds: 240 } },
  ])
})

test('How long callers are prepared to wait is the time all waited over those who gave up, where enough did', () => {
  const few = gatherCalls(calendarOf(), day('2026-03-02'), day('2026-03-02'))
  const many = gatherCalls(calendarOf(), day('2026-03-02'), day('2026-03-02'))
  const at = instant('2026-03-02T09:00:00Z')
  for (let call = 0; call < 100; call++) {
    few.add(callAt(at, call < 19))
    many.add(callAt(at, call < 20))
  }
  assert.equal(few.finish().patienceSeconds, undefined)
  assert.equal(many.finish().patienceSeconds, (80 * 10 + 20 * 40) / 20)
})

test('With too few calls nothing is planned, and half hours with hardly any are left open', () => {
  const terms = { promise: { seconds: 24, share: 0.85 }, awayPercent: 30, people: 2 }
  const line = gatherCalls(calendarOf(), day('2026-03-02'), day('2026-03-31'))
  for (let call = 1; call < enoughCalls; call++) line.add(callAt(instant('2026-03-02T09:00:00Z')))
  assert.equal(planWeek(line.finish(), terms), undefined)
  line.add(callAt(instant('2026-03-03T11:00:00Z')))
  const plan = planWeek(line.finish(), terms)
  assert.deepEqual(
    plan?.halfHours.map(({ weekDay, half }) => [weekDay, half]),
    [[1, 18]],
  )
  const [busy] = plan?.halfHours ?? []
  assert.ok(busy?.shares && busy.shares.oneFewer < 0.85 && busy.shares.asNeeded >= 0.85)
  assert.ok((busy?.neededIfAllWait ?? 0) >= (busy?.needed ?? 0), 'who never gives up needs at least as many')
  assert.equal(plan?.patience.isAssumed, true)
})

test('What is planned for is read from the pack: its seconds, and its share where one can be kept', () => {
  const promisesOf = (slug: string) => {
    const found = findPack(slug)
    assert.ok(!isRefusal(found))
    const pack = readPack(found)
    assert.ok('promises' in pack)
    return telephonePromises(pack.promises)
  }
  const [ohg] = promisesOf('one-housing-group')
  assert.deepEqual([ohg?.id, ohg?.seconds, ohg?.share], ['OHG-08', 24, 0.85])
  const mgh = promisesOf('mount-green').find(({ id }) => id === 'MGH-38')
  assert.ok(mgh)
  assert.deepEqual([mgh.seconds, planFor(mgh, undefined)], [25.2, { seconds: 25.2, share: 0.9 }])
  const [lin] = promisesOf('linstone')
  assert.ok(lin)
  assert.deepEqual([lin.seconds, lin.share, planFor(lin, undefined).share], [24, undefined, 0.9])
  assert.equal(planFor(lin, 0.8).share, 0.8)
})
