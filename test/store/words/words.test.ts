import assert from 'node:assert/strict'
import { isRefused } from '#core/refused.ts'
import { openCase } from '#store/ledger/append.ts'
import { accessTo } from '#store/words/access-log.ts'
import { eraseWords } from '#store/words/erase-words.ts'
import { keepWords } from '#store/words/keep-words.ts'
import { readWords } from '#store/words/read-words.ts'
import { writeWords } from '#store/words/write-words.ts'
import { done, eachDatabase } from '../databases.ts'
import { addCustomer, withOnly } from '../masters/people.ts'

eachDatabase(
  'Who reads words is written down in the same transaction, and listed for the customer',
  async (open) => {
    const { store, addLandlord } = await open()
    const acting = await addLandlord()
    await addCustomer(store, acting, 'c1')
    const opened = await openCase(store, acting, {
      kind: 'enquiry',
      act: {
        type: 'contact-received',
        data: { channel: 'letter', customer: 'c1' },
        words: [{ kind: 'message', text: 'The window lets in rain.' }],
      },
    })
    const { caseId } = done(opened)
    const reader = withOnly(acting, 'words.read')
    const [letter] = done(await readWords(store, reader, { caseId, why: 'the page of the case' }))
    assert.equal(letter?.text, 'The window lets in rain.')
    assert.equal(letter?.customerId, 'c1')
    const [line, ...more] = done(await accessTo(store, withOnly(acting, 'access-log.read'), 'c1'))
    assert.deepEqual(more, [])
    assert.deepEqual(
      [line?.readBy, line?.what, line?.why, line?.caseId, line?.wordsIds],
      ['staff:x1', 'words', 'the page of the case', caseId, [letter?.wordsId]],
    )
  },
)

eachDatabase(
  'Reading by id, by customer and page by page gives the latest first, each read once',
  async (open) => {
    const { store, addLandlord } = await open()
    const acting = await addLandlord()
    await addCustomer(store, acting, 'c1')
    for (const text of ['one', 'two', 'three', 'four', 'five'])
      done(await writeWords(store, acting, { kind: 'note', text, customerId: 'c1' }))
    const texts: string[] = []
    let after: { writtenAt: number; wordsId: string } | undefined
    for (let pages = 0; pages < 3; pages++) {
      const page = done(
        await readWords(store, acting, { customerId: 'c1', limit: 2, ...(after && { after }) }),
      )
      texts.push(...page.map(({ text }) => String(text)))
      after = page.at(-1)
    }
    assert.deepEqual(texts.toSorted(), ['five', 'four', 'one', 'three', 'two'])
    const ids = done(await readWords(store, acting, { customerId: 'c1' })).map(({ wordsId }) => wordsId)
    assert.equal(done(await readWords(store, acting, { ids: ids.slice(0, 2) })).length, 2)
  },
)

eachDatabase('Words of another landlord are not there, and nobody reads without leave', async (open) => {
  const { store, addLandlord } = await open()
  const [one, other] = [await addLandlord(), await addLandlord('other-landlord')]
  await addCustomer(store, one, 'c1')
  const { wordsId } = done(await writeWords(store, one, { kind: 'note', text: 'private', customerId: 'c1' }))
  assert.deepEqual(await readWords(store, other, { ids: [wordsId] }), [])
  const barred = await readWords(store, withOnly(one, 'cases.read'), { ids: [wordsId] })
  assert.equal(isRefused(barred) && barred.because, 'not allowed')
  const unknown = await writeWords(store, other, { kind: 'note', text: 'x', customerId: 'c1' })
  assert.deepEqual(isRefused(unknown) && [unknown.because, unknown.field], ['not found', '/customer'])
})

eachDatabase('The access log can be added to, and neither changed nor emptied', async (open) => {
  const { store, addLandlord } = await open()
  const acting = await addLandlord()
  for (const table of ['access_log', 'access_log_customers'])
    for (const change of [`update ${table} set access_id = 'x'`, `delete from ${table}`]) {
      const tried = store.database.transact(acting, 'words.read', (tx) =>
        tx.run({ name: change, text: change }),
      )
      await assert.rejects(tried, /permission denied/)
    }
})

eachDatabase('An erased note stays as a shell, and erasing it again finds nothing to do', async (open) => {
  const { store, addLandlord } = await open()
  const acting = await addLandlord()
  await addCustomer(store, acting, 'c1')
  const { wordsId } = done(
    await writeWords(store, acting, { kind: 'note', text: 'gone soon', customerId: 'c1' }),
  )
  assert.deepEqual(await eraseWords(store, acting, { wordsId, why: 'about somebody else' }), {
    words: 1,
    attachments: 0,
  })
  const [shell] = done(await readWords(store, acting, { ids: [wordsId] }))
  assert.deepEqual(
    [shell?.text, shell?.erasedBy, shell?.erasedWhy, shell?.kind],
    [null, 'system', 'about somebody else', 'note'],
  )
  const again = await eraseWords(store, acting, { wordsId, why: 'about somebody else' })
  assert.deepEqual(again, { words: 0, attachments: 0 })
  const nameless = await eraseWords(store, acting, { wordsId, why: ' ' })
  assert.equal(isRefused(nameless) && nameless.field, '/why')
})

eachDatabase(
  'What cannot be kept is refused at the door or left out, and never stands in an exception',
  async (open) => {
    const { store, addLandlord } = await open()
    const acting = await addLandlord()
    await addCustomer(store, acting, 'c1')
    for (const text of ['', ' \n', 'a\0b', 'half \ud800', 'x'.repeat(100_001)]) {
      const written = await writeWords(store, acting, { kind: 'note', text, customerId: 'c1' })
      assert.equal(isRefused(written) && written.field, '/text')
    }
    const kept = await store.database.transact(acting, 'words.write', (tx) =>
      keepWords(tx, { kind: 'note', text: 'a\0b\ud800', customerId: 'c1' }),
    )
    assert.equal(done(await readWords(store, acting, { ids: [done(kept)] }))[0]?.text, 'ab\ufffd')
    const secret = `${'x'.repeat(100_000)}secret`
    const tooLong = store.database.transact(acting, 'words.write', (tx) =>
      keepWords(tx, { kind: 'note', text: secret }),
    )
    await assert.rejects(
      tooLong,
      (error: Error) => !JSON.stringify([error.message, error]).includes('secret'),
    )
  },
)
