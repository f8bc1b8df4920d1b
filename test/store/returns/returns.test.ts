import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Acting } from '#core/people/acting.ts'
import { permissionsOf, type Role } from '#core/people/role.ts'
import { parseDay } from '#core/time/day.ts'
import { isRefused } from '#core/refused.ts'
import { recordsBehind } from '#store/comparisons/facts-behind.ts'
import { setDutyOwner } from '#store/duties/owners.ts'
import { noticeDuties } from '#store/jobs/notices/notice-duties.ts'
import { giveNotice } from '#store/jobs/notices/give-notice.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import type { RejectedEvents } from '#store/loading/case-to-load.ts'
import { loadEvents } from '#store/loading/load-events.ts'
import { readFigures } from '#store/ledger/figures.ts'
import { checkReturn, turnReturnDown } from '#store/returns/check.ts'
import { importReturns } from '#store/returns/import-returns.ts'
import { proposeBrought } from '#store/returns/propose-brought.ts'
import { proposeReturn } from '#store/returns/propose.ts'
import { readReturnHistory } from '#store/returns/read-history.ts'
import { readReturns } from '#store/returns/read-returns.ts'
import { instant } from '#test/core/time/calendars.ts'
import { done } from '#test/store/databases.ts'
import { type House, openHouse } from '#test/store/people/people.ts'

// South Lakes: indicators compared with those of other landlords (SLH-48), and homes managed (SLH-50).
const [compared, above] = ['benchmarks-compared', 'benchmarks-at-or-above-median']
const month = 2026 * 12 + 1
const source = 'benchmarking club'

let house: House
let author: Acting
let checker: Acting
let adviser: Acting
before(async () => {
  house = await openHouse(undefined, 'south-lakes')
  house.at = instant('2026-03-02T10:00Z')
  author = await somebody('Anna Silva', 'performance officer')
  checker = await somebody('Martin Boyle', 'publisher')
  adviser = await somebody('Maya Price', 'contact officer')
})
after(() => house.close())

async function somebody(name: string, role: Role): Promise<Acting> {
  const { staffId } = await house.person(name, role)
  return { landlord: house.landlord.landlord, by: `staff:${staffId}`, staffId, may: permissionsOf([role]) }
}

const propose = (acting: Acting, name: string, value: number, more = {}) =>
  proposeReturn(house.store, acting, { name, month, value, source, ...more })

async function figure() {
  const { promises } = done(await readFigures(house.store, author, { by: 'all', promise: 'SLH-48' }))
  return [promises[0]?.whole.kept, promises[0]?.whole.counted]
}

function refusal(result: unknown): string {
  assert.ok(isRefused(result))
  return result.refusal
}

async function lineOf(name: string) {
  const { lines } = done(await readReturns(house.store, author, { month }))
  const line = lines.find(({ needed }) => needed.name === name)
  assert.ok(line !== undefined)
  return line
}

test('A figure counts once somebody else has checked it, and never by its author alone', async () => {
  const { store } = house
  assert.equal((await lineOf(compared)).state, 'missing')
  const one = done(await propose(author, compared, 18, { note: 'As sent to us' }))
  const two = done(await propose(author, above, 11))
  assert.deepEqual(await figure(), [0, 0], 'nothing counts before')
  assert.equal((await lineOf(compared)).waiting[0]?.note, 'As sent to us')
  assert.match(refusal(await checkReturn(store, author, one)), /does not check it/)
  assert.match(refusal(await checkReturn(store, adviser, one)), /permission/)
  const alone = { name: compared, value: 18, source, author: author.staffId, checker: checker.staffId }
  const act = { type: 'return-recorded', data: alone }
  const past = await openCase(store, author, { kind: 'return', act })
  assert.match(refusal(past), /another checked/, 'nor by naming a checker who saw nothing of it')
  done(await checkReturn(store, checker, one))
  done(await checkReturn(store, checker, two))
  assert.match(refusal(await checkReturn(store, checker, two)), /decided/)
  assert.deepEqual(await figure(), [11, 18])
  const [checked] = (await lineOf(compared)).checked
  const back = { type: 'event-withdrawn', data: { event: checked?.event, reason: 'mistaken' } }
  const officer = { ...author, may: permissionsOf(['performance officer', 'case officer']) }
  assert.match(refusal(await recordAct(store, officer, checked?.caseId ?? '', back)), /another checked/)
  assert.deepEqual([checked?.author, checked?.checker], [author.staffId, checker.staffId])
})

