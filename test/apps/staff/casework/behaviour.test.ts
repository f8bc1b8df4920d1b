import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { instant } from '#test/core/time/calendars.ts'
import { comeIn, fillHouse } from '../case/in-a-case.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'
import type { Visiting } from '../visitor.ts'

let staff: StaffServer
let bea: Awaited<ReturnType<typeof comeIn>>
before(async () => {
  staff = await openStaffServer()
  await fillHouse(staff)
  bea = await comeIn(staff, 'Bea Baker', 'case officer')
})
after(() => staff.close())

/** Records an act by its form. */
async function acts(
  caseId: string,
  type: string,
  typed: Readonly<Record<string, string>>,
): Promise<Visiting> {
  const action = `/cases/${caseId}/acts/${type}`
  return bea.send(await bea.goTo(action), action, typed)
}

test('An incident is recorded from the customer’s page, warned of, and restricted until a day that is looked at again', async () => {
  assert.match((await bea.goTo('/customers/mabel')).text, /Record an incident/)
  const action = '/cases/new/incident-recorded'
  const form = await bea.goTo(`${action}?customer=mabel`)
  assert.match(form.text, /Mabel Brown/)
  const typed = { action: 'asked-to-leave', words: 'She shouted.' }
  const empty = await bea.send(form, action, { ...typed, at: '2026-02-31' })
  assert.equal(empty.status, 422)
  assert.match(empty.text, /She shouted\./, 'what was typed is kept')
  const opened = await bea.send(empty, action, typed)
  assert.match(opened.text, /It is recorded\./)
  const caseId = opened.url.pathname.split('/').at(-1) ?? ''
  await acts(caseId, 'warning-given', { words: 'Not to shout at staff.' })
  await acts(caseId, 'restriction-set', { review: '2026-03-20', words: 'By letter only.' })

  const list = await bea.goTo('/behaviour')
  assert.match(list.text, /asked to leave · warned · restricted · looked at again 20 March 2026/)
  assert.match(
    (await bea.goTo('/customers/mabel')).text,
    /restricted, to be looked at again on 20 March 2026/,
  )
  assert.match((await bea.goTo(`/cases/${caseId}`)).text, /Alert:.*Contact restricted/)
  assert.match((await bea.goTo('/contacts/new?customer=mabel')).text, /Contact restricted/i)

  staff.house.at = instant('2026-03-20T10:00Z')
  await bea.comesBack()
  assert.match((await bea.goTo('/behaviour')).text, /The restriction is to be looked at again now\./)
  assert.match((await bea.goTo('/customers/mabel')).text, /How they may get in touch is restricted/)

  staff.house.at = instant('2026-03-21T10:00Z')
  await bea.comesBack()
  assert.doesNotMatch((await bea.goTo('/customers/mabel')).text, /How they may get in touch is restricted/)
  assert.doesNotMatch((await bea.goTo(`/cases/${caseId}`)).text, /Contact restricted/)
})

test('A restriction that is lifted, or was recorded wrongly, warns nobody any more', async () => {
  staff.house.at = instant('2026-03-02T10:00Z')
  await bea.comesBack()
  const action = '/cases/new/incident-recorded'
  for (const type of ['restriction-ended', 'withdrawn'] as const) {
    const opened = await bea.send(await bea.goTo(`${action}?customer=mabel`), action, { action: 'calmed' })
    const caseId = opened.url.pathname.split('/').at(-1) ?? ''
    await acts(caseId, 'restriction-set', { review: '2026-04-20' })
    assert.match((await bea.goTo('/customers/mabel')).text, /to be looked at again on 20 April 2026/)
    if (type === 'withdrawn') {
      const withdraw = `/cases/${caseId}/events/2/withdraw`
      await bea.send(await bea.goTo(withdraw), withdraw, { reason: 'did-not-happen' })
    } else await acts(caseId, type, {})
    assert.doesNotMatch((await bea.goTo('/customers/mabel')).text, /20 April 2026/)
  }
})

test('A case that only a contact begins has no form of its own', async () => {
  assert.equal((await bea.goTo('/cases/new/reply-sent')).status, 404)
  assert.equal((await bea.goTo('/cases/new/no-such-act')).status, 404)
})
