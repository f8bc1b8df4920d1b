import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { isRefused } from '#core/refused.ts'
import { minute } from '#core/time/instant.ts'
import { invitingToSurveys } from '#jobs/tasks/ask-customers.ts'
import { openCase } from '#store/ledger/append.ts'
import { addMaster } from '#store/masters/writing.ts'
import { tenancies } from '#store/masters/kinds/tenancies.ts'
import { saveSurvey, setSurveyState } from '#store/surveys/save-survey.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { addCustomer } from '#test/store/masters/people.ts'
import { surveyOf } from '#test/wall/surveys-across.ts'
import { openPublicServer, type PublicServer } from '../public-server.ts'
import { chooses, looksGood, onPage, press, types, views } from '../../staff/keyboard.ts'

let site: PublicServer
let browser: Browser

before(async () => {
  if (skippedBecause !== false) return
  site = await openPublicServer('one-housing-group')
  browser = await startBrowser()
})

after(async () => {
  await browser?.close()
  await site?.close()
})

const called = 'How we handled your complaint'
const withoutScripts = views['without scripts, on a wide screen'] ?? {}

test('A complaint is closed, its complainant answers by the link in the mail, once, and the promise’s figure tells of it', {
  skip: skippedBecause,
}, async () => {
  const { house, origin } = site
  const { store, landlord } = house
  await addCustomer(store, landlord, 'mabel', { preferredChannel: 'e-mail' })
  const { email } = await house.person('Pat Perkins', 'performance officer', 'complaints officer')
  const { token } = await house.comesIn(email)
  await onPage(browser, withoutScripts, async (page) => {
    await page.context().addCookies([{ name: 'kept_session', value: token, url: origin }])
    await page.goto(`${origin}/surveys`)
    await press(page, 'Make “Complaints”')
    await types(page, 'What is it called?', called)
    await types(page, 'Question 2: what do we ask?', 'What should we have done?')
    await chooses(page, 'A complaint was closed')
    await press(page, 'Make the survey')
    await press(page, 'Open the survey')
    await looksGood(page, called)
    assert.match(await figureOn(page, origin), /nothing to count/i)
    await closeComplaint(page)
  })
  await invite()
  const link = /^https?:\S+/m.exec((await house.mail('Mabel.Shaw@example.org'))[0]?.text ?? '')?.[0] ?? ''
  assert.match(link, new RegExp(`^${site.site}/surveys/[0-9A-Z-]{19}$`))
  await onPage(browser, withoutScripts, async (page) => {
    const opened = await page.goto(link)
    assert.deepEqual(
      [opened?.status(), opened?.headers()['cache-control'], opened?.headers()['set-cookie']],
      [200, 'no-store', undefined],
    )
    await types(page, 'What should we have done?', 'Rung me back')
    await press(page, 'Send my answers')
    await looksGood(page, called, false)
    assert.match((await page.textContent('.govuk-error-summary')) ?? '', /No question has an answer yet/)
    assert.equal(await page.getByLabel('What should we have done?').inputValue(), 'Rung me back')
    await chooses(page, 'Fairly satisfied')
    await chooses(page, '35 to 64')
    await press(page, 'Send my answers')
    assert.equal(await page.textContent('h1'), 'Thank you')
    const again = await page.goto(link)
    assert.equal(again?.status(), 404)
    assert.equal(await page.textContent('h1'), 'This link is no longer open')
  })
  await onPage(browser, withoutScripts, async (page) => {
    await page.context().addCookies([{ name: 'kept_session', value: token, url: origin }])
    assert.match(await figureOn(page, origin), /100%/)
    await page.goto(`${origin}/surveys`)
    await press(page, called)
    assert.match((await page.textContent('main')) ?? '', /1 of 1: a response rate of 100%/)
    assert.match((await page.textContent('main')) ?? '', /Answers are shown from 10 responses on/)
    await askEverybodyIn(page)
  })
})

/** Whoever would ask everybody is told first how many that is, and may leave it. */
async function askEverybodyIn(page: Page): Promise<void> {
  const { house, origin } = site
  const { store, landlord } = house
  const typed = surveyOf('All of you')
  const again = { ...typed, inviting: { ...typed.inviting, quietDays: 0 } }
  const { surveyId } = done(await saveSurvey(store, landlord, { typed: again }))
  done(await setSurveyState(store, landlord, { surveyId, state: 'open' }))
  const values = { kind: 'general-needs', startedOn: '2020-01-01', customers: ['mabel'] }
  done(await addMaster(store, landlord, tenancies, { id: 't', values }))
  await page.goto(`${origin}/surveys/${surveyId}`)
  await press(page, 'Ask everybody')
  await looksGood(page, 'Ask 1 person?')
  await press(page, 'Do not ask them now')
  await press(page, 'Ask everybody')
  await press(page, 'Ask 1 person')
  assert.match((await page.textContent('main')) ?? '', /Everybody is being asked/)
}

/** Opens one as somebody wrote it, and closes it on its own page. */
async function closeComplaint(page: Page): Promise<void> {
  const { house, origin } = site
  const data = { customer: 'mabel', channel: 'letter', stage: 1 }
  const act = { type: 'complaint-received', data }
  const { caseId } = done(await openCase(house.store, house.landlord, { kind: 'complaint', act }))
  await page.goto(`${origin}/cases/${caseId}/acts/complaint-closed`)
  await press(page, 'Save')
  assert.equal(new URL(page.url()).pathname, `/cases/${caseId}`, 'the complaint is closed')
}

/** Some minutes later the job has come round. */
async function invite(): Promise<void> {
  const { house, origin } = site
  house.at += 10 * minute
  const task = invitingToSurveys(origin)
  const asked = await task.run(house.store, house.landlord, undefined, new AbortController().signal)
  assert.equal(isRefused(asked), false, JSON.stringify(asked))
}

/** What stands on the page of the promise about complaints. */
async function figureOn(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/promises/OHG-24`)
  return (await page.textContent('main')) ?? ''
}
