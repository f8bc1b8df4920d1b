import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { recordAct } from '#store/ledger/append.ts'
import { readCase } from '#store/ledger/read-case.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { chooses, follows, looksGood, onPage, opens, press, types, valueOf } from '../keyboard.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'
import { addWork, comesIn, type Work } from './work-ground.ts'

let staff: StaffServer
let browser: Browser
let work: Work

before(async () => {
  if (skippedBecause !== false) return
  staff = await openStaffServer()
  browser = await startBrowser()
  work = await addWork(staff.house)
})

after(async () => {
  await browser?.close()
  await staff?.close()
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts'
  const options = { javaScriptEnabled, viewport: { width: 1280, height: 900 } }

  test(`An officer sees what is due today, finds a customer by a misspelt name, and puts her details right, ${how}`, {
    skip: skippedBecause,
  }, async () => {
    await onPage(browser, options, async (page) => {
      await comesIn(page, staff.origin, work.ann)
      await looksGood(page, 'Today')
      const text = (await page.textContent('main')) ?? ''
      assert.match(text, /Overdue \(1\).*Margaret Okonkwo/s)
      assert.match(text, /Was due Friday 27 February, 3 days late/)
      assert.match(text, /Due today \(1\).*Ewan Fraser/s)
      assert.match(text, /Counted from contact received, Monday 16 February at 09:40/)
      assert.match(text, /Calls waiting \(1\).*for 1 minute/s)
      assert.match(text, /Visitors waiting \(1\).*Tomasz Kowalski.*for 8 minutes/s)
      assert.match(text, /Messages for me \(1\).*Jean McAllister.*Urgent/s)
      assert.match(text, /All that nobody has/)
      await types(page, 'Search cases, customers and words', 'Magaret Okonkow')
      await press(page, 'Search')
      await looksGood(page, 'Search')
      assert.ok(!page.url().toLowerCase().includes('okon'), 'no name stands in the address')
      await press(page, 'Margaret Okonkwo')
      await looksGood(page, 'Margaret Okonkwo')
      assert.match((await page.textContent('main')) ?? '', /Warning Dog/)
      await press(page, 'Change details')
      await looksGood(page, 'Change details')
      await types(page, 'Mobile telephone (optional)', '07')
      await press(page, 'Save the details')
      assert.match(await page.title(), /^Error: /)
      assert.equal(await valueOf(page, 'Mobile telephone (optional)'), '07', 'what was typed is kept')
      await types(page, 'Mobile telephone (optional)', '07700 900 123')
      await press(page, 'Save the details')
      assert.match((await page.textContent('main')) ?? '', /The details are changed.*07700 900 123/s)
      await press(page, 'Add a communication need')
      await looksGood(page, 'Add a communication need')
      await chooses(page, 'Need', 'Hearing loop')
      await press(page, 'Add it')
      assert.match((await page.textContent('main')) ?? '', /It is added.*Hearing loop/s)
      await press(page, 'Needed no more Hearing loop')
      assert.match((await page.textContent('main')) ?? '', /It is ended as of today/)
      assert.doesNotMatch((await page.textContent('main')) ?? '', /Hearing loop/)
    })
  })

  test(`A team leader looks at her team, keeps a view and gives what nobody has to somebody, ${how}`, {
    skip: skippedBecause,
  }, async () => {
    await onPage(browser, options, async (page) => {
      await comesIn(page, staff.origin, work.lea, '/teams/housing')
      await looksGood(page, 'Housing and lettings')
      assert.match((await page.textContent('table')) ?? '', /Ann Archer1/)
      await page.goto(`${staff.origin}/cases?team=housing&holder=nobody&sort=latest`)
      await looksGood(page, 'Cases')
      const who = javaScriptEnabled ? 'Ann Archer' : 'Lea Long'
      const caseId = javaScriptEnabled ? 'enquiry-5' : 'enquiry-6'
      await chooses(page, `Tick enquiry ${caseId}`)
      await press(page, 'Give them')
      assert.match(await page.title(), /^Error: /)
      assert.ok(await page.getByLabel(`Tick enquiry ${caseId}`).isChecked(), 'what was ticked stays so')
      await chooses(page, 'Give the ticked cases to', who)
      await press(page, 'Give them')
      assert.match((await page.textContent('main')) ?? '', /1 case given/)
      const given = done(await readCase(staff.house.store, staff.house.landlord, caseId))
      assert.equal(given.case.holder_id, (javaScriptEnabled ? work.ann : work.lea).staffId)
      await opens(page, 'Keep this list as a view')
      await types(page, 'What the view is called', `Nobody’s, ${how}`)
      await chooses(page, 'My team')
      await press(page, 'Keep the view')
      assert.match((await page.textContent('main')) ?? '', /The view is kept/)
      await follows(page, `Nobody’s, ${how}`)
      assert.match(page.url(), /holder=nobody/)
    })
  })
}

test('What is on the first page is fetched anew when somebody else changes it', {
  skip: skippedBecause,
}, async () => {
  const { store, landlord } = staff.house
  await onPage(browser, {}, async (page) => {
    await comesIn(page, staff.origin, work.lea)
    assert.doesNotMatch((await page.textContent('main')) ?? '', /enquiry-2/)
    const data = { team: 'housing', holder: work.lea.staffId }
    done(await recordAct(store, landlord, 'enquiry-2', { type: 'case-assigned', data }))
    await page.getByText('enquiry-2').first().waitFor({ state: 'attached' })
  })
})
