import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { openCase } from '#store/ledger/append.ts'
import { isRefused } from '#core/refused.ts'
import { listCases } from '#store/ledger/list-cases.ts'
import { eraseCustomer } from '#store/words/erase-customer.ts'
import { accessTo } from '#store/words/access-log.ts'
import { gatherAccessCopy, readCopyItems } from '#store/access-requests/access-copy.ts'
import { readWords } from '#store/words/read-words.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { chooses, follows, looksGood, onPage, press, types } from '../keyboard.ts'
import { setUpSecondFactor } from '#test/store/people/people.ts'
import { type CaseworkGround, caseworkGround, wordsOn } from './casework-ground.ts'

let browser: Browser
let ground: CaseworkGround

before(async () => {
  if (skippedBecause !== false) return
  ground = await caseworkGround('longhurst-and-havelok')
  const { store, landlord } = ground.house
  const told = { channel: 'letter', customer: 'mabel' }
  const words = [{ kind: 'message' as const, text: said }]
  const contact = { type: 'contact-received', data: told, words }
  done(await openCase(store, landlord, { kind: 'enquiry', act: contact }))
  browser = await startBrowser()
})

after(async () => {
  await browser?.close()
  await ground?.close()
})

const views: Readonly<Record<string, BrowserContextOptions>> = {
  'without scripts': { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } },
  'with scripts': { viewport: { width: 1280, height: 900 } },
}

const said = 'My neighbour Percy Grimes shouts at night. Please stop it.'

for (const [view, options] of Object.entries(views))
  test(`A customer’s file is gathered, what is about a neighbour hidden by hand, and the copy given, ${view}`, {
    skip: skippedBecause,
  }, async () => {
    const { store, landlord } = ground.house
    const asked = { type: 'access-requested', data: { customer: 'mabel' } }
    const { caseId } = done(await openCase(store, landlord, { kind: 'access-request', act: asked }))
    const heading = `Access request ${caseId}`
    await onPage(browser, options, async (page) => {
      const { email } = await ground.house.person(`Dot ${view}`, 'data-protection officer')
      const { token } = await setUpSecondFactor(ground.house, await ground.house.comesIn(email))
      await page.context().addCookies([{ name: 'kept_session', value: token, url: ground.origin }])
      await page.goto(`${ground.origin}/access-requests`)
      await looksGood(page, 'Access requests')
      await follows(page, caseId)
      await looksGood(page, heading)
      assert.match(await wordsOn(page), /Confirm who they are before anything is gathered/)
      await press(page, 'Confirm who they are')
      await press(page, 'Save')
      await page.goto(`${ground.origin}/access-requests/${caseId}`)
      await press(page, 'Gather everything held')
      await looksGood(page, heading)
      await follows(page, 'Hide what is about others')
      await looksGood(page, 'Hide what is about others')
      await types(page, 'Hide a name or passage wherever it stands', 'Percy Grimes')
      await press(page, 'Hide it everywhere')
      await looksGood(page, 'Hide what is about others')
      await chooses(page, 'Please stop it.')
      await press(page, 'Hide what is ticked')
      await page.goto(`${ground.origin}/access-requests/${caseId}/preview`)
      await looksGood(page, 'What will be given')
      assert.match(await wordsOn(page), /My neighbour █████ shouts at night\. █████/)
      const html = await page.request.get(`${ground.origin}/access-requests/${caseId}/copy.html`)
      assert.match(html.headers()['content-disposition'] ?? '', /^attachment/)
      const json = await page.request.get(`${ground.origin}/access-requests/${caseId}/copy.json`)
      for (const file of [await html.text(), await json.text()]) {
        assert.match(file, /My neighbour █████ shouts/)
        assert.doesNotMatch(file, /Percy|Please stop it/)
      }
      await page.goto(`${ground.origin}/cases/${caseId}/acts/access-given`)
      await press(page, 'Save')
    })
    const anew = await gatherAccessCopy(store, landlord, caseId)
    assert.ok(isRefused(anew), 'what was given stays as it was given')
    const [kept] = done(await readWords(store, landlord, { customerId: 'mabel' }))
    assert.equal(kept?.text, said, 'the original is untouched')
    const whats = new Set(
      done(await accessTo(store, landlord, 'mabel', { limit: 200 })).map(({ what }) => what),
    )
    for (const what of ['whole file', 'copy of a file'])
      assert.ok(whats.has(what), `${what} was written down`)
  })

test('Erasing a customer empties the copies of their file', { skip: skippedBecause }, async () => {
  const { store, landlord } = ground.house
  const cases = done(await listCases(store, landlord, { kind: 'access-request' }))
  const caseId = cases[0]?.case_id ?? ''
  assert.ok(done(await readCopyItems(store, landlord, { caseId })).length > 0)
  const { counts } = done(await eraseCustomer(store, landlord, { customerId: 'mabel', why: 'asked' }))
  assert.ok((counts['copies'] ?? 0) > 0)
  assert.deepEqual(done(await readCopyItems(store, landlord, { caseId })), [])
})
