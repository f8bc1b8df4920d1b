import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { systemActing } from '#core/people/acting.ts'
import { isRefused } from '#core/refused.ts'
import { landlordsOf } from '#store/landlords.ts'
import { accessTo } from '#store/words/access-log.ts'
import { verifyLandlord } from '#store/verify/verify-landlord.ts'
import { exportLandlord } from '#store/whole/export-landlord.ts'
import { whole } from '#store/whole/whole-tables.ts'
import { done, eachDatabase, openTestStore } from '../databases.ts'
import { refusal } from '../ledger/ground.ts'
import { testServers } from '../servers.ts'
import { exported, filledLandlord, importedFrom } from './ground.ts'

test('Somebody has decided of every table whether it belongs to an export', async () => {
  const { url } = await openTestStore()
  const decided = [...whole.exported, ...whole.backedUp.keys(), ...whole.leftOut.keys()]
  assert.equal(new Set(decided).size, decided.length, 'each stands once')
  assert.deepEqual(
    decided.toSorted(),
    await texts(
      url,
      `select c.relname as text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'landlord'
        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by c.relname collate "C"`,
    ),
  )
})

for (const backup of [false, true])
  eachDatabase(
    `A ${backup ? 'backup' : 'whole landlord'} goes out, comes in elsewhere and goes out again with the same bytes`,
    async (open) => {
      const from = await open()
      const to = await open()
      // So that it gets another number than it had.
      await to.addLandlord('somebody-else')
      const acting = await filledLandlord(from)
      const first = await exported(from.store, acting, backup)
      const wanted = [...whole.exported, ...(backup ? whole.backedUp.keys() : [])]
      assert.deepEqual(
        tablesIn(first),
        wanted.toSorted(),
        'every table has a row, or its columns are not tried',
      )
      const { landlord } = done(await importedFrom(to.store, first, 997))
      assert.notEqual(landlord, acting.landlord)
      const there = systemActing(landlord)
      assert.equal(await exported(to.store, there, backup), first)
      assert.deepEqual(done(await verifyLandlord(to.store, there)).listed, [])
    },
  )

const server = testServers.find(({ name }) => name === 'server')
test('The order of an export does not depend on the language of its database', {
  skip: server?.skip ?? false,
}, async () => {
  const from = await openTestStore('embedded')
  const to = await openTestStore('server')
  const acting = await from.addLandlord()
  await texts(
    from.url,
    `insert into words (landlord, words_id, kind, text, written_at, written_by)
     select ${acting.landlord}, id, 'note', 'x', now(), 'system' from unnest(array['b', 'B', 'a', 'é', 'e', '_', '1-2', '12', 'Z', '𝄞']) as id
     returning words_id as text`,
  )
  const first = await exported(from.store, acting)
  const order = [...first.matchAll(/"words_id":"([^"]+)"/g)].map(([, id]) => id)
  assert.deepEqual(order, ['1-2', '12', 'B', 'Z', '_', 'a', 'b', 'e', 'é', '𝄞'])
  const { landlord } = done(await importedFrom(to.store, first))
  assert.equal(await exported(to.store, systemActing(landlord)), first)
})

eachDatabase('Taking everything out is on the access log, for whoever asks who had it', async (open) => {
  const from = await open()
  const acting = await filledLandlord(from)
  await exported(from.store, acting)
  const what = await texts(from.url, `select what as text from access_log where what = 'export'`)
  assert.deepEqual(what, ['export'])
  assert.equal(isRefused(await accessTo(from.store, acting, 'customers-1')), false)
})

eachDatabase('What is not whole is refused, and leaves nothing behind', async (open) => {
  const from = await open()
  const to = await open()
  const text = await exported(from.store, await filledLandlord(from))
  const lines = text.split('\n')
  const wrong: Readonly<Record<string, readonly [string, RegExp]>> = {
    // Within a line, wherever the middle is.
    'cut short': [text.slice(0, text.indexOf('\n', text.length / 2) - 1), /has no end/],
    'without its last line': [`${lines.slice(0, -2).join('\n')}\n`, /cut short/],
    'with a line less': [lines.toSpliced(20, 1).join('\n'), /digest is another/],
    'with a letter changed': [text.replace('contact-received', 'contact-recieved'), /digest is another/],
    'with a row of a table that is not exported': [
      lines.toSpliced(20, 0, '{"table":"sessions","row":{"staff_id":"x"}}').join('\n'),
      /no table “sessions”/,
    ],
    'with a row that the database will not have': [
      text.replace(/("table":"words","row":\{"words_id":)"w1"/, '$1""'),
      /cannot be imported/,
    ],
    'with something else in it': [lines.toSpliced(20, 0, 'hello').join('\n'), /this is no row: hello/],
    'of another version': [text.replace(/"schema":"[^"]+"/, '"schema":"999-later.sql"'), /another version/],
    'something else altogether': ['{"case":"c1"}\n', /does not say what it is/],
    empty: ['', /it is empty/],
  }
  for (const [what, [broken, says]] of Object.entries(wrong)) {
    assert.match(refusal(await importedFrom(to.store, broken)).refusal, says, what)
    assert.deepEqual(await landlordsOf(to.store), [], what)
    assert.deepEqual(await texts(to.url, 'select case_id as text from cases'), [], what)
  }
  done(await importedFrom(to.store, text))
  assert.equal(refusal(await importedFrom(to.store, text)).because, 'already there')
})

eachDatabase('Whoever may not export takes nothing out', async (open) => {
  const from = await open()
  const acting = await from.addLandlord()
  const pieces: string[] = []
  const write = async (text: string) => void pieces.push(text)
  const said = await exportLandlord(from.store, { ...acting, may: new Set() }, write)
  assert.equal(refusal(said).because, 'not allowed')
  assert.deepEqual(pieces, [])
})

function tablesIn(text: string): readonly string[] {
  const found = text.matchAll(/^\{"table":"([a-z_]+)"/gm).map(([, table]) => table ?? '')
  return [...new Set(found)].toSorted()
}

async function texts(url: string, sql: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ readonly text: string }>(sql)
  await client.end()
  return rows.map(({ text }) => text)
}
