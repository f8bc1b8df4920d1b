import assert from 'node:assert/strict'
import { readFigures } from '#store/ledger/figures.ts'
import { passTime } from '#store/ledger/pass-time.ts'
import { day } from '#test/core/time/calendars.ts'
import { done, eachDatabase } from '../databases.ts'
import { ledgerGround } from './ground.ts'

eachDatabase(
  'Figures of some months are those of the same months among all, lengths included',
  async (open) => {
    const ground = await ledgerGround(open)
    for (const [received, replied] of [
      ['2026-03-02T10:00Z', '2026-03-04T10:00Z'],
      ['2026-03-09T10:00Z', '2026-04-07T10:00Z'],
      ['2026-04-13T10:00Z', '2026-04-20T10:00Z'],
      ['2026-05-11T10:00Z', '2026-05-12T10:00Z'],
    ] as const) {
      ground.at(received)
      const caseId = await ground.open({
        type: 'contact-received',
        at: received,
        data: { channel: 'letter' },
      })
      ground.at(replied)
      await ground.record(caseId, { type: 'reply-sent', at: replied, data: { full: true } })
    }
    ground.at('2026-06-01T10:00Z')
    done(await passTime(ground.store, ground.acting))
    const all = done(await readFigures(ground.store, ground.acting, { by: 'month' }))
    const asked = { by: 'month', from: day('2026-04-01'), to: day('2026-05-31') } as const
    const some = done(await readFigures(ground.store, ground.acting, asked))
    for (const { promise, byPeriod } of some.promises) {
      const among = all.promises.find((each) => each.promise.id === promise.id)?.byPeriod ?? []
      const same = among.filter(({ period }) => period === '2026-04' || period === '2026-05')
      assert.equal(same.length, 2)
      assert.deepEqual(byPeriod, same)
    }
    assert.ok(some.promises.some(({ byPeriod }) => byPeriod.some(({ lengths }) => lengths !== null)))
  },
)
