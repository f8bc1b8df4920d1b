import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { endPersonsSessions, giveRoles, setActive } from '#store/people/change-people.ts'
import { done } from '#test/store/databases.ts'
import { openStaffServer, type StaffServer } from './staff-server.ts'

// A stream of events is open for as long as a page is: who may not see the page any more is told no more.

let staff: StaffServer
before(async () => {
  staff = await openStaffServer()
})
after(() => staff?.close())

const ways = {
  'Whose session is ended': (staffId: string) =>
    endPersonsSessions(staff.house.store, staff.house.landlord, { staffId }),
  'Who works here no more': (staffId: string) =>
    setActive(staff.house.store, staff.house.landlord, { staffId, active: false }),
  'Whose role is taken away': (staffId: string) =>
    giveRoles(staff.house.store, staff.house.landlord, { staffId, roles: ['performance officer'] }),
} as const

for (const [who, end] of Object.entries(ways))
  test(`${who} is told no more of what happens`, { timeout: 120_000 }, async () => {
    const { staffId, email } = await staff.house.person(who, 'contact officer')
    const { token } = await staff.house.comesIn(email)
    const stream = await opened(token)
    assert.equal(stream.status, 200)
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    assert.ok(reader !== undefined)
    assert.match((await reader.read()).value ?? '', /retry/)
    done(await end(staffId))
    let told = ''
    for (let came = await reader.read(); !came.done; came = await reader.read()) told += came.value
    assert.match(told, /event: over\n.*\n\n$/)
    assert.notEqual((await opened(token)).status, 200)
  })

test('One person opens a limited number of streams', async () => {
  const { email } = await staff.house.person('Many Pages', 'contact officer')
  const { token } = await staff.house.comesIn(email)
  const streams = await Promise.all(Array.from({ length: 12 }, () => opened(token)))
  assert.deepEqual([...new Set(streams.map(({ status }) => status))], [200])
  assert.equal((await opened(token)).status, 429)
  for (const { body } of streams) await body?.cancel()
})

async function opened(token: string): Promise<Response> {
  return fetch(`${staff.origin}/calls/live`, {
    headers: { cookie: `kept_session=${token}`, 'kept-script': 'live' },
    redirect: 'manual',
  })
}
