import { type ReturnLine, returnsDue } from '#core/duties/returns-due.ts'
import type { EventData } from '#core/ledger/event.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Month } from '#core/time/civil.ts'
import type { Transaction } from '../database.ts'
import { type DutyOwner, mayAnswer } from '../duties/owners.ts'
import { papersOf } from '../duties/paper.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { returnsGround } from './ground.ts'
import type { RejectedRow } from './import-returns.ts'
import { type CheckedReturn, everyOf, textOf, type WaitingReturn } from './read-values.ts'

/** A return in one month, with who answers for it. */
export interface ReturnShown extends ReturnLine<CheckedReturn> {
  readonly owner: DutyOwner | undefined
  /** Whether whoever asks may type it in. */
  readonly mayType: boolean
  /** Figures that were checked for this month and then corrected, the latest first. */
  readonly corrected: readonly CorrectedReturn[]
  readonly waiting: readonly (WaitingReturn & { readonly note: string | null })[]
}

/** What a figure said before it was put right. */
export interface CorrectedReturn {
  readonly event: string
  readonly value: number
  readonly recordedAt: Instant
  readonly author: string
  readonly checker: string
}

/** A file of figures that was brought in. */
export interface ReturnImportShown {
  readonly importId: string
  readonly fileName: string
  readonly importedAt: Instant
  readonly importedBy: string
  readonly rowsTaken: number
  readonly rejected: readonly RejectedRow[]
}

/** One month of returns. */
export interface ReturnsShown {
  readonly month: Month
  readonly firstMonth: Month
  readonly thisMonth: Month
  readonly lines: readonly ReturnShown[]
  /** Months with something to be checked, for links. */
  readonly waitingIn: readonly Month[]
  readonly imports: readonly ReturnImportShown[]
  /** The names of programs with a key, by how authors are named: `key:k1`. */
  readonly programs: ReadonlyMap<string, string>
}

/** The returns that the promises need, as they stand in a month; in the month before this one, where none is asked for. */
export function readReturns(
  store: Store,
  acting: Acting,
  { month: wanted }: { readonly month?: Month } = {},
): Promise<ReturnsShown | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    if (acting.contractorId !== undefined) return refused('not found', 'there are no returns here')
    const ground = await returnsGround(tx, store)
    if (isRefused(ground)) return ground
    const { needed, owners, checked, waiting, firstMonth, thisMonth } = ground
    const month = Math.min(Math.max(wanted ?? thisMonth - 1, firstMonth), thisMonth)
    const notes = await notesOf(tx, waiting, month)
    const lines: ReturnShown[] = []
    for (const line of returnsDue(needed, { checked, waiting, every: everyOf(owners) }, month)) {
      const owner = owners.get(line.needed.name)
      lines.push({
        ...line,
        owner,
        mayType: acting.staffId !== undefined && (await mayAnswer(tx, owner)),
        corrected: await correctedOf(tx, line.checked),
        waiting: waiting
          .filter((each) => each.name === line.needed.name && each.month === month)
          .map((each) => ({
            ...each,
            note: each.wordsId === null ? null : (notes.get(each.wordsId) ?? null),
          })),
      })
    }
    const waitingIn = [...new Set(waiting.map((each) => each.month))].toSorted((a, b) => a - b)
    const imports = await tx.run(latestImports, [acting.landlord])
    const keys = await tx.run(programsWithKeys, [acting.landlord])
    const programs = new Map(keys.map(({ by, name }) => [by, name]))
    return { month, firstMonth, thisMonth, lines, waitingIn, imports, programs }
  })
}

async function notesOf(
  tx: Transaction,
  waiting: readonly WaitingReturn[],
  month: Month,
): Promise<ReadonlyMap<string, string>> {
  const ids = waiting.filter((each) => each.month === month).flatMap(({ wordsId }) => wordsId ?? [])
  const papers = await papersOf(tx, ids, 'notes of returns')
  return new Map([...papers].flatMap(([id, { text }]) => (text === null ? [] : [[id, text] as const])))
}

/** The values that a figure of the month had before its corrections: the ledger forgets none. */
async function correctedOf(
  tx: Transaction,
  checked: readonly CheckedReturn[],
): Promise<readonly CorrectedReturn[]> {
  const found: CorrectedReturn[] = []
  for (const { caseId, event, at } of checked) {
    const told = await tx.run(tellingsOfReturn, [
      tx.acting.landlord,
      caseId,
      event,
      new Date(at).toISOString(),
    ])
    for (const { recordedAt, data } of told.slice(1)) {
      const { value, author, checker } = data
      if (typeof value === 'number')
        found.push({ event, value, recordedAt, author: textOf(author), checker: textOf(checker) })
    }
  }
  return found
}

// A figure as it was first told, and each correction of its value; the latest first.
const tellingsOfReturn = statement<{ readonly recordedAt: Instant; readonly data: EventData }>(
  'tellings-of-return',
  `select recorded_at as "recordedAt", case when type = 'event-corrected' then data -> 'data' else data end as data
     from events
    where landlord = $1 and case_id = $2
      and ((type = 'return-recorded' and (event_id = $3 or (event_id is null and occurred_at = $4)))
        or (type = 'event-corrected' and data ->> 'event' = $3))
    order by sequence desc limit 50`,
)

const programsWithKeys = statement<{ readonly by: string; readonly name: string }>(
  'programs-that-bring-returns',
  `select 'key:' || key_id as by, name from api_keys where landlord = $1 limit 1000`,
)

const latestImports = statement<ReturnImportShown>(
  'return-imports',
  `select import_id as "importId", file_name as "fileName", imported_at as "importedAt", imported_by as "importedBy",
          rows_taken as "rowsTaken", rejected
     from return_imports where landlord = $1 order by imported_at desc, import_id limit 10`,
)
