import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { instant } from '#test/core/time/calendars.ts'
import { done } from '#test/store/databases.ts'
import { goodPassword } from '#test/store/people/people.ts'
import { openCase } from '#store/ledger/append.ts'
import { chooses, fills, follows, looksGood, onPage, press, types } from '../keyboard.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'

let browser: Browser
let staff: StaffServer

before(async () => {
  if (skippedBecause !== false) return
  browser = await startBrowser()
  staff = await openStaffServer(undefined, 'south-lakes')
})

after(async () => {
  await browser?.close()
  await staff?.close()
})

async function comesIn(page: Page, email: string, path: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(`${staff.origin}${path}`)
  await types(page, 'E-mail address', email)
  await types(page, 'Password', goodPassword)
  await press(page, 'Sign in')
}

async function wordsOn(page: Page): Promise<string> {
  return (await page.innerText('main')).replaceAll(/\s+/g, ' ')
}

test('A duty that looks overdue is shown to have been done, by a file; a figure is typed in by one and checked by another', {
  skip: skippedBecause,
}, async () => {
  const { house } = staff
  const { store, landlord } = house
  const complaint = { about: 'repairs', channel: 'letter', complainant: 'customer' }
  const act = { type: 'complaint-received', data: complaint }
  done(await openCase(store, landlord, { kind: 'complaint', act }))
  const author = await house.person('Anna Silva', 'performance officer')
  const checker = await house.person('Martin Boyle', 'performance officer')
  house.at = instant('2026-06-04T10:00Z')
  await onPage(browser, { viewport: { width: 1000, height: 900 } }, async (page) => {
    await comesIn(page, author.email, '/duties')
    await looksGood(page, 'Duties')
    assert.match(await wordsOn(page), /Overdue \(2\).*Newsletter SLH-23 Overdue Was due .* 2 days late/)
    await follows(page, 'Newsletter SLH-23')
    assert.match(await wordsOn(page), /What was kept so far 0%/)
    await fills(page, 'When was it done?', '2026-06-01')
    await types(page, 'What shows it?', 'The summer issue, sent to every home')
    const file = { name: 'summer.txt', mimeType: 'text/plain', buffer: Buffer.from('News of the summer\n') }
    await page.getByLabel('Files').setInputFiles(file)
    await press(page, 'Record that it was done')
    await looksGood(page, 'Newsletter')
    assert.match(await wordsOn(page), /What was kept so far 100%/)
    assert.match(await wordsOn(page), /1 June 2026 The summer issue, sent to every home/)
    const [opened] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'summer.txt' }).press('Enter'),
    ])
    assert.equal((await readAll(await opened.createReadStream())).toString(), 'News of the summer\n')

    await page.goto(`${staff.origin}/promises/SLH-50`)
    assert.match(await wordsOn(page), /nothing to count/i)
    await page.goto(`${staff.origin}/returns`)
    await follows(page, 'Type it in: Homes managed')
    await types(page, 'How much?', 'many')
    await press(page, 'Put it down to be checked')
    assert.match(await page.title(), /^Error: /)
    await types(page, 'How much?', '3,204')
    await types(page, 'Where is it taken from?', 'the housing system')
    await press(page, 'Put it down to be checked')
    assert.match(await wordsOn(page), /You typed it in, so somebody else checks it/)
    assert.equal(await page.getByRole('button', { name: /^Check it/ }).count(), 0)

    await comesIn(page, checker.email, '/returns')
    await press(page, 'Check it Homes managed: it is right')
    await looksGood(page, 'Returns for May 2026')
    assert.match(await wordsOn(page), /Checked 3,204, from the housing system/)
    await page.goto(`${staff.origin}/promises/SLH-50`)
    assert.match(await wordsOn(page), /0\.31 per 1,000/)

    await comesIn(page, author.email, '/training')
    await follows(page, 'Record a course')
    await chooses(page, 'Which course?', 'Customer care')
    await chooses(page, 'Martin Boyle')
    await press(page, 'Record the course')
    assert.match(await wordsOn(page), /The course is in the record of everybody who was there/)
    assert.match(await wordsOn(page), /Martin Boyle.*customer care 4 June 2026/)
  })
})

async function readAll(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
