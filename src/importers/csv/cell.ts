import type { FieldValue } from '#core/ledger/event.ts'
import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { formatDay } from '#core/time/day.ts'
import { instantText, type WallClock } from './local-time.ts'
import type { TimeFormat } from './time-format.ts'

/** What a cell can hold. */
export const cellTypes = ['text', 'code', 'number', 'yes or no', 'date', 'time'] as const
export type CellType = (typeof cellTypes)[number]

/** Reads a cell that is not empty. */
export type CellReader = (cell: string) => FieldValue | Refusal

/** The reader of a type of cell; dates and times need the format, times the clock too. */
export function cellReader(type: CellType, format: TimeFormat | undefined, clock: WallClock): CellReader {
  if (type === 'number') return numberOf
  if (type === 'yes or no') return yesOrNoOf
  if (type === 'code') return codeOf
  if (type === 'text' || format === undefined) return (cell) => cell
  const read = (cell: string) => format.read(cell.replace(/[\u00a0\u202f]/g, ' '))
  if (type === 'date') {
    return (cell) => {
      const time = read(cell)
      return isRefusal(time) ? time : formatDay(time.day)
    }
  }
  return (cell) => {
    const time = read(cell)
    return isRefusal(time) ? time : instantText(time, clock)
  }
}

/** A cell as it is compared and read: without the white space that spreadsheets leave round it. */
export function tidyCell(cell: string | undefined): string {
  return cell?.trim() ?? ''
}

function numberOf(cell: string): FieldValue | Refusal {
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(cell)
    ? Number(cell)
    : refuse(`“${cell.slice(0, 40)}” is not a number`)
}

const yes = new Set(['yes', 'y', 'true', '1'])
const no = new Set(['no', 'n', 'false', '0'])

function yesOrNoOf(cell: string): FieldValue | Refusal {
  const word = cell.toLowerCase()
  if (yes.has(word)) return true
  return no.has(word)
    ? false
    : refuse(`“${cell.slice(0, 40)}” is neither yes nor no`, 'say what it means in values')
}

/** `Repairs Team` becomes `repairs-team`: facts are told in codes. */
function codeOf(cell: string): FieldValue | Refusal {
  const code = cell
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return code === '' ? refuse(`“${cell.slice(0, 40)}” has no letter or number to make a code of`) : code
}
