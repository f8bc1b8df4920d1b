import assert from 'node:assert/strict'
import { caseStamp, seeCase } from '#store/presence/presence.ts'
import { recordAct } from '#store/ledger/append.ts'
import { dropOld } from '#store/jobs/drop-old.ts'
import { done, eachDatabase } from '../databases.ts'
import { officer } from '../case-page/officers.ts'
import { ledgerGround, letter, refusal } from '../ledger/ground.ts'

eachDatabase('Two people in one case see each other for as long as they have it open', async (open) => {
  const { store, acting, ...ground } = await ledgerGround(open)
  const ann = await officer(store, acting, { id: 'ann', name: 'Ann', role: 'case officer' })
  const bea = await officer(store, acting, { id: 'bea', name: 'Bea', role: 'case officer' })
  const caseId = await ground.open(letter)
  const seen = async (who: typeof ann, live: boolean) =>
    done(await seeCase(store, who, caseId, { live })).map(({ name }) => name)
  ground.at('2026-03-02T10:00:00Z')
  assert.deepEqual(await seen(ann, true), [], 'oneself is nobody else')
  assert.deepEqual(await seen(bea, false), ['Ann'])
  ground.at('2026-03-02T10:00:46Z')
  assert.deepEqual(
    await seen(ann, true),
    ['Bea'],
    'a page without scripts tells once, and counts for minutes',
  )
  ground.at('2026-03-02T10:01:32Z')
  assert.deepEqual(await seen(bea, false), [], 'a live page that tells no more is shut')
  ground.at('2026-03-02T10:06:33Z')
  assert.deepEqual(await seen(ann, false), [])
})

eachDatabase('It is said that somebody recorded something, while that is news', async (open) => {
  const { store, acting, ...ground } = await ledgerGround(open)
  const ann = await officer(store, acting, { id: 'ann', name: 'Ann', role: 'case officer' })
  const bea = await officer(store, acting, { id: 'bea', name: 'Bea', role: 'case officer' })
  const caseId = await ground.open(letter)
  done(await recordAct(store, { ...acting, by: 'staff:bea' }, caseId, { type: 'acknowledgement-sent' }))
  ground.at('2026-03-02T10:02Z')
  done(await seeCase(store, bea, caseId, { live: true }))
  const [news] = done(await seeCase(store, ann, caseId, { live: true }))
  assert.equal(news?.recordedAt, Date.parse('2026-03-02T10:00:00Z'))
  ground.at('2026-03-02T11:01Z')
  done(await seeCase(store, bea, caseId, { live: true }))
  const [stale] = done(await seeCase(store, ann, caseId, { live: true }))
  assert.deepEqual([stale?.name, stale?.recordedAt], ['Bea', null])
})

eachDatabase(
  'The stamp of a case changes with its events and with who is there, and with nothing else',
  async (open) => {
    const { store, acting, ...ground } = await ledgerGround(open)
    const ann = await officer(store, acting, { id: 'ann', name: 'Ann', role: 'case officer' })
    const bea = await officer(store, acting, { id: 'bea', name: 'Bea', role: 'case officer' })
    const caseId = await ground.open(letter)
    const stamp = async () => done(await caseStamp(store, ann, caseId))
    const alone = await stamp()
    assert.equal(await stamp(), alone)
    done(await seeCase(store, bea, caseId, { live: true }))
    const together = await stamp()
    assert.notEqual(together, alone)
    ground.at('2026-03-02T10:05Z')
    assert.equal(await stamp(), alone, 'Bea has gone')
    await ground.record(caseId, { type: 'acknowledgement-sent' })
    assert.notEqual(await stamp(), alone)
    assert.equal(refusal(await caseStamp(store, ann, 'none')).because, 'not found')
  },
)

eachDatabase('Who was there is forgotten after a day', async (open) => {
  const { store, acting, ...ground } = await ledgerGround(open)
  const ann = await officer(store, acting, { id: 'ann', name: 'Ann', role: 'case officer' })
  const caseId = await ground.open(letter)
  done(await seeCase(store, ann, caseId, { live: true }))
  assert.equal(done(await dropOld(store, acting))['presences'], 0)
  ground.at('2026-03-03T10:01Z')
  assert.equal(done(await dropOld(store, acting))['presences'], 1)
})
