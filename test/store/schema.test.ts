import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import pg from 'pg'
import { openTestStore, type TestStore } from './databases.ts'

// docs/scaling.md, docs/decisions/010: what lets the schema be distributed by landlord, and keeps landlords apart.

/** Tables that are of no landlord. */
const ofNobody = new Set(['migrations'])

let opened: TestStore
before(async () => {
  opened = await openTestStore()
})

async function texts(sql: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: opened.url })
  await client.connect()
  const { rows } = await client.query<{ readonly text: string }>(sql)
  await client.end()
  return rows.map(({ text }) => text)
}

async function tables(): Promise<readonly string[]> {
  const all = await texts(`select relname as text from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`)
  assert.ok(all.length > 20, `only ${all.length} tables were found`)
  return all.filter((table) => !ofNobody.has(table))
}

test('every table has the landlord first in its key', async () => {
  const first = new Set(
    await texts(`select c.conrelid::regclass::text as text from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'p' and a.attname = 'landlord'`),
  )
  assert.deepEqual(
    (await tables()).filter((table) => !first.has(table)),
    [],
  )
})

test('every unique constraint, index and foreign key begins with the landlord', async () => {
  const wrong = await texts(`select c.conrelid::regclass || ' ' || c.conname as text from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype in ('u', 'f') and c.connamespace = 'public'::regnamespace and a.attname <> 'landlord'
    union all
    select i.indrelid::regclass || ' ' || i.indexrelid::regclass from pg_index i
    join pg_class r on r.oid = i.indrelid and r.relnamespace = 'public'::regnamespace
    left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indisunique and a.attname is distinct from 'landlord'`)
  assert.deepEqual(
    wrong.filter((each) => !each.startsWith('migrations ') && each !== 'landlords landlords_slug_key'),
    [],
    'a landlord’s name alone is unique among all of them',
  )
})

test('every table is behind the wall between landlords', async () => {
  const walled = new Set(
    await texts(`select relname as text from pg_class
      where relrowsecurity and exists (select from pg_policy where polrelid = pg_class.oid)`),
  )
  assert.deepEqual(
    (await tables()).filter((table) => !walled.has(table)),
    [],
  )
})

test('the application owns nothing, and may neither change nor remove a fact', async () => {
  const owned = await texts(`select relname as text from pg_class where relowner = 'kept_app'::regrole`)
  assert.deepEqual(owned, [])
  for (const table of [
    'events',
    'daily_roots',
    'editions',
    'terms',
    'holiday_feeds',
    'access_log',
    'people_log',
  ])
    for (const right of ['update', 'delete', 'truncate'])
      assert.deepEqual(
        await texts(`select has_table_privilege('kept_app', '${table}', '${right}')::text as text`),
        ['false'],
        `the application may ${right} ${table}`,
      )
})

test('the application’s role is not one that the wall lets through', async () => {
  assert.deepEqual(
    await texts(`select (rolsuper or rolbypassrls)::text as text from pg_roles where rolname = 'kept_app'`),
    ['false'],
  )
})
