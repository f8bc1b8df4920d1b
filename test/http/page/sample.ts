import type { Figure, Lengths } from '#core/promises/figure.ts'
import { formulaOf } from '#core/promises/measures.ts'
import type { Pack, PackPromise } from '#core/promises/pack.ts'
import { verdictOf } from '#core/promises/verdict.ts'
import type { Measured, MeasuredPromise } from '#core/report.ts'
import { parseDay } from '#core/time/day.ts'
import { parseInstant } from '#core/time/instant.ts'
import { samplePack } from './sample-pack.ts'

/** Kept and counted of one period, with whatever stands beside them. */
export interface Given extends Partial<Figure> {
  readonly kept: number
  readonly counted: number
}

/** A year at an invented landlord, with every state a promise can be in. */
export function sampleMeasured(): Measured {
  return measuredFrom(samplePack(), { ...year, ...beside }, [
    '3 rows of calls.csv could not be read; they are in rejects.csv.',
    'Bank holidays are known until 31 December 2027.',
  ])
}

/** A measured pack from what was kept and counted in each month; a promise that is not named has nothing to count. */
export function measuredFrom(
  pack: Pack,
  given: Readonly<Record<string, readonly Given[]>>,
  notes: readonly string[] = [],
): Measured {
  return {
    pack,
    asOf: parseInstant('2026-04-01T09:00+01:00') ?? 0,
    from: parseDay('2025-04-01') ?? 0,
    to: parseDay('2026-03-31') ?? 0,
    promises: pack.promises.map((promise) =>
      measuredPromise(promise, given[promise.id] ?? months.map(() => nothing)),
    ),
    notes,
  }
}

export const months: readonly string[] = Array.from({ length: 12 }, (_, place) => monthName(place))

/** Nothing counted in a period. */
export const nothing: Given = { kept: 0, counted: 0 }

/** One promise from its periods; the whole is their sum, and what is open at the end is what the last one left. */
export function measuredPromise(promise: PackPromise, periods: readonly Given[]): MeasuredPromise {
  const sum = (name: 'kept' | 'counted' | 'void' | 'overridden') =>
    periods.reduce((total, period) => total + (period[name] ?? 0), 0)
  const whole: Given = {
    ...periods.at(-1),
    kept: sum('kept'),
    counted: sum('counted'),
    void: sum('void'),
    overridden: sum('overridden'),
    lengths: allLengths(periods),
  }
  return {
    promise,
    formula: formulaOf(promise),
    whole: figure(promise, 'all', whole),
    byPeriod: periods.map((period, place) => figure(promise, monthName(place), period)),
  }
}

function figure(promise: PackPromise, period: string, given: Given): Figure {
  const { kept, counted, lengths = null } = given
  return {
    running: 0,
    overdue: 0,
    paused: 0,
    void: 0,
    voidReasons: {},
    overridden: 0,
    beside: {},
    ...given,
    promise: promise.id,
    period,
    value: counted === 0 ? null : kept / counted,
    target: promise.target?.text ?? null,
    verdict: verdictOf(promise, kept, counted, lengths),
    lengths,
  }
}

/** The months from April 2025 on. */
function monthName(place: number): string {
  return `${2025 + Math.floor((place + 3) / 12)}-${String(((place + 3) % 12) + 1).padStart(2, '0')}`
}

function allLengths(periods: readonly Given[]): Lengths | null {
  const known = periods.flatMap(({ lengths }) => (lengths ? [lengths] : []))
  const [first] = known
  if (!first) return null
  const mean = known.reduce((sum, lengths) => sum + lengths.mean, 0) / known.length
  return { ...first, mean, count: known.length }
}

function of(...pairs: readonly (readonly [number, number])[]): readonly Given[] {
  return pairs.map(([kept, counted]) => ({ kept, counted }))
}

function withLengths(periods: readonly Given[], lengths: Lengths): readonly Given[] {
  return periods.map((period) => ({ ...period, lengths }))
}

function ending(periods: readonly Given[], last: Partial<Figure>): readonly Given[] {
  return periods.map((period, place) => (place === periods.length - 1 ? { ...period, ...last } : period))
}

const seconds: Lengths = { unit: 'seconds', count: 1, mean: 31, median: 19, ninetieth: 74.5 }
const workingDays: Lengths = { unit: 'working days', count: 1, mean: 6.1, median: 5.5, ninetieth: 10 }
const days = (mean: number): Lengths => ({ unit: 'days', count: 1, mean, median: 24, ninetieth: 41 })

