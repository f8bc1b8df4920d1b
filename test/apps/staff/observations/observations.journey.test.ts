import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { goodPassword } from '#test/store/people/people.ts'
import { chooses, looksGood, onPage, opens, press, types } from '../keyboard.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'

let staff: StaffServer
let browser: Browser

before(async () => {
  if (skippedBecause !== false) return
  staff = await openStaffServer(undefined, 'one-housing-group')
  browser = await startBrowser()
  await callsCome()
})

after(async () => {
  await browser?.close()
  await staff?.close()
})

/** Three calls of the morning, answered. */
async function callsCome(): Promise<void> {
  const { store, landlord } = staff.house
  for (const n of [1, 2, 3]) {
    const act = { type: 'call-offered', at: `2026-03-02T08:1${n}:00Z`, data: { queue: 'main' } }
    done(await openCase(store, landlord, { kind: 'call', caseId: `call-${n}`, act }))
    const answered = { type: 'call-answered', at: `2026-03-02T08:1${n}:20Z`, data: { by: 'somebody' } }
    done(await recordAct(store, landlord, `call-${n}`, answered))
  }
}

async function signsIn(page: Page, email: string, path: string): Promise<void> {
  await page.goto(`${staff.origin}${path}`)
  await types(page, 'E-mail address', email)
  await types(page, 'Password', goodPassword)
  await press(page, 'Sign in')
}

const wide = { viewport: { width: 1280, height: 900 } }

const words = async (page: Page) => (await page.textContent('main')) ?? ''

test('A performance officer has calls listened to, an observer says what they heard, and the figure is there', {
  skip: skippedBecause,
}, async () => {
  const officer = await staff.house.person('Olive Officer', 'performance officer')
  const observer = await staff.house.person('Oscar Observer', 'observer')
  await onPage(browser, wide, async (page) => {
    await signsIn(page, officer.email, '/promises/OHG-09')
    assert.match(await words(page), /nothing to count/)
    await page.goto(`${staff.origin}/observations`)
    await press(page, 'Set up a programme')
    await chooses(page, 'Call monitoring')
    await press(page, 'Continue')
    await types(page, 'What is it called?', 'Greetings')
    await types(page, 'How many observations are wanted?', '2')
    await press(page, 'Set up the programme')
    await chooses(page, 'Oscar Observer')
    await press(page, 'Draw the sample')
    await looksGood(page, 'Greetings')
    assert.match(await words(page), /Sample 1: 2 of 3 cases/)
    await press(page, 'Draw it again: sample 1')
    assert.match(await words(page), /It is the same sample.*2 of 2 cases/s)
  })

  await onPage(browser, { ...wide, javaScriptEnabled: false }, async (page) => {
    await signsIn(page, observer.email, '/')
    assert.match(await words(page), /Your observations.*To do \(2\)/s)
    assert.equal((await page.goto(`${staff.origin}/observations`))?.status(), 403)
    await page.goto(`${staff.origin}/`)
    await press(page, 'Greetings, sheet 1')
    await press(page, 'Send')
    assert.match(await words(page), /No item is answered/)
    await chooses(page, 'Yes')
    await types(page, 'What did you notice?', 'Friendly.')
    await press(page, 'Keep for later')
    await press(page, 'Greetings, sheet 1')
    await press(page, 'Send')
    assert.match(await words(page), /To do \(1\).*Sent/s)
  })

  await onPage(browser, wide, async (page) => {
    await signsIn(page, observer.email, '/observations/mine')
    await press(page, 'Greetings, sheet 2')
    await looksGood(page, 'Sheet 2')
    await chooses(page, 'No')
    await press(page, 'Send')
  })

  await onPage(browser, { ...wide, javaScriptEnabled: false }, async (page) => {
    await signsIn(page, officer.email, '/observations')
    await press(page, 'Greetings')
    assert.match(await words(page), /2 of 2 wanted.*50%.*between 9% and 91%/s)
    await press(page, 'OHG-09')
    assert.match(await words(page), /50%.*1 of 2 checks/s)
    await page.goBack()
    await opens(page, 'Close this round')
    await press(page, 'Close the round')
    assert.match(await words(page), /The round is closed.*Begin the next round/s)
  })
})
