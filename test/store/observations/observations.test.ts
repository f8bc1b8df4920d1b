import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Acting } from '#core/people/acting.ts'
import { isRefused } from '#core/refused.ts'
import { staff } from '#store/masters/kinds/staff.ts'
import { teams } from '#store/masters/kinds/teams.ts'
import { readMaster } from '#store/masters/reading.ts'
import { addMaster, changeMaster } from '#store/masters/writing.ts'
import { factsBehind } from '#store/comparisons/facts-behind.ts'
import { correctSheet } from '#store/observations/correct-sheet.ts'
import { saveDraft } from '#store/observations/drafts.ts'
import { drawAgain, drawCases } from '#store/observations/draw.ts'
import { addPlaces, giveSheets, observersOf } from '#store/observations/give.ts'
import { importResults, rejectedResults } from '#store/observations/import-results.ts'
import { listSheets, mySheets } from '#store/observations/list-sheets.ts'
import { listProgrammes } from '#store/observations/programmes.ts'
import { readSheet } from '#store/observations/read-sheet.ts'
import { remindObservers } from '#store/observations/remind.ts'
import { readResults } from '#store/observations/results.ts'
import { beginRound, closeRound } from '#store/observations/rounds.ts'
import { sendSheet } from '#store/observations/send-sheet.ts'
import { readCase, readTimeline } from '#store/ledger/read-case.ts'
import { listLetters } from '#store/letters/read-letters.ts'
import { type LetterToSend, sendLetter } from '#store/letters/send-letter.ts'
import { openCase } from '#store/ledger/append.ts'
import { accessTo } from '#store/words/access-log.ts'
import { verifyLandlord } from '#store/verify/verify-landlord.ts'
import { done } from '../databases.ts'
import { refusal } from '../ledger/ground.ts'
import { addCustomer } from '../masters/people.ts'
import { calls, day, figureOf, filledIn, monitoring, type ObservedHouse, openObserved } from './ground.ts'

let ground: ObservedHouse
before(async () => {
  ground = await openObserved()
})
after(() => ground?.close())

const inMarch = { kind: 'call', from: day('2026-03-01'), to: day('2026-03-31') }

