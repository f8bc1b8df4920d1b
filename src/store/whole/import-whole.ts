import { createHash } from 'node:crypto'
import { isRecord } from '#core/ledger/field-check.ts'
import { type Acting, systemActing } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { gatherStatistics } from '../loading/statistics.ts'
import { bringCasesToTerms } from '../terms/activate.ts'
import { schemaOf, type WholeTable, wholeTables } from './catalogue.ts'
import { type Header, rowIn, type Trailer } from './format.ts'
import { type WholeLine, wholeLines } from './whole-lines.ts'

/** A landlord that was brought in whole. */
export interface ImportedWhole {
  readonly landlord: number
  readonly slug: string
  readonly name: string
  readonly lines: number
}

export interface ImportWholeOptions {
  readonly onProgress?: (lines: number) => void
}

/**
 * Brings in a landlord that `exportLandlord` wrote out, under a new number. All of it is there afterwards, or nothing:
 * the last line must say how many lines there were and their digest, and no landlord of that slug may be there already.
 */
export async function importWhole(
  store: Store,
  bytes: AsyncIterable<Uint8Array>,
  { onProgress }: ImportWholeOptions = {},
): Promise<ImportedWhole | Refused> {
  const imported = await importAll(store, bytes, onProgress)
  if (isRefused(imported)) return imported
  const failed = await gatherStatistics(store.database, systemActing(imported.landlord))
  return failed ?? imported
}

async function importAll(
  store: Store,
  bytes: AsyncIterable<Uint8Array>,
  onProgress: ImportWholeOptions['onProgress'],
): Promise<ImportedWhole | Refused> {
  try {
    return await store.database.transact(nobodyYet, 'import', (tx) => importIn(tx, bytes, onProgress), {
      once: true,
    })
  } catch (error) {
    const says = faultOf(error)
    if (says === undefined) throw error
    return broken(says)
  }
}

/** Before it has a number, it is nobody’s; its own is set as soon as it has one. */
const nobodyYet: Acting = systemActing(0)

async function importIn(
  tx: Transaction,
  bytes: AsyncIterable<Uint8Array>,
  onProgress: ImportWholeOptions['onProgress'],
): Promise<ImportedWhole | Refused> {
  const receiving = beginReceiving(tx)
  for await (const lines of wholeLines(bytes)) {
    for (const line of lines) {
      const fault = await receiving.take(line)
      if (fault !== undefined) return fault
    }
    onProgress?.(receiving.count())
  }
  return receiving.finish()
}

/** Reads header, rows and trailer in their order, and holds what came against what the trailer says. */
function beginReceiving(tx: Transaction) {
  const hash = createHash('sha256')
  let count = 0
  let importing: Importing | undefined
  let trailer: Trailer['end'] | undefined
  const takeFirst = async (line: WholeLine) => {
    const begun = await begin(tx, line)
    if (isRefused(begun)) return begun
    importing = begun
    return undefined
  }
  return {
    count: () => count,
    async take(line: WholeLine): Promise<Refused | undefined> {
      if (trailer !== undefined) return broken('there are lines after its end')
      trailer = trailerIn(line)
      if (trailer !== undefined) return undefined
      hash.update(line.bytes).update('\n')
      count += 1
      return importing === undefined ? takeFirst(line) : importing.take(line)
    },
    async finish(): Promise<ImportedWhole | Refused> {
      if (importing === undefined) return broken('it is empty')
      if (trailer === undefined) return broken('its end is missing: it was cut short')
      if (trailer.lines !== count || trailer.sha256 !== hash.digest('hex'))
        return broken('it is not what was exported: its digest is another')
      return { ...(await importing.finish()), lines: count }
    },
  }
}

/** Tells of an export that cannot be brought in. */
function broken(says: string): Refused {
  return refused('not valid', `this export cannot be imported: ${says}`, 'export it again, and copy it whole')
}

function trailerIn({ text }: WholeLine): Trailer['end'] | undefined {
  if (!text.startsWith('{"end":')) return undefined
  return (JSON.parse(text) as Partial<Trailer>).end
}

