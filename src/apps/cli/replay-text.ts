import type { Figure } from '#core/promises/figure.ts'
import { percentText } from '#core/promises/percent.ts'
import type { Turned } from '#core/promises/replay.ts'
import type { Measured, Table } from '#core/report.ts'
import { type Format, tableText } from './print-table.ts'

/** A screen takes no more; `--format json` has them all. */
const mostListed = 50

/** What a draft would have changed: promise by promise, then the cases that turn. */
export function replayText(
  before: Measured,
  after: Measured,
  turned: readonly Turned[],
  format: Format,
): string {
  const changes = changesOf(before, after, turned)
  if (format === 'json')
    return JSON.stringify(
      {
        pack: before.pack.id,
        edition: before.pack.edition,
        draft: after.pack.edition,
        promises: changes,
        turned,
        notes: before.notes,
      },
      null,
      2,
    )
  if (format === 'csv') return tableText(changeTable(changes), 'csv')
  const notes = before.notes.map((note) => `\n\nNote: ${note}`).join('')
  if (changes.length === 0) return `The draft would have changed no figure and turned no case.${notes}`
  const listed = tableText(turnedTable(turned.slice(0, mostListed)), 'table')
  const rest =
    turned.length > mostListed ? `\nand ${turned.length - mostListed} more; --format json has them all.` : ''
  const cases =
    turned.length === 0 ? 'No case turns.' : `Cases that turn (${turned.length}):\n\n${listed}${rest}`
  return `${tableText(changeTable(changes), 'table')}\n\n${cases}${notes}`
}

interface Change {
  readonly promise: string
  readonly before: Figure | null
  readonly after: Figure | null
  readonly turned: number
}

function changesOf(before: Measured, after: Measured, turned: readonly Turned[]): readonly Change[] {
  const was = new Map(before.promises.map(({ promise, whole }) => [promise.id, whole]))
  const is = new Map(after.promises.map(({ promise, whole }) => [promise.id, whole]))
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((promise) => {
      return {
        promise,
        before: was.get(promise) ?? null,
        after: is.get(promise) ?? null,
        turned: turned.filter((each) => each.promise === promise).length,
      }
    })
    .filter((change) => change.turned > 0 || differs(change.before, change.after))
}

function differs(before: Figure | null, after: Figure | null): boolean {
  return compared(before) !== compared(after)
}

function compared(figure: Figure | null): string {
  if (figure === null) return ''
  const { kept, counted, verdict, target, running, overdue, paused } = figure
  return [kept, counted, verdict, target, running, overdue, paused, figure.void].join()
}

function changeTable(changes: readonly Change[]): Table {
  const titles = [
    'Promise',
    'Now',
    'Draft',
    'Target now',
    'Target in draft',
    'Verdict now',
    'Verdict by draft',
    'Cases that turn',
  ]
  return {
    title: 'What the draft would have changed',
    columns: titles.map((title) => ({
      name: title.toLowerCase().replaceAll(' ', '_'),
      title,
      align: 'start',
    })),
    rows: changes.map(({ promise, before, after, turned }) => [
      promise,
      keptOf(before),
      keptOf(after),
      before?.target ?? null,
      after?.target ?? null,
      before?.verdict ?? 'not in the pack',
      after?.verdict ?? 'not in the draft',
      turned,
    ]),
  }
}

function keptOf(figure: Figure | null): string {
  if (figure === null || figure.counted === 0) return ''
  return `${figure.kept} of ${figure.counted} (${percentText(figure.kept, figure.counted)})`
}

function turnedTable(turned: readonly Turned[]): Table {
  const titles = ['Promise', 'Case', 'Clock', 'Now', 'Draft'] as const
  return {
    title: 'Cases that turn',
    columns: titles.map((title) => ({ name: title.toLowerCase(), title, align: 'start' })),
    rows: turned.map(({ promise, case: id, n, before, after }) => [promise, id, n, before, after]),
  }
}
