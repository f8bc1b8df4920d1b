import assert from 'node:assert/strict'
import { test } from 'node:test'
import { absentNow } from '#apps/staff/contacts/absent.ts'
import { hour } from '#core/time/instant.ts'
import { planAbsence } from '#store/diaries/absences.ts'
import { staff } from '#store/masters/kinds/staff.ts'
import { staffOf, teamsOf } from '#store/masters/names.ts'
import { addMaster } from '#store/masters/writing.ts'
import { done } from '#test/store/databases.ts'
import { openHouse } from '#test/store/people/people.ts'

test('Before a caller waits for a colleague it is said that they are away, until when, and who helps meanwhile', async () => {
  const { store, landlord } = await openHouse()
  for (const [id, name] of [
    ['bea', 'Bea Baker'],
    ['cal', 'Cal Clerk'],
    ['dee', 'Dee Dunn'],
  ] as const)
    done(await addMaster(store, landlord, staff, { id, values: { name, roles: [], active: true } }))
  const now = store.now()
  const away = { fromAt: now - hour, toAt: now + 2 * hour, replies: false }
  const plans = [
    { ...away, staffId: 'bea', where: 'leave', alternativeStaffId: 'cal' },
    { ...away, staffId: 'cal', where: 'home-working' },
    { ...away, staffId: 'dee', where: 'training', fromAt: now + hour },
  ] as const
  for (const plan of plans) done(await planAbsence(store, landlord, plan))
  const around = { staff: await staffOf(store, landlord), teams: await teamsOf(store, landlord) }
  const absent = await absentNow(store, landlord, around)
  assert.deepEqual(
    [...absent.keys()],
    ['bea'],
    'who works at home can be spoken with; who goes later is here',
  )
  assert.match(absent.get('bea') ?? '', /^on leave until \d\d:\d\d, meanwhile Cal Clerk$/)
})
