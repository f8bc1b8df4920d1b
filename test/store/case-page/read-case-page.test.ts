import assert from 'node:assert/strict'
import { entriesAPage, readCasePage } from '#store/case-page/read-case-page.ts'
import { recordSteps, type Step } from '#store/ledger/append.ts'
import { accessTo } from '#store/words/access-log.ts'
import { attach } from '#store/words/attach.ts'
import { writeWords } from '#store/words/write-words.ts'
import { done, eachDatabase } from '../databases.ts'
import { ledgerGround, letter } from '../ledger/ground.ts'
import { add, officer } from './officers.ts'

const why = '/cases/:caseId'

eachDatabase(
  'Words stand beside the event they belong to, and reading them is written down',
  async (open) => {
    const { store, acting, ...ground } = await ledgerGround(open)
    await add(store, acting, 'customers', 'mabel', { kind: 'person', name: 'Mabel Brown' })
    await add(store, acting, 'alerts', 'a1', {
      customer: 'mabel',
      alert: 'dog',
      setOn: '2026-01-01',
      reviewOn: '2027-01-01',
    })
    await add(store, acting, 'alerts', 'a2', {
      customer: 'mabel',
      alert: 'vulnerable',
      setOn: '2025-01-01',
      reviewOn: '2026-01-01',
      endedOn: '2026-02-01',
    })
    await add(store, acting, 'needs', 'n1', { customer: 'mabel', need: 'interpreter', language: 'ur' })
    const caseId = await ground.open({
      ...letter,
      data: { channel: 'letter', customer: 'mabel' },
      words: [{ kind: 'letter', text: 'The roof leaks.' }],
    })
    done(await writeWords(store, acting, { kind: 'note', text: 'Rang back.', caseId }))
    done(await attach(store, acting, { name: 'roof.txt', content: Buffer.from('a roof'), caseId }))
    const ann = await officer(store, acting, { id: 'ann', name: 'Ann', role: 'contact officer' })
    const page = done(await readCasePage(store, ann, { caseId, page: 1, why }))
    const said = page.entries.map(({ event, words }) => [event?.told.type, words.map(({ text }) => text)])
    assert.deepEqual(
      said.toSorted((a, b) => String(a).localeCompare(String(b))),
      [
        [undefined, ['Rang back.']],
        ['contact-received', ['The roof leaks.']],
      ],
    )
    assert.deepEqual(page.customer, {
      customerId: 'mabel',
      name: 'Mabel Brown',
      alerts: ['dog'],
      needs: [{ need: 'interpreter', language: 'ur' }],
    })
    assert.deepEqual(
      page.files?.map(({ name }) => name),
      ['roof.txt'],
    )
    const log = done(await accessTo(store, acting, 'mabel'))
    assert.deepEqual(
      log.filter(({ readBy }) => readBy === 'staff:ann').map((each) => [each.what, each.why]),
      [
        ['name, alerts and needs', why],
        ['words and names of files', why],
      ],
    )
  },
)

eachDatabase('Who may not read words or customers is shown the facts alone', async (open) => {
  const { store, acting, ...ground } = await ledgerGround(open)
  await add(store, acting, 'customers', 'mabel', { kind: 'person', name: 'Mabel Brown' })
  await add(store, acting, 'homes', 'h1', { address: '1 Mill Lane', postcode: 'LA9 4ND' })
  const caseId = await ground.open({
    ...letter,
    data: { channel: 'letter', customer: 'mabel', home: 'h1' },
    words: [{ kind: 'letter', text: 'The roof leaks.' }],
  })
  await ground.record(caseId, { type: 'case-assigned', data: { contractor: 'roofers' } })
  const auditor = await officer(store, acting, { id: 'aud', name: 'Aud', role: 'auditor' })
  const roofer = {
    ...(await officer(store, acting, { id: 'rob', name: 'Rob', role: 'contractor' })),
    contractorId: 'roofers',
  }
  for (const who of [auditor, roofer]) {
    const page = done(await readCasePage(store, who, { caseId, page: 1, why }))
    assert.deepEqual(
      page.entries.flatMap(({ words }) => words),
      [],
    )
    assert.deepEqual([page.customer, page.files], [undefined, undefined])
    assert.equal(page.home?.address, '1 Mill Lane, LA9 4ND', 'the home of their job they must find')
  }
  const log = done(await accessTo(store, acting, 'mabel'))
  assert.deepEqual(
    log.map(({ readBy, what }) => [readBy, what]),
    [['staff:rob', 'home']],
  )
})

eachDatabase('A long timeline comes page by page, and the act that is awaited stands first', async (open) => {
  const { store, acting, ...ground } = await ledgerGround(open)
  const caseId = await ground.open(letter)
  const notes = Array.from(
    { length: entriesAPage + 5 },
    (): Step => ({ in: caseId, act: { type: 'note-kept' } }),
  )
  done(await recordSteps(store, acting, notes as [Step, ...Step[]]))
  const first = done(await readCasePage(store, acting, { caseId, page: 1, why }))
  const last = done(await readCasePage(store, acting, { caseId, page: 99, why }))
  assert.deepEqual(
    [first.entries.length, first.pages, last.page, last.entries.length],
    [entriesAPage, 2, 2, 6],
  )
  assert.equal(last.entries.at(-1)?.event?.told.type, 'contact-received')
  assert.equal(first.acts[0]?.type, 'reply-sent')
  assert.equal(first.clocks[0]?.promise, 'P-1')
})
