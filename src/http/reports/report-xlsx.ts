import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node'
import type { FrozenReport } from '#core/reporting/frozen-report.ts'
import { periodWords } from '#core/reporting/report-period.ts'
import { type ReportColumn, reportColumns } from './report-columns.ts'
import { dateIn, digestOfReport } from './report-facts.ts'
import { openLicence } from './report-csv-metadata.ts'
import { sameTimes } from './same-times.ts'

/** A report as a workbook: figures with numbers that can be reckoned with, the months behind them, and what they are. Always the same bytes. */
export async function reportXlsx(frozen: FrozenReport): Promise<Uint8Array> {
  const packed = await writeXlsxFile([
    {
      sheet: 'Figures',
      data: figuresSheet(frozen),
      columns: reportColumns.map(({ width }) => ({ width: width ?? 14 })),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    },
    {
      sheet: 'By month',
      data: monthsSheet(frozen),
      columns: [{ width: 12 }, { width: 12 }, { width: 14 }, { width: 14 }],
      stickyRowsCount: 1,
    },
    { sheet: 'About', data: aboutSheet(frozen), columns: [{ width: 32 }, { width: 80 }] },
    { sheet: 'Columns', data: columnsSheet(), columns: [{ width: 32 }, { width: 80 }], stickyRowsCount: 1 },
  ]).toBuffer()
  return sameTimes(packed)
}

function header(title: string): Cell {
  return { value: title, type: String, fontWeight: 'bold', wrap: true, alignVertical: 'top' }
}

function figuresSheet(frozen: FrozenReport): SheetData {
  return [
    reportColumns.map(({ title }) => header(title)),
    ...frozen.promises.map((promise) =>
      reportColumns.map((column) => cellOf(column, column.read(promise, frozen))),
    ),
  ]
}

/** Text is always text, so that none of it is taken for a formula. */
function cellOf({ datatype, isShare }: ReportColumn, value: string | number | null): Cell {
  if (value === null || value === '') return null
  if (typeof value === 'number') return { value, type: Number, format: formatOf(value, isShare === true) }
  if (datatype === 'date') return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'd mmmm yyyy' }
  return { value, type: String, wrap: true, alignVertical: 'top' }
}

function formatOf(value: number, isShare: boolean): string {
  if (isShare) return '0.00%'
  return Number.isInteger(value) ? '#,##0' : '#,##0.00'
}

function monthsSheet({ promises }: FrozenReport): SheetData {
  return [
    ['Promise', 'Month', 'Value', 'Unit'].map(header),
    ...promises.flatMap(({ promise, points, shown }) =>
      points.flatMap(
        ({ period, value }): SheetData =>
          value === null
            ? []
            : [
                [
                  { value: promise, type: String },
                  { value: period, type: String },
                  shown.unit === 'percent'
                    ? { value: withoutNoise(value / 100), type: Number, format: '0.00%' }
                    : { value, type: Number, format: '#,##0.00' },
                  { value: unitOf(shown), type: String },
                ],
              ],
      ),
    ),
  ]
}

/** A share that was once times a hundred: its last digits are of the machine. */
function withoutNoise(share: number): number {
  return Number(share.toFixed(12))
}

function unitOf({ unit, per }: FrozenReport['promises'][number]['shown']): string {
  return unit === 'rate' ? `per ${per}` : unit
}

function aboutSheet(frozen: FrozenReport): SheetData {
  const facts: readonly (readonly [string, string])[] = [
    ['Title', frozen.title],
    ['Publisher', frozen.landlord],
    ['Standards', frozen.standards.title],
    ['Edition', frozen.editions.map(({ edition }) => edition).join(', ')],
    ['Time', periodWords(frozen.period)],
    ['Version', String(frozen.version)],
    ...(frozen.restates === undefined
      ? []
      : ([['Why there is a new version', frozen.restates.because]] as const)),
    ['Counted from what was known on', dateIn(frozen, frozen.asOf)],
    ['Licence', openLicence],
    ['Digest of the report (SHA-256)', digestOfReport(frozen)],
  ]
  return facts.map(([name, value]) => [header(name), { value, type: String, wrap: true }])
}

function columnsSheet(): SheetData {
  return [
    ['Column', 'What it holds'].map(header),
    ...reportColumns.map(({ title, says }): Cell[] => [
      { value: title, type: String },
      { value: says, type: String, wrap: true },
    ]),
  ]
}
