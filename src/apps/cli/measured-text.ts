import { measuredPage } from '#http/page/measured-page.tsx'
import type { Figure } from '#core/promises/figure.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { shortFigureText } from '#core/promises/shown-figure.ts'
import type { Measured, MeasuredPromise, Table } from '#core/report.ts'
import { formatInstant } from '#core/time/instant.ts'
import { zoneNamed } from '#core/time/zone.ts'
import { isRefusal } from '#core/refusal.ts'
import { type Format, tableText } from './print-table.ts'

/** Figures as text: a table for people, JSON or CSV for programs, a page for boards. */
export function measuredText(measured: Measured, format: Format | 'html'): string {
  if (format === 'html') return measuredPage(measured)
  if (format === 'json') return JSON.stringify(measuredJson(measured), null, 2)
  const text = tableText(figureTable(measured, format), format)
  return format === 'csv' ? text : [text, ...measured.notes.map((note) => `\nNote: ${note}`)].join('\n')
}

function measuredJson({ pack, asOf, promises, notes }: Measured) {
  const zone = zoneNamed(pack.timeZone)
  return {
    pack: pack.id,
    edition: pack.edition,
    asOf: isRefusal(zone) ? null : formatInstant(asOf, zone),
    figures: promises.flatMap(({ byPeriod }) => byPeriod),
    notes,
  }
}

function figureTable({ pack, promises }: Measured, format: Format): Table {
  return {
    title: pack.title,
    columns: [
      { name: 'promise', title: 'Promise', align: 'start' },
      { name: 'period', title: 'Period', align: 'start' },
      { name: 'kept', title: 'Kept', align: 'end' },
      { name: 'counted', title: 'Counted', align: 'end' },
      { name: 'value', title: 'Figure', align: 'end' },
      { name: 'target', title: 'Target', align: 'start' },
      { name: 'verdict', title: 'Verdict', align: 'start' },
      { name: 'running', title: 'Running', align: 'end' },
      { name: 'overdue', title: 'Overdue', align: 'end' },
      { name: 'paused', title: 'Paused', align: 'end' },
      { name: 'void', title: 'Void', align: 'end' },
    ],
    rows: promises.flatMap((each) => each.byPeriod.map((figure) => figureRow(each, figure, format))),
  }
}

function figureRow({ promise }: MeasuredPromise, figure: Figure, format: Format) {
  const { period, kept, counted, target, verdict, running, overdue, paused } = figure
  const value = format === 'csv' ? figure.value : shownText(promise, figure)
  return [promise.id, period, kept, counted, value, target, verdict, running, overdue, paused, figure.void]
}

/** The figure as the page shows it; a column of nothing reads better empty. */
function shownText(promise: PackPromise, figure: Figure): string {
  return figure.counted === 0 ? '' : shortFigureText(promise, figure)
}
