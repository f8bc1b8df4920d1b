import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Acting } from '#core/people/acting.ts'
import { isRefused } from '#core/refused.ts'
import { staff } from '#store/masters/kinds/staff.ts'
import { teams } from '#store/masters/kinds/teams.ts'
import { readMaster } from '#store/masters/reading.ts'
import { addMaster, changeMaster } from '#store/masters/writing.ts'
import { saveDraft } from '#store/observations/drafts.ts'
import { drawCases } from '#store/observations/draw.ts'
import { addPlaces, observersOf } from '#store/observations/give.ts'
import { importResults, rejectedResults } from '#store/observations/import-results.ts'
import { listSheets, mySheets } from '#store/observations/list-sheets.ts'
import { readSheet } from '#store/observations/read-sheet.ts'
import { remindLateObservers, remindObservers } from '#store/observations/remind.ts'
import { readResults } from '#store/observations/results.ts'
import { evidenceOf } from '#store/duties/evidence.ts'
import { beginRound, closeRound, endProgramme } from '#store/observations/rounds.ts'
import { sendSheet } from '#store/observations/send-sheet.ts'
import { listLetters } from '#store/letters/read-letters.ts'
import { type LetterToSend, sendLetter } from '#store/letters/send-letter.ts'
import { openCase } from '#store/ledger/append.ts'
import { accessTo } from '#store/words/access-log.ts'
import { done } from '../databases.ts'
import { refusal } from '../ledger/ground.ts'
import { addCustomer } from '../masters/people.ts'
import { day, figureOf, filledIn, monitoring, type ObservedHouse, openObserved } from './ground.ts'

let ground: ObservedHouse
before(async () => {
  ground = await openObserved()
})
after(() => ground?.close())

const inMarch = { kind: 'call', from: day('2026-03-01'), to: day('2026-03-31') }

test('An observer may open the sheets given to them, record what is on them, and nothing else', async () => {
  const { store } = ground.house
  const { observer } = ground
  const { programmeId, sheets } = await shopping()
  const [, , others] = sheets
  assert.ok(others !== undefined)
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
})

test('A form that cannot be taken says at which box', async () => {
  const { house, observer } = ground
  const { sheets } = await shopping()
  const sheetId = sheets[0]?.sheetId ?? ''
  const send = async (more: Partial<ReturnType<typeof filledIn>>) =>
    refusal(
      await sendSheet(house.store, observer, {
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
})

test('Whoever is in the team that a mystery shopper tries does not see it', async () => {
  const { house, officer, answerer } = ground
  const { store, landlord } = house
  const { sheets } = await shopping()
  const sheetId = sheets[0]?.sheetId ?? ''
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
})

test('Observers who are late are reminded by e-mail: by hand once a day, by itself once a week', async () => {
  const { house, officer, observer } = ground
  const { store, landlord } = house
  const { programmeId } = await shopping()
  assert.ok(done(await observersOf(store, officer)).some((each) => each.staffId === observer.staffId))
  const began = house.at
  house.at = Date.parse('2026-04-02T09:00Z')
  const origin = 'https://kept.example.org'
  assert.deepEqual(done(await remindObservers(store, officer, { programmeId, origin })), { reminded: 1 })
  assert.match(
    refusal(await remindObservers(store, officer, { programmeId, origin })).refusal,
    /reminded today/,
  )
  const byItself = async (at: string) => {
    house.at = Date.parse(at)
    await remindLateObservers(store, landlord, { origin })
    return (await house.mail('oscar.secret@example.org')).length
  }
  const mails = await byItself('2026-04-02T10:00Z')
  assert.deepEqual(
    [await byItself('2026-04-09T08:00Z'), await byItself('2026-04-09T10:00Z')],
    [mails, mails + 1],
    'no more than once a week',
  )
  const [mail] = await house.mail('oscar.secret@example.org')
  assert.match(mail?.text ?? '', /^Dear Oscar Secret\n\n2 observation forms are overdue/)
  house.at = began
})

test('A round that is closed shows that a duty was done; the next may judge other things, and none follows the end', async () => {
  const { house, officer } = ground
  const { store } = house
  const programmeId = await monitoring(ground)
  assert.match(refusal(await endProgramme(store, officer, { programmeId })).refusal, /still open/)
  const evidence = { note: 'Both teams were listened to.' }
  done(await closeRound(store, officer, { programmeId, evidence }))
  const [shown] = done(await evidenceOf(store, officer, 'LHH-46'))
  assert.deepEqual(
    shown?.papers.map(({ text }) => text),
    [evidence.note],
  )
  const april = { programmeId, firstOn: day('2026-04-01'), lastOn: day('2026-04-30'), wanted: 6 }
  assert.equal(refusal(await beginRound(store, officer, { ...april, items: [] })).field, '/items')
  done(await beginRound(store, officer, { ...april, items: ['respectful'] }))
  const judged = async (round: number) =>
    done(await readResults(store, officer, { programmeId, round })).programme.items.map(({ item }) => item)
  assert.deepEqual([await judged(1), await judged(2)], [['respectful', 'gave-their-name'], ['respectful']])
  done(await closeRound(store, officer, { programmeId }))
  done(await endProgramme(store, officer, { programmeId }))
  assert.match(refusal(await beginRound(store, officer, april)).refusal, /ended/)
})

test('What another program tells of a programme stands in the results of its round, and is no sheet', async () => {
  const { house, officer } = ground
  const { store, landlord } = house
  const programme = await monitoring(ground, { name: 'By telephone system' })
  for (const at of ['2026-03-02T08:00Z', '2026-02-27T08:00Z']) {
    const data = {
      instrument: 'call-monitoring',
      item: 'respectful',
      answer: 'yes',
      place: 'main',
      programme,
    }
    done(
      await openCase(store, landlord, {
        kind: 'observation',
        act: { type: 'observation-recorded', at, data },
      }),
    )
  }
  const { told, sheets, judged } = done(await readResults(store, officer, { programmeId: programme }))
  assert.deepEqual([told, sheets, judged], [1, 0, [{ item: 'respectful', answer: 'yes', place: 'main' }]])
})

test('What an outside company found is taken in row by row; what cannot be counted is kept with its reason', async () => {
  const { house, officer } = ground
  const { store } = house
  house.at = Date.parse('2026-03-02T09:10Z')
  const programmeId = await monitoring(ground, {
    name: 'QHS',
    instrument: 'mystery-shop',
    places: ['contact-centre'],
  })
  const was = await figureOf(ground, 'LHH-07')
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
    counted: (was.counted ?? 0) + 1,
    kept: (was.kept ?? 0) + 1,
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

/** Mystery shopping of the income team, with a sheet that nobody has. */
async function shopping() {
  const { house, officer, observer } = ground
  const { store, landlord } = house
  const income = await addMaster(store, landlord, teams, { id: 'income', values: { name: 'Income team' } })
  assert.ok(!isRefused(income) || income.because === 'already there')
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
  return { programmeId, sheets }
}
