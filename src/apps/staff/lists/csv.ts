import { formatInstant, type Instant } from '#core/time/instant.ts'
import { formatDay } from '#core/time/day.ts'
import type { CaseListed } from '#store/lists/case-list.ts'
import { staffZone } from '../times.ts'

/** Cases as a file for a spreadsheet: a line a case, ids and times alone. */
export function csvOf(rows: readonly CaseListed[]): string {
  const lines = rows.map(({ case: row, first, more }) => [
    row.case_id,
    row.kind,
    row.is_open ? 'open' : 'closed',
    row.team_id,
    row.holder_id,
    momentOf(row.first_at),
    momentOf(row.last_at),
    first?.promise,
    first === undefined ? undefined : dueOf(first.due_on, first.due_at),
    first?.outcome,
    String(more),
  ])
  return [headings, ...lines].map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')
}

const headings = [
  'case',
  'kind',
  'open',
  'team',
  'holder',
  'began',
  'last touched',
  'promise due first',
  'due',
  'outcome',
  'other promises open',
]

function momentOf(at: Instant | null): string | undefined {
  return at === null ? undefined : formatInstant(at, staffZone)
}

function dueOf(on: number | null, at: Instant | null): string | undefined {
  return on === null ? momentOf(at) : formatDay(on)
}

/** A spreadsheet would take what begins as a formula does for one, unless something stands before it. */
function cellOf(text: string | null | undefined): string {
  const plain = /^[=+\-@\t\r]/.test(text ?? '') ? `'${text}` : (text ?? '')
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
