import assert from 'node:assert/strict'
import pg from 'pg'
import { applicationRole } from '#store/database.ts'
import { eachDatabase } from '#test/store/databases.ts'
import { asOwner, digestsOf, walledTables } from './as-owner.ts'
import { twoLandlords } from './two-landlords.ts'

// Whatever SQL the application sends, be it by mistake: the database itself keeps landlords apart.

/** Names and slugs of landlords are public: whoever signs in chooses one before anybody knows them. */
const seenByAll = new Set(['landlords'])

eachDatabase(
  'The database shows, changes and takes no row of another landlord, whatever is asked',
  async (open) => {
    const ground = await twoLandlords(await open())
    const { url, a, b } = ground
    const tables = await walledTables(url)
    const filled = await tablesWith(url, tables, a.landlord)
    assert.ok(filled.length > 30, `A has rows in ${filled.length} tables only: ${filled.join(', ')}`)
    const was = await digestsOf(url, a.landlord)
    await asApplication(url, b.landlord, async (run) => {
      for (const table of tables) {
        const seen = await run(`select count(*)::int as n from ${table} where landlord = ${a.landlord}`)
        if (!seenByAll.has(table)) assert.equal(seen, 0, `${table} shows rows of another landlord`)
        const [column = 'landlord'] = await columnsOf(url, table)
        await run(`update ${table} set ${column} = ${column} where landlord = ${a.landlord}`)
        await run(`update ${table} set ${column} = ${column}`)
        await run(`update ${table} set landlord = ${a.landlord} where landlord = ${b.landlord}`)
        await run(`delete from ${table} where landlord = ${a.landlord}`)
        await run(`delete from ${table} where landlord <> ${b.landlord}`)
      }
    })
    assert.deepEqual(await digestsOf(url, a.landlord), was)
  },
)

eachDatabase('The database takes no row for another landlord', async (open) => {
  const { url, a, b } = await twoLandlords(await open())
  const was = await digestsOf(url, a.landlord)
  await asApplication(url, b.landlord, async (run) => {
    for (const table of await walledTables(url)) {
      // A’s own row, read by the owner, put in once more under another key: only the wall can be what refuses it.
      const [row] = await asOwner<{ readonly row: string }>(
        url,
        `select row_to_json(t)::text as row from ${table} t where landlord = ${a.landlord} limit 1`,
      )
      if (row === undefined) continue
      const literal = `'${row.row.replaceAll("'", "''")}'`
      const outcome = await run(
        `insert into ${table} overriding system value select * from json_populate_record(null::${table}, ${literal})`,
      )
      if (!seenByAll.has(table))
        assert.match(
          String(outcome),
          /row-level security|permission denied/,
          `${table} took a row: ${String(outcome)}`,
        )
    }
  })
  assert.deepEqual(await digestsOf(url, a.landlord), was)
})

eachDatabase('With no landlord set, the application sees no row of any', async (open) => {
  const { url } = await twoLandlords(await open())
  await asApplication(url, undefined, async (run) => {
    for (const table of await walledTables(url))
      if (!seenByAll.has(table))
        assert.equal(await run(`select count(*)::int as n from ${table}`), 0, `${table} shows rows to nobody`)
  })
})

type Run = (sql: string) => Promise<unknown>

/** Runs SQL as the application does, each statement by itself; gives the first number, or what it was refused with. */
async function asApplication(
  url: string,
  landlord: number | undefined,
  work: (run: Run) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: `-c role=${applicationRole}` })
  await client.connect()
  try {
    const [who] = (
      await client.query('select current_user as name, current_setting($1) as super', ['is_superuser'])
    ).rows
    assert.deepEqual(who, { name: applicationRole, super: 'off' })
    await client.query('begin')
    if (landlord !== undefined)
      await client.query("select set_config('kept.landlord', $1, true)", [String(landlord)])
    await work(async (sql) => {
      await client.query('savepoint one')
      try {
        const { rows } = await client.query<{ readonly n?: unknown }>(sql)
        return rows[0]?.n
      } catch (error) {
        await client.query('rollback to savepoint one')
        return error instanceof Error ? error.message : String(error)
      }
    })
    await client.query('commit')
  } finally {
    await client.end()
  }
}

async function tablesWith(
  url: string,
  tables: readonly string[],
  landlord: number,
): Promise<readonly string[]> {
  const found = await asOwner<{ readonly name: string }>(
    url,
    tables
      .map(
        (table) =>
          `select '${table}' as name where exists (select from ${table} where landlord = ${landlord})`,
      )
      .join(' union all '),
  )
  return found.map(({ name }) => name)
}

async function columnsOf(url: string, table: string): Promise<readonly string[]> {
  const found = await asOwner<{ readonly name: string }>(
    url,
    `select attname as name from pg_attribute where attrelid = '${table}'::regclass and attnum > 0
      and not attisdropped and attname <> 'landlord' order by attnum`,
  )
  return found.map(({ name }) => name)
}
