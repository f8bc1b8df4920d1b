import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareFigures } from '#store/comparisons/compare.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { offices } from '#store/masters/kinds/offices.ts'
import { addMaster } from '#store/masters/writing.ts'
import { day, instant } from '#test/core/time/calendars.ts'
import { done, openTestStore } from '../databases.ts'

test('Visits and observations are compared by the office they were at, not by that of a team, and visits came at reception', async () => {
  let now = instant('2026-03-02T10:00Z')
  const { store, addLandlord } = await openTestStore('embedded', { now: () => now })
  const acting = await addLandlord('one-housing-group')
  for (const id of ['main', 'harbour'])
    done(await addMaster(store, acting, offices, { id, values: { name: `Office ${id}` } }))
  for (let n = 0; n < 20; n++) {
    const office = n < 10 ? 'main' : 'harbour'
    const arrived = { type: 'visitor-arrived', data: { office, appointmentAt: '2026-03-02T10:00:00Z' } }
    const { caseId } = done(await openCase(store, acting, { kind: 'reception-visit', act: arrived }))
    // OHG-05: ten minutes after the agreed time at the latest.
    const at = office === 'main' ? '2026-03-02T10:05:00Z' : '2026-03-02T10:20:00Z'
    now = instant('2026-03-02T10:30Z')
    done(
      await recordAct(store, acting, caseId, {
        type: 'visitor-seen',
        at,
        data: { by: 's1', designated: true },
      }),
    )
    const item = { instrument: 'mystery-shop', item: 'receptionist-name-displayed' }
    const seen = { ...item, place: office, answer: office === 'main' ? 'yes' : 'no' }
    done(
      await openCase(store, acting, {
        kind: 'observation',
        act: { type: 'observation-recorded', data: seen },
      }),
    )
    now = instant('2026-03-02T10:00Z')
  }
  now = instant('2026-03-03T10:00Z')
  for (const promise of ['OHG-05', 'OHG-01']) {
    const asked = { promise, by: 'office', from: day('2026-03-01'), to: day('2026-03-31') } as const
    const { groups } = done(await compareFigures(store, acting, asked))
    assert.deepEqual(
      groups.map(({ name, shown }) => [name, shown?.kept, shown?.of]),
      [
        ['Office harbour', 0, 10],
        ['Office main', 10, 10],
      ],
      promise,
    )
  }
  const asked = { by: 'channel', from: day('2026-03-01'), to: day('2026-03-31') } as const
  for (const [promise, ways] of [
    ['OHG-05', [['reception', 20]]],
    ['OHG-01', [['not said', 20]]],
  ] as const) {
    const { groups } = done(await compareFigures(store, acting, { ...asked, promise }))
    assert.deepEqual(
      groups.map(({ name, shown }) => [name, shown?.of]),
      ways,
    )
  }
})
