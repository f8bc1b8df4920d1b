import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { setUpSecondFactor } from '#test/store/people/people.ts'
import { chooses, looksGood, onPage, press, types, valueOf, views } from '../keyboard.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'

let staff: StaffServer
let browser: Browser

before(async () => {
  if (skippedBecause !== false) return
  staff = await openStaffServer()
  browser = await startBrowser()
})

after(async () => {
  await browser?.close()
  await staff?.close()
})

const withoutScripts = views['without scripts, on a wide screen'] ?? {}

test('A template is changed into a new version, compared with the one before, and taken out of use; the house list grows', {
  skip: skippedBecause,
}, async () => {
  const { house, origin } = staff
  const { email } = await house.person('Dee Dixon', 'administrator')
  const { token } = await setUpSecondFactor(house, await house.comesIn(email))
  await onPage(browser, withoutScripts, async (page) => {
    await page.context().addCookies([{ name: 'kept_session', value: token, url: origin }])
    await page.goto(`${origin}/templates`)
    await looksGood(page, 'Templates')
    await press(page, 'Our answer needs longer')
    await looksGood(page, 'Our answer needs longer')
    await press(page, 'Change it')
    await looksGood(page, 'Change “Our answer needs longer”')
    const body = await valueOf(page, 'The whole letter')
    await types(page, 'The whole letter', `${body}\n((nobody knows))`)
    await press(page, 'Save as a new version')
    await looksGood(page, 'Change “Our answer needs longer”')
    assert.match(
      (await page.textContent('.govuk-error-summary')) ?? '',
      /Nothing can be put in for \(\(nobody knows\)\)/,
    )
    await types(page, 'The whole letter', `${body}\nWith best wishes`)
    await press(page, 'Save as a new version')
    await looksGood(page, 'Our answer needs longer')
    await press(page, 'What changed in version 1')
    await looksGood(page, 'Our answer needs longer')
    assert.match((await page.textContent('main')) ?? '', /Added: With best wishes/)
    await press(page, 'Take it out of use')
    await looksGood(page, 'Templates')
    assert.match((await page.textContent('main')) ?? '', /Version 1, out of use/)
    await press(page, 'Add a template')
    await looksGood(page, 'Add a template')
    await types(page, 'What is it called?', 'Thank you')
    await chooses(page, 'What is it for?', 'Anything else')
    await types(page, 'What the letter is about', 'Thank you')
    await types(page, 'The whole letter', 'Dear ((customer name))\n\nThank you.')
    await press(page, 'Add the template')
    await looksGood(page, 'Thank you')
    await page.goto(`${origin}/templates/jargon`)
    await looksGood(page, 'Words of the house')
    await press(page, 'Put it on the list')
    await looksGood(page, 'Words of the house')
    await types(page, 'Word', 'Decarbonisation')
    await types(page, 'What to say instead', 'heating that does less harm')
    await press(page, 'Put it on the list')
    await looksGood(page, 'Words of the house')
    assert.match((await page.textContent('table')) ?? '', /decarbonisation/)
    await press(page, 'Take off “decarbonisation”')
    assert.doesNotMatch((await page.textContent('table')) ?? '', /decarbonisation/)
  })
})
