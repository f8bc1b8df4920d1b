import type { Measured } from '#core/report.ts'
import { formatDay } from '#core/time/day.ts'
import { formatInstant, type Instant, parseInstant } from '#core/time/instant.ts'
import type { By } from '#core/time/period.ts'
import type { Zone } from '#core/time/zone.ts'
import type { Clock } from '../clock-run.ts'
import type { Entitlement } from '../entitlements.ts'
import type { Figure } from '../figure.ts'
import type { ExpectedClock, ExpectedEntitlement, ExpectedFigure, Scenario } from './scenario.ts'

/** Where the clocks are not as told; every clock of a promise named is compared, in order of start. */
export function compareClocks(scenario: Scenario, clocks: readonly Clock[], zone: Zone): readonly string[] {
  return Object.entries(scenario.clocks).flatMap(([id, expected]) => {
    const made = clocks.filter(({ promise }) => promise === id)
    if (made.length !== expected.length)
      return [
        `${id} has ${made.length} clocks, not ${expected.length}: ${made.map((clock) => shown(clock, zone)).join('; ')}`,
      ]
    return made.flatMap((clock, index) => compareClock(id, expected[index] ?? {}, clock, zone))
  })
}

/** Where the figures are not as told. */
export function compareFigures(scenario: Scenario, measured: (by: By) => Measured): readonly string[] {
  return Object.entries(scenario.figures).flatMap(([id, expected]) =>
    [expected].flat().flatMap((each) => {
      const figure = findFigure(id, each, measured)
      if (figure === undefined) return [`there is no figure of ${id} for ${each['period'] ?? 'all'}`]
      return Object.entries(each).flatMap(([name, wanted]) => compareFigure(id, name, wanted ?? null, figure))
    }),
  )
}

/** Where the entitlements found are not those told. */
export function compareEntitlements(
  { entitlements }: Scenario,
  found: () => readonly Entitlement[],
): readonly string[] {
  if (entitlements === undefined) return []
  const [wanted, made] = [entitlements.map(named).toSorted(), found().map(named).toSorted()]
  if (wanted.join() === made.join()) return []
  return [`entitled are ${made.join(', ') || 'none'}, not ${wanted.join(', ') || 'none'}`]
}

function named(each: ExpectedEntitlement): string {
  return `${each.promise} in ${each.case}`
}

function compareClock(id: string, expected: ExpectedClock, clock: Clock, zone: Zone): readonly string[] {
  const made: Record<string, string | undefined> = {
    case: clock.case,
    outcome: clock.outcome,
    started: timeOf(clock.startedAt, zone),
    due: 'on' in clock.due ? formatDay(clock.due.on) : timeOf(clock.due.at, zone),
    stopped: timeOf(clock.stoppedAt, zone),
    decided: timeOf(clock.decidedAt, zone),
    void: clock.voidReason,
  }
  return Object.entries(expected).flatMap(([name, wanted]) => {
    if (sameTime(made[name], wanted, zone)) return []
    return [`${id}: ${name} is ${made[name] ?? 'not there'}, not ${wanted} (${shown(clock, zone)})`]
  })
}

/** A date says only the day, a time without an offset is in the pack’s zone, and seconds may be left out. */
function sameTime(made: string | undefined, wanted: string, zone: Zone): boolean {
  if (made === wanted || made === undefined) return made === wanted
  const at = parseInstant(wanted)
  if (at !== undefined) return timeOf(at, zone) === made
  const isTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$/.test(wanted)
  if (!isTime || !made.startsWith(wanted)) return false
  const rest = made.slice(wanted.length)
  return wanted.length === 10 || !/^:(?!00)/.test(rest)
}

function byOf(period: string): By {
  if (period === 'all') return 'all'
  if (period.includes('Q')) return 'quarter'
  return period.length === 4 ? 'year' : 'month'
}

function findFigure(
  id: string,
  expected: ExpectedFigure,
  measured: (by: By) => Measured,
): Figure | undefined {
  const period = String(expected['period'] ?? 'all')
  const by = byOf(period)
  const promise = measured(by).promises.find((each) => each.promise.id === id)
  return promise?.byPeriod.find((figure) => figure.period === period)
}

function compareFigure(
  id: string,
  name: string,
  wanted: string | number | null,
  figure: Figure,
): readonly string[] {
  const made = figure[name as keyof Figure] as string | number | null
  const same =
    typeof wanted === 'number' && typeof made === 'number'
      ? Math.abs(made - wanted) < 0.000_05
      : made === wanted || String(made) === String(wanted)
  return same ? [] : [`${id} in ${figure.period}: ${name} is ${made}, not ${wanted}`]
}

function shown(clock: Clock, zone: Zone): string {
  const due = 'on' in clock.due ? formatDay(clock.due.on) : timeOf(clock.due.at, zone)
  return `case ${clock.case} started ${timeOf(clock.startedAt, zone)}, due ${due}, ${clock.outcome}${clock.voidReason === undefined ? '' : ` (${clock.voidReason})`}`
}

function timeOf(at: Instant | undefined, zone: Zone): string | undefined {
  return at === undefined ? undefined : formatInstant(at, zone)
}
