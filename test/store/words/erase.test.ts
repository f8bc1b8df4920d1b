import assert from 'node:assert/strict'
import type { Acting } from '#core/people/acting.ts'
import { isRefused } from '#core/refused.ts'
import type { Store } from '#store/store.ts'
import { openCase } from '#store/ledger/append.ts'
import { readCase } from '#store/ledger/read-case.ts'
import { queueMail } from '#store/jobs/outbox.ts'
import { alerts } from '#store/masters/kinds/alerts.ts'
import { customers } from '#store/masters/kinds/customers.ts'
import { needs } from '#store/masters/kinds/needs.ts'
import { strands } from '#store/masters/kinds/strands.ts'
import { listMasters, readMaster } from '#store/masters/reading.ts'
import { addMaster, changeMaster } from '#store/masters/writing.ts'
import { find } from '#store/search/find.ts'
import { attach } from '#store/words/attach.ts'
import { erasuresOf, eraseCustomer } from '#store/words/erase-customer.ts'
import { readAttachment } from '#store/words/read-attachments.ts'
import { readWords } from '#store/words/read-words.ts'
import { removeExpiredWords, setRetention } from '#store/words/retention.ts'
import { writeWords } from '#store/words/write-words.ts'
import pg from 'pg'
import { done, eachDatabase } from '../databases.ts'
import { addCustomer, mabel } from '../masters/people.ts'

eachDatabase('Erasing a customer leaves facts, and nothing of who they were in any table', async (open) => {
  const { store, url, addLandlord } = await open()
  const acting = await addLandlord()
  const { caseId, version, theirs, file } = await everythingOf(store, acting)
  const erasure = done(await eraseCustomer(store, acting, { customerId: 'c1', why: 'asked for' }))
  assert.deepEqual(erasure.counts, {
    words: 2,
    attachments: 1,
    names: 1,
    contactDetails: 1,
    needs: 1,
    alerts: 1,
    strands: 1,
    letterDrafts: 0,
    observationDrafts: 0,
    surveyWishes: 0,
    surveyCodes: 0,
    surveyInvitations: 0,
    copies: 0,
    contactDrafts: 0,
    searchRows: 1,
    importedRows: 0,
    mail: 1,
  })
  for (const trace of ['Mabel', 'Shaughnessy', '900123', '900 123', 'mabel', '1941-07-03', 'Fell Close'])
    assert.deepEqual(await tablesHolding(url, trace), [], trace)
  assert.equal(done(await readCase(store, acting, caseId)).case.version, version)
  assert.equal(done(await readMaster(store, acting, customers, { id: 'c1' })).values.name, null)
  assert.deepEqual(done(await listMasters(store, acting, needs, { by: ['customer', 'c1'] })), [])
  assert.deepEqual(done(await find(store, acting, { text: 'Shaughnessy' })), [])
  assert.equal(done(await readWords(store, acting, { ids: [theirs.wordsId] }))[0]?.text, 'about the other')
  assert.ok(isRefused(await readAttachment(store, acting, file.attachmentId)))

  assert.deepEqual(
    done(await eraseCustomer(store, acting, { customerId: 'c1', why: 'asked again' })),
    erasure,
  )
  assert.deepEqual(done(await erasuresOf(store, acting, 'c1')), [erasure])
  const { version: now } = done(await readMaster(store, acting, customers, { id: 'c1' }))
  const back = await changeMaster(store, acting, customers, { id: 'c1', expected: now, values: mabel })
  assert.match(isRefused(back) ? back.refusal : '', /was erased on/)
})

eachDatabase('Nobody is erased who is not there, or without leave', async (open) => {
  const { store, addLandlord } = await open()
  const acting = await addLandlord()
  const unknown = await eraseCustomer(store, acting, { customerId: 'nobody', why: 'asked for' })
  assert.equal(isRefused(unknown) && unknown.because, 'not found')
  const barred = await eraseCustomer(
    store,
    { ...acting, may: new Set() },
    { customerId: 'c1', why: 'asked for' },
  )
  assert.equal(isRefused(barred) && barred.because, 'not allowed')
})

