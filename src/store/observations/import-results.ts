import { createHash } from 'node:crypto'
import {
  readResultRow,
  type ResultColumns,
  resultColumns,
  type ResultGround,
  type ResultRow,
} from '#core/observations/result-row.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { type CsvFile, readCsv } from '../imports/csv-file.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { logAccess } from '../words/access-log.ts'
import { keepWords } from '../words/keep-words.ts'
import { wordsById } from '../words/read-words.ts'
import { zoneIn } from './draw.ts'
import { openRound, programmeRound, type ProgrammeRound } from './programme-rows.ts'
import { namesOfPlaces } from './read-sheet.ts'
import { lockProgramme } from './rounds.ts'
import { recordSheet } from './record-sheet.ts'

/** A row that could not be counted, as it stood in its file. */
export interface RejectedRow {
  readonly line: number
  readonly reason: string
  readonly cells: readonly string[]
}

/** What came of a file: how many rows count, and those that do not. */
export interface Imported {
  readonly importId: string
  readonly counted: number
  readonly rejected: number
}

const mostBytes = 2_000_000
const mostRows = 2_000
const mostRejected = 500
const longestCell = 200

/**
 * Takes in what an outside company found: a row an item, with the answer, the place and the day. Rows that can be counted are; the
 * others are kept with their reasons, to be put right and sent again in another file. The same file is not taken twice.
 */
export async function importResults(
  store: Store,
  acting: Acting,
  asked: { readonly programmeId: string; readonly bytes: Uint8Array },
): Promise<Imported | Refused> {
  if (asked.bytes.length > mostBytes)
    return refused('too large', 'the file is over 2 MB', 'split it into several', '/file')
  const file = await readCsv(asked.bytes)
  if (isRefused(file)) return file
  if (file.rows.length > mostRows)
    return refused('too many', `the file has over ${mostRows} rows`, 'split it into several', '/file')
  const columns = resultColumns(file.headings)
  if (isRefused(columns)) return columns
  const digest = createHash('sha256').update(asked.bytes).digest()
  return store.database.transact(acting, 'returns.write', async (tx) => {
    await tx.run(lockProgramme, [acting.landlord, asked.programmeId])
    const found = await openRound(tx, asked.programmeId)
    if (isRefused(found)) return found
    const [before] = await tx.run(importWithDigest, [acting.landlord, asked.programmeId, digest])
    if (before !== undefined)
      return refused('already there', 'this file was taken in already', 'choose another', '/file')
    const ground = await groundOf(tx, store, found)
    if (isRefused(ground)) return ground
    const { rows, rejected } = readRows(file, columns, ground)
    if (rejected.length > mostRejected)
      return refused(
        'not valid',
        `${rejected.length} rows cannot be counted: ${rejected[0]?.reason ?? ''}`,
        'put the file right',
        '/file',
      )
    return takeIn(tx, store, found, { rows, rejected, digest })
  })
}

/** The rows of a file that were not counted; that they were read is written down. */
export function rejectedResults(
  store: Store,
  acting: Acting,
  asked: { readonly programmeId: string; readonly importId: string },
): Promise<(Imported & ProgrammeRound & { readonly rows: readonly RejectedRow[] }) | Refused> {
  return store.database.transact(acting, 'returns.write', async (tx) => {
    const { landlord } = acting
    const [row] = await tx.run(importById, [landlord, asked.programmeId, asked.importId])
    if (row === undefined) return refused('not found', 'there is no such file', 'choose one of the programme')
    const found = await programmeRound(tx, asked.programmeId, row.round)
    if (isRefused(found)) return found
    const { words, round: _, ...imported } = row
    const ids = words === null ? [] : [words]
    const [kept] = ids.length === 0 ? [] : await tx.run(wordsById, [landlord, ids, null])
    if (kept !== undefined)
      await logAccess(tx, { what: 'words', customerIds: [], wordsIds: ids, why: 'rows not counted' })
    const rows =
      kept === undefined || kept.text === null ? [] : (JSON.parse(kept.text) as readonly RejectedRow[])
    return { ...found, ...imported, rows }
  })
}

