import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openCase } from '#store/ledger/append.ts'
import { root } from '#test/house/tree.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { codeOf, goodPassword } from '#test/store/people/people.ts'
import { looksGood, onPage, press, types } from '../keyboard.ts'
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

const shipped = readFileSync(join(root, 'packs/linstone/pack.yaml'), 'utf8')
/** Letters have 5 working days from April on. */
const next = shipped
  .replace(/^edition: .*$/m, 'edition: 2026-03')
  .replace(/^in_force_from: .*$/m, 'in_force_from: 2026-03-01')
  .replaceAll('10 working days', '5 working days')

for (const scripts of [true, false])
  test(`An administrator hands in an edition with a fault, then a good one, sees what it moves and activates it, ${scripts ? 'with' : 'without'} scripts`, {
    skip: skippedBecause,
  }, async () => {
    const { store, landlord } = staff.house
    const act = { type: 'contact-received', data: { channel: 'letter' } }
    await onPage(browser, { javaScriptEnabled: scripts }, async (page) => {
      await administratorAt(page, `Ada ${scripts}`, '/administration')
      await looksGood(page, 'Administration')
      await press(page, 'Editions of the standards')
      await looksGood(page, 'Editions of the standards')
      await press(page, 'Check it')
      assert.match((await page.textContent('[role=alert]')) ?? '', /No file was chosen/)
      await hands(page, 'pack:\n  - nothing\n')
      await looksGood(page, 'Editions of the standards')
      assert.match((await page.textContent('[role=alert]')) ?? '', /pack.yaml:\d+/)
      const letter = scripts ? 'with-scripts' : 'without-scripts'
      done(await openCase(store, landlord, { kind: 'enquiry', caseId: letter, act }))
      await hands(
        page,
        scripts
          ? next
          : next
              .replace('2026-03\n', '2026-03b\n')
              .replace('2026-03-01', '2026-03-02')
              .replaceAll('5 working days', '3 working days'),
      )
      await looksGood(page, 'Before you activate it')
      await press(page, 'See which clocks it would move')
      await looksGood(page, 'Before you activate it')
      const row = page.locator('tr', { hasText: letter }).filter({ hasText: 'LIN-39' })
      assert.match(
        (await row.textContent()) ?? '',
        scripts ? /2026-03-16.*2026-03-09/ : /2026-03-09.*2026-03-05/,
      )
      await press(page, 'Activate')
      assert.match((await page.textContent('[role=alert]')) ?? '', /Say why/)
      await types(page, 'Why, in a sentence', 'The board decided so.')
      await press(page, 'Activate')
      await looksGood(page, 'Editions of the standards')
      assert.match(
        (await page.textContent('main')) ?? '',
        scripts ? /2026-03Sunday 1 March 2026/ : /2026-03bMonday 2 March 2026/,
      )
      await page.goto(`${staff.origin}/administration/hours`)
      await looksGood(page, 'Hours, closures and bank holidays')
    })
  })

test('Bank holidays are handed in and thrown away again; what is no JSON is told', {
  skip: skippedBecause,
}, async () => {
  await onPage(browser, {}, async (page) => {
    await administratorAt(page, 'Abe Admin', '/administration/editions')
    await page.getByLabel('The bank holidays, a JSON file').setInputFiles(file('holidays.json', 'not JSON'))
    await press(page, 'Check them')
    assert.match((await page.textContent('[role=alert]')) ?? '', /This file is not JSON/)
    const feed = readFileSync(join(root, 'packs/holidays/bank-holidays.json'), 'utf8')
    await page.getByLabel('The bank holidays, a JSON file').setInputFiles(file('holidays.json', feed))
    await press(page, 'Check them')
    await looksGood(page, 'Before you activate it')
    await press(page, 'Throw the draft away')
    assert.match((await page.textContent('main')) ?? '', /The draft is thrown away/)
  })
})

/** Chooses a file as the browser’s own window would, which no keyboard of a test can reach. */
async function hands(page: Page, text: string): Promise<void> {
  await page.getByLabel('The pack, a YAML file').setInputFiles(file('pack.yaml', text))
  await press(page, 'Check it')
}

function file(name: string, text: string) {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text) }
}

async function administratorAt(page: Page, name: string, path: string): Promise<void> {
  const { email } = await staff.house.person(name, 'administrator')
  await page.goto(`${staff.origin}${path}`)
  await types(page, 'E-mail address', email)
  await types(page, 'Password', goodPassword)
  await press(page, 'Sign in')
  const secret = ((await page.textContent('#app-secret')) ?? '').replaceAll(/\s/g, '')
  await types(page, 'Code', await codeOf(secret, staff.house.at))
  await press(page, 'Set up')
  await press(page, 'I have kept them')
}
