import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { recordAct } from '#store/ledger/append.ts'
import { readCase } from '#store/ledger/read-case.ts'
import { done } from '#test/store/databases.ts'
import { goodPassword } from '#test/store/people/people.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { chooses, follows, looksGood, onPage, opens, press, types, valueOf, views } from '../keyboard.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'
import { fillHouse, openLetter } from './in-a-case.ts'

let staff: StaffServer
let browser: Browser
let email: string
let bea: { readonly staffId: string; readonly email: string }

before(async () => {
  if (skippedBecause !== false) return
  staff = await openStaffServer()
  await fillHouse(staff)
  email = (await staff.house.person('Ann Archer', 'case officer')).email
  bea = await staff.house.person('Bea Baker', 'case officer')
  browser = await startBrowser()
})

after(async () => {
  await browser?.close()
  await staff?.close()
})

async function openPage(page: Page, path: string, who = email): Promise<void> {
  await page.goto(`${staff.origin}${path}`)
  await types(page, 'E-mail address', who)
  await types(page, 'Password', goodPassword)
  await press(page, 'Sign in')
}

// Each page is also looked at on a dark screen and in forced colours, where there are scripts.
for (const [view, options] of Object.entries(views).slice(0, 2))
  test(`An officer works in a case, is overtaken, and passes it on, ${view}, with the keyboard alone`, {
    skip: skippedBecause,
  }, async () => {
    const caseId = await openLetter(staff)
    const heading = `Enquiry ${caseId}`
    await onPage(browser, options, async (page) => {
      await openPage(page, `/cases/${caseId}`)
      await looksGood(page, heading)
      await follows(page, 'Why this date? The working of LIN-39, clock 1')
      await looksGood(page, 'Why this date?')
      await follows(page, heading.replace('Enquiry', 'Case'))
      await press(page, 'Take it')
      await looksGood(page, heading)
      await opens(page, 'More')
      await follows(page, 'Agree a call back')
      await looksGood(page, 'Agree a call back')
      await types(page, 'What is it about? (optional)', 'The close light.')
      await overtakes(caseId)
      await press(page, 'Save')
      await looksGood(page, 'Agree a call back')
      assert.match(await page.title(), /^Error: /)
      assert.equal(await valueOf(page, 'What is it about? (optional)'), 'The close light.')
      await follows(page, 'Back to the case without saving')
      await follows(page, 'Pass it on')
      await looksGood(page, 'Pass the case on')
      await chooses(page, 'To which team?', 'Repairs')
      await types(page, 'What do they need to know?', 'The close light is out at number 12.')
      await chooses(page, 'Yes')
      await press(page, 'Pass it on')
      await looksGood(page, heading)
      assert.match((await page.textContent('main')) ?? '', /The close light is out at number 12\./)
      const { case: row } = done(await readCase(staff.house.store, staff.house.landlord, caseId))
      assert.deepEqual([row.team_id, row.holder_id], ['repairs', null])
    })
  })

test('A page that is open shows by itself who came and what they recorded', {
  skip: skippedBecause,
}, async () => {
  const caseId = await openLetter(staff)
  await onPage(browser, {}, async (page) => {
    await openPage(page, `/cases/${caseId}`)
    await onPage(browser, {}, async (other) => {
      await openPage(other, `/cases/${caseId}`, bea.email)
      await page.getByText('Bea Baker has this case open.').waitFor()
    })
    await overtakes(caseId)
    await page.getByRole('heading', { name: 'Contact opened' }).waitFor()
  })
})

/** Bea records something in the case meanwhile. */
async function overtakes(caseId: string): Promise<void> {
  const { store, landlord } = staff.house
  const acting = { ...landlord, by: `staff:${bea.staffId}`, staffId: bea.staffId }
  done(await recordAct(store, acting, caseId, { type: 'contact-opened' }))
}
