import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused } from '#core/refused.ts'
import { type Comparison, compareFigures } from '#store/comparisons/compare.ts'
import { factsBehind, reasonsBehind } from '#store/comparisons/facts-behind.ts'
import { pausedShare } from '#store/comparisons/paused-share.ts'
import { strandsToCompare } from '#store/comparisons/strands.ts'
import { masters } from '#store/masters/masters.ts'
import { addMaster } from '#store/masters/writing.ts'
import { day } from '#test/core/time/calendars.ts'
import { done, openTestStore } from '../databases.ts'
import { type LedgerGround, ledgerGround } from '../ledger/ground.ts'

const span = { promise: 'P-1', from: day('2026-03-01'), to: day('2026-03-31') }

/** Letters of one team, so many of them kept, each of a customer of its own with an age. */
async function letters(
  ground: LedgerGround,
  team: string,
  { kept, missed, age }: { readonly kept: number; readonly missed: number; readonly age: string },
): Promise<void> {
  for (let n = 0; n < kept + missed; n++) {
    ground.at('2026-03-02T10:00Z')
    const customer = await customerOf(ground, age)
    const caseId = await ground.open({ type: 'contact-received', data: { channel: 'letter', customer } })
    await ground.record(caseId, { type: 'case-assigned', data: { team } })
    ground.at(n < kept ? '2026-03-03T10:00Z' : '2026-03-25T10:00Z')
    await ground.record(caseId, { type: 'reply-sent', data: { full: true } })
  }
}

async function customerOf({ store, acting }: LedgerGround, age: string): Promise<string> {
  const [customers, strands] = ['customers', 'strands'].map((kind) =>
    masters.find((each) => each.kind === kind),
  )
  assert.ok(customers !== undefined && strands !== undefined)
  const { id } = done(
    await addMaster(store, acting, customers, { values: { kind: 'person', name: 'Somebody' } }),
  )
  const told = { customer: id, strand: 'age-band', value: age }
  done(await addMaster(store, acting, strands, { values: told }))
  return id
}

function shownIn({ groups }: Comparison) {
  return groups.map(({ name, shown }) => [name, shown && [shown.kept, shown.of, shown.beside]])
}

test('Groups are set beside each other with small numbers hidden, of clocks and of what cases add', async () => {
  const ground = await ledgerGround((options) => openTestStore('embedded', options))
  const { store, acting } = ground
  await letters(ground, 'north', { kept: 12, missed: 0, age: 'under-30' })
  await letters(ground, 'south', { kept: 2, missed: 11, age: '30-to-60' })
  await letters(ground, 'west', { kept: 3, missed: 1, age: 'over-60' })
  ground.at('2026-04-02T10:00Z')
  const byTeam = done(await compareFigures(store, acting, { ...span, by: 'team' }))
  assert.deepEqual(shownIn(byTeam), [
    ['north', undefined],
    ['south', [2, 13, 'less than the others']],
    ['west', undefined],
  ])
  const ratio = done(await compareFigures(store, acting, { ...span, promise: 'P-2', by: 'channel' }))
  assert.deepEqual(shownIn(ratio), [['letter', [29, 29, 'cannot be said']]])
  assert.deepEqual(done(await strandsToCompare(store, acting)), ['age-band'])
  const byAge = done(await compareFigures(store, acting, { ...span, by: 'profile', strand: 'age-band' }))
  assert.deepEqual(
    byAge.groups.map(({ name, shown }) => [name, shown?.of]),
    [
      ['30 to 60', 15],
      ['over 60', undefined],
      ['under 30', undefined],
    ],
  )
  assert.deepEqual(done(await pausedShare(store, acting, span)), { paused: 0, extended: 0 })
  const facts = done(await factsBehind(store, acting, { ...span, promise: 'P-2' }))
  assert.equal(facts.facts.length, 50)
  assert.deepEqual(facts.facts[0]?.added.map(([, , what, amount]) => [what, amount]).toSorted(), [
    ['sum:0', 1],
    ['sum:1', 1],
  ])
  const rest = done(
    await factsBehind(store, acting, { ...span, promise: 'P-2', ...(facts.next && { after: facts.next }) }),
  )
  assert.equal(rest.facts.length, 8)
  assert.equal(rest.next, undefined)
  assert.equal(done(await reasonsBehind(store, acting, span)).size, 0)
  const none = await compareFigures(store, acting, { ...span, promise: 'P-9', by: 'team' })
  assert.ok(isRefused(none) && none.because === 'not found')
})
