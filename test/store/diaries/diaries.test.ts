import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { calendarText } from '#apps/staff/diary/calendar-text.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused } from '#core/refused.ts'
import { hour, minute, utcDay } from '#core/time/instant.ts'
import { absencesIn, beginAbsences, endAbsence, planAbsence } from '#store/diaries/absences.ts'
import { bookAppointment, type Booking } from '#store/diaries/book.ts'
import { endFeed, makeFeed, readFeed } from '#store/diaries/feeds.ts'
import { setRota, turnsBetween } from '#store/diaries/rotas.ts'
import { noteVoicemail, staffDiaries } from '#store/diaries/staff-diaries.ts'
import { readFigures } from '#store/ledger/figures.ts'
import { readTimeline } from '#store/ledger/read-case.ts'
import { homes } from '#store/masters/kinds/homes.ts'
import { staff } from '#store/masters/kinds/staff.ts'
import { teams } from '#store/masters/kinds/teams.ts'
import { addMaster } from '#store/masters/writing.ts'
import { setActive } from '#store/people/change-people.ts'
import { verifyLandlord } from '#store/verify/verify-landlord.ts'
import { done, openTestStore, type TestStore } from '../databases.ts'
import { refusal } from '../ledger/ground.ts'

const monday = Date.parse('2026-03-02T09:00Z')
let now = monday
let opened: TestStore
let acting: Acting

before(async () => {
  opened = await openTestStore(undefined, { now: () => now })
  const system = await opened.addLandlord('mount-green')
  const { store } = opened
  done(await addMaster(store, system, teams, { id: 'housing', values: { name: 'Housing' } }))
  for (const id of ['ann', 'bea'])
    done(await addMaster(store, system, staff, { id, values: { name: id, team: 'housing' } }))
  const home = { address: '4 Fell Close\nKendal', postcode: 'LA9 4AA' }
  done(await addMaster(store, system, homes, { id: 'fell-4', values: home }))
  // Staff are refused what a promise asks more for; the system is not.
  acting = { ...system, by: 'staff:ann', staffId: 'ann' }
})

const inOffice: Booking = {
  place: 'office',
  forAt: monday + utcDay,
  minutes: 30,
  staffIds: ['ann'],
}

test('Of two who book the same person at once, one is told', async () => {
  const { store } = opened
  const booked = await Promise.all([
    bookAppointment(store, acting, inOffice),
    bookAppointment(store, acting, inOffice),
  ])
  const [done1, done2] = booked.map((each) => !isRefused(each) && 'caseId' in each)
  assert.notEqual(done1, done2, JSON.stringify(booked))
  assert.ok(booked.some((each) => 'collisions' in each))
  done(await bookAppointment(store, acting, { ...inOffice, despiteCollisions: true }))
  assert.equal(
    refusal(await bookAppointment(store, acting, { ...inOffice, staffIds: ['zoe'] })).because,
    'not found',
  )
})

test('An absence becomes a fact when it begins, and its end is refused until its reply was on, or a reason is given', async () => {
  const { store } = opened
  const plan = { staffId: 'bea', where: 'leave', replies: false } as const
  const [fromAt, toAt] = [monday + hour, monday + 2 * utcDay]
  const without = { ...plan, fromAt, toAt, replies: true }
  assert.match(refusal(await planAbsence(store, acting, without)).refusal, /names nobody to turn to/)
  const { absenceId } = done(await planAbsence(store, acting, { ...plan, fromAt, toAt }))
  assert.deepEqual(await awayNow(), [])
  now = fromAt + minute
  assert.equal(done(await beginAbsences(store, acting)), 1)
  assert.equal(done(await beginAbsences(store, acting)), 0)
  assert.deepEqual(await awayNow(), ['bea'])
  const { events } = done(await readTimeline(store, acting, 'diary-bea'))
  assert.deepEqual(
    events.map(({ type, occurred_at }) => [type, occurred_at]),
    [
      ['diary-shared', fromAt],
      ['absence-started', fromAt],
    ],
  )
  const refused = refusal(await endAbsence(store, acting, absenceId))
  assert.deepEqual(
    refused.asks?.map(({ promise }) => promise),
    ['MGH-56'],
  )
  done(await endAbsence(store, acting, absenceId, { 'MGH-56': 'not-done' }))
  assert.deepEqual(await awayNow(), [])
  now = monday
})

