import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byAttention } from '#core/promises/attention.ts'
import { permissionsOf } from '#core/people/role.ts'
import { isRefused } from '#core/refused.ts'
import { clocksBehind } from '#store/ledger/clocks-behind.ts'
import { foldTallies } from '#store/ledger/fold-tallies.ts'
import { readFigures } from '#store/ledger/figures.ts'
import { verifyLandlord } from '#store/verify/verify-landlord.ts'
import { day } from '#test/core/time/calendars.ts'
import { done, eachDatabase, openTestStore } from '../databases.ts'
import { type LedgerGround, ledgerGround } from './ground.ts'

const months = { by: 'month', from: day('2026-03-01'), to: day('2026-03-31') } as const

/** Letters, each answered in time or not, and whose they are in turn. */
async function letters(ground: LedgerGround): Promise<void> {
  for (const [teams, replied] of [
    [['north'], '2026-03-04T10:00Z'],
    [['north'], '2026-03-30T10:00Z'],
    [['north', 'south'], '2026-03-05T10:00Z'],
    [[], '2026-03-06T10:00Z'],
  ] as const) {
    ground.at('2026-03-02T10:00Z')
    const caseId = await ground.open({
      type: 'contact-received',
      at: '2026-03-02T10:00Z',
      data: { channel: 'letter' },
    })
    for (const team of teams)
      await ground.record(caseId, { type: 'case-assigned', at: '2026-03-02T10:00Z', data: { team } })
    ground.at(replied)
    await ground.record(caseId, { type: 'reply-sent', at: replied, data: { full: true } })
  }
  ground.at('2026-04-01T10:00Z')
}

eachDatabase(
  'A team’s figures are of the cases it has now, and follow a case to another team',
  async (open) => {
    const ground = await ledgerGround(open)
    const { store, acting } = ground
    await letters(ground)
    const countedOf = async (team?: string) => {
      const { promises } = done(
        await readFigures(store, acting, { ...months, ...(team !== undefined && { team }) }),
      )
      return promises.map(({ promise, whole }) => ({
        id: promise.id,
        kept: whole.kept,
        counted: whole.counted,
      }))
    }
    const [all, north, south] = [await countedOf(), await countedOf('north'), await countedOf('south')]
    assert.equal(all.length, 2)
    for (const { id, counted } of all) {
      assert.equal(counted, 4)
      assert.equal(north.find((each) => each.id === id)?.counted, 2)
      assert.equal(south.find((each) => each.id === id)?.counted, 1)
    }
    const panel = { ...acting, may: permissionsOf(['panel member']) }
    assert.ok(
      isRefused(await readFigures(store, panel, { ...months, team: 'south' })),
      'one case is somebody’s',
    )
    done(await readFigures(store, panel, months))
    assert.deepEqual(north[0], { id: 'P-1', kept: 1, counted: 2 })
    assert.equal((await listed('north', 'P-1')).length, 2)
    assert.equal((await listed('south', 'P-1')).length, 1)
    assert.ok((await countedOf('nobody')).every(({ counted }) => counted === 0))
    assert.equal(done(await verifyLandlord(store, acting)).differences, 0)
    // Folded months give the same figures, also where somebody writes there later.
    ground.at('2026-06-10T10:00Z')
    assert.ok(done(await foldTallies(store, acting)).folded > 0)
    assert.deepEqual(
      [await countedOf(), await countedOf('north'), await countedOf('south')],
      [all, north, south],
    )
    assert.equal(done(await foldTallies(store, acting)).folded, 0)
    await letters(ground)
    ground.at('2026-06-10T10:00Z')
    assert.equal((await countedOf('north'))[0]?.counted, 4)
    assert.equal(done(await verifyLandlord(store, acting)).differences, 0)

    async function listed(team: string, promise: string) {
      return done(await clocksBehind(store, acting, { promise, team }))
    }
  },
)

test('Without their lengths figures are the same but for these', async () => {
  const ground = await ledgerGround((options) => openTestStore('embedded', options))
  const { store, acting } = ground
  await letters(ground)
  const whole = done(await readFigures(store, acting, months))
  const without = done(await readFigures(store, acting, { ...months, withoutLengths: true }))
  assert.deepEqual(
    byAttention(without).map(({ promise, standing, whole: { kept, counted } }) => [
      promise.id,
      standing,
      kept,
      counted,
    ]),
    byAttention(whole).map(({ promise, standing, whole: { kept, counted } }) => [
      promise.id,
      standing,
      kept,
      counted,
    ]),
  )
  assert.ok(whole.promises.some((each) => each.whole.lengths !== null && each.whole.lengths.count === 4))
  assert.ok(without.promises.every((each) => each.whole.lengths === null || each.whole.lengths.count === 0))
})

test('Who sees figures and no cases is not told which cases are behind them', async () => {
  const { store, acting } = await ledgerGround((options) => openTestStore('embedded', options))
  const panel = { ...acting, may: new Set(['figures.read'] as const) }
  const found = await clocksBehind(store, panel, { promise: 'LIN-39' })
  assert.ok(isRefused(found) && found.because === 'not allowed')
})
