import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import type { Role } from '#core/people/role.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { goodPassword } from '#test/store/people/people.ts'
import { looksGood, onPage, press, types } from '../keyboard.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'

/** The promise about letters, as the landlord words it. */
const letters =
  'Your letter is answered in full within 10 working days, or on the date that we wrote and told you in that time.'

let staff: StaffServer
let browser: Browser

before(async () => {
  if (skippedBecause !== false) return
  staff = await openStaffServer()
  browser = await startBrowser()
  await lettersCome()
})

after(async () => {
  await browser?.close()
  await staff?.close()
})

/** Two letters of Monday 2 March (LIN-39: 10 working days): one answered, one not by the last day of the quarter. */
async function lettersCome(): Promise<void> {
  const { store, landlord } = staff.house
  const came = { type: 'contact-received', data: { channel: 'letter' } }
  done(await openCase(store, landlord, { kind: 'enquiry', caseId: 'answered', act: came }))
  done(await openCase(store, landlord, { kind: 'enquiry', caseId: 'forgotten', act: came }))
  staff.house.at = Date.parse('2026-03-16T15:00:00Z')
  const reply = { type: 'reply-sent', data: { channel: 'letter', full: true } }
  done(await recordAct(store, landlord, 'answered', reply))
  staff.house.at = Date.parse('2026-03-31T16:00:00Z')
}

async function signedIn(page: Page, name: string, role: Role): Promise<void> {
  const { email } = await staff.house.person(name, role)
  await page.goto(`${staff.origin}/performance`)
  await types(page, 'E-mail address', email)
  await types(page, 'Password', goodPassword)
  await press(page, 'Sign in')
}

/** From the dashboard to the promise about letters, and what is said of it there. */
async function toThePromise(page: Page): Promise<string> {
  assert.match((await page.textContent('h1')) ?? '', /Performance/)
  const card = page.locator('article', { hasText: 'LIN-39' })
  assert.match((await card.textContent()) ?? '', /50%.*Missed.*1 kept of 2 counted.*1 overdue now/)
  const title = page.getByRole('heading', { level: 2 }).first()
  assert.match((await title.textContent()) ?? '', /^Missed/, 'what was missed comes first')
  await press(page, (await card.getByRole('link').first().textContent()) ?? '')
  return (await page.textContent('main')) ?? ''
}

test('On the last day of the quarter a manager goes from the dashboard to what a figure is made of, and to the case that missed it', {
  skip: skippedBecause,
}, async () => {
  await onPage(browser, {}, async (page) => {
    await signedIn(page, 'Mo Manager', 'team leader')
    await looksGood(page, 'Performance')
    assert.match(await toThePromise(page), /2: 1 kept and 1 missed.*1 overdue: counted as missed/)
    await looksGood(page, letters)
    await press(page, 'The cases behind this figure that missed it (1)')
    await press(page, 'forgotten')
    assert.match((await page.textContent('main')) ?? '', /forgotten/)
  })
})

test('A panel member sees the same figures and what they are made of, and no case', {
  skip: skippedBecause,
}, async () => {
  await onPage(browser, {}, async (page) => {
    await signedIn(page, 'Pat Panel', 'panel member')
    assert.match(await toThePromise(page), /2: 1 kept and 1 missed/)
    assert.equal(await page.locator('main a[href*="/cases"]').count(), 0)
    const answer = await page.goto(`${staff.origin}/promises/LIN-39/cases`)
    assert.equal(answer?.status(), 403)
    await page.goto(`${staff.origin}/performance/compare?promise=LIN-39&by=channel`)
    assert.match((await page.textContent('main')) ?? '', /Letter.*not shown/, 'two letters are too few')
  })
})
