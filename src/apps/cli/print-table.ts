import { Option } from 'commander'
import { stringify } from 'csv-stringify/sync'
import type { Cell, Table } from '#core/report.ts'

export const formats = ['table', 'json', 'csv'] as const

export type Format = (typeof formats)[number]

/** `--format`, the same on every command. */
export function formatOption(more: readonly string[] = []): Option {
  return new Option('--format <format>', 'how to print').choices([...formats, ...more]).default('table')
}

/** A table as text. JSON gives a list of objects with the columns’ names. */
export function tableText(table: Table, format: Format): string {
  if (format === 'json')
    return JSON.stringify(
      table.rows.map((row) => asObject(table, row)),
      null,
      2,
    )
  const names = table.columns.map(({ name, title }) => (format === 'csv' ? name : title))
  if (format === 'csv') return stringify([names, ...table.rows]).trimEnd()
  return inColumns(table, [names, ...table.rows.map((row) => row.map(shown))])
}

function asObject(table: Table, row: readonly Cell[]) {
  return Object.fromEntries(table.columns.map(({ name }, index) => [name, row[index] ?? null]))
}

function inColumns(table: Table, lines: readonly (readonly string[])[]): string {
  const widths = table.columns.map((_, column) =>
    lines.reduce((widest, line) => Math.max(widest, (line[column] ?? '').length), 0),
  )
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  const laid = lines.map((line) =>
    line
      .map((cell, column) => aligned(cell, widths[column] ?? 0, table.columns[column]?.align))
      .join('  ')
      .trimEnd(),
  )
  return [laid[0], rule, ...laid.slice(1)].join('\n')
}

function aligned(cell: string, width: number, align: 'start' | 'end' | undefined): string {
  return align === 'end' ? cell.padStart(width) : cell.padEnd(width)
}

function shown(cell: Cell): string {
  return cell === null ? '' : String(cell)
}
