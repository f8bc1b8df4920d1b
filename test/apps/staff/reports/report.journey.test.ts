import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import type { Role } from '#core/people/role.ts'
import { draftingReports } from '#jobs/tasks/draft-reports.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { goodPassword, setUpSecondFactor } from '#test/store/people/people.ts'
import { looksGood, onPage, press, types } from '../keyboard.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'

const title = 'Quarterly report, January to March 2026'

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

/** Two letters of Monday 2 March (LIN-39: 10 working days): one answered, one not. Then the quarter is over. */
async function lettersCome(): Promise<void> {
  const { store, landlord } = staff.house
  const came = { type: 'contact-received', data: { channel: 'letter' } }
  done(await openCase(store, landlord, { kind: 'enquiry', caseId: 'answered', act: came }))
  done(await openCase(store, landlord, { kind: 'enquiry', caseId: 'forgotten', act: came }))
  staff.house.at = Date.parse('2026-03-16T15:00:00Z')
  done(await recordAct(store, landlord, 'answered', reply))
  staff.house.at = Date.parse('2026-04-01T08:00:00Z')
  await nightPasses()
}

const reply = { type: 'reply-sent', data: { channel: 'letter', full: true } }

async function nightPasses(): Promise<void> {
  const { store, landlord } = staff.house
  await draftingReports.run(store, landlord, {}, new AbortController().signal)
}

let visits = 0

/** Somebody new each time, since days pass in between and nobody stays signed in. Publishers have a second factor. */
async function comesIn(page: Page, role: Role, path: string): Promise<void> {
  const { email } = await staff.house.person(`The ${role} ${++visits}`, role)
  await page.context().clearCookies()
  if (role === 'publisher') {
    const { token } = await setUpSecondFactor(staff.house, await staff.house.comesIn(email))
    await page.context().addCookies([{ name: 'kept_session', value: token, url: staff.origin }])
    await page.goto(`${staff.origin}${path}`)
    return
  }
  await page.goto(`${staff.origin}${path}`)
  await types(page, 'E-mail address', email)
  await types(page, 'Password', goodPassword)
  await press(page, 'Sign in')
}

async function wordsOn(page: Page): Promise<string> {
  return ((await page.textContent('main')) ?? '').replaceAll(/\s+/g, ' ')
}

test('A quarter’s report is drafted, worded, checked by a second person, published, taken away, and put right beside the old figure', {
  skip: skippedBecause,
}, async () => {
  await onPage(browser, {}, async (page) => {
    await comesIn(page, 'performance officer', '/reports')
    await looksGood(page, 'Reports')
    assert.match(
      await wordsOn(page),
      /Waiting for you.*Quarterly report, January to March 2026 ?Write its words ?28 April 2026/,
    )
    assert.match(
      await wordsOn(page),
      /What comes next.*1 July 2026 ?Quarterly report, April to June 2026 ?To be out by 28 July 2026/,
    )
    await beginsEarly(page)
    await press(page, title)
    await types(page, 'Introduction', 'One letter of two was answered in time.')
    await types(page, 'Why LIN-39 came to this', 'A letter was laid aside.')
    await press(page, 'Save')
    await looksGood(page, title)
    await press(page, 'Send it to be checked')
    assert.match(await wordsOn(page), /You had a hand in this report, so somebody else has to check it/)

    await comesIn(page, 'publisher', '/reports')
    assert.match(
      await wordsOn(page),
      /Waiting for you.*Quarterly report, January to March 2026 ?Check it.*Waiting for others/,
    )
    await press(page, title)
    assert.match(await wordsOn(page), /No figure has changed since it was sent.*A letter was laid aside/)
    assert.doesNotMatch(await wordsOn(page), /Digest/, 'what is not published has none yet')
    await press(page, 'Publish it')
    await looksGood(page, title)
    assert.match(await wordsOn(page), /Content, digest and signature agree/)
    const first = page.url().replace(/\?.*/, '')
    await takesAway(page, first)

    await replyIsToldLate()
    await comesIn(page, 'performance officer', '/reports')
    await press(page, title)
    assert.match(await wordsOn(page), /LIN-39 ?1 of 2 ?2 of 2.*forgotten: reply sent/)
    await types(page, 'Why are they other ones now?', 'A reply had not been entered.')
    await press(page, 'Send it to be checked')
    await comesIn(page, 'publisher', new URL(page.url()).pathname)
    await press(page, 'Publish it')
    const restated = await wordsOn(page)
    assert.match(restated, /What is put right.*A reply had not been entered/)
    assert.match(restated, /50% \(1 of 2\) ?100% \(2 of 2\)/)

    await comesIn(page, 'panel member', new URL(first).pathname)
    assert.match(await wordsOn(page), /This version is restated.*50%/)
    await press(page, 'Read version 2')
    assert.match(await wordsOn(page), /100% \(published before: 50%\)/)
  })
})

/** The report of a quarter that is not over can be written on; it says so, and cannot be sent. */
async function beginsEarly(page: Page): Promise<void> {
  await page.selectOption('select[name=kind]', 'quarterly')
  await page.selectOption('select[name=month]', '2026-04')
  await press(page, 'Draft it')
  assert.match(
    await wordsOn(page),
    /up to today, 1 April 2026: its time is not yet over.*from 1 July 2026 on/,
  )
  assert.equal(await page.getByRole('button', { name: 'Send it to be checked' }).count(), 0)
  await press(page, 'All reports')
  assert.match(
    await wordsOn(page),
    /1 July 2026.*Quarterly report, April to June 2026.*Begun, with its figures up to today/,
  )
}

/** Every form of it comes whole. */
async function takesAway(page: Page, address: string): Promise<void> {
  const begins = { pdf: '%PDF-', xlsx: 'PK', csv: 'promise,section', 'csv-metadata': '{', json: '{' }
  for (const [form, start] of Object.entries(begins)) {
    const answer = await page.request.get(`${address}/files/${form}`)
    assert.equal(answer.status(), 200, form)
    assert.match(
      answer.headers()['content-disposition'] ?? '',
      /^attachment; filename="quarterly-2026-Q1-version-1\./,
    )
    assert.ok((await answer.body()).toString('latin1').startsWith(start), form)
  }
}

/** The reply went in time, and is told after the report was out. */
async function replyIsToldLate(): Promise<void> {
  const { store, landlord } = staff.house
  staff.house.at = Date.parse('2026-04-10T08:00:00Z')
  done(await recordAct(store, landlord, 'forgotten', { ...reply, at: '2026-03-12T10:00:00Z' }))
  await nightPasses()
}