const year: Readonly<Record<string, readonly Given[]>> = {
  // Missed, falling: a trend and a point below the limits.
  'QSH-01': withLengths(
    of(
      [1071, 1204],
      [1034, 1180],
      [1101, 1233],
      [1022, 1166],
      [1009, 1150],
      [1098, 1247],
      [1043, 1199],
      [1019, 1189],
      [982, 1176],
      [941, 1160],
      [899, 1188],
      [702, 1241],
    ),
    seconds,
  ),
  // Kept, a good run below the mean.
  'QSH-02': of(
    [58, 1204],
    [55, 1180],
    [60, 1233],
    [52, 1166],
    [31, 1150],
    [35, 1247],
    [30, 1199],
    [34, 1189],
    [29, 1176],
    [33, 1160],
    [30, 1188],
    [34, 1241],
  ),
  // Kept, but some are overdue.
  'QSH-03': ending(
    withLengths(
      of(
        [41, 44],
        [38, 41],
        [47, 50],
        [39, 43],
        [36, 38],
        [44, 48],
        [50, 53],
        [42, 46],
        [31, 33],
        [46, 50],
        [43, 46],
        [45, 49],
      ),
      workingDays,
    ),
    { overdue: 3, running: 11, paused: 2, void: 4, voidReasons: { withdrawn: 1, duplicate: 3 } },
  ),
  // Missed by one: 100% is 100%.
  'QSH-04': of(
    [12, 12],
    [12, 12],
    [12, 12],
    [11, 12],
    [12, 12],
    [12, 12],
    [12, 12],
    [12, 12],
    [12, 12],
    [12, 12],
    [12, 12],
    [12, 12],
  ),
  // Too few periods for limits.
  'QSH-05': [
    nothing,
    nothing,
    { kept: 61, counted: 80 },
    nothing,
    nothing,
    { kept: 66, counted: 91 },
    nothing,
    nothing,
    { kept: 70, counted: 88 },
    nothing,
    nothing,
    { kept: 64, counted: 85 },
  ],
  // Above 100%.
  'QSH-06': of(
    [80_412_300, 80_000_000],
    [79_911_250, 80_000_000],
    [81_100_000, 80_000_000],
    [80_900_000, 80_000_000],
    [80_010_000, 80_000_000],
    [80_700_000, 80_000_000],
    [81_412_300, 80_400_000],
    [80_300_100, 80_400_000],
    [78_412_300, 80_400_000],
    [82_912_300, 80_400_000],
    [81_012_300, 80_400_000],
    [81_732_300, 80_400_000],
  ),
  // A mean in days.
  'QSH-07': of(
    [6, 8],
    [7, 9],
    [9, 10],
    [5, 7],
    [8, 9],
    [7, 9],
    [9, 11],
    [6, 8],
    [4, 6],
    [8, 10],
    [7, 8],
    [9, 10],
  ).map((period, place) => ({
    ...period,
    lengths: days([26, 28.5, 24, 27, 25, 29, 24.5, 26, 31, 25, 24, 23.5][place] ?? 0),
  })),
  // A rate.
  'QSH-08': of(
    [14, 4210],
    [11, 4210],
    [16, 4212],
    [12, 4212],
    [9, 4212],
    [13, 4215],
    [15, 4215],
    [12, 4215],
    [8, 4215],
    [17, 4215],
    [13, 4220],
    [14, 4220],
  ),
  'QSH-10': of(
    [31, 31],
    [28, 28],
    [35, 35],
    [30, 30],
    [22, 22],
    [29, 29],
    [33, 33],
    [41, 41],
    [52, 52],
    [48, 48],
    [44, 44],
    [37, 37],
  ),
  'QSH-12': [
    nothing,
    nothing,
    { kept: 1, counted: 1 },
    nothing,
    nothing,
    { kept: 1, counted: 1 },
    nothing,
    nothing,
    { kept: 1, counted: 1 },
    nothing,
    nothing,
    { kept: 1, counted: 1 },
  ],
  'QSH-14': ending(
    of([210, 214], [198, 201], [220, 226], [190, 193], [180, 188], [214, 217]).concat(
      months.slice(6).map(() => nothing),
    ),
    {
      overridden: 5,
    },
  ),
}

const beside: Readonly<Record<string, readonly Given[]>> = {
  'QSH-06': ending(year['QSH-06'] ?? [], { beside: { 'agreements made': 37 } }),
  'QSH-09': months.map((_, place) => (place === 11 ? { ...nothing, running: 2, void: 1 } : nothing)),
}
