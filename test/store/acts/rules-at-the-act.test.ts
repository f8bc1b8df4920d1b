import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PromiseAsks } from '#core/acts/promise-asks.ts'
import type { Acting } from '#core/people/acting.ts'
import { permissionsOf } from '#core/people/role.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { type Instant, utcDay } from '#core/time/instant.ts'
import type { Act } from '#store/ledger/act.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { explainClocks } from '#store/ledger/explain-clocks.ts'
import { readFigures } from '#store/ledger/figures.ts'
import type { Recorded } from '#store/ledger/write.ts'
import { readTimeline } from '#store/ledger/read-case.ts'
import { newReference } from '#store/new-id.ts'
import { readPromises } from '#store/terms/read-terms.ts'
import { instant } from '#test/core/time/calendars.ts'
import { done, openTestStore, type TestStore } from '../databases.ts'
import { notAskedAtTheAct, rulesToTry } from './rules/index.ts'
import type { RuleTried } from './rules/tried.ts'

let now: Instant = instant('2026-03-02T10:00Z')
let ground: TestStore
const landlords = new Map<string, Acting>()

before(async () => {
  ground = await openTestStore('embedded', { now: () => now })
  for (const pack of new Set(rulesToTry.map((each) => each.pack)))
    landlords.set(pack, await ground.addLandlord(pack))
})
after(() => ground.close())

test('Every rule of the packs is tried at the act, or it is said why it cannot be asked there', async () => {
  const rules: string[] = []
  for (const acting of landlords.values()) {
    const promises = done(await readPromises(ground.store, acting))
    rules.push(...promises.flatMap(({ promise }) => (promise.measure === 'rule' ? [promise.id] : [])))
  }
  const said = new Set([...rulesToTry.map(({ rule }) => rule), ...Object.keys(notAskedAtTheAct)])
  assert.deepEqual([...said].toSorted(), rules.toSorted())
})

for (const tried of rulesToTry)
  test(`${tried.rule}: “${tried.act.type}” of staff is refused while it lacks what is asked`, async () => {
    const caseId = await begun(tried)
    const known = await eventsOf(tried, caseId)
    const refused = await tell(tried, caseId, tried.act)
    assert.ok(isRefused(refused), 'it was not refused')
    const asked = refused.asks?.find(({ promise }) => promise === tried.rule)
    assert.ok(asked !== undefined, `another reason: ${refused.refusal}`)
    assert.ok(refused.refusal.includes(asked.says), 'the promise is not told in its own words')
    assert.equal(await eventsOf(tried, caseId), known)
  })

for (const tried of rulesToTry)
  test(`${tried.rule}: “${tried.act.type}” with a reason is recorded, and counted as overridden`, async () => {
    const caseId = await begun(tried)
    const [asks] = await tellWithReasons(tried, caseId, tried.act)
    assert.ok(asks?.some(({ promise }) => promise === tried.rule))
    const judged = await judgedOf(tried, caseId)
    assert.deepEqual(
      judged.filter(({ complied }) => !complied).map(({ override }) => override),
      ['not-known'],
    )
  })

for (const tried of rulesToTry)
  test(`${tried.rule}: “${tried.act.type}” that is whole is recorded, and counted as kept`, async () => {
    const caseId = await begun(tried)
    for (const first of tried.first ?? []) await tellWithReasons(tried, caseId, first)
    const whole = { ...tried.act, data: { ...(tried.act.data as object), ...tried.gives } }
    const asks = await tellWithReasons(tried, caseId, whole)
    assert.ok(!asks.flat().some(({ promise }) => promise === tried.rule), 'it is still asked for')
    for (const then of tried.then ?? []) await tellWithReasons(tried, caseId, then)
    const judged = await judgedOf(tried, caseId)
    assert.ok(judged.length > 0, 'it was not judged')
    assert.deepEqual(
      judged.filter(({ complied }) => !complied),
      [],
    )
  })

test('The figures count what was kept and what was overridden, promise by promise', async () => {
  now += 60 * utcDay
  for (const [pack, acting] of landlords) {
    const { promises } = done(await readFigures(ground.store, acting, { by: 'all' }))
    for (const rule of new Set(rulesToTry.filter((each) => each.pack === pack).map((each) => each.rule))) {
      const whole = promises.find(({ promise }) => promise.id === rule)?.whole
      assert.ok(whole !== undefined && whole.overridden > 0, `${rule} was not counted as overridden`)
      assert.ok(whole.kept > 0, `${rule} was not counted as kept`)
    }
  }
})

/** The case with all that came before, as a program tells it. */
async function begun({ pack, kind, ...tried }: RuleTried): Promise<string> {
  const [first, ...more] = tried.before
  const caseId = newReference()
  if (first === undefined) return caseId
  const system = landlords.get(pack) as Acting
  done(await openCase(ground.store, system, { kind, caseId, act: first }))
  for (const act of more) done(await recordAct(ground.store, system, caseId, act))
  return caseId
}

/** Tells an act as a member of staff: it opens the case where there is none. */
async function tell(tried: RuleTried, caseId: string, act: Act): Promise<Recorded | Refused> {
  const { pack, kind } = tried
  const staff = staffOf(landlords.get(pack) as Acting)
  const there = tried.before.length > 0 || opened.has(caseId)
  const told = there
    ? await recordAct(ground.store, staff, caseId, act)
    : await openCase(ground.store, staff, { kind, caseId, act })
  if (!isRefused(told)) opened.add(caseId)
  return told
}

const opened = new Set<string>()

/** Tells it, with a reason for whatever promises ask; gives what they asked. */
async function tellWithReasons(
  tried: RuleTried,
  caseId: string,
  act: Act,
): Promise<readonly (readonly PromiseAsks[])[]> {
  const told = await tell(tried, caseId, act)
  if (!isRefused(told)) return []
  const { asks } = told
  assert.ok(asks !== undefined, told.refusal)
  const overrides = Object.fromEntries(asks.map(({ promise }) => [promise, 'not-known']))
  done(await tell(tried, caseId, { ...act, data: { ...(act.data as object), overrides } }))
  return [asks]
}

function staffOf(acting: Acting): Acting {
  const may = permissionsOf(['complaints officer', 'publisher'])
  return { ...acting, by: 'staff:s1', staffId: 's1', may }
}

async function eventsOf({ pack }: RuleTried, caseId: string): Promise<number> {
  const timeline = await readTimeline(ground.store, landlords.get(pack) as Acting, caseId)
  return isRefused(timeline) ? 0 : timeline.events.length
}

/** What the rule made of the case, long after. */
async function judgedOf({ pack, rule }: RuleTried, caseId: string) {
  const asked = { caseId, promise: rule, asOf: now + 60 * utcDay }
  const [explained] = done(await explainClocks(ground.store, landlords.get(pack) as Acting, asked))
  return explained?.acts ?? []
}
