import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Acting } from '#core/people/acting.ts'
import { permissionsOf, type Role } from '#core/people/role.ts'
import { isRefused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import { evidenceOf, readEvidenceFile, takeEvidenceBack } from '#store/duties/evidence.ts'
import { setDutyOwner } from '#store/duties/owners.ts'
import { readDutyList } from '#store/duties/read-duties.ts'
import { recordEvidence } from '#store/duties/record-evidence.ts'
import { giveNotice } from '#store/jobs/notices/give-notice.ts'
import { noticeDuties } from '#store/jobs/notices/notice-duties.ts'
import { openCase } from '#store/ledger/append.ts'
import { readFigures } from '#store/ledger/figures.ts'
import { teams } from '#store/masters/kinds/teams.ts'
import { staff } from '#store/masters/kinds/staff.ts'
import { addMaster, changeMaster } from '#store/masters/writing.ts'
import { readMaster } from '#store/masters/reading.ts'
import { day, instant } from '#test/core/time/calendars.ts'
import { done } from '#test/store/databases.ts'
import { type House, openHouse } from '#test/store/people/people.ts'

// South Lakes: a newsletter every three months (SLH-23).
const promise = 'SLH-23'
const text = new TextEncoder()

let house: House
let officer: Acting
let leader: Acting
let adviser: Acting
before(async () => {
  house = await openHouse(undefined, 'south-lakes')
  const { store, landlord } = house
  house.at = instant('2026-03-02T10:00Z')
  done(await addMaster(store, landlord, teams, { id: 'office', values: { name: 'Head office' } }))
  officer = await somebody('Anna Silva', 'performance officer')
  leader = await somebody('Ruth Adeyemi', 'team leader')
  adviser = await somebody('Maya Price', 'contact officer')
  const ruth = done(await readMaster(store, landlord, staff, { id: leader.staffId ?? '' }))
  const ruthNow = {
    name: 'Ruth Adeyemi',
    email: 'ruth.adeyemi@example.org',
    roles: ['team leader'],
    team: 'office',
  }
  const change = { id: leader.staffId ?? '', expected: ruth.version, values: ruthNow }
  done(await changeMaster(store, landlord, staff, change))
  // The first fact: from now on duties are owed.
  const act = { type: 'contact-received', data: { channel: 'letter' } }
  done(await openCase(store, landlord, { kind: 'enquiry', act }))
})
after(() => house.close())

async function somebody(name: string, role: Role): Promise<Acting> {
  const { staffId } = await house.person(name, role)
  return { landlord: house.landlord.landlord, by: `staff:${staffId}`, staffId, may: permissionsOf([role]) }
}

async function newsletter() {
  const found = done(await readDutyList(house.store, officer)).find((each) => each.promise.id === promise)
  assert.ok(found !== undefined)
  return found
}

const record = (acting: Acting, doneOn: Day, more = {}) =>
  recordEvidence(house.store, acting, { promise, doneOn, note: 'The spring issue', ...more })

function refusal(result: unknown): string {
  assert.ok(isRefused(result))
  return result.refusal
}

test('Whoever answers for a duty records it with a file, everybody else is refused, and its figure is there', async () => {
  const { store } = house
  assert.match(refusal(await record(adviser, day('2026-03-02'))), /whoever answers for the duty/)
  done(
    await setDutyOwner(store, officer, {
      concerns: 'duty',
      name: promise,
      teamId: null,
      staffId: adviser.staffId ?? '',
      daysBefore: 10,
    }),
  )
  const files = [{ name: 'spring.txt', content: text.encode('News of the spring\n') }]
  const link = 'https://www.example.org/news'
  done(await record(adviser, day('2026-03-02'), { files, link }))
  const [shown] = done(await evidenceOf(store, leader, promise))
  const [note, page] = shown?.papers ?? []
  assert.deepEqual([note?.text, page?.text], ['The spring issue', link])
  const read = done(await readEvidenceFile(store, leader, note?.files[0]?.attachmentId ?? ''))
  assert.equal(read.content.toString(), 'News of the spring\n')
  const { promises } = done(await readFigures(store, officer, { by: 'all', promise }))
  assert.deepEqual([promises[0]?.whole.kept, promises[0]?.whole.counted], [1, 1])
  assert.equal((await newsletter()).owed?.n, 2)
})

test('What was recorded by mistake is taken back; a day to come or before the standard is refused, and so is what nothing shows', async () => {
  const { store } = house
  const { eventId: name } = done(await record(adviser, day('2026-03-01')))
  assert.match(refusal(await takeEvidenceBack(store, leader, { promise, name })), /whoever answers/)
  done(await takeEvidenceBack(store, officer, { promise, name }))
  assert.equal(done(await evidenceOf(store, officer, promise)).length, 1)
  assert.match(refusal(await record(officer, day('2026-03-03'))), /still to come/)
  assert.match(refusal(await record(officer, day('2001-03-03'))), /before the standard/)
  assert.match(refusal(await record(officer, day('2026-03-02'), { note: '' })), /what shows it/)
  assert.match(refusal(await record(officer, day('2026-03-02'), { link: 'javascript:alert(1)' })), /address/)
  const files = [{ name: 'a.svg', content: text.encode('<svg xmlns="http://www.w3.org/2000/svg"/>') }]
  assert.match(refusal(await record(officer, day('2026-03-02'), { files })), /cannot be attached/)
})

test('A duty is raised with whoever answers for it, as many days before as is set, and by mail', async () => {
  const { store, landlord } = house
  const raised = async () => {
    done(await noticeDuties(store, landlord))
    done(await giveNotice(store, landlord))
    return house.mail()
  }
  const about = (mails: Awaited<ReturnType<typeof raised>>, to: string) =>
    mails.filter((mail) => mail.to === to && mail.text.includes(`newsletter (duty), ${promise}`)).length
  house.at = instant('2026-05-20T10:00Z')
  assert.equal(about(await raised(), 'maya.price@example.org'), 0, 'thirteen days before')
  house.at = instant('2026-05-26T10:00Z')
  assert.equal(about(await raised(), 'maya.price@example.org'), 1, 'seven days before')
  assert.equal(about(await raised(), 'maya.price@example.org'), 1, 'once')
  done(
    await setDutyOwner(store, officer, {
      concerns: 'duty',
      name: promise,
      teamId: 'office',
      staffId: null,
      daysBefore: 10,
    }),
  )
  house.at = instant('2026-06-04T10:00Z')
  assert.equal(about(await raised(), 'ruth.adeyemi@example.org'), 1, 'overdue: the leader of the team')
})

test('Who answers is set by those who look after evidence or editions alone', async () => {
  const owner = { concerns: 'duty', name: promise, teamId: null, staffId: null, daysBefore: 28 } as const
  assert.match(refusal(await setDutyOwner(house.store, adviser, owner)), /permission/)
  done(await setDutyOwner(house.store, await somebody('Sue Kerr', 'administrator'), owner))
  assert.match(refusal(await setDutyOwner(house.store, officer, { ...owner, daysBefore: 400 })), /0 to 365/)
  assert.match(
    refusal(await setDutyOwner(house.store, officer, { ...owner, staffId: 'nobody' })),
    /no such member/,
  )
})
