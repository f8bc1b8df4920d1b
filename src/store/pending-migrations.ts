import { readdir } from 'node:fs/promises'
import pg from 'pg'

/** Which migrations a database lacks, in the order in which they would be applied. Changes nothing. */
export async function pendingMigrations(
  url: string,
  folder = new URL('./migrations/', import.meta.url),
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'kept migrate' })
  await client.connect()
  try {
    const applied = await appliedIn(client)
    const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
    return files.filter((name) => !applied.has(name))
  } finally {
    await client.end()
  }
}

/** A database that was never brought up to date has not even the book of migrations. */
async function appliedIn(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows: book } = await client.query<{ there: boolean }>(
    "select to_regclass('public.migrations') is not null as there",
  )
  if (book[0]?.there !== true) return new Set()
  const { rows } = await client.query<{ name: string }>('select name from public.migrations')
  return new Set(rows.map(({ name }) => name))
}
