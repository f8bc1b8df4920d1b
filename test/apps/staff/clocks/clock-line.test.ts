import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ClockLine, type ClockSaid, dueWords, standingOf } from '#apps/staff/clocks/clock-line.tsx'
import { parseDay } from '#core/time/day.ts'
import { markupOf } from '#http/html/raw.ts'

const now = Date.parse('2026-03-04T10:00:00Z')

test('A clock that runs says when it is due, from where we stand', () => {
  assert.equal(dueWords(onDay('2026-03-04'), now), 'Due by the end of today')
  assert.equal(dueWords(onDay('2026-03-05'), now), 'Due tomorrow')
  assert.equal(dueWords(onDay('2026-03-13'), now), 'Due Friday 13 March')
  assert.equal(dueWords(atMoment('2026-03-04T10:20:00Z'), now), 'Due at 10:20, in 20 minutes')
  assert.equal(dueWords(atMoment('2026-03-05T09:00:00Z'), now), 'Due tomorrow at 09:00')
  assert.equal(standingOf(onDay('2026-03-04'), now), 'today')
  assert.equal(standingOf(onDay('2026-03-05'), now), 'running')
})

test('One that is overdue says how late it is, by days where days were promised', () => {
  assert.equal(dueWords(onDay('2026-03-03'), now), 'Was due yesterday, 1 day late')
  assert.equal(dueWords(onDay('2026-02-27'), now), 'Was due Friday 27 February, 5 days late')
  assert.equal(dueWords(atMoment('2026-03-04T09:59:30Z'), now), 'Was due at 09:59, 1 minute late')
  assert.equal(dueWords(atMoment('2026-03-04T07:30:00Z'), now), 'Was due at 07:30, 2 hours late')
  assert.equal(standingOf(onDay('2026-03-03'), now), 'overdue')
})

test('One that is over says what became of it', () => {
  const stopped = { stopped_at: now - 3_600_000, ended_at: now - 3_600_000 }
  const kept = { ...onDay('2026-03-06'), ...stopped, outcome: 'met' as const }
  assert.equal(dueWords(kept, now), 'Done at 09:00')
  const late = { ...onDay('2026-03-02'), ...stopped, outcome: 'missed' as const }
  assert.equal(dueWords(late, now), 'Was due Monday 2 March; done at 09:00')
  assert.equal(dueWords({ ...onDay('2026-03-06'), outcome: 'void' }, now), 'Not counted')
  assert.equal(dueWords({ ...onDay('2026-03-06'), outcome: 'paused' }, now), 'Paused; was due Friday 6 March')
})

test('A line says the promise in its own words, and how it stands in a word and not by colour alone', () => {
  const line = markupOf(ClockLine({ clock: onDay('2026-03-03'), says: 'We answer <letters>.', now }))
  assert.match(line, />Overdue<\/strong>/)
  assert.match(line, /We answer &lt;letters&gt;\./)
})

function onDay(text: string): ClockSaid {
  const day = parseDay(text)
  assert.ok(day !== undefined)
  return { ...running, due_on: day, due_at: null, keeps_until: (day + 1) * 86_400_000 - 1 }
}

function atMoment(text: string): ClockSaid {
  return { ...running, due_on: null, due_at: Date.parse(text), keeps_until: Date.parse(text) }
}

const running = { outcome: 'running', stopped_at: null, ended_at: null, void_reason: null } as const