eachDatabase(
  'Words are kept as long as the landlord says: from their writing, or from the end of their case',
  async (open) => {
    let now = Date.parse('2024-01-10T09:00:00Z')
    const { store, url, addLandlord } = await open({ now: () => now })
    const acting = await addLandlord()
    await addCustomer(store, acting, 'c1')
    const act = { type: 'contact-received', data: { channel: 'letter', customer: 'c1' } }
    const { caseId } = done(await openCase(store, acting, { kind: 'enquiry', act }))
    const at = now
    const write = async (more: object) =>
      done(await writeWords(store, acting, { kind: 'note', text: 'a note', at, customerId: 'c1', ...more }))
        .wordsId
    const [loose, ofCase, letter] = [
      await write({}),
      await write({ caseId }),
      await write({ kind: 'letter' }),
    ]
    const held = await write({ keepUntil: 20_600 })
    done(await setRetention(store, acting, { kind: 'note', months: 12, countedFrom: 'case closed' }))
    const left = async () => {
      const words = done(await readWords(store, acting, { ids: [loose, ofCase, letter, held] }))
      return words
        .filter(({ text }) => text !== null)
        .map(({ wordsId }) => wordsId)
        .sort()
    }
    now = Date.parse('2025-01-09T09:00:00Z')
    assert.equal(done(await removeExpiredWords(store, acting)).words, 0)
    now = Date.parse('2025-01-11T09:00:00Z')
    assert.deepEqual(done(await removeExpiredWords(store, acting)), {
      words: 1,
      attachments: 0,
      importedRows: 0,
      surveyInvitations: 0,
      more: false,
    })
    assert.deepEqual(await left(), [ofCase, letter, held].sort(), 'its case is open, or its kind has no rule')
    await asOwner(url, `update cases set is_open = false, last_at = '2024-06-01T09:00:00Z'`)
    now = Date.parse('2025-06-02T09:00:00Z')
    assert.equal(done(await removeExpiredWords(store, acting, { limit: 1 })).more, true)
    assert.deepEqual(await left(), [letter, held].sort())
    now = Date.parse('2026-06-02T09:00:00Z')
    assert.equal(
      done(await removeExpiredWords(store, acting)).words,
      1,
      'the day until which it was held is over',
    )
    assert.deepEqual(await left(), [letter])
    assert.equal(done(await setRetention(store, acting, { kind: 'note' })).length, 0)
  },
)

/** A customer of whom something stands in every table that an erasure must reach, and another. */
async function everythingOf(store: Store, acting: Acting) {
  const mail = {
    to: mabel.email,
    subject: 'For Mabel',
    text: 'Dear Mrs O’Shaughnessy',
    about: 'reply',
    customerId: 'c1',
  }
  done(await store.database.transact(acting, 'words.write', (tx) => queueMail(tx, mail)))
  await addCustomer(store, acting, 'c1')
  const nothingShared = {
    telephone: null,
    mobile: null,
    email: null,
    address: null,
    dateOfBirth: null,
    knownAs: null,
  }
  await addCustomer(store, acting, 'c2', { ...nothingShared, name: 'Somebody Else' })
  const { caseId, version } = done(
    await openCase(store, acting, {
      kind: 'enquiry',
      act: {
        type: 'contact-received',
        data: { channel: 'letter', customer: 'c1' },
        words: [{ kind: 'message', text: 'Mabel writes of rain.' }],
      },
    }),
  )
  done(await writeWords(store, acting, { kind: 'note', text: 'Mabel rang again', caseId }))
  const theirs = done(
    await writeWords(store, acting, { kind: 'note', text: 'about the other', caseId, customerId: 'c2' }),
  )
  const content = Buffer.from('Mabel’s letter')
  const file = done(await attach(store, acting, { name: 'Mabel.txt', content, customerId: 'c1' }))
  const day = { setOn: '2026-03-02', reviewOn: '2026-09-02' }
  done(await addMaster(store, acting, needs, { values: { customer: 'c1', need: 'braille' } }))
  done(await addMaster(store, acting, alerts, { values: { customer: 'c1', alert: 'dog', ...day } }))
  done(
    await addMaster(store, acting, strands, {
      values: { customer: 'c1', strand: 'religion', value: 'none' },
    }),
  )
  return { caseId, version, theirs, file }
}

/** The tables of which some row holds this text. */
async function tablesHolding(url: string, text: string): Promise<readonly string[]> {
  const tables = await asOwner(
    url,
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  )
  const holding: string[] = []
  for (const { name } of tables) {
    if (name === 'editions') continue
    const [row] = await asOwner(
      url,
      `select count(*)::int as n from ${String(name)} t where t::text like '%' || $1 || '%'`,
      [text],
    )
    if (row?.['n'] !== 0) holding.push(String(name))
  }
  return holding
}

async function asOwner(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, [...values])).rows
  } finally {
    await client.end()
  }
}
