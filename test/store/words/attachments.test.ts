import assert from 'node:assert/strict'
import { isRefused } from '#core/refused.ts'
import { accessTo } from '#store/words/access-log.ts'
import { attach } from '#store/words/attach.ts'
import { typeOfAttachment } from '#store/words/attachment-type.ts'
import { eraseAttachment } from '#store/words/erase-words.ts'
import { listAttachments, readAttachment } from '#store/words/read-attachments.ts'
import { test } from 'node:test'
import { done, eachDatabase } from '../databases.ts'
import { addCustomer } from '../masters/people.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

eachDatabase('A file is stored once, and its content goes with its last use', async (open) => {
  const { store, addLandlord } = await open()
  const acting = await addLandlord()
  await addCustomer(store, acting, 'c1')
  await addCustomer(store, acting, 'c2')
  const one = done(
    await attach(store, acting, { name: 'C:\\My\\dam\u202ep.png', content: png, customerId: 'c1' }),
  )
  const other = done(await attach(store, acting, { name: 'again.png', content: png, customerId: 'c2' }))
  assert.equal(one.digest, other.digest)
  assert.equal(one.type, 'image/png')
  const read = done(await readAttachment(store, acting, one.attachmentId, 'a download'))
  assert.deepEqual([read.name, read.content.equals(png)], ['damp.png', true])
  assert.deepEqual(
    done(await accessTo(store, acting, 'c1')).map(({ what, why }) => [what, why]),
    [['attachment', 'a download']],
  )
  const erase = (attachmentId: string) =>
    eraseAttachment(store, acting, { attachmentId, why: 'sent by mistake' })
  assert.deepEqual(await erase(one.attachmentId), { words: 0, attachments: 1 })
  assert.deepEqual(await erase(one.attachmentId), { words: 0, attachments: 0 })
  assert.ok(
    done(await readAttachment(store, acting, other.attachmentId)).content.equals(png),
    'it has another use',
  )
  await erase(other.attachmentId)
  assert.equal(await contents(store, acting), 0)
  const [shell] = done(await listAttachments(store, acting, { customerId: 'c2' }))
  assert.deepEqual([shell?.name, shell?.bytes, shell?.erasedAt === null], [null, png.length, false])
  done(await attach(store, acting, { name: 'back.png', content: png, customerId: 'c2' }))
  assert.equal(await contents(store, acting), 1, 'what comes again is kept again')
})

eachDatabase('A file belongs to something that is there', async (open) => {
  const { store, addLandlord } = await open()
  const acting = await addLandlord()
  for (const about of [{ customerId: 'c9' }, { caseId: 'c9' }, { wordsId: 'w9' }, {}]) {
    const refusal = await attach(store, acting, { name: 'a.png', content: png, ...about })
    assert.ok(isRefused(refusal) && refusal.field?.startsWith('/'), JSON.stringify(about))
  }
})

test('A file is what its content says, whatever its name says', async () => {
  const types: readonly (readonly [string, string])[] = [
    ['%PDF-1.7\n1 0 obj\n', 'application/pdf'],
    ['Dear Mabel,\nthank you.', 'text/plain'],
    ['a,b\n1,2\n3,4\n', 'text/csv'],
    [
      'From: a@example.org\nDate: Mon, 2 Mar 2026 09:00:00 +0000\nSubject: rain\n\nIt rains in.',
      'message/rfc822',
    ],
  ]
  for (const [text, type] of types) assert.equal(await typeOfAttachment(Buffer.from(text)), type)
})

test('What runs when it is opened is refused, with what to send instead', async () => {
  const refused: readonly (readonly [string | Buffer, RegExp])[] = [
    ['<!DOCTYPE html><html><script>alert(1)</script></html>', /PDF/],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', /PNG/],
    ['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', /PNG/],
    ['#!/bin/sh\nrm -rf /', /PDF/],
    [Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), /PDF/],
    [Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), /docx/],
    [Buffer.from([1, 2, 3, 0, 255, 7]), /PDF/],
    ['', /another/],
  ]
  for (const [content, fix] of refused) {
    const type = await typeOfAttachment(Buffer.from(content))
    assert.ok(isRefused(type), String(content).slice(0, 30))
    assert.match(type.fix ?? '', fix)
  }
  const large = await typeOfAttachment(new Uint8Array(10 * 1024 * 1024 + 1))
  assert.equal(isRefused(large) && large.because, 'too large')
})

async function contents(store: Parameters<typeof attach>[0], acting: Parameters<typeof attach>[1]) {
  const text = 'select count(content)::int as n from attachments where landlord = $1'
  const rows = await store.database.transact(acting, 'words.read', (tx) =>
    tx.run<{ n: number }>({ name: 'test-contents', text }, [acting.landlord]),
  )
  return done(rows)[0]?.n
}
