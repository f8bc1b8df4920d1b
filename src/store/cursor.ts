import type { Transaction } from './database.ts'
import { type Statement, statement } from './statement.ts'

/** A query whose rows are read bit by bit, so that any number of them needs the memory of a few. */
export interface Streamed<Row> {
  readonly declare: Statement<never>
  readonly fetch: Statement<Row>
  readonly close: Statement<never>
  readonly rowsAFetch: number
}

const usualRows = 2_000

/** Names a query to be read bit by bit; one transaction reads it once at a time. */
export function streamed<Row>(name: string, text: string, rowsAFetch = usualRows): Streamed<Row> {
  const cursor = name.replaceAll('-', '_')
  return {
    declare: statement(`declare-${name}`, `declare ${cursor} no scroll cursor for ${text}`),
    fetch: statement<Row>(`fetch-${name}`, `fetch ${rowsAFetch} from ${cursor}`),
    close: statement(`close-${name}`, `close ${cursor}`),
    rowsAFetch,
  }
}

/** The rows in batches, in the order of the query. */
export async function* rowsInBatches<Row>(
  tx: Transaction,
  { declare, fetch, close, rowsAFetch }: Streamed<Row>,
  values: readonly unknown[],
): AsyncGenerator<readonly Row[], void> {
  await tx.run(declare, values)
  for (;;) {
    const rows = await tx.run(fetch)
    if (rows.length > 0) yield rows
    if (rows.length < rowsAFetch) break
  }
  await tx.run(close)
}
