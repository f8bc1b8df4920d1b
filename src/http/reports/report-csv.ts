import type { FrozenReport } from '#core/reporting/frozen-report.ts'
import { reportColumns } from './report-columns.ts'

/** A report as a table: RFC 4180, a header row and a row a promise. Its metadata say what each column holds. */
export function reportCsv(frozen: FrozenReport): string {
  const rows = frozen.promises.map((promise) =>
    reportColumns.map(({ read }) => cellOf(read(promise, frozen))),
  )
  return [reportColumns.map(({ name }) => name), ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')
}

/** A spreadsheet would take words that begin as a formula does for one, unless something stands before them. */
function cellOf(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
