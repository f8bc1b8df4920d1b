import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import type { Role } from '#core/people/role.ts'
import { readFigures } from '#store/ledger/figures.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { setUpSecondFactor } from '#test/store/people/people.ts'
import { follows, looksGood, narrow, onPage, press, types } from '#test/apps/staff/keyboard.ts'
import { openPublicServer, type PublicServer } from './public-server.ts'
import { publishQuarter } from './published.ts'

let pub: PublicServer
let browser: Browser
before(async () => {
  if (skippedBecause !== false) return
  pub = await openPublicServer('longhurst-and-havelok')
  browser = await startBrowser()
})
after(async () => {
  await browser?.close()
  await pub?.close()
})

test('An officer puts opening hours on show; a tenant sees what is open now, and the promise to show them is kept from that day', {
  skip: skippedBecause,
}, async () => {
  const { house } = pub
  assert.equal(await keptText(), 'nothing to count')
  await asPublisher(async (page) => {
    await looksGood(page, 'Public pages')
    await follows(page, 'Opening hours')
    assert.match((await page.textContent('main')) ?? '', /Not on show/)
    await press(page, 'Write it')
    await types(page, 'When we are closed', 'Emergency repairs: 01632 960219')
    await types(page, 'Number or address: office', 'Havelok House')
    await press(page, 'Save and look at it')
    assert.match((await page.textContent('main')) ?? '', /Havelok House.*Plain English/s)
    await press(page, 'Put version 1 on show')
    assert.match((await page.textContent('main')) ?? '', /on record as shown on the website/)
    assert.equal(await keptText(), '0 of 1', 'it is to hang in the office as well')
    await page.goto(`${pub.origin}/public-pages`)
    await press(page, 'Office: opening hours')
    await types(page, 'Which edition?', '2026-03')
    await press(page, 'Record that it is shown')
    assert.match((await page.textContent('main')) ?? '', /are kept today/)
  })
  assert.equal(await keptText(), '1 of 1')
  await onPage(browser, narrow, async (page) => {
    await page.goto(pub.site)
    await follows(page, 'Opening hours')
    await looksGood(page, 'Opening hours', false)
    const said = (await page.textContent('main')) ?? ''
    assert.match(said, /Open now.*Closes today at 5pm.*Havelok House.*01632 960219.*Good Friday/s)
    await page.emulateMedia({ media: 'print' })
    assert.equal(await page.getByText('Open now').isVisible(), false, 'paper does not say what is open now')
    assert.equal(await page.getByText('9am to 5pm').isVisible(), true)
    await page.emulateMedia({ media: 'screen' })
    const reportId = await publishQuarter(house)
    await follows(page, 'Reports')
    await page.locator(`a[href$="/reports/${reportId}"]`).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/reports/${reportId}`)
    assert.match((await pub.ask('/news.rss')).body, new RegExp(reportId))
  })
})

/** The figure of the promise that opening hours are shown, on the website and in the office. */
async function keptText(): Promise<string> {
  const { store, landlord } = pub.house
  const { promises } = done(await readFigures(store, landlord, { by: 'all', promise: 'LHH-16' }))
  const whole = promises[0]?.whole
  return whole === undefined || whole.value === null
    ? 'nothing to count'
    : `${whole.kept} of ${whole.counted}`
}

async function asPublisher(work: (page: Page) => Promise<void>): Promise<void> {
  const { house, origin } = pub
  const roles: readonly Role[] = ['publisher']
  const { email } = await house.person('Pat Archer', ...roles)
  const { token } = await setUpSecondFactor(house, await house.comesIn(email))
  await onPage(browser, { viewport: { width: 1280, height: 900 } }, async (page) => {
    await page.context().addCookies([{ name: 'kept_session', value: token, url: origin }])
    await page.goto(`${origin}/public-pages`)
    await work(page)
  })
}
