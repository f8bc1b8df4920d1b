import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { minute } from '#core/time/instant.ts'
import { openCase } from '#store/ledger/append.ts'
import { readCase, readTimeline } from '#store/ledger/read-case.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { follows, looksGood, onPage, press, types, views } from '../keyboard.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'
import { addMargaret, comesInAsClerk } from './contact-ground.ts'

let staff: StaffServer
let browser: Browser

before(async () => {
  if (skippedBecause !== false) return
  staff = await openStaffServer()
  browser = await startBrowser()
  await addMargaret(staff.house, staff.house.landlord)
})

after(async () => {
  await browser?.close()
  await staff?.close()
})

for (const [view, options] of Object.entries(views).slice(0, 2))
  test(`A call that waits is answered, counted and written down, ${view}`, {
    skip: skippedBecause,
  }, async () => {
    const { house, origin } = staff
    const callId = await rings(`call-${view.length}`, { customer: 'margaret' })
    const gone = await rings(`gone-${view.length}`, {})
    house.at += minute / 2
    await onPage(browser, options, async (page) => {
      await comesInAsClerk(page, origin, house, house.landlord)
      await page.goto(`${origin}/calls`)
      await looksGood(page, 'Calls')
      assert.match(
        (await page.textContent('#calls')) ?? '',
        /Margaret Okonkwo, line main, has waited 30 seconds/,
      )
      await press(page, `Rang off (call ${gone})`)
      await looksGood(page, 'Calls')
      await press(page, `Answer (call ${callId})`)
      await looksGood(page, 'Record a contact')
      assert.ok(await page.locator('input[value="margaret"]').isChecked())
      await page.goto(`${origin}/calls`)
      await looksGood(page, 'Calls')
      await follows(page, `Record what it was about (call ${callId})`)
      await types(page, 'In a few words', 'When does my heating come on?')
      await press(page, 'Record the contact')
      await looksGood(page, 'The contact is recorded')
      await page.goto(`${origin}/calls`)
      assert.doesNotMatch((await page.textContent('#calls')) ?? '', /not written down/)
    })
    const { clocks } = done(await readCase(house.store, house.landlord, callId))
    // Eight rings are 24 seconds: it was answered after 30.
    assert.deepEqual(
      clocks.map(({ promise, outcome, length }) => [promise, outcome, length]),
      [['LIN-26', 'missed', 30]],
    )
    const { events } = done(await readTimeline(house.store, house.landlord, gone))
    assert.equal(events.at(-1)?.type, 'call-abandoned')
  })

test('A voicemail is listed until it is returned', { skip: skippedBecause }, async () => {
  const { house, origin } = staff
  await onPage(browser, { viewport: { width: 1280, height: 900 } }, async (page) => {
    await comesInAsClerk(page, origin, house, house.landlord)
    const data = { channel: 'voicemail', customer: 'margaret' }
    const act = { type: 'contact-received', data }
    done(await openCase(house.store, house.landlord, { kind: 'enquiry', caseId: 'voice-1', act }))
    await page.goto(`${origin}/calls`)
    await looksGood(page, 'Calls')
    assert.match((await page.textContent('#calls')) ?? '', /Voicemails to return \(1\)/)
    await rings('another', {})
    await page.getByText('Waiting (1)').waitFor()
    await follows(page, 'Margaret Okonkwo (voicemail voice-1)')
  })
})

async function rings(caseId: string, data: object): Promise<string> {
  const { house } = staff
  const act = { type: 'call-offered', data: { queue: 'main', ...data } }
  done(await openCase(house.store, house.landlord, { kind: 'call', caseId, act }))
  return caseId
}