test('A figure is put right by another under four eyes, and the old one stays to be seen', async () => {
  const { store } = house
  assert.match(refusal(await propose(author, above, 12)), /has a figure already/)
  const corrects = (await lineOf(above)).checked[0]?.event
  const again = done(await propose(checker, above, 12, { corrects }))
  assert.deepEqual(await figure(), [11, 18])
  done(await checkReturn(store, author, again))
  assert.deepEqual(await figure(), [12, 18])
  const line = await lineOf(above)
  assert.deepEqual([line.checked[0]?.value, line.corrected.map(({ value }) => value)], [12, [11]])
  assert.equal(done(await readReturnHistory(store, author, above)).checked.length, 1)
})

test('What is turned down counts for nothing, and another can be typed in', async () => {
  const { store } = house
  const wrong = done(await propose(author, 'homes-managed', 32_040))
  assert.match(refusal(await propose(checker, 'homes-managed', 3204)), /waits for its check/)
  assert.match(refusal(await turnReturnDown(store, adviser, wrong)), /its author or/)
  done(await turnReturnDown(store, author, wrong))
  done(await propose(checker, 'homes-managed', 3204))
})

test('Months to come, months before the standard and figures nobody needs are refused', async () => {
  assert.match(refusal(await propose(author, 'homes-manged', 1)), /no promise takes/)
  assert.match(refusal(await propose(author, above, 1, { month: month + 2 })), /still to come/)
  assert.match(refusal(await propose(author, above, 1, { month: 2001 * 12 })), /before the standard/)
  assert.match(refusal(await propose(author, above, 1, { month: month - 1, source: ' ' })), /taken from/)
  assert.match(refusal(await propose(adviser, above, 1, { month: month - 1 })), /whoever answers/)
})

test('The good rows of a file wait for their check, the bad ones are kept with line and reason', async () => {
  const { store } = house
  const rows = [
    'Name,Month,Value,Source',
    `${compared},2025-12,17,club`,
    `${compared},Dec-25,17,club`,
    `${above},2025-12,many,club`,
    `${above},sometime,9,club`,
    `benchmark-compared,2025-12,9,club`,
    `${compared},2026-02,19,club`,
    `${above},2025-12,9,`,
  ]
  const content = new TextEncoder().encode(rows.join('\n'))
  const brought = done(await importReturns(store, author, { name: 'club.csv', content }))
  assert.equal(brought.taken, 1)
  assert.deepEqual(
    brought.rejected.map(({ line }) => line),
    [3, 4, 5, 6, 7, 8],
  )
  assert.match(brought.rejected[3]?.reason ?? '', /did you mean benchmarks-compared/)
  const { imports, waitingIn } = done(await readReturns(store, checker))
  assert.deepEqual(imports[0]?.rejected, brought.rejected)
  assert.ok(waitingIn.includes(month - 2))
  const wrong = new TextEncoder().encode('a,b\n1,2\n')
  assert.match(
    refusal(await importReturns(store, author, { name: 'x.csv', content: wrong })),
    /no column called/,
  )
})

const told = (name: string, day: string, value: number, type = 'return-recorded') => {
  const at = instant(`${day}T12:00Z`)
  const caseId = `brought-${name}`
  const data = { name, value, source: 'club', author: 'x', checker: 'y' }
  const event = { case: caseId, kind: 'return', type, id: undefined, at, recordedAt: at, line: 1, data }
  return { caseId, events: [event] }
}

