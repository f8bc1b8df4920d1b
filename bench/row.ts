/** One line of what was measured: a figure of ours beside a named baseline of the same run. */
export interface Row {
  readonly what: string
  readonly ours: number
  readonly baseline: string
  readonly theirs: number
  readonly unit: 'a second' | 'MB' | 'ms'
  readonly budget?: Budget
}

/** What was promised of a figure, or of its ratio to the baseline. An aim is shown; only a budget fails the run. */
export interface Budget {
  readonly of: 'ours' | 'ratio'
  readonly is: 'at least' | 'at most'
  readonly amount: number
  readonly aim?: true
}

/** Whether a row keeps its budget, or has none. */
export function isWithin({ budget, ...row }: Row): boolean {
  return budget === undefined || budget.aim === true || shortOf(row, budget) <= 0
}

/** The rows as a table in plain text. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [heads, ...rows.map(cellsOf)]
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells
    .map((row) =>
      row
        .map((cell, column) =>
          (isFigure(column) ? cell.padStart : cell.padEnd).call(cell, widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const heads = ['what', 'ours', 'theirs', 'ratio', 'baseline', 'budget', 'met']

function isFigure(column: number): boolean {
  return column >= 1 && column <= 3
}

function cellsOf({ budget, ...row }: Row): readonly string[] {
  const budgeted = budget === undefined ? ['', ''] : [budgetText(row, budget), metText(row, budget)]
  return [
    row.what,
    amountText(row.ours, row.unit),
    amountText(row.theirs, row.unit),
    ratioText(row.ours / row.theirs),
    row.baseline,
    ...budgeted,
  ]
}

type Figures = Omit<Row, 'budget'>

function budgetText(row: Figures, { of, is, amount, aim }: Budget): string {
  const kind = aim === true ? 'aim: ' : ''
  return `${kind}${of === 'ratio' ? `ratio ${is} ${amount}` : `${is} ${amountText(amount, row.unit)}`}`
}

function metText(row: Figures, budget: Budget): string {
  const short = shortOf(row, budget)
  if (short <= 0) return 'yes'
  return `no, by ${Math.ceil(short * 100)}%`
}

/** How far a figure is from its budget, as a share of the budget; nought or less where it keeps it. */
function shortOf(row: Figures, { of, is, amount }: Budget): number {
  const figure = of === 'ratio' ? row.ours / row.theirs : row.ours
  return (is === 'at least' ? amount - figure : figure - amount) / amount
}

function ratioText(ratio: number): string {
  return Number(ratio.toPrecision(3)).toLocaleString('en-GB')
}

function amountText(amount: number, unit: Row['unit']): string {
  if (unit === 'MB') return `${amount.toFixed(0)} MB`
  if (unit === 'ms') return `${Number(amount.toPrecision(3)).toLocaleString('en-GB')} ms`
  if (amount >= 1e6) return `${(amount / 1e6).toPrecision(3)} million/s`
  return `${Number(amount.toPrecision(3)).toLocaleString('en-GB')}/s`
}
