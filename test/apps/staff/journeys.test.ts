import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { listPeople } from '#store/people/people.ts'
import { done } from '#test/store/databases.ts'
import { codeOf, goodPassword } from '#test/store/people/people.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { chooses, looksGood, narrow, onPage, press, types, valueOf, views } from './keyboard.ts'
import { openStaffServer, type StaffServer } from './staff-server.ts'

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

for (const [view, options] of Object.entries(views))
  test(`An administrator signs in for the first time, adds somebody and signs out, ${view}, with the keyboard alone`, {
    skip: skippedBecause,
  }, async () => {
    const name = `Ann ${Object.keys(views).indexOf(view)}`
    const { email } = await staff.house.person(name, 'administrator')
    await onPage(browser, options, async (page) => {
      await page.goto(`${staff.origin}/people`)
      await looksGood(page, 'Sign in')
      await types(page, 'E-mail address', email)
      await types(page, 'Password', 'not the password')
      await press(page, 'Sign in')
      await looksGood(page, 'Sign in')
      assert.match(await page.title(), /^Error: /)
      assert.equal(await valueOf(page, 'E-mail address'), email, 'what was typed is kept')
      assert.equal(await valueOf(page, 'Password'), '', 'but never a password')
      await types(page, 'Password', goodPassword)
      await press(page, 'Sign in')
      await looksGood(page, 'Set up a second factor')
      const secret = ((await page.textContent('#app-secret')) ?? '').replaceAll(/\s/g, '')
      await types(page, 'Code', await codeOf(secret, staff.house.at))
      await press(page, 'Set up')
      await looksGood(page, 'Keep these recovery codes')
      assert.equal(await page.locator('.codes li').count(), 10)
      await press(page, 'I have kept them')
      await looksGood(page, 'People')
      await press(page, 'Add a person')
      await looksGood(page, 'Add a person')
      await press(page, 'Add and invite')
      await looksGood(page, 'Add a person')
      await types(page, 'Full name', `Bea ${name}`)
      await types(page, 'E-mail address', `bea.${email}`)
      await chooses(page, 'Case officer')
      await press(page, 'Add and invite')
      await looksGood(page, `Bea ${name}`)
      assert.ok(await page.getByRole('checkbox', { name: 'Case officer' }).isChecked())
      await chooses(page, 'Team leader')
      await press(page, 'Change roles')
      await looksGood(page, `Bea ${name}`)
      await press(page, 'Stop them from signing in')
      await looksGood(page, `Bea ${name}`)
      await press(page, 'Sign out')
      await looksGood(page, 'Sign in')
      await page.goto(`${staff.origin}/people`)
      await looksGood(page, 'Sign in')
    })
    const { people } = done(await listPeople(staff.house.store, staff.house.landlord, { limit: 200 }))
    const bea = people.find((each) => each.name === `Bea ${name}`)
    assert.deepEqual(bea?.roles, ['case officer', 'team leader'])
    assert.equal(bea?.active, false)
  })

for (const [view, options] of Object.entries(views))
  test(`Somebody who forgot their password gets another and looks after their account, ${view}`, {
    skip: skippedBecause,
  }, async () => {
    const { email } = await staff.house.person(`Cat ${Object.keys(views).indexOf(view)}`, 'case officer')
    await staff.house.comesIn(email)
    await onPage(browser, options, async (page) => {
      await page.goto(`${staff.origin}/sign-in`)
      await press(page, 'I have forgotten my password')
      await looksGood(page, 'Get a new password')
      await press(page, 'Send the link')
      await looksGood(page, 'Get a new password')
      await types(page, 'E-mail address', email)
      await press(page, 'Send the link')
      await looksGood(page, 'Look at your e-mail')
      const [mail] = await staff.house.mail(email)
      const path = /\/choose-password\?link=\S+/.exec(mail?.text ?? '')?.[0] ?? ''
      await page.goto(`${staff.origin}${path}`)
      await looksGood(page, 'Choose a password')
      await types(page, 'New password', 'Password1234')
      await types(page, 'The same again', 'Password1234')
      await press(page, 'Set the password')
      await looksGood(page, 'Choose a password')
      assert.match((await page.textContent('.govuk-error-summary')) ?? '', /Many people use this password/)
      await types(page, 'New password', 'seven green kettles')
      await types(page, 'The same again', 'seven green kettles')
      await press(page, 'Set the password')
      await looksGood(page, 'Sign in')
      assert.match((await page.textContent('.govuk-notification-banner')) ?? '', /Your new password is set/)
      await types(page, 'E-mail address', email)
      await types(page, 'Password', 'seven green kettles')
      await press(page, 'Sign in')
      await page.waitForURL(`${staff.origin}/`)
      await looksGood(page, 'Today')
      await staff.house.tries(email, 'seven green kettles')
      await press(page, 'My account')
      await looksGood(page, 'My account')
      await press(page, 'End session of Firefox on Linux')
      await looksGood(page, 'My account')
      assert.match((await page.textContent('.govuk-notification-banner')) ?? '', /The session is ended/)
      await press(page, 'Change it')
      await looksGood(page, 'Change your password')
      await page.goto(`${staff.origin}/people`)
      await looksGood(page, 'You may not see this page')
      await page.goto(`${staff.origin}${path}`)
      await looksGood(page, 'This link no longer works')
      await page.goto(`${staff.origin}/nowhere`)
      await looksGood(page, 'There is nothing at this address', false)
      assert.doesNotMatch(
        (await page.textContent('main')) ?? '',
        /\/api\//,
        'a person is not told of the API',
      )
    })
  })

test('An administrator makes an API key, which works until they end it', {
  skip: skippedBecause,
}, async () => {
  const { email } = await staff.house.person('Dee Dixon', 'administrator')
  await onPage(browser, narrow, async (page) => {
    await page.goto(`${staff.origin}/keys`)
    await types(page, 'E-mail address', email)
    await types(page, 'Password', goodPassword)
    await press(page, 'Sign in')
    const secret = ((await page.textContent('#app-secret')) ?? '').replaceAll(/\s/g, '')
    await types(page, 'Code', await codeOf(secret, staff.house.at))
    await press(page, 'Set up')
    await press(page, 'I have kept them')
    await looksGood(page, 'API keys')
    await press(page, 'Make the key')
    await looksGood(page, 'API keys')
    await types(page, 'What it is for', 'Telephone system')
    await chooses(page, 'open cases and record what happens in them')
    await press(page, 'Make the key')
    await looksGood(page, 'Copy this API key now')
    assert.match((await page.textContent('#api-key')) ?? '', /^kept_\d+_[0-9A-Z]{16}_[0-9a-f]{64}$/)
    await press(page, 'I have copied it')
    await looksGood(page, 'API keys')
    await press(page, 'End key Telephone system')
    await looksGood(page, 'API keys')
    assert.match((await page.textContent('.govuk-notification-banner')) ?? '', /no longer opens anything/)
    await page.goto(`${staff.origin}/people/log`)
    await looksGood(page, 'What was changed')
  })
})