async function groundOf(
  tx: Transaction,
  store: Store,
  { programme, round }: ProgrammeRound,
): Promise<ResultGround | Refused> {
  const zone = await zoneIn(tx, store)
  if (isRefused(zone)) return zone
  const names = await namesOfPlaces(tx, programme.places)
  const places = new Map(programme.places.map((code) => [code, names.get(code) ?? code]))
  return {
    items: programme.items,
    places,
    zone,
    firstOn: round.firstOn,
    lastOn: round.lastOn,
    now: store.now(),
  }
}

function readRows({ rows }: CsvFile, columns: ResultColumns, ground: ResultGround) {
  const good: ResultRow[] = []
  const rejected: RejectedRow[] = []
  for (const { line, cells } of rows) {
    const row = readResultRow(cells, columns, ground)
    if (isRefused(row)) {
      const reason = row.fix === undefined ? row.refusal : `${row.refusal}: ${row.fix}`
      rejected.push({ line, reason, cells: cells.slice(0, 8).map((cell) => cell.slice(0, longestCell)) })
    } else good.push(row)
  }
  return { rows: good, rejected }
}

async function takeIn(
  tx: Transaction,
  store: Store,
  found: ProgrammeRound,
  {
    rows,
    rejected,
    digest,
  }: { rows: readonly ResultRow[]; rejected: readonly RejectedRow[]; digest: Buffer },
): Promise<Imported | Refused> {
  const { landlord, by } = tx.acting
  const { programmeId } = found.programme
  const importId = newId()
  const at = instantText(store.now())
  const text = JSON.stringify(rejected)
  const words = rejected.length === 0 ? null : await keepWords(tx, { kind: 'import', text })
  await tx.run(insertImport, [
    landlord,
    programmeId,
    found.round.round,
    importId,
    digest,
    rows.length,
    rejected.length,
    words,
    at,
    by,
  ])
  for (const visit of visitsIn(rows)) {
    const first = visit[0]
    if (first === undefined) continue
    const place = first.place ?? null
    const answers = new Map(visit.map(({ item, answer }) => [item, answer]))
    const sheet = { aboutCase: null, place, observerId: null }
    // Who found it is the company’s to know: no member of staff is put down as the observer.
    const recordCase = await recordSheet(tx, store, { ...found, sheet }, { answers, at: first.at, note: '' })
    if (isRefused(recordCase)) return recordCase
    await tx.run(insertSheet, [
      landlord,
      newId(),
      programmeId,
      found.round.round,
      importId,
      place,
      at,
      by,
      recordCase,
    ])
  }
  return { importId, counted: rows.length, rejected: rejected.length }
}

/** Rows of one place and time are one visit; where an item comes again, it is another visit. */
function visitsIn(rows: readonly ResultRow[]): readonly (readonly ResultRow[])[] {
  const visits = new Map<string, ResultRow[]>()
  const times = new Map<string, number>()
  for (const row of rows) {
    const where = `${row.place ?? ''}\n${row.at}`
    const n = (times.get(`${where}\n${row.item}`) ?? 0) + 1
    times.set(`${where}\n${row.item}`, n)
    const visit = `${where}\n${n}`
    visits.set(visit, [...(visits.get(visit) ?? []), row])
  }
  return [...visits.values()]
}

const importWithDigest = statement<{ readonly import_id: string }>(
  'observation-import-with-digest',
  'select import_id from observation_imports where landlord = $1 and programme_id = $2 and digest = $3',
)

const insertImport = statement(
  'insert-observation-import',
  `insert into observation_imports
     (landlord, programme_id, round, import_id, digest, counted, rejected, rejected_words, made_at, made_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
)

const insertSheet = statement(
  'insert-imported-observation-sheet',
  `insert into observation_sheets
     (landlord, sheet_id, programme_id, round, n, import_id, place, sent_at, sent_by, record_case)
   select $1, $2, $3, $4, coalesce(max(s.n), 0) + 1, $5, $6, $7, $8, $9
     from observation_sheets s where s.landlord = $1 and s.programme_id = $3 and s.round = $4`,
)

const importById = statement<Imported & { readonly round: number; readonly words: string | null }>(
  'observation-import-by-id',
  `select import_id as "importId", counted, rejected, round, rejected_words as words from observation_imports
    where landlord = $1 and programme_id = $2 and import_id = $3`,
)
