import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import type { Role } from '#core/people/role.ts'
import { publicActing } from '#core/people/acting.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { listImprovements } from '#store/learning/improvements.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { setUpSecondFactor } from '#test/store/people/people.ts'
import { chooses, fills, looksGood, onPage, press, types } from '../keyboard.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'

let staff: StaffServer
let browser: Browser

before(async () => {
  if (skippedBecause !== false) return
  staff = await openStaffServer()
  browser = await startBrowser()
  const { store, landlord } = staff.house
  for (const caseId of ['roof', 'tap']) {
    const received = { about: 'repair', channel: 'telephone', complainant: 'customer' }
    done(
      await openCase(store, landlord, {
        kind: 'complaint',
        caseId,
        act: { type: 'complaint-received', data: received },
      }),
    )
    const learnt = { type: 'learning-recorded', data: { cause: 'communication', lesson: 'procedure' } }
    done(await recordAct(store, landlord, caseId, learnt))
  }
})

after(async () => {
  await browser?.close()
  await staff?.close()
})

test('Two complaints of one kind lead to an action, it is done, and customers read what they said and what was done', {
  skip: skippedBecause,
}, async () => {
  const { house } = staff
  await as('Colin Frost', 'complaints officer', '/learning', async (page) => {
    await looksGood(page, 'Learning from complaints')
    assert.match(
      (await page.textContent('table')) ?? '',
      /Repair\s*2\s*none yet.*communication \(2\).*procedure \(2\)/,
    )
    await press(page, 'Add an action')
    await press(page, 'Save')
    assert.match((await page.textContent('main')) ?? '', /Say by when it is done/)
    await types(page, 'What will be done?', 'Somebody rings before a repair is put off')
    await chooses(page, 'What were the complaints about?', 'Repair')
    await chooses(page, 'Who does it?', 'Colin Frost')
    await fills(page, 'By when?', '2026-03-20')
    await types(page, 'Which cases taught it?', 'roof, cellar')
    await press(page, 'Save')
    assert.match((await page.textContent('main')) ?? '', /There is no case “cellar”/)
    await types(page, 'Which cases taught it?', 'roof, tap')
    await press(page, 'Save')
    await looksGood(page, 'Action')
    await press(page, 'Note that it is done')
    await fills(page, 'On which day was it done?', '2026-03-01')
    await types(page, 'You said', 'Nobody tells us when a repair is put off.')
    await types(page, 'We did', 'We ring you the day before.')
    await press(page, 'Save')
    assert.equal(
      await page.getByRole('button', { name: 'Publish it' }).count(),
      0,
      'who writes does not publish',
    )
  })
  const anybody = publicActing(house.landlord.landlord)
  assert.deepEqual(
    done(await listImprovements(house.store, anybody)),
    [],
    'nothing is shown before somebody publishes it',
  )
  await as('Martin Boyle', 'publisher', '/learning', async (page) => {
    await press(page, 'We ring you the day before.')
    await press(page, 'Publish it')
    assert.match((await page.textContent('main')) ?? '', /Customers can read it now/)
  })
  const [shown] = done(await listImprovements(house.store, anybody))
  assert.equal(shown?.youSaid, 'Nobody tells us when a repair is put off.')
})

async function as(
  name: string,
  role: Role,
  path: string,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const { house, origin } = staff
  const { email } = await house.person(name, role)
  const { token } = await setUpSecondFactor(house, await house.comesIn(email))
  await onPage(browser, { viewport: { width: 1280, height: 900 } }, async (page) => {
    const domain = new URL(origin).hostname
    await page.context().addCookies([{ name: 'kept_session', value: token, domain, path: '/' }])
    await page.goto(`${origin}${path}`)
    await work(page)
  })
}
