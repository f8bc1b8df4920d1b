import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Acting } from '#core/people/acting.ts'
import { factsBehind } from '#store/comparisons/facts-behind.ts'
import { correctSheet } from '#store/observations/correct-sheet.ts'
import { saveDraft } from '#store/observations/drafts.ts'
import { drawAgain, drawCases } from '#store/observations/draw.ts'
import { giveSheets } from '#store/observations/give.ts'
import { listSheets, mySheets } from '#store/observations/list-sheets.ts'
import { listProgrammes } from '#store/observations/programmes.ts'
import { readSheet } from '#store/observations/read-sheet.ts'
import { readResults } from '#store/observations/results.ts'
import { beginRound, closeRound } from '#store/observations/rounds.ts'
import { sendSheet } from '#store/observations/send-sheet.ts'
import { readCase, readTimeline } from '#store/ledger/read-case.ts'
import { openCase } from '#store/ledger/append.ts'
import { verifyLandlord } from '#store/verify/verify-landlord.ts'
import { done } from '../databases.ts'
import { refusal } from '../ledger/ground.ts'
import { calls, day, figureOf, filledIn, monitoring, type ObservedHouse, openObserved } from './ground.ts'

let ground: ObservedHouse
before(async () => {
  ground = await openObserved()
})
after(() => ground?.close())

const inMarch = { kind: 'call', from: day('2026-03-01'), to: day('2026-03-31') }

test('A sample is drawn again from its seed, whatever became known since', async () => {
  const { house, officer, observer } = ground
  const { store } = house
  const programmeId = await monitoring(ground, { name: 'Drawn' })
  const observers = [observer.staffId ?? '']
  const asked = { programmeId, conditions: inMarch, wanted: 6, observers, seed: 7 }
  assert.deepEqual(done(await drawCases(store, officer, asked)), { sample: 1, drawn: 6, population: calls })
  const again = done(await drawAgain(store, officer, { programmeId, round: 1, sample: 1 }))
  assert.deepEqual([again.same, again.population, again.sample.seed], [6, calls, 7])
  // What became known since is not drawn from, so the sample stays what it was.
  house.at += 60_000
  const late = { type: 'call-offered', at: '2026-03-02T08:40:00Z', data: { queue: 'income' } }
  done(await openCase(store, house.landlord, { kind: 'call', caseId: 'call-late', act: late }))
  assert.equal(done(await drawAgain(store, officer, { programmeId, round: 1, sample: 1 })).same, 6)
})

test('What an observer finds on a drawn call is counted by the promise, and put right where it was wrong', async () => {
  const { house, officer, observer } = ground
  const { store } = house
  const was = await figureOf(ground, 'LHH-07')
  const programmeId = await monitoring(ground, { name: 'Found' })
  const observers = [observer.staffId ?? '']
  done(await drawCases(store, officer, { programmeId, conditions: inMarch, wanted: 6, observers, seed: 7 }))

  const [first, second] = (await toDoOf(observer, 'Found')).slice(0, 2)
  assert.ok(first !== undefined && second !== undefined)
  assert.equal(first.sheet.place, 'income')
  const { sheetId } = first.sheet
  const fields = { 'answer-respectful': 'yes', note: 'Not sure yet' }
  done(await saveDraft(store, observer, { sheetId, fields }))
  assert.deepEqual(done(await readSheet(store, observer, sheetId)).draft, fields)

  const sent = filledIn({ 'gave-their-name': 'yes', respectful: 'n-a' }, 'A clear voice.')
  const { recordCase } = done(await sendSheet(store, observer, { sheetId, filledIn: sent }))
  assert.match(refusal(await sendSheet(store, observer, { sheetId, filledIn: sent })).refusal, /was sent/)
  const { counted = 0, kept = 0 } = was
  assert.deepEqual(await figureOf(ground, 'LHH-07'), { counted: counted + 1, kept: kept + 1 })
  assert.deepEqual(await figureOf(ground, 'LHH-05'), { counted: 0, kept: 0 }, 'n/a is not counted')

  const wrong = filledIn({ 'gave-their-name': 'no', respectful: 'yes' }, 'I had mixed two calls up.')
  done(await correctSheet(store, observer, { sheetId, filledIn: wrong }))
  assert.deepEqual(await figureOf(ground, 'LHH-07'), { counted: counted + 1, kept })
  assert.deepEqual(await figureOf(ground, 'LHH-05'), { counted: 1, kept: 1 })
  const left = filledIn({ respectful: 'yes' })
  done(await correctSheet(store, observer, { sheetId, filledIn: left }))
  assert.deepEqual(await figureOf(ground, 'LHH-07'), { counted, kept }, 'what is taken back is not counted')
  done(await correctSheet(store, observer, { sheetId, filledIn: wrong }))
  const read = done(await readSheet(store, observer, sheetId))
  assert.deepEqual(read.sent?.answers, wrong.answers)
  assert.deepEqual(read.sent?.notes, [
    'A clear voice.',
    'I had mixed two calls up.',
    'I had mixed two calls up.',
  ])
  assert.match(
    refusal(await correctSheet(store, observer, { sheetId, filledIn: { ...wrong, note: '' } })).refusal,
    /nothing was changed/,
  )

  // Typed in by the officer, it is still the observer’s.
  done(
    await sendSheet(store, officer, {
      sheetId: second.sheet.sheetId,
      filledIn: filledIn({ respectful: 'no' }),
    }),
  )
  const results = done(await readResults(store, officer, { programmeId }))
  assert.deepEqual([results.sheets, results.sent, results.judged.length], [6, 2, 3])
  assert.deepEqual(done(await readCase(store, house.landlord, recordCase)).case.kind, 'observation')
  assert.equal(
    refusal(await readCase(store, officer, recordCase)).because,
    'not found',
    'it is no case to look up',
  )
  assert.deepEqual(done(await verifyLandlord(store, house.landlord)).listed, [])
})

