import type { ClockWorking } from '#core/promises/explain/clock-working.ts'
import type { Explained } from '#core/promises/explain/explain-case.ts'
import type { Judged } from '#core/promises/meters/rule-meter.ts'
import type { Table } from '#core/report.ts'
import { formatDay, longDay } from '#core/time/day.ts'
import { formatInstant } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'
import { counted } from './counted.ts'
import { clockLine } from './clock-file.ts'

/** The working in plain words. */
export function explainedText(
  id: string,
  explained: readonly Explained[],
  events: number,
  zone: Zone,
): string {
  const head = `Case ${id}: ${counted(events, 'event')}.`
  if (explained.length === 0) return `${head}\nNo promise of this pack concerns it.`
  return [head, ...explained.map((each) => promiseText(each, zone))].join('\n\n')
}

/** The working for programs. */
export function explainedJson(id: string, explained: readonly Explained[], zone: Zone) {
  return {
    case: id,
    promises: explained.map(({ promise, edition, formula, clocks, acts, duties }) => ({
      promise: promise.id,
      sentence: promise.promise,
      reading: promise.reading ?? null,
      edition,
      formula,
      clocks: clocks.map(({ clock, lines, days }) => ({
        ...clockLine(clock, zone),
        edition: clock.edition,
        working: lines,
        days: days.map(({ on, counts, why }) => ({
          on: formatDay(on),
          counts: counts ?? null,
          why: why ?? null,
        })),
      })),
      acts: acts.map((act) => actText(act, zone)),
      duties: duties.map((clock) => clockLine(clock, zone)),
    })),
  }
}

/** The days of the working, one a row. */
export function explainedTable(explained: readonly Explained[], zone: Zone): Table {
  const names = ['promise', 'n', 'started', 'outcome', 'day', 'counts', 'why'] as const
  return {
    title: 'The working, day by day',
    columns: names.map((name) => ({ name, title: name, align: 'start' })),
    rows: explained.flatMap(({ promise, clocks }) =>
      clocks.flatMap(({ clock, days }) =>
        days.map(({ on, counts, why }) => [
          promise.id,
          clock.n,
          formatInstant(clock.startedAt, zone),
          clock.outcome,
          formatDay(on),
          counts ?? null,
          why ?? null,
        ]),
      ),
    ),
  }
}

function promiseText({ promise, edition, formula, clocks, acts, duties }: Explained, zone: Zone): string {
  const none =
    clocks.length + acts.length + duties.length === 0 ? [`  It did not concern this case. ${formula}`] : []
  return [
    `${promise.id} (edition ${edition}): ${promise.promise}`,
    ...(promise.reading === undefined ? [] : [`  How it is read: ${promise.reading}`]),
    ...none,
    ...clocks.flatMap((clock) => clockText(clock, edition)),
    ...acts.map((act) => `  ${actText(act, zone)}`),
    ...duties.map(
      (clock) => `  Time ${clock.n}: started ${formatInstant(clock.startedAt, zone)}, ${clock.outcome}.`,
    ),
  ].join('\n')
}

/** A clock keeps the edition in which it started, which may not be the newest. */
function clockText({ clock, lines, days }: ClockWorking, newest: string): readonly string[] {
  const dayByDay = days.map(
    ({ on, counts, why }) =>
      `      ${longDay(on).padEnd(28)} ${counts === undefined ? (why ?? '') : `day ${counts}`}`,
  )
  return [
    `  Clock ${clock.n}${clock.edition === newest ? '' : ` (by edition ${clock.edition}, in force then)`}`,
    ...lines.map((line) => `    ${line}`),
    ...(dayByDay.length === 0 ? [] : ['    Day by day:', ...dayByDay]),
  ]
}

function actText({ act, at, complied, override, kept }: Judged, zone: Zone): string {
  const otherwise = override === undefined ? 'not done as promised' : `done otherwise, reason: ${override}`
  const how = complied ? 'done as promised' : otherwise
  return `${act.type} at ${formatInstant(at, zone)}: ${how}; ${kept ? 'kept' : 'not kept'}.`
}
