import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Acting } from '#core/people/acting.ts'
import { permissionsOf, type Role } from '#core/people/role.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { readCase } from '#store/ledger/read-case.ts'
import { readFigures } from '#store/ledger/figures.ts'
import { setActive } from '#store/people/change-people.ts'
import { keepTrainingInStep } from '#store/training/in-step.ts'
import { readPersonTraining, readTraining, readTrainingFile } from '#store/training/read-training.ts'
import { recordCourse, setJoined } from '#store/training/record-training.ts'
import { day, instant } from '#test/core/time/calendars.ts'
import { done } from '#test/store/databases.ts'
import { type House, openHouse } from '#test/store/people/people.ts'

// South Lakes: customer care (SLH-54) and equality and diversity (SLH-41), within a year of joining and of the last.
let house: House
let officer: Acting
let adviser: Acting
before(async () => {
  house = await openHouse(undefined, 'south-lakes')
  house.at = instant('2026-03-02T10:00Z')
  officer = await somebody('Anna Silva', 'performance officer')
  adviser = await somebody('Maya Price', 'contact officer')
  await somebody('Joan Whitlock', 'observer')
})
after(() => house.close())

async function somebody(name: string, role: Role): Promise<Acting> {
  const { staffId } = await house.person(name, role)
  return { landlord: house.landlord.landlord, by: `staff:${staffId}`, staffId, may: permissionsOf([role]) }
}

async function maya(acting: Acting = officer) {
  const { people } = done(await readTraining(house.store, acting))
  return people.find(({ staffId }) => staffId === adviser.staffId)
}

test('Whoever is on the list of staff has a record that begins by itself, and ends when they leave', async () => {
  const { store, landlord } = house
  assert.deepEqual(done(await keepTrainingInStep(store, landlord)), { joined: 2, left: 0 })
  assert.deepEqual(done(await keepTrainingInStep(store, landlord)), { joined: 0, left: 0 })
  assert.deepEqual((await maya())?.due.map(({ promise }) => promise).toSorted(), ['SLH-41', 'SLH-54'])
  const { staffId } = await house.person('Tom Ellison', 'case officer')
  assert.equal(done(await keepTrainingInStep(store, landlord)).joined, 1)
  done(await setActive(store, landlord, { staffId, active: false }))
  assert.deepEqual(done(await keepTrainingInStep(store, landlord)), { joined: 0, left: 1 })
})

test('A training day is in the record of everybody who was there, with its file, and counts', async () => {
  const { store } = house
  const staffIds = [adviser.staffId ?? '', officer.staffId ?? '']
  const files = [{ name: 'who-was-there.txt', content: new TextEncoder().encode('Both of us\n') }]
  const held = { staffIds, course: 'Customer care', doneOn: day('2026-03-02'), note: 'A good day', files }
  assert.equal(((await recordCourse(store, adviser, held)) as Refused).because, 'not allowed')
  assert.deepEqual(done(await recordCourse(store, officer, held)), { people: 2 })
  const own = done(await readPersonTraining(store, adviser, adviser.staffId ?? ''))
  const [course] = own.person.record?.courses ?? []
  assert.equal(course?.course, 'customer-care')
  const paper = own.papers.get(course?.wordsIds[0] ?? '')
  const file = done(await readTrainingFile(store, adviser, paper?.files[0]?.attachmentId ?? ''))
  assert.equal(file.content.toString(), 'Both of us\n')
  const { promises } = done(await readFigures(store, officer, { by: 'all', promise: 'SLH-54' }))
  assert.deepEqual([promises[0]?.whole.kept, promises[0]?.whole.counted], [2, 2])
})

test('Staff see their own training and nobody else’s', async () => {
  const { store } = house
  const { people, seesEverybody } = done(await readTraining(store, adviser))
  assert.deepEqual([people.map(({ staffId }) => staffId), seesEverybody], [[adviser.staffId], false])
  assert.ok(isRefused(await readPersonTraining(store, adviser, officer.staffId ?? '')))
  const own = done(await readPersonTraining(store, adviser, adviser.staffId ?? ''))
  assert.deepEqual(own.people, [own.person])
  const caseId = (await maya())?.record?.caseId ?? ''
  assert.ok(isRefused(await readCase(store, adviser, caseId)), 'nor as a case')
  done(await readCase(store, officer, caseId))
  assert.equal(done(await readTraining(store, officer)).people.length, 2)
})

test('The day somebody joined is put right, and what they owe counts from it', async () => {
  const { store } = house
  done(await setJoined(store, officer, { staffId: adviser.staffId ?? '', joinedOn: day('2025-02-03') }))
  const person = await maya()
  assert.equal(person?.record?.joinedOn, day('2025-02-03'))
  const equality = person?.due.find(({ promise }) => promise === 'SLH-41')
  assert.ok(equality !== undefined && equality.keepsUntil < house.at, 'a year later it is overdue')
  done(await setJoined(store, officer, { staffId: adviser.staffId ?? '', joinedOn: day('1999-02-03') }))
  const since = await maya()
  assert.equal(since?.record?.joinedOn, day('1999-02-03'), 'before the standard: counted from then')
  assert.ok((since?.due.length ?? 0) > 0)
})