test('With a reply that names somebody, both are off as they are back, and that is measured', async () => {
  const { store } = opened
  const plan = { staffId: 'ann', where: 'training', replies: true, alternativeStaffId: 'bea' } as const
  const period = { fromAt: now, toAt: now + utcDay }
  const { absenceId } = done(await planAbsence(store, acting, { ...plan, ...period }))
  done(await noteVoicemail(store, acting, { staffId: 'ann' }))
  const greeting = { name: true, date: true, back: true, alternative: false }
  assert.deepEqual(
    refusal(await noteVoicemail(store, acting, { staffId: 'ann', greeting })).asks?.map(
      ({ promise }) => promise,
    ),
    ['MGH-42'],
  )
  done(await noteVoicemail(store, acting, { staffId: 'ann', greeting: { ...greeting, alternative: true } }))
  done(await endAbsence(store, acting, absenceId))
  const { promises } = done(await readFigures(store, acting, { by: 'all' }))
  for (const id of ['MGH-42', 'MGH-64', 'MGH-65']) {
    const figure = promises.find(({ promise }) => promise.id === id)?.whole
    assert.ok((figure?.kept ?? 0) > 0, id)
  }
  assert.ok(
    done(await absencesIn(store, acting, { from: 0, to: now + utcDay })).every(
      ({ endedAt }) => endedAt !== null,
    ),
  )
})

test('A rota tells reception who is down, or says why not', async () => {
  const { store } = opened
  const onDay = Math.floor(monday / utcDay)
  const rota = {
    rota: 'duty' as const,
    teamId: 'housing',
    days: [{ onDay, staffIds: ['ann'] }],
    fromMinute: 540,
    untilMinute: 1020,
    receptionTold: false,
    groupPickUp: false,
  }
  assert.deepEqual(
    refusal(await setRota(store, acting, rota)).asks?.map(({ promise }) => promise),
    ['MGH-39'],
  )
  const week = { from: onDay, to: onDay + 6 }
  assert.deepEqual(done(await turnsBetween(store, acting, week)), [], 'nothing of it was kept')
  done(await setRota(store, acting, { ...rota, receptionTold: true }))
  done(await setRota(store, acting, { ...rota, receptionTold: true, days: [{ onDay, staffIds: ['bea'] }] }))
  assert.deepEqual(
    done(await turnsBetween(store, acting, week)).map(({ staffId }) => staffId),
    ['bea'],
  )
})

test('A calendar tells a program when and in which district, until its address is made anew or ended', async () => {
  const { store } = opened
  const visit = { ...inOffice, place: 'home' as const, forAt: monday + 3 * utcDay, homeId: 'fell-4' }
  const booked = done(await bookAppointment(store, acting, visit))
  const caseId = 'caseId' in booked ? booked.caseId : ''
  const first = done(await makeFeed(store, acting)).token
  const second = done(await makeFeed(store, acting)).token
  assert.equal(await readFeed(store, first), undefined)
  const feed = await readFeed(store, second)
  assert.ok(feed)
  const text = calendarText(feed, { now, origin: 'https://kept.example' })
  assert.match(text, /^BEGIN:VCALENDAR\r\n/)
  assert.match(text, /SUMMARY:Home visit\\, LA9\r\n/)
  assert.ok(text.includes(`UID:${caseId}@kept.example`))
  assert.ok(!text.includes('Fell Close'))
  for (const wrong of [undefined, '', `${second}x`, second.replace(/^\d+/, '999999'), 7])
    assert.equal(await readFeed(store, wrong), undefined)
  const bea = { ...acting, by: 'staff:bea', staffId: 'bea' }
  done(await setActive(store, bea, { staffId: 'ann', active: false }))
  assert.equal(await readFeed(store, second), undefined, 'who works here no more has no diary')
  done(await setActive(store, bea, { staffId: 'ann', active: true }))
  done(await endFeed(store, acting))
  assert.equal(await readFeed(store, second), undefined)
})

test('All of it is worked out again alike', async () => {
  assert.deepEqual(done(await verifyLandlord(opened.store, acting)).listed, [])
})

async function awayNow(): Promise<readonly string[]> {
  const diaries = done(await staffDiaries(opened.store, acting))
  return diaries.filter(({ awaySince }) => awaySince !== null).map(({ staffId }) => staffId)
}
