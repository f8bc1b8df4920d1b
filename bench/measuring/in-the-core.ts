// Started by rows.ts with the number of events: measures a made year in the core alone and prints what it took. Making and
// parsing the events stands outside the time; gathering them into cases, ordering and measuring stands inside.
import { effectiveEvents } from '#core/ledger/effective.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import { parseEvent } from '#core/ledger/parse-event.ts'
import { ownTimeline } from '#core/ledger/timeline.ts'
import { figuresOf } from '#core/promises/figures.ts'
import { beginMeasuring, type Measuring } from '#core/promises/measuring.ts'
import { isRefusal } from '#core/refusal.ts'
import { dayFrom } from '#core/time/day.ts'
import { vocabulary } from '../../src/apps/compose.ts'
import { byCase } from '../../src/apps/cli/facts/facts.ts'
import { edition } from './ground.ts'
import { knownAt, linesOf, madeYear } from './made-year.ts'
import { tellUse } from './used.ts'

/** Cases at once: few enough that they are no part of the memory that is measured. */
const casesABatch = 500

const asked = Number(process.argv[2])
const measured = edition()
const { zone } = measured.calendar
const span = { zone, from: dayFrom(1990, 1, 1), to: zone.dayOf(knownAt), asOf: knownAt }
const begin = () => beginMeasuring({ editions: [measured], rereading: vocabulary.rereading, span })

const warming = begin()
for (const batch of batches(100_000)) measure(warming, batch)
const measuring = begin()
let events = 0
let processorMs = 0
for (const batch of batches(asked)) {
  // What the making left behind is not the measuring's to clear away.
  globalThis.gc?.({ type: 'minor' })
  const before = process.cpuUsage()
  measure(measuring, batch)
  const { user, system } = process.cpuUsage(before)
  processorMs += (user + system) / 1000
  events += batch.length
}
const figures = figuresOf(measuring.finish(), { from: undefined, to: span.to, by: 'all', asOf: knownAt }, [])
globalThis.gc?.()
tellUse({
  events,
  processorMs,
  heldBytes: process.memoryUsage().heapUsed,
  figures: figures.promises.flatMap(({ byPeriod }) => byPeriod),
})

function measure(into: Measuring, batch: readonly CaseEvent[]): void {
  for (const [id, told] of byCase(batch)) into.add(ownTimeline(id, effectiveEvents(told, knownAt).events))
}

/** Parsed events in order of time, of so many cases at once that they mingle. */
function* batches(count: number): Iterable<readonly CaseEvent[]> {
  let line = 0
  const parsed = (text: string) => {
    line += 1
    const event = parseEvent(text, line, vocabulary)
    if (isRefusal(event)) throw new Error(`${event.refusal}: ${text}`)
    return event
  }
  for (const day of madeYear(count))
    for (let from = 0; from < day.length; from += casesABatch)
      yield linesOf(day.slice(from, from + casesABatch), zone).map(({ text }) => parsed(text))
}
