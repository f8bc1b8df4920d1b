import assert from 'node:assert/strict'
import { readCase } from '#store/ledger/read-case.ts'
import { readFigures } from '#store/ledger/figures.ts'
import { passTime } from '#store/ledger/pass-time.ts'
import { worklist } from '#store/ledger/worklist.ts'
import { activateTerms } from '#store/terms/activate.ts'
import { bringToTerms, previewTerms } from '#store/terms/bring-to-terms.ts'
import { packText } from '#test/core/promises/little-pack.ts'
import { feed } from '#test/core/time/calendars.ts'
import { formatDay } from '#core/time/day.ts'
import { done, eachDatabase } from '../databases.ts'
import { answers, ledgerGround, letter, refusal, reply } from './ground.ts'

eachDatabase(
  'What falls due without anything happening is missed, on the list at once and in the figures when time is carried into them',
  async (open) => {
    const { store, acting, ...ground } = await ledgerGround(open)
    const caseId = await ground.open(letter)
    ground.at('2026-03-17T08:00Z')
    const [overdue] = done(await worklist(store, acting, { of: 'everybody' }))
    assert.deepEqual([overdue?.case_id, overdue?.outcome], [caseId, 'missed'])
    assert.deepEqual(done(await passTime(store, acting)), { cases: 1, more: false })
    const { promises } = done(await readFigures(store, acting, { by: 'month' }))
    const { kept, counted, overdue: open_ } = promises[0]?.whole ?? {}
    assert.deepEqual([kept, counted, open_], [0, 1, 1])
    assert.deepEqual(done(await passTime(store, acting)), { cases: 0, more: false }, 'time passes once')
  },
)

eachDatabase(
  'A list of 120 is read page by page, each row once, in the order in which they fall due',
  async (open) => {
    const { store, acting, ...ground } = await ledgerGround(open)
    for (let index = 0; index < 120; index++)
      await ground.open({ ...letter, at: `2026-02-${String(10 + (index % 7)).padStart(2, '0')}T09:00:00Z` })
    const seen: number[] = []
    const names = new Set<string>()
    let after: { keepsUntil: number; caseId: string; promise: string; n: number } | undefined
    for (let page = 0; page < 10; page++) {
      const rows = done(
        await worklist(store, acting, { of: 'everybody', limit: 50, ...(after && { after }) }),
      )
      for (const row of rows) names.add(`${row.case_id} ${row.promise} ${row.n}`)
      seen.push(...rows.map(({ keeps_until: until }) => until))
      const last = rows.at(-1)
      if (last === undefined) break
      after = { keepsUntil: last.keeps_until, caseId: last.case_id, promise: last.promise, n: last.n }
    }
    assert.equal(names.size, 120)
    assert.deepEqual(
      seen,
      seen.toSorted((a, b) => a - b),
    )
  },
)

eachDatabase(
  'A bank holiday announced late moves what is open, shows first what will move, and leaves what was decided',
  async (open) => {
    const { store, acting, ...ground } = await ledgerGround(open)
    const [answered, waiting] = [await ground.open(letter), await ground.open(letter)]
    await ground.record(answered, reply)
    ground.at('2026-03-05T10:00Z')
    const holidays = structuredClone(feed) as Record<string, { events: object[] }>
    holidays['england-and-wales']?.events.push({
      title: 'Announced late',
      date: '2026-03-09',
      notes: '',
      bunting: false,
    })
    const preview = done(await previewTerms(store, acting, { holidays }))
    assert.deepEqual(
      preview.moves.map(({ caseId, before, after }) => [caseId, before?.dueOn, after?.dueOn]),
      [[waiting, '2026-03-16', '2026-03-17']],
    )
    assert.equal(formatDay(done(await readCase(store, acting, waiting)).clocks[0]?.due_on ?? 0), '2026-03-16')
    done(await activateTerms(store, acting, { holidays, why: 'announced on 5 March' }))
    assert.equal(done(await bringToTerms(store, acting, {})).cases, 1)
    assert.equal(formatDay(done(await readCase(store, acting, waiting)).clocks[0]?.due_on ?? 0), '2026-03-17')
    assert.equal(
      formatDay(done(await readCase(store, acting, answered)).clocks[0]?.due_on ?? 0),
      '2026-03-16',
    )
  },
)

eachDatabase(
  'A clock keeps the edition in force when it started; the next is by the new one',
  async (open) => {
    const { store, acting, ...ground } = await ledgerGround(open)
    const before = await ground.open(letter)
    const [, ...rest] = answers
    const quicker = { clock: { starts: 'contact-received', stops: 'reply-sent', within: '3 working days' } }
    const pack = packText([quicker, ...rest], { edition: 'second', in_force_from: '2026-03-09' })
    done(await activateTerms(store, acting, { pack, why: 'the board decided' }))
    ground.at('2026-03-10T10:00Z')
    const after = await ground.open(letter)
    for (const [caseId, edition, due] of [
      [before, 'first', '2026-03-16'],
      [after, 'second', '2026-03-13'],
    ] as const) {
      const [clock] = done(await readCase(store, acting, caseId)).clocks
      assert.deepEqual([clock?.edition, formatDay(clock?.due_on ?? 0)], [edition, due])
    }
  },
)

const refusedTerms = [
  { why: 'nothing to change', change: {}, says: /nothing to activate/ },
  { why: 'not YAML', change: { pack: 'pack: [' }, says: /pack\.yaml/ },
  {
    why: 'another landlord’s',
    change: { pack: packText(answers, { pack: 'other', edition: 'x', in_force_from: '2027-01-01' }) },
    says: /pack of other/,
  },
  {
    why: 'a name that was used',
    change: { pack: packText(answers, { in_force_from: '2027-01-01' }) },
    says: /already an edition first/,
  },
  {
    why: 'a day that was used',
    change: { pack: packText(answers, { edition: 'second' }) },
    says: /in force from the same day/,
  },
  { why: 'no holidays of its nation', change: { holidays: {} }, says: /./ },
]

eachDatabase('A change of terms that will not do is refused with the reason', async (open) => {
  const { store, acting } = await ledgerGround(open)
  for (const { why, change, says } of refusedTerms) {
    const refused = refusal(await activateTerms(store, acting, { ...change, why }))
    assert.match(`${refused.refusal}; ${refused.fix}`, says, why)
  }
})
