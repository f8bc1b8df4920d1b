import assert from 'node:assert/strict'
import type { Clock } from '#core/promises/clock-run.ts'
import { clocksOf } from '#core/promises/clocks-of.ts'
import { clockPrograms } from '#core/promises/edition.ts'
import { formatDay } from '#core/time/day.ts'
import { clocksByHand } from './clock-oracle.ts'
import { editions, packOf, vocabulary } from './little-pack.ts'
import type { ToldClock } from './one-clock-oracle.ts'
import type { Story } from './stories.ts'

/** Fails where the clocks of a story are not what they are by hand; gives what they came to. */
export function sameByHand({ promised, head, world, events, borrowed, asOf }: Story): readonly string[] {
  const programs = clockPrograms(editions(packOf([{ clock: promised }], head)), 'P-1')
  const clocks = clocksOf(programs, { case: 'c1', events, borrowed }, vocabulary.rereading, asOf)
  const byHand = clocksByHand(promised, { world, events, borrowed, asOf })
  assert.deepEqual(clocks.map(asTold).map(inWords), byHand.map(inWords))
  return clocks.map(({ outcome }) => outcome)
}

/** A story that a failing test prints as a person would tell it. */
export function told(story: Story) {
  const { promised, head, events, borrowed, asOf } = story
  const lines = events.map(
    (event) =>
      `${at(event.at)} ${event.type} ${JSON.stringify(event.data)}${borrowed.has(event) ? ' elsewhere' : ''}`,
  )
  const words = ['', JSON.stringify(promised), JSON.stringify(head), ...lines, `as of ${at(asOf)}`].join('\n')
  return { story, toString: () => words }
}

function asTold({ n, startedAt, due, outcome, stoppedAt, decidedAt, voidReason }: Clock): ToldClock {
  const dueAs = 'on' in due ? { on: formatDay(due.on) } : due
  return { n, startedAt, due: dueAs, outcome, stoppedAt, decidedAt, voidReason }
}

function inWords({ n, startedAt, due, outcome, stoppedAt, decidedAt, voidReason }: ToldClock): string {
  const dueWhen = 'on' in due ? due.on : at(due.at)
  return `${n}: started ${at(startedAt)}, due ${dueWhen}, ${outcome} ${voidReason ?? ''}, stopped ${at(stoppedAt)}, decided ${at(decidedAt)}`
}

function at(instant: number | undefined): string {
  return instant === undefined
    ? '-'
    : Temporal.Instant.fromEpochMilliseconds(instant)
        .toZonedDateTimeISO('Europe/London')
        .toPlainDateTime()
        .toString()
}
