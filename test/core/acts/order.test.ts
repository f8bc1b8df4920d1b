import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vocabulary } from '#apps/compose.ts'
import { faultsOfAct } from '#core/acts/decide.ts'
import type { CaseEvent, EventData } from '#core/ledger/event.ts'
import { ownTimeline } from '#core/ledger/timeline.ts'
import { editionsOf } from '#core/promises/edition.ts'
import { knownEvents } from '#core/promises/known-events.ts'
import type { Pack } from '#core/promises/pack.ts'
import { parsePack } from '#core/promises/parse-pack.ts'
import { inWords, isRefusal } from '#core/refusal.ts'
import { feed, instant } from '#test/core/time/calendars.ts'
import { packText } from '#test/core/promises/little-pack.ts'

const received = told('complaint-received', '2026-03-02T10:00Z', { channel: 'letter', about: 'repair' })
const acknowledged = told('complaint-acknowledged', '2026-03-03T10:00Z')
const answered = told('complaint-answered', '2026-03-10T10:00Z', { stage: 1, outcome: 'not' })
const escalated = told('complaint-escalated', '2026-03-12T10:00Z', { stage: 2 })

test('An act before what it follows is refused, and it is said what comes first', () => {
  assert.deepEqual(refusals([], acknowledged), [
    '“Complaint acknowledged” comes after “complaint received” or “complaint escalated”, which has not happened; record that first',
  ])
})

test('An act told with a time before what it follows is asked when it really happened', () => {
  assert.deepEqual(refusals([received], { ...acknowledged, at: instant('2026-03-01T10:00Z') }), [
    '“Complaint acknowledged” comes after “complaint received”, which happened later on Monday 2 March 2026; check when it really happened',
  ])
})

test('What is done once is not done again: the day it was done is told', () => {
  assert.deepEqual(refusals([received], { ...received, at: instant('2026-03-04T10:00Z') }), [
    '“Complaint received” happens once in a case, and it did on Monday 2 March 2026; correct that instead',
  ])
  const again = { ...acknowledged, at: instant('2026-03-05T10:00Z') }
  assert.deepEqual(refusals([received, acknowledged], again), [
    '“Complaint acknowledged” is done already on Tuesday 3 March 2026; correct that instead',
  ])
})

test('At the next stage an act may be done again', () => {
  const again = { ...acknowledged, at: instant('2026-03-13T10:00Z'), line: 9 }
  assert.deepEqual(refusals([received, acknowledged, answered, escalated], again), [])
})

test('What comes too late says what it cannot come after', () => {
  const late = { ...acknowledged, at: instant('2026-03-11T10:00Z') }
  assert.deepEqual(refusals([received, answered], late), [
    '“Complaint acknowledged” cannot come after “complaint answered”, which happened on Tuesday 10 March 2026; if that is wrong, correct or withdraw it first',
  ])
})

test('What happened before it may still be told after it', () => {
  assert.deepEqual(refusals([received, answered], acknowledged), [])
})

test('Of two acts at one instant, the one told later comes after', () => {
  const at = instant('2026-03-12T10:00Z')
  const second = { ...acknowledged, at, line: 3 }
  const stage = { ...escalated, at, line: 2 }
  assert.deepEqual(refusals([received, { ...answered, at, line: 1 }, stage], second), [])
})

test('A complaint is answered at the stage it is at, and goes to the next', () => {
  const later = instant('2026-03-20T10:00Z')
  assert.deepEqual(refusals([received, answered, escalated], { ...answered, at: later, line: 9 }), [
    'this complaint is at stage 2; give our decision at stage 2, or take it to the next stage first',
  ])
  assert.deepEqual(refusals([received, answered], { ...escalated, data: { stage: 4 } }), [
    'this complaint goes to stage 2 next; write 2',
  ])
})

test('Trouble with a neighbour is passed on, unless it is about how a dispute was handled', () => {
  const about = (word: string) => ({ ...received, data: { ...received.data, about: word } })
  const [refusal] = refusals([about('neighbour')], answered)
  assert.match(String(refusal), /dealt with as antisocial behaviour, not as a complaint/)
  assert.deepEqual(refusals([about('how-a-dispute-was-handled')], answered), [])
})

test('A correction or a withdrawal belongs anywhere', () => {
  const mend = told('event-corrected', '2026-03-20T10:00Z', { event: 'x', data: {} })
  assert.deepEqual(refusals([], mend), [])
})

test('An automatic message is not what a rule asks of people, and nothing is asked before an edition is in force', () => {
  const rule = { rule: { applies_to: 'complaint-closed', earlier: 'learning-recorded' } }
  const closed = told('complaint-closed', '2026-03-20T10:00Z')
  const learnt = told('learning-recorded', '2026-03-19T10:00Z', { by: 'system' })
  const faults = faultsIn([received, learnt], closed, editionWith(rule))
  assert.deepEqual(
    faults.map(({ asks }) => asks?.earlier),
    [['learning-recorded']],
  )
  const before = { ...closed, at: instant('2019-12-31T10:00Z') }
  assert.deepEqual(
    faultsIn([{ ...received, at: instant('2019-12-30T10:00Z') }], before, editionWith(rule)),
    [],
  )
})

/** What stands against an act, as a person would read it. */
function refusals(events: readonly CaseEvent[], act: CaseEvent): readonly string[] {
  return faultsIn(
    events,
    act,
    editionWith({ clock: { starts: 'contact-received', stops: 'reply-sent', within: '3 days' } }),
  ).map(inWords)
}

function faultsIn(events: readonly CaseEvent[], act: CaseEvent, editions: ReturnType<typeof editionWith>) {
  const inOrder = events.toSorted((a, b) => a.at - b.at || a.line - b.line)
  return faultsOfAct({ vocabulary, timeline: ownTimeline('c1', inOrder), editions, act })
}

function editionWith(promise: Parameters<typeof packText>[0][number]) {
  const pack = parsePack(packText([promise]), 'little', knownEvents(vocabulary)) as Pack
  const editions = editionsOf([pack], feed)
  if (isRefusal(editions)) throw new Error(inWords(editions))
  return editions
}

function told(type: string, at: string, data: EventData = {}): CaseEvent {
  const when = instant(at)
  return { case: 'c1', kind: 'complaint', type, id: undefined, at: when, recordedAt: when, line: 1, data }
}
