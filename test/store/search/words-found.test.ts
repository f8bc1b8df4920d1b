import assert from 'node:assert/strict'
import { isRefused } from '#core/refused.ts'
import { namesOfCustomers, namesOfHomes, staffOf } from '#store/masters/names.ts'
import { find } from '#store/search/find.ts'
import { findWords } from '#store/search/find-words.ts'
import { accessTo } from '#store/words/access-log.ts'
import { eraseCustomer } from '#store/words/erase-customer.ts'
import { writeWords } from '#store/words/write-words.ts'
import { done, eachDatabase } from '../databases.ts'
import { addCustomer, withOnly } from '../masters/people.ts'

eachDatabase(
  'What was written is found by its words in any form, the latest first, with the hits marked',
  async (open) => {
    const { store, addLandlord } = await open()
    const acting = await addLandlord()
    const customerId = await addCustomer(store, acting, 'c1')
    const write = async (text: string) =>
      done(await writeWords(store, acting, { kind: 'note', text, customerId })).wordsId
    const first = await write('The roof leaks above the stairs.')
    const second = await write('She says that the leaking roof was mended.')
    await write('About the rent.')
    const found = done(await findWords(store, acting, { text: 'leak roof', why: 'search' }))
    assert.deepEqual(
      found.map(({ wordsId }) => wordsId),
      [second, first],
    )
    assert.deepEqual(
      found[1]?.pieces.filter(({ hit }) => hit).map(({ text }) => text),
      ['roof', 'leaks'],
    )
    const last = found[0]
    assert.ok(last !== undefined)
    const older = done(await findWords(store, acting, { text: 'leak roof', after: last }))
    assert.deepEqual(
      older.map(({ wordsId }) => wordsId),
      [first],
    )
    assert.deepEqual(done(await findWords(store, acting, { text: 'roof -mended' })).length, 1)
    for (const text of ['the of and', 'zebra', '""', "'); drop", 'a & | ! :*', 'x OR'])
      assert.deepEqual(done(await findWords(store, acting, { text })), [], text)
    assert.ok(isRefused(await findWords(store, acting, { text: 'x' })))
  },
)

eachDatabase(
  'Words are found by who may read them, each finding is written down, and erasure takes them away',
  async (open) => {
    const { store, addLandlord } = await open()
    const [acting, other] = [await addLandlord(), await addLandlord('near-side')]
    const customerId = await addCustomer(store, acting, 'c1')
    done(await writeWords(store, acting, { kind: 'note', text: 'The roof leaks.', customerId }))
    const reader = withOnly(acting, 'words.read')
    assert.equal(done(await findWords(store, reader, { text: 'roof', why: 'search' })).length, 1)
    const [line] = done(await accessTo(store, acting, customerId))
    assert.deepEqual([line?.readBy, line?.what, line?.why], ['staff:x1', 'search in words', 'search'])
    assert.deepEqual(done(await findWords(store, other, { text: 'roof' })), [], 'another landlord')
    const clerk = await findWords(store, withOnly(acting, 'cases.read'), { text: 'roof' })
    assert.ok(isRefused(clerk) && clerk.because === 'not allowed')
    const firm = { ...reader, contractorId: 'fell' }
    assert.deepEqual(done(await findWords(store, firm, { text: 'roof' })), [], 'a contractor')
    done(await eraseCustomer(store, acting, { customerId, why: 'they asked' }))
    assert.deepEqual(done(await findWords(store, reader, { text: 'roof' })), [])
    assert.deepEqual(done(await find(store, acting, { text: 'Mabel' })), [])
  },
)

eachDatabase(
  'Names stand beside cases for who may read them, in one line of the log, and for nobody else',
  async (open) => {
    const { store, addLandlord } = await open()
    const acting = await addLandlord()
    for (const id of ['c1', 'c2']) await addCustomer(store, acting, id)
    const reader = withOnly(acting, 'cases.read', 'customers.read')
    const ids = ['c1', 'c2', 'c1', 'gone']
    const names = await namesOfCustomers(store, reader, { ids, why: 'a list' })
    assert.deepEqual([...names.keys()].toSorted(), ['c1', 'c2'])
    const logs = [done(await accessTo(store, acting, 'c1')), done(await accessTo(store, acting, 'c2'))]
    assert.deepEqual(
      logs.map((log) => log.map(({ why }) => why)),
      [['a list'], ['a list']],
    )
    assert.equal(logs[0]?.[0]?.accessId, logs[1]?.[0]?.accessId)
    const auditor = withOnly(acting, 'cases.read', 'masters.read')
    assert.equal((await namesOfCustomers(store, auditor, { ids, why: 'a list' })).size, 0)
    assert.equal((await namesOfHomes(store, withOnly(acting, 'cases.read'), { ids: ['h1'] })).size, 0)
    assert.deepEqual(await staffOf(store, withOnly(acting)), [], 'who may see nothing sees nobody')
  },
)
