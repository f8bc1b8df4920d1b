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

/** Two letters of Monday 2 March, due on 16 March (10 working days, LIN-39): one answered that day, one not by the 20th. */
async function lettersCome(): Promise<void> {
  const { store, landlord } = staff.house
  const came = { type: 'contact-received', data: { channel: 'letter' } }
  done(await openCase(store, landlord, { kind: 'enquiry', caseId: 'answered', act: came }))
  done(await openCase(store, landlord, { kind: 'enquiry', caseId: 'forgotten', act: came }))
  staff.house.at = Date.parse('2026-03-16T15:00:00Z')
  const reply = { type: 'reply-sent', data: { channel: 'letter', full: true } }
  done(await recordAct(store, landlord, 'answered', reply))
  staff.house.at = Date.parse('2026-03-20T09:00:00Z')
}

async function signedIn(page: Page, name: string, role: Role, path: string): Promise<void> {
  const { email } = await staff.house.person(name, role)
  await page.goto(`${staff.origin}${path}`)
  await types(page, 'E-mail address', email)
  await types(page, 'Password', goodPassword)
  await press(page, 'Sign in')
}

for (const scripts of [true, false])
  test(`A team leader goes from every promise to one, and on to the case that missed it, ${scripts ? 'with' : 'without'} scripts`, {
    skip: skippedBecause,
  }, async () => {
    await onPage(browser, { javaScriptEnabled: scripts }, async (page) => {
      await signedIn(page, `Lea ${scripts}`, 'team leader', '/promises?from=2026-03&to=2026-03')
      await looksGood(page, 'Our promises')
      const row = page.locator('tr', { hasText: 'LIN-39' })
      assert.match((await row.textContent()) ?? '', /50%.*1 kept of 2 counted/)
      await press(page, (await row.getByRole('link').textContent()) ?? '')
      assert.match((await page.textContent('main')) ?? '', /LIN-39 · 4\.5 By letter/)
      // The year up to now is what is shown unless somebody asks.
      await press(page, 'The cases behind this figure that missed it (1)')
      await looksGood(page, 'Cases that missed it, April 2025 to March 2026')
      assert.deepEqual(await page.locator('tbody tr').count(), 1)
      assert.match((await page.textContent('tbody')) ?? '', /forgotten.*16 Mar 2026.*not yet.*Missed/)
    })
  })

test('Who records contacts reads the promises, and no figure of them', { skip: skippedBecause }, async () => {
  await onPage(browser, {}, async (page) => {
    await signedIn(page, 'Cat Clerk', 'contact officer', '/promises')
    await looksGood(page, 'Our promises')
    assert.equal(await page.getByRole('columnheader', { name: 'Figure' }).count(), 0)
    const answer = await page.goto(`${staff.origin}/promises/LIN-39/cases`)
    assert.equal(answer?.status(), 403)
  })
})

test('Months that are none, or too many, are told so', { skip: skippedBecause }, async () => {
  await onPage(browser, {}, async (page) => {
    await signedIn(page, 'Lee Leader', 'team leader', '/promises?from=2026-03&to=2026-01')
    assert.match((await page.textContent('main')) ?? '', /The first month comes after the last/)
    const none = await page.goto(`${staff.origin}/promises?from=soon`)
    assert.equal(none?.status(), 200, 'what is no month is taken as not said')
    const answer = await page.goto(`${staff.origin}/promises/LIN-9999`)
    assert.equal(answer?.status(), 404)
  })
})