test('Nobody is given a sheet about themselves, nor sees one, nor its result before the round is closed', async () => {
  const { house, officer, leader, observer, answerer } = ground
  const { store } = house
  const programmeId = await monitoring(ground, { name: 'Blind' })
  const observers = [leader.staffId ?? '', observer.staffId ?? '']
  done(
    await drawCases(store, officer, { programmeId, conditions: inMarch, wanted: calls, observers, seed: 3 }),
  )
  const all = done(await listSheets(store, officer, { programmeId })).sheets
  const about = (who: Acting) =>
    all.filter((each) => (Number(each.aboutCase?.slice(5)) % 2 === 1) === (who === answerer))
  assert.equal(all.length, calls)
  assert.ok(about(leader).length === 6 && about(leader).every((each) => each.observerId === observer.staffId))
  const [own] = about(leader)
  assert.ok(own !== undefined)
  assert.equal(refusal(await readSheet(store, leader, own.sheetId)).because, 'not found')
  const given = { programmeId, sheetIds: [own.sheetId], observer: leader.staffId }
  assert.deepEqual(done(await giveSheets(store, officer, given)), { given: 0 })
  // As officer or not: the one who answered it can neither list nor open it, whatever else they may.
  const both: Acting = { ...answerer, may: new Set([...officer.may, ...observer.may]) }
  const seen = done(await listSheets(store, both, { programmeId })).sheets
  assert.deepEqual(
    seen.map(({ sheetId }) => sheetId),
    about(leader).map(({ sheetId }) => sheetId),
  )

  for (const { sheetId } of all)
    done(await sendSheet(store, officer, { sheetId, filledIn: filledIn({ 'gave-their-name': 'no' }) }))
  assert.equal(refusal(await readSheet(store, both, about(answerer)[0]?.sheetId ?? '')).because, 'not found')
  const judged = async (who: Acting) => done(await readResults(store, who, { programmeId })).judged.length
  assert.deepEqual([await judged(leader), await judged(both), await judged(officer)], [6, 6, calls])
  const behind = { promise: 'LHH-07', from: day('2026-03-01'), to: day('2026-03-31') }
  const facts = async (who: Acting) => done(await factsBehind(store, who, behind)).facts.length
  assert.ok((await facts(officer)) - (await facts(leader)) >= 6, 'nor among the facts behind the figure')
  const listed = done(await listProgrammes(store, leader)).find(
    (each) => each.programme.programmeId === programmeId,
  )
  assert.deepEqual([listed?.sheets, listed?.sent], [6, 6])

  const close = { programmeId, evidence: { note: 'Both teams were listened to.' } }
  const { evidenceCase } = done(await closeRound(store, officer, close))
  assert.ok(evidenceCase !== null)
  const { events } = done(await readTimeline(store, officer, evidenceCase))
  assert.deepEqual(events[0]?.data['duty'], 'call-monitoring')
  assert.deepEqual([await judged(leader), await judged(both)], [calls, calls], 'closed, it is in the total')
  assert.equal(refusal(await readSheet(store, both, about(answerer)[0]?.sheetId ?? '')).because, 'not found')
  assert.match(refusal(await closeRound(store, officer, close)).refusal, /closed/)
  const next = { programmeId, firstOn: day('2026-04-01'), lastOn: day('2026-04-30'), wanted: 3 }
  assert.deepEqual(done(await beginRound(store, officer, next)), { round: 2 })
  assert.match(refusal(await beginRound(store, officer, next)).refusal, /not closed/)
})

test('Fewer than five sheets about one person stay out of the totals that this person sees', async () => {
  const { house, officer, leader } = ground
  const programmeId = await monitoring(ground, { name: 'Few', dutyPromise: undefined })
  const ask = { programmeId, conditions: inMarch, wanted: 5, observers: [], seed: 11 }
  done(await drawCases(house.store, officer, ask))
  const sheets = done(await listSheets(house.store, officer, { programmeId })).sheets
  for (const { sheetId } of sheets)
    done(await sendSheet(house.store, officer, { sheetId, filledIn: filledIn({ respectful: 'yes' }) }))
  done(await closeRound(house.store, officer, { programmeId }))
  const own = sheets.filter(({ aboutCase }) => Number(aboutCase?.slice(5)) % 2 === 0).length
  assert.ok(own > 0 && own < 5, 'the draw has some of each')
  assert.equal(done(await readResults(house.store, leader, { programmeId })).judged.length, 5 - own)
})

async function toDoOf(observer: Acting, name: string) {
  const { toDo } = done(await mySheets(ground.house.store, observer))
  return toDo.filter(({ programme }) => programme.name === name)
}
