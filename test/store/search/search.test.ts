import assert from 'node:assert/strict'
import pg from 'pg'
import { isRefused } from '#core/refused.ts'
import { homes } from '#store/masters/kinds/homes.ts'
import { addMaster } from '#store/masters/writing.ts'
import { find } from '#store/search/find.ts'
import { putSearchRow } from '#store/search/search-row.ts'
import { accessTo } from '#store/words/access-log.ts'
import { done, eachDatabase } from '../databases.ts'
import { addCustomer, withOnly } from '../masters/people.ts'

eachDatabase(
  'A customer is found by a name in any spelling, and by number, postcode, e-mail or reference',
  async (open) => {
    const { store, addLandlord } = await open()
    const acting = await addLandlord()
    await addCustomer(store, acting, 'T-00417')
    await addCustomer(store, acting, 'T-00418', {
      name: 'Zoë Ng',
      knownAs: null,
      telephone: null,
      mobile: null,
      email: null,
      postcode: null,
    })
    done(
      await addMaster(store, acting, homes, {
        id: 'h1',
        values: { address: '12 Beck Row\nUlverston', postcode: 'LA12 7AA' },
      }),
    )
    const asked: readonly (readonly [string, string])[] = [
      ['mabel oshaughnessy', 'T-00417'],
      ['Mable O’Shaunessy', 'T-00417'],
      ['SHAUGHNESSY', 'T-00417'],
      ['maebh', 'T-00417'],
      ['01539900123', 'T-00417'],
      ['(01539) 900 123', 'T-00417'],
      ['+44 7700 900 456', 'T-00417'],
      ['7700900', 'T-00417'],
      ['LA94AA', 'T-00417'],
      ['la9 4aa', 'T-00417'],
      ['mabel.shaw@EXAMPLE.org', 'T-00417'],
      ['t 00417', 'T-00417'],
      ['zoe', 'T-00418'],
      ['Ng', 'T-00418'],
      ['beck row', 'h1'],
      ['LA12 7AA', 'h1'],
    ]
    for (const [text, id] of asked) {
      const found = done(await find(store, acting, { text }))
      assert.equal(found[0]?.id, id, text)
    }
    assert.deepEqual(done(await find(store, acting, { text: 'Wolstenholme' })), [])
    for (const text of ['', 'x', ' . ', 'x'.repeat(101)])
      assert.ok(isRefused(await find(store, acting, { text })), text)
    for (const text of ['%%%', '___', '100%\\'])
      assert.ok(!JSON.stringify(await find(store, acting, { text })).includes('T-0'), text)
  },
)

eachDatabase('A search that shows names is one line in the log of each customer it shows', async (open) => {
  const { store, addLandlord } = await open()
  const acting = await addLandlord()
  await addCustomer(store, acting, 'c1')
  await addCustomer(store, acting, 'c2')
  const reader = withOnly(acting, 'cases.read', 'customers.read')
  assert.equal(done(await find(store, reader, { text: 'Mabel', why: 'the search page' })).length, 2)
  const [one, two] = [done(await accessTo(store, acting, 'c1')), done(await accessTo(store, acting, 'c2'))]
  assert.deepEqual(
    one.map(({ what, why }) => [what, why]),
    [['search', 'the search page']],
  )
  assert.deepEqual(one, two, 'the same line')
  done(await find(store, reader, { text: 'Nobody here' }))
  assert.equal(done(await accessTo(store, acting, 'c1')).length, 1)
})

eachDatabase('Nobody finds what they may not read, nor what is another landlord’s', async (open) => {
  const { store, addLandlord } = await open()
  const [acting, other] = [await addLandlord(), await addLandlord('other-landlord')]
  await addCustomer(store, acting, 'c1')
  assert.deepEqual(done(await find(store, other, { text: 'Mabel' })), [])
  assert.deepEqual(done(await find(store, withOnly(acting, 'masters.read'), { text: 'Mabel' })), [])
  const barred = await find(store, withOnly(acting, 'cases.read'), { text: 'Mabel', kinds: ['customer'] })
  assert.equal(isRefused(barred) && barred.because, 'not allowed')
  done(
    await store.database.transact(acting, 'cases.write', async (tx) => {
      await putSearchRow(tx, { kind: 'case', id: '4F7K-2MPX-9Q', shown: { kind: 'repair' } })
      return true
    }),
  )
  assert.equal(done(await find(store, withOnly(acting, 'cases.read'), { text: '4f7k 2mpx' })).length, 1)
  const contractor = { ...withOnly(acting, 'cases.read', 'customers.read'), contractorId: 'k1' }
  assert.deepEqual(
    done(await find(store, contractor, { text: '4F7K-2MPX-9Q' })),
    [],
    'not one of their own jobs',
  )
  assert.ok(isRefused(await find(store, contractor, { text: 'Mabel', kinds: ['customer'] })))
})

eachDatabase('Among 100,000 rows both ways of looking go by an index', async (open) => {
  const { store, url, addLandlord } = await open()
  const acting = await addLandlord()
  await addCustomer(store, acting, 'needle')
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    await owner.query(
      `insert into search_rows (landlord, kind, id, name, keys, shown)
       select $1, 'customer', 'n' || i, md5(i::text) || ' ' || md5((i * 7)::text), 'n' || i || ' 0' || (1000000000 + i), '{}'
         from generate_series(1, 100000) i`,
      [acting.landlord],
    )
    await owner.query('vacuum analyze search_rows')
    assert.deepEqual(
      done(await find(store, acting, { text: 'Mabel Oshaughnesy' })).map(({ id }) => id),
      ['needle'],
    )
    assert.deepEqual(
      done(await find(store, acting, { text: '01539 900123' })).map(({ id }) => id),
      ['needle'],
    )
    const before = await scans(owner)
    await owner.query(`select set_config('kept.landlord', $1, false)`, [String(acting.landlord)])
    await owner.query('set role kept_app')
    const asked = `select id from search_for('{customer}', $1, $2, null, 20)`
    for (const values of [
      ['mabel oshaughnesy', null],
      [null, '%01539900123%'],
    ])
      assert.deepEqual((await owner.query(asked, values)).rows, [{ id: 'needle' }])
    await owner.query('reset role')
    const after = await scans(owner)
    assert.equal(after.sequential, before.sequential, 'the table is never read whole')
    assert.ok(after.byName > before.byName, 'the name by its index')
    assert.ok(after.byKeys > before.byKeys, 'the number by its index')
  } finally {
    await owner.end()
  }
})

/** How often the table was read whole, and by each of its trigram indexes. */
async function scans(owner: pg.Client) {
  await owner.query('select pg_stat_force_next_flush()')
  const { rows } = await owner.query<{ sequential: string; name: string; keys: string }>(
    `select t.seq_scan as sequential,
            (select idx_scan from pg_stat_user_indexes where indexrelname = 'search_rows_by_name') as name,
            (select idx_scan from pg_stat_user_indexes where indexrelname = 'search_rows_by_keys') as keys
       from pg_stat_user_tables t where relname = 'search_rows'`,
  )
  const [row] = rows
  return { sequential: Number(row?.sequential), byName: Number(row?.name), byKeys: Number(row?.keys) }
}