test('What an observer finds on a drawn call is counted by the promise, and put right where it was wrong', async () => {
  const { house, officer, observer } = ground
  const { store } = house
  const before = await figureOf(ground, 'LHH-07')
  const programmeId = await monitoring(ground)
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

  const [first, second] = done(await mySheets(store, observer)).toDo
  assert.ok(first !== undefined && second !== undefined)
  assert.equal(first.sheet.place, 'income')
  const { sheetId } = first.sheet
  const fields = { 'answer-respectful': 'yes', note: 'Not sure yet' }
  done(await saveDraft(store, observer, { sheetId, fields }))
  assert.deepEqual(done(await readSheet(store, observer, sheetId)).draft, fields)

  const sent = filledIn({ 'gave-their-name': 'yes', respectful: 'n-a' }, 'A clear voice.')
  const { recordCase } = done(await sendSheet(store, observer, { sheetId, filledIn: sent }))
  assert.match(refusal(await sendSheet(store, observer, { sheetId, filledIn: sent })).refusal, /was sent/)
  const { counted = 0, kept = 0 } = before
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

test('An observer may open the sheets given to them, record what is on them, and nothing else', async () => {
  const { house, officer, observer, answerer } = ground
  const { store, landlord } = house
  done(await addMaster(store, landlord, teams, { id: 'income', values: { name: 'Income team' } }))
  const programmeId = await monitoring(ground, {
    name: 'Shopping',
    instrument: 'mystery-shop',
    places: ['income', 'main'],
  })
  const places = { programmeId, places: ['income'], each: 2, observers: [observer.staffId ?? ''] }
  done(await addPlaces(store, officer, places))
  done(await addPlaces(store, officer, { ...places, places: ['main'], each: 1, observers: [] }))
  const sheets = done(await listSheets(store, officer, { programmeId })).sheets
  assert.deepEqual(
    sheets.map(({ placeName }) => placeName),
    ['Income team', 'Income team', null],
  )
  const [mine, , others] = sheets
  assert.ok(mine !== undefined && others !== undefined)
  for (const refused of [
    await readSheet(store, observer, others.sheetId),
    await sendSheet(store, observer, { sheetId: others.sheetId, filledIn: filledIn({ respectful: 'yes' }) }),
    await saveDraft(store, observer, { sheetId: others.sheetId, fields: {} }),
  ])
    assert.equal(refusal(refused).because, 'not found')
  for (const refused of [
    await listSheets(store, observer, { programmeId }),
    await readResults(store, observer, { programmeId }),
    await closeRound(store, observer, { programmeId }),
    await openCase(store, observer, {
      kind: 'observation',
      act: { type: 'observation-recorded', data: { instrument: 'audit', item: 'x', answer: 'yes' } },
    }),
  ])
    assert.equal(refusal(refused).because, 'not allowed')
  const { sheetId } = mine
  const send = async (more: Partial<ReturnType<typeof filledIn>>) =>
    refusal(
      await sendSheet(store, observer, {
        sheetId,
        filledIn: { ...filledIn({ respectful: 'yes' }), ...more },
      }),
    ).field
  assert.deepEqual(
    [
      await send({ answers: new Map() }),
      await send({ at: undefined }),
      await send({ at: house.at + 3_600_000 }),
      await send({ note: 'x'.repeat(5_001) }),
    ],
    ['/answer-respectful', '/at', '/at', '/note'],
  )
  // Whoever is in the team that is tried does not see it.
  const { staffId = '' } = answerer
  const inTeam: Acting = { ...officer, staffId, by: `staff:${staffId}` }
  assert.ok(!isRefused(await readSheet(store, inTeam, sheetId)))
  const { version: expected } = done(await readMaster(store, landlord, staff, { id: staffId }))
  done(
    await changeMaster(store, landlord, staff, {
      id: staffId,
      expected,
      values: { name: 'Ann Swer', roles: ['contact officer'], team: 'income' },
    }),
  )
  assert.equal(refusal(await readSheet(store, inTeam, sheetId)).because, 'not found')
  assert.ok(done(await observersOf(store, officer)).some(({ staffId }) => staffId === observer.staffId))
  house.at = Date.parse('2026-04-02T09:00Z')
  const origin = 'https://kept.example.org'
  assert.deepEqual(done(await remindObservers(store, officer, { programmeId, origin })), { reminded: 1 })
  assert.match(
    refusal(await remindObservers(store, officer, { programmeId, origin })).refusal,
    /reminded today/,
  )
  const [mail] = await house.mail('oscar.secret@example.org')
  assert.match(mail?.text ?? '', /^Dear Oscar Secret\n\n2 observation forms are overdue/)
  house.at = Date.parse('2026-03-02T09:10Z')
})

test('What an outside company found is taken in row by row; what cannot be counted is kept with its reason', async () => {
  const { house, officer } = ground
  const { store } = house
  const programmeId = await monitoring(ground, {
    name: 'QHS',
    instrument: 'mystery-shop',
    places: ['contact-centre'],
  })
  const before = await figureOf(ground, 'LHH-07')
  const file = Buffer.from(
    `Question,Result,Where,Date
gave-their-name,Yes,contact-centre,02/03/2026 09:05
LHH-05,No,Contact centre,02/03/2026 09:05
gave-their-name,N/A,contact-centre,02/03/2026
gave-their-nam,yes,contact-centre,02/03/2026
gave-their-name,perhaps,contact-centre,02/03/2026
gave-their-name,yes,the moon,02/03/2026
gave-their-name,yes,contact-centre,31/02/2026
gave-their-name,yes,contact-centre,02/02/2026
`,
  )
  const taken = done(await importResults(store, officer, { programmeId, bytes: file }))
  assert.deepEqual([taken.counted, taken.rejected], [3, 5])
  assert.deepEqual(await figureOf(ground, 'LHH-07'), {
    counted: (before.counted ?? 0) + 1,
    kept: (before.kept ?? 0) + 1,
  })
  const { importId } = taken
  const { rows } = done(await rejectedResults(store, officer, { programmeId, importId }))
  assert.deepEqual(
    rows.map(({ line, reason }) => `${line}: ${reason}`),
    [
      '5: “gave-their-nam” is no item of this programme: did you mean gave-their-name?',
      '6: “perhaps” is no answer: write yes, no or n/a',
      '7: “the moon” is no place of this programme: use the places of this programme',
      '8: “31/02/2026” is no date: write it as 20/03/2026 or 2026-03-20 14:30',
      '9: 02/02/2026 is not within the round: check the date, or the days of the round',
    ],
  )
  const twice = refusal(await importResults(store, officer, { programmeId, bytes: file }))
  assert.equal(twice.because, 'already there')
  const results = done(await readResults(store, officer, { programmeId }))
  assert.deepEqual([results.sent, results.judged.length, results.imports.length], [2, 3, 1])
})

test('A readers’ panel sees what our letters say and not to whom; that they read it is written down', async () => {
  const { house, officer, observer } = ground
  const { store, landlord } = house
  await addCustomer(store, landlord, 'mabel')
  const received = { type: 'contact-received', data: { channel: 'letter', customer: 'mabel' } }
  done(await openCase(store, landlord, { kind: 'enquiry', caseId: 'letter-1', act: received }))
  const text = `Dear Mrs O’Shaughnessy

Your neighbour at 4 Fell Close rang us on 07700 900456. We write to mabel.shaw@example.org as well. The roof is mended on Friday.

Ann Swer`
  done(await sendLetter(store, landlord, letterTo('letter-1', text)))
  assert.equal(done(await listLetters(store, landlord, { caseId: 'letter-1' })).length, 1)
  const programmeId = await monitoring(ground, {
    name: 'Letters',
    instrument: 'mystery-shop',
    showsLetters: true,
  })
  const conditions = { ...inMarch, kind: 'enquiry' }
  const observers = [observer.staffId ?? '']
  assert.equal(
    done(await drawCases(store, officer, { programmeId, conditions, wanted: 5, observers })).drawn,
    1,
  )
  const mine = done(await mySheets(store, observer)).toDo.find(
    ({ programme }) => programme.name === 'Letters',
  )
  const { about } = done(await readSheet(store, observer, mine?.sheet.sheetId ?? ''))
  assert.deepEqual(
    about?.happened.map(({ type }) => type),
    ['contact-received', 'reply-sent'],
  )
  assert.equal(
    about?.letters[0]?.text,
    `Dear Mrs █████

Your neighbour at █████ rang us on █████. We write to █████ as well. The roof is mended on Friday.

█████`,
  )
  const log = done(await accessTo(store, landlord, 'mabel'))
  assert.ok(log.some(({ why, readBy }) => why === 'an observation' && readBy === observer.by))
})

function letterTo(caseId: string, text: string): LetterToSend {
  return {
    caseId,
    expectedVersion: 1,
    act: { type: 'reply-sent', data: { full: true } },
    channel: 'letter',
    subject: 'The roof',
    text,
    copies: [{ recipientId: 'mabel', to: ['4 Fell Close'], pdf: Buffer.from('%PDF-1.7') }],
    way: 'full',
  }
}
