import { effectiveEvents } from '#core/ledger/effective.ts'
import { mergedTimeline } from '#core/ledger/timeline.ts'
import type { By } from '#core/time/period.ts'
import { earliestDay } from '#core/time/range.ts'
import type { Clock } from '../clock-run.ts'
import { entitlementsOf } from '../entitlements.ts'
import { figuresOf } from '../figures.ts'
import { beginMeasuring } from '../measuring.ts'
import { compareClocks, compareEntitlements, compareFigures } from './compare.ts'
import type { Scenario } from './scenario.ts'
import { type ScenarioGround, tellScenario } from './tell-scenario.ts'

/** Runs a scenario; gives what did not come out as it says, in plain words. None is a pass. */
export function runScenario(scenario: Scenario, ground: ScenarioGround): readonly string[] {
  const told = tellScenario(scenario, ground)
  if ('faults' in told) return told.faults
  const { edition, asOf } = told
  const { zone } = edition.calendar
  const clocks: Clock[] = []
  const span = { zone, from: earliestDay, to: zone.dayOf(asOf), asOf }
  const measuring = beginMeasuring(
    { editions: [edition], rereading: ground.vocabulary.rereading, span },
    (clock) => clocks.push(clock),
  )
  const cases = new Map([...told.cases].map(([id, events]) => [id, effectiveEvents(events, asOf).events]))
  for (const id of cases.keys()) measuring.add(mergedTimeline(id, cases))
  const tallied = measuring.finish()
  const measured = (by: By) => figuresOf(tallied, { from: undefined, to: zone.dayOf(asOf), by, asOf }, [])
  const entitled = () =>
    [...cases.keys()].flatMap((id) =>
      entitlementsOf([edition], mergedTimeline(id, cases), ground.vocabulary.rereading, asOf),
    )
  return [
    ...compareClocks(scenario, clocks, zone),
    ...compareFigures(scenario, measured),
    ...compareEntitlements(scenario, entitled),
  ]
}
