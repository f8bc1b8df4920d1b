import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { listPeople } from '#store/people/people.ts'
import { done } from '#test/store/databases.ts'
import { codeOf, goodPassword } from '#test/store/people/people.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
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

const narrow = { viewport: { width: 320, height: 640 } }
const views: Readonly<Record<string, BrowserContextOptions>> = {
  'without scripts, on a wide screen': { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } },
  'on a screen of 320 pixels': narrow,
  'on a dark screen': { colorScheme: 'dark', viewport: { width: 1000, height: 800 } },
}

for (const [view, options] of Object.entries(views))
  test(`An administrator signs in for the first time, adds somebody and signs out, ${view}, with the keyboard alone`, {
    skip: skippedBecause,
  }, async () => {
    const name = `Ann ${Object.keys(views).indexOf(view)}`
    const { email } = await staff.house.person(name, 'administrator')
    await onPage(options, async (page) => {
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
      await ticks(page, 'Case officer')
      await press(page, 'Add and invite')
      await looksGood(page, `Bea ${name}`)
      assert.ok(await page.getByRole('checkbox', { name: 'Case officer' }).isChecked())
      await ticks(page, 'Team leader')
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
    await onPage(options, async (page) => {
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
      assert.match((await page.textContent('.fault-summary')) ?? '', /Many people use this password/)
      await types(page, 'New password', 'seven green kettles')
      await types(page, 'The same again', 'seven green kettles')
      await press(page, 'Set the password')
      await looksGood(page, 'Sign in')
      assert.match((await page.textContent('.notice')) ?? '', /Your new password is set/)
      await types(page, 'E-mail address', email)
      await types(page, 'Password', 'seven green kettles')
      await press(page, 'Sign in')
      await page.waitForURL(`${staff.origin}/`)
      await looksGood(page, `Cat ${Object.keys(views).indexOf(view)}`)
      await staff.house.tries(email, 'seven green kettles')
      await press(page, 'My account')
      await looksGood(page, 'My account')
      await press(page, 'End session of Firefox on Linux')
      await looksGood(page, 'My account')
      assert.match((await page.textContent('.notice')) ?? '', /The session is ended/)
      await press(page, 'Change it')
      await looksGood(page, 'Change your password')
      await page.goto(`${staff.origin}/people`)
      await looksGood(page, 'You may not see this page')
      await page.goto(`${staff.origin}${path}`)
      await looksGood(page, 'This link no longer works')
      await page.goto(`${staff.origin}/nowhere`)
      await looksGood(page, 'There is nothing at this address', false)
    })
  })

test('An administrator makes an API key, which works until they end it', {
  skip: skippedBecause,
}, async () => {
  const { email } = await staff.house.person('Dee Dixon', 'administrator')
  await onPage(narrow, async (page) => {
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
    await ticks(page, 'open cases and record what happens in them')
    await press(page, 'Make the key')
    await looksGood(page, 'Copy this API key now')
    assert.match((await page.textContent('#api-key')) ?? '', /^kept_\d+_[0-9A-Z]{16}_[0-9a-f]{64}$/)
    await press(page, 'I have copied it')
    await looksGood(page, 'API keys')
    await press(page, 'End key Telephone system')
    await looksGood(page, 'API keys')
    assert.match((await page.textContent('.notice')) ?? '', /no longer opens anything/)
    await page.goto(`${staff.origin}/people/log`)
    await looksGood(page, 'What was changed')
  })
})

const withoutScripts = new WeakSet<Page>()

async function onPage(options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  if (options.javaScriptEnabled === false) withoutScripts.add(page)
  const said: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('the server responded with a status of'))
      said.push(message.text())
  })
  try {
    await work(page)
    assert.deepEqual(said, [], 'the policy stops nothing that the page needs')
  } finally {
    await context.close()
  }
}

/** The page is the one meant, shuts nobody out, and need not be scrolled sideways. */
async function looksGood(page: Page, heading: string, inFull = true): Promise<void> {
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), heading, page.url())
  const picture = process.env['KEPT_PICTURES']
  if (picture !== undefined) {
    const size = page.viewportSize()?.width ?? 0
    const file = `${heading.replaceAll(/\W+/g, '-').toLowerCase()}-${size}`
    await page.screenshot({ path: `${picture}/${file}.png`, fullPage: true })
  }
  assert.equal(
    await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    0,
  )
  // Where scripts are turned off, axe cannot wait for itself; the other views judge the same pages.
  if (withoutScripts.has(page)) return
  await page.evaluate(axe.source)
  const faults = await page.evaluate<readonly string[]>(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`)
  assert.deepEqual(faults, [], heading)
  if (inFull) assert.match(await page.title(), / – Kept$/)
}

const mostStops = 60

/** Goes from stop to stop with the tab key until there, as somebody without a mouse would. */
async function tabTo(page: Page, wanted: string, what: string): Promise<void> {
  for (let stops = 0; stops < mostStops; stops++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate<boolean>(`(${wanted})(document.activeElement)`)) return
  }
  assert.fail(`${what} cannot be reached with the keyboard`)
}

async function types(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, `(at) => at.labels?.[0]?.textContent === ${JSON.stringify(label)}`, label)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
}

async function ticks(page: Page, label: string): Promise<void> {
  await tabTo(page, `(at) => at.labels?.[0]?.textContent === ${JSON.stringify(label)}`, label)
  await page.keyboard.press('Space')
}

/** Presses a button or follows a link, and waits for the page it leads to. */
async function press(page: Page, text: string): Promise<void> {
  await tabTo(
    page,
    `(at) => ['A', 'BUTTON'].includes(at.tagName) && at.textContent.replace(/\\s+/g, ' ').trim() === ${JSON.stringify(text)}`,
    text,
  )
  const loaded = page.waitForEvent('load')
  await page.keyboard.press('Enter')
  await loaded
}

async function valueOf(page: Page, label: string): Promise<string> {
  return page.getByLabel(label, { exact: true }).inputValue()
}
