import pg from 'pg'

/** Asks as the database’s owner, whom the wall does not hold. */
export async function asOwner<Row>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows as readonly Row[]
  } finally {
    await client.end()
  }
}

/** Every table that belongs to landlords, from the catalogue. */
export async function walledTables(url: string): Promise<readonly string[]> {
  const found = await asOwner<{ readonly name: string }>(
    url,
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'landlord'
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
  )
  return found.map(({ name }) => name)
}

/** A digest of all rows of a landlord in each table, the queue’s jobs among them. */
export async function digestsOf(url: string, landlord: number): Promise<Readonly<Record<string, string>>> {
  const tables = await walledTables(url)
  const each = tables.map((table) => digestQuery(table, `landlord = ${landlord}`))
  const jobs = digestQuery('graphile_worker._private_jobs', `(payload ->> 'landlord')::int = ${landlord}`)
  const found = await asOwner<{ readonly name: string; readonly digest: string }>(
    url,
    [...each, jobs].join(' union all '),
  )
  return Object.fromEntries(found.map(({ name, digest }) => [name, digest]))
}

function digestQuery(table: string, where: string): string {
  return `select '${table}' as name, count(*) || ' rows, ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')
    as digest from ${table} t where ${where}`
}
