import assert from 'node:assert/strict'
import { mergeCase } from '#store/case-page/merge-case.ts'
import { putRight } from '#store/case-page/put-right.ts'
import { readCasePage } from '#store/case-page/read-case-page.ts'
import { recordAct } from '#store/ledger/append.ts'
import { readCase } from '#store/ledger/read-case.ts'
import { done, eachDatabase } from '../databases.ts'
import { ledgerGround, letter, refusal, reply } from '../ledger/ground.ts'
import { officer } from './officers.ts'

const why = 'a test'

eachDatabase('An event put right counts as put right, and shows what it was', async (open) => {
  const { store, acting, ...ground } = await ledgerGround(open)
  const caseId = await ground.open(letter)
  ground.at('2026-03-10T09:00Z')
  await ground.record(caseId, reply)
  const at = Date.parse('2026-03-09T16:00:00Z')
  done(
    await putRight(store, acting, { caseId, sequence: 2, mend: { correct: { at, data: { full: false } } } }),
  )
  const { entries } = done(await readCasePage(store, acting, { caseId, page: 1, why }))
  assert.deepEqual(
    entries.map(({ event }) => [event?.told.type, event?.standing, event?.data['full']]),
    [
      ['event-corrected', 'mends', undefined],
      ['reply-sent', 'corrected', false],
      ['contact-received', 'counts', undefined],
    ],
  )
  const [mend, corrected] = entries
  assert.equal(corrected?.at, at)
  assert.equal(mend?.event?.mends?.sequence, 2)
})

eachDatabase('A withdrawn answer stops no clock any more', async (open) => {
  const { store, acting, ...ground } = await ledgerGround(open)
  const caseId = await ground.open(letter)
  ground.at('2026-03-10T09:00Z')
  await ground.record(caseId, reply)
  done(await putRight(store, acting, { caseId, sequence: 2, mend: { withdraw: 'bounced' } }))
  const { clocks } = done(await readCase(store, acting, caseId))
  assert.deepEqual(
    clocks.map(({ ['outcome']: outcome }) => outcome),
    ['running'],
  )
})

eachDatabase(
  'Who may not record an act may not put it right, and no correction may mean two events',
  async (open) => {
    const { store, acting, ...ground } = await ledgerGround(open)
    const ann = await officer(store, acting, { id: 'ann', name: 'Ann', role: 'contact officer' })
    const caseId = await ground.open(
      { type: 'complaint-received', data: { about: 'repairs', channel: 'letter', complainant: 'customer' } },
      'complaint',
    )
    await ground.record(caseId, { type: 'complaint-closed' })
    const mend = { withdraw: 'entered-twice' } as const
    assert.equal(refusal(await putRight(store, ann, { caseId, sequence: 2, mend })).because, 'not allowed')
    assert.equal(refusal(await putRight(store, ann, { caseId, sequence: 9, mend })).because, 'not found')
    const twice = await ground.open(letter)
    await ground.record(twice, { type: 'acknowledgement-sent' })
    done(await recordAct(store, acting, twice, { type: 'acknowledgement-sent' }))
    assert.match(
      refusal(await putRight(store, ann, { caseId: twice, sequence: 2, mend })).refusal,
      /would mean both/,
    )
  },
)

eachDatabase(
  'A case is merged into one that is there and goes on, not into itself nor in a ring',
  async (open) => {
    const { store, acting, ...ground } = await ledgerGround(open)
    const [first, second, third] = [
      await ground.open(letter),
      await ground.open(letter),
      await ground.open(letter),
    ]
    const words = [{ kind: 'note' as const, text: 'The same letter twice.' }]
    done(await mergeCase(store, acting, { caseId: second, into: first, words, expectedVersion: 1 }))
    for (const [caseId, into, says] of [
      [third, third, /the case itself/],
      [third, 'none', /no case none/],
      [third, second, new RegExp(`merged into ${first}`)],
    ] as const) {
      const refused = refusal(await mergeCase(store, acting, { caseId, into }))
      assert.deepEqual([refused.because, refused.field], ['not valid', '/into'])
      assert.match(refused.refusal, says)
    }
    const page = done(await readCasePage(store, acting, { caseId: first, page: 1, why }))
    assert.deepEqual(page.mergedHere, [second])
    const { acts } = done(await readCasePage(store, acting, { caseId: second, page: 1, why }))
    assert.deepEqual(acts, [], 'the work goes on in the other')
  },
)