interface Importing {
  /** Takes one row; rows are written many at a time. */
  take(line: WholeLine): Promise<Refused | undefined>
  finish(): Promise<Omit<ImportedWhole, 'lines'>>
}

async function begin(tx: Transaction, { text }: WholeLine): Promise<Importing | Refused> {
  const header = headerIn(text)
  if (header === undefined) return broken('its first line does not say what it is')
  const schema = await schemaOf(tx)
  if (header.schema !== schema)
    return refused(
      'not valid',
      `this export is of another version: ${header.schema}, and this database has ${schema}`,
      'import it with the version of Kept that made it, and bring that up to date',
    )
  const { slug, name } = header
  const [added] = await tx.run(addImported, [slug, name])
  if (added === undefined)
    return refused(
      'already there',
      `there is already a landlord “${slug}”`,
      'a whole landlord can only be brought in where it is not',
    )
  const { landlord } = added
  await tx.run(actAs, [String(landlord)])
  const tables = await wholeTables(tx, { withBackedUp: header.backup })
  return importingInto(tx, { landlord, slug, name }, tables)
}

function headerIn(text: string): Header | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isRecord(value)) return undefined
  const isOurs =
    value['kept'] === 'whole landlord' &&
    value['format'] === 1 &&
    [value['schema'], value['slug'], value['name']].every((each) => typeof each === 'string')
  return isOurs ? (value as unknown as Header) : undefined
}

const mostRows = 1_000
const mostCharacters = 2_000_000

function importingInto(
  tx: Transaction,
  imported: Omit<ImportedWhole, 'lines'>,
  tables: readonly WholeTable[],
): Importing {
  let at = 0
  let rows: string[] = []
  let characters = 0
  const flush = async () => {
    const table = tables[at]
    if (rows.length > 0 && table !== undefined) await insertRows(tx, table, imported.landlord, rows)
    rows = []
    characters = 0
  }
  return {
    async take({ text }) {
      const line = rowIn(text)
      const place = tables.findIndex(({ table }) => table === line?.table)
      if (line === undefined) return broken(`this is no row: ${text.slice(0, 80)}`)
      if (place === -1) return broken(`no table “${line.table}” belongs to a landlord’s export`)
      if (place < at) return broken(`the rows of ${line.table} come after those of ${tables[at]?.table}`)
      if (place !== at || rows.length >= mostRows || characters > mostCharacters) await flush()
      at = place
      rows.push(line.row)
      characters += line.row.length
      return undefined
    },
    async finish() {
      await flush()
      // New terms may have been activated there shortly before: cases that wait for them are brought to them here.
      await enqueue(tx, { task: bringCasesToTerms, key: 'imported' })
      return imported
    },
  }
}

async function insertRows(
  tx: Transaction,
  { table, columns }: WholeTable,
  landlord: number,
  rows: readonly string[],
): Promise<void> {
  const given = columns.map((column) => `r."${column}"`)
  const names = columns.map((column) => `"${column}"`)
  const json = `[${rows.join(',')}]`
  if (table === 'landlords') {
    const set = columns.filter((column) => column !== 'slug').map((column) => `"${column}" = r."${column}"`)
    const text = `update landlords as l set ${set.join(', ')}
      from json_populate_recordset(null::landlords, $1::json) as r where l.landlord = $2 and r.slug = l.slug`
    await tx.run(statement('import-whole-landlords', text), [json, landlord])
    return
  }
  const text = `insert into "${table}" (landlord, ${names.join(', ')})
    select $2::integer, ${given.join(', ')} from json_populate_recordset(null::"${table}", $1::json) as r`
  await tx.run(statement(`import-whole-${table}`, text), [json, landlord])
}

/** What the database or the reading refuses in a file is a fault of the file. */
function faultOf(error: unknown): string | undefined {
  if (error instanceof RangeError || error instanceof SyntaxError) return error.message
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^2[23]/.test(code) && error instanceof Error ? error.message : undefined
}

const addImported = statement<{ readonly landlord: number }>(
  'add-imported-landlord',
  'insert into landlords (slug, name) values ($1, $2) on conflict (slug) do nothing returning landlord',
)

const actAs = statement('act-as-imported', `select set_config('kept.landlord', $1, true)`)