test('What a key brings among events waits for its check, whomever it names as checker', async () => {
  const { store } = house
  const counted = await figure()
  const key: Acting = { landlord: author.landlord, by: 'key:k1', may: new Set(['import', 'returns.write']) }
  const cases = [told(compared, '2026-01-10', 20), told(above, '2026-01-10', 10)]
  const rejected: string[] = []
  const onRejected = ({ because }: RejectedEvents) => rejected.push(because.refusal)
  const event = told(above, '2026-01-12', 7).events.map((each) => ({ ...each, case: 'e-1', kind: 'enquiry' }))
  const disguised = [...cases, { caseId: 'e-1', events: event }]
  done(await loadEvents(store, key, [disguised], { actor: key.by, append: true, onRejected }))
  assert.deepEqual(
    [rejected.length, await figure()],
    [3, counted],
    'nor does one that calls itself an enquiry',
  )
  const unkept = told(above, '2026-01-11', 9).events.map((each) => ({
    ...each,
    data: { ...each.data, source: 'club\0' },
  }))
  const unkeepable = done(await proposeBrought(store, key, [{ caseId: 'e-2', events: unkept }]))
  assert.match(unkeepable.rejected[0]?.because.refusal ?? '', /character that cannot be kept/)
  const others = [told(above, '2026-01-11', 9), told(above, '2026-01-11', 9, 'event-withdrawn')]
  const brought = done(await proposeBrought(store, key, [...cases, ...others]))
  assert.deepEqual([brought.waiting, brought.again, brought.rejected.length], [2, 0, 2])
  assert.deepEqual(await figure(), counted)
  assert.equal(done(await proposeBrought(store, key, cases)).again, 2, 'sent again, they wait once')
  const january = async () => done(await readReturns(store, author, { month: month - 1 })).lines
  const waiting = (await january()).flatMap((line) => line.waiting)
  for (const { returnId } of waiting) done(await checkReturn(store, author, { returnId }))
  assert.deepEqual(await figure(), [22, 38])
  const checked = (await january()).flatMap((line) => line.checked)
  assert.deepEqual(
    checked.map((each) => [each.author, each.checker, each.isUnchecked]),
    Array.from({ length: 2 }, () => [key.by, author.staffId, false]),
  )
})

test('A landlord’s past counts as it was, and is said not to have been checked until somebody here has', async () => {
  const { store, landlord } = house
  const options = { actor: 'import:ndjson', append: true }
  const past = [told(above, '2025-10-10', 5), told('homes-managed', '2025-04-10', 3204)]
  done(await loadEvents(store, landlord, [past], options))
  assert.equal((await figure())[0], 27)
  const [from = 0, to = 0] = [parseDay('2025-10-01'), parseDay('2026-02-28')]
  const behind = done(await recordsBehind(store, author, { promise: 'SLH-48', from, to }))
  const unchecked = behind.filter(({ isUnchecked }) => isUnchecked)
  assert.deepEqual(
    unchecked.map(({ data }) => data['value']),
    [5],
  )
  const standing = done(await recordsBehind(store, author, { promise: 'SLH-50', from, to }))
  assert.deepEqual(
    standing.map(({ data, isUnchecked }) => [data['value'], isUnchecked]),
    [[3204, true]],
    'the latest stands though it came before',
  )
  const history = async () => done(await readReturnHistory(store, author, above)).checked
  const it = (await history()).find(({ isUnchecked }) => isUnchecked)
  assert.ok(it !== undefined)
  const again = done(await propose(checker, above, 5, { month: it.month, corrects: it.event }))
  done(await checkReturn(store, author, again))
  assert.ok((await history()).every(({ isUnchecked }) => !isUnchecked))
})

test('Whoever types a figure in is asked for it when its month is over, once', async () => {
  const { store, landlord } = house
  const staffId = adviser.staffId ?? ''
  const owner = {
    concerns: 'return',
    name: above,
    staffId,
    teamId: null,
    daysBefore: 0,
    everyMonths: 1,
  } as const
  done(await setDutyOwner(store, author, owner))
  house.at = instant('2026-04-01T10:00Z')
  const toldOf = async () => {
    done(await noticeDuties(store, landlord))
    done(await giveNotice(store, landlord))
    const mails = await house.mail('maya.price@example.org')
    return mails.filter(({ text }) => text.includes('(return), SLH-48')).length
  }
  assert.equal(await toldOf(), 1)
  assert.equal(await toldOf(), 1)
  done(await propose(adviser, above, 10, { month: month + 1 }))
})
