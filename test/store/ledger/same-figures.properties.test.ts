import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { effectiveEvents } from '#core/ledger/effective.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import { mergedTimeline } from '#core/ledger/timeline.ts'
import type { Acting } from '#core/people/acting.ts'
import { figuresOf } from '#core/promises/figures.ts'
import { beginMeasuring } from '#core/promises/measuring.ts'
import { isRefused } from '#core/refused.ts'
import { addLandlord } from '#store/landlords.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { readFigures } from '#store/ledger/figures.ts'
import { passTime } from '#store/ledger/pass-time.ts'
import { activateTerms } from '#store/terms/activate.ts'
import { everyMeasure, everyMeasureWritten } from '#test/core/promises/case-every-measure.ts'
import { landlordFacts } from '#test/core/promises/case-happenings.ts'
import { packText, vocabulary } from '#test/core/promises/little-pack.ts'
import { day, feed } from '#test/core/time/calendars.ts'
import { done, openTestStore, type TestStore } from '../databases.ts'

// Why: figures are kept by difference, act by act and as time passes. They must be what measuring everything at once gives.

let now = 0
let opened: TestStore
let landlords = 0
before(async () => {
  opened = await openTestStore('embedded', { now: () => now })
})
after(() => opened.close())

test('Figures kept act by act are those of measuring the same facts at once', async () => {
  let counted = 0
  await fc.assert(
    fc.asyncProperty(landlordFacts(), async ({ told, asOf }) => {
      const acting = await newLandlord()
      const taken = await tell(acting, [...told.values()].flat())
      now = Math.max(asOf, now) + 1
      await letTimePass(acting)
      const { promises } = done(await readFigures(opened.store, acting, { by: 'month' }))
      const atOnce = measuredAtOnce(taken)
      assert.deepEqual(
        promises.map(({ promise, whole, byPeriod }) => [promise.id, whole, byPeriod]),
        atOnce.promises.map(({ promise, whole, byPeriod }) => [promise.id, whole, byPeriod]),
      )
      counted += promises.filter(({ whole }) => whole.counted > 0).length
    }),
    { numRuns: 40 },
  )
  assert.ok(counted > 40, 'something is counted in most of them')
})

async function newLandlord(): Promise<Acting> {
  landlords += 1
  const slug = `made-up-${landlords}`
  now = Date.parse('2020-01-01T00:00:00Z')
  const acting = done(await addLandlord(opened.store, { slug, name: 'Made-up Homes' }))
  for (const { promises, head } of everyMeasureWritten()) {
    const pack = packText(promises, { ...head, pack: slug })
    done(await activateTerms(opened.store, acting, { pack, holidays: feed, why: 'an edition' }))
  }
  return acting
}

/** Records events as they were told, letting time pass in between; gives those that were taken. */
async function tell(acting: Acting, told: readonly CaseEvent[]): Promise<ReadonlyMap<string, CaseEvent[]>> {
  const taken = new Map<string, CaseEvent[]>()
  for (const event of told.toSorted((a, b) => a.recordedAt - b.recordedAt)) {
    now = Math.floor((now + event.recordedAt) / 2)
    await letTimePass(acting)
    now = event.recordedAt
    const events = taken.get(event.case) ?? []
    const { type, id, data } = event
    const act = { type, at: new Date(event.at).toISOString(), ...(id !== undefined && { id }), data }
    const recorded =
      events.length === 0
        ? await openCase(opened.store, acting, { kind: event.kind, caseId: event.case, act })
        : await recordAct(opened.store, acting, event.case, act)
    // What is dated ahead, or happens in a case after it was merged, is not taken.
    if (!isRefused(recorded)) taken.set(event.case, [...events, { ...event, line: events.length + 1 }])
  }
  return taken
}

async function letTimePass(acting: Acting): Promise<void> {
  while (done(await passTime(opened.store, acting)).more);
}

const measures = everyMeasure()

function measuredAtOnce(taken: ReadonlyMap<string, readonly CaseEvent[]>) {
  const zone = measures.at(-1)?.calendar.zone
  assert.ok(zone)
  const span = { zone, from: day('1990-01-01'), to: zone.dayOf(now), asOf: now }
  const measuring = beginMeasuring({ editions: measures, rereading: vocabulary.rereading, span })
  const known = new Map([...taken].map(([id, events]) => [id, effectiveEvents(events, now).events]))
  for (const id of known.keys()) measuring.add(mergedTimeline(id, known))
  return figuresOf(measuring.finish(), { from: undefined, to: zone.dayOf(now), by: 'month', asOf: now }, [])
}
