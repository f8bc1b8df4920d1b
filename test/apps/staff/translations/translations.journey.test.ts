import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { publicActing } from '#core/people/acting.ts'
import type { Role } from '#core/people/role.ts'
import { publishedTranslation } from '#store/translations/published-translations.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { setUpSecondFactor } from '#test/store/people/people.ts'
import { chooses, looksGood, onPage, press, types } from '../keyboard.ts'
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

test('The leaflet is put into Arabic by one person and published by another, and can be had in other forms', {
  skip: skippedBecause,
}, async () => {
  const { house } = staff
  let path = ''
  await as('Colin Frost', 'performance officer', '/translations', async (page) => {
    await press(page, 'Ask for it')
    assert.match((await page.textContent('main')) ?? '', /No language is chosen\. Choose the language/)
    await chooses(page, 'Document', 'Customer care policy')
    await chooses(page, 'Language', 'Arabic – العربية')
    await press(page, 'Ask for it')
    path = new URL(page.url()).pathname
    await types(page, 'Title in Arabic', 'وعودنا')
    await types(page, 'In Arabic', '## الهاتف\n\nاتصل بنا على 020 7946 0018.')
    await chooses(page, 'A program translated it')
    await press(page, 'Keep it')
    await looksGood(page, 'Customer care policy')
    assert.equal(await page.locator('article[dir=rtl] bdi[dir=ltr]').last().textContent(), '020 7946 0018')
    await press(page, 'Keep it and give it to be checked')
    assert.equal(
      await page.getByRole('button', { name: 'Publish it' }).count(),
      0,
      'who writes does not publish',
    )
  })
  await as('Martin Boyle', 'publisher', path, async (page) => {
    await press(page, 'Publish it')
    assert.match((await page.textContent('main')) ?? '', /Anybody can read it now/)
    const made = await page.request.get(
      `${staff.origin}${path}/as/large-print?size=20&colours=yellow+on+black`,
    )
    assert.equal(made.headers()['content-type'], 'application/pdf')
    const text = await page.request.get(`${staff.origin}${path}/as/text`)
    assert.match(await text.text(), /A computer made this document.*\n\n.*\u2066020 7946 0018\u2069/s)
    const small = await page.request.get(`${staff.origin}${path}/as/large-print?size=11`)
    assert.equal(small.status(), 422)
  })
  const anybody = publicActing(house.landlord.landlord)
  const read = done(await publishedTranslation(house.store, anybody, { document: 'leaflet', language: 'ar' }))
  assert.equal(read.title, 'وعودنا')
})

async function as(
  name: string,
  role: Role,
  path: string,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const { house, origin } = staff
  const { email } = await house.person(name, role)
  const { token } = await setUpSecondFactor(house, await house.comesIn(email))
  await onPage(browser, { viewport: { width: 1280, height: 900 } }, async (page) => {
    const domain = new URL(origin).hostname
    await page.context().addCookies([{ name: 'kept_session', value: token, domain, path: '/' }])
    await page.goto(`${origin}${path}`)
    await work(page)
  })
}
