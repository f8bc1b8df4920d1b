import { type Statement, statement } from './statement.ts'

/** A row on its way into a table, by column; what is neither text nor a number is written as JSON. */
export type RowToInsert = Readonly<Record<string, unknown>>

/** Inserts many rows at once: each column comes as one array of texts, which is read quicker than JSON. */
export interface ManyRows<Row> {
  readonly statement: Statement<Row>
  /** The parameters that hold these rows. */
  values(rows: readonly RowToInsert[]): readonly Buffer[]
}

/** A statement that inserts rows with these columns, each with its type; `end` may say what to do where one is there. */
export function insertMany<Row = never>(
  name: string,
  table: string,
  columns: Readonly<Record<string, string>>,
  end = '',
): ManyRows<Row> {
  const names = Object.keys(columns)
  const read = names.map((column) => `${column}::${columns[column]}`)
  const arrays = names.map((_, index) => `$${index + 1}::text[]`)
  const text = `insert into ${table} (${names.join(', ')})
    select ${read.join(', ')} from unnest(${arrays.join(', ')}) as given (${names.join(', ')}) ${end}`
  return {
    statement: statement(name, text),
    values: (rows) => names.map((column) => arrayOf(rows, column)),
  }
}

const textType = 25
const headBytes = 20
const lengthBytes = 4
/** A character is three bytes at the most, a pair of surrogates four. */
const mostBytesACharacter = 3

/** PostgreSQL’s own form of an array of texts: a head, and each text with its length, -1 for none. */
function arrayOf(rows: readonly RowToInsert[], column: string): Buffer {
  let bytes = Buffer.allocUnsafe(headBytes + rows.length * 24)
  let end = bytes.writeInt32BE(1, 0)
  end = bytes.writeInt32BE(1, end)
  end = bytes.writeInt32BE(textType, end)
  end = bytes.writeInt32BE(rows.length, end)
  end = bytes.writeInt32BE(1, end)
  for (const row of rows) {
    const text = textOf(row[column])
    const room = end + lengthBytes + (text === undefined ? 0 : text.length * mostBytesACharacter)
    if (room > bytes.length) bytes = Buffer.concat([bytes.subarray(0, end)], Math.max(room, bytes.length * 2))
    const length = text === undefined ? -1 : bytes.write(text, end + lengthBytes)
    bytes.writeInt32BE(length, end)
    end += lengthBytes + Math.max(0, length)
  }
  return bytes.subarray(0, end)
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return undefined
  return JSON.stringify(value)
}
