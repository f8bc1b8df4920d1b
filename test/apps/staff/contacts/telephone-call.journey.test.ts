import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { hour } from '#core/time/instant.ts'
import { listDrafts } from '#store/contacts/drafts.ts'
import { listCases } from '#store/ledger/list-cases.ts'
import { readCase, readTimeline } from '#store/ledger/read-case.ts'
import { readWords } from '#store/words/read-words.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { goodPassword } from '#test/store/people/people.ts'
import { done } from '#test/store/databases.ts'
import { chooses, looksGood, onPage, press, types, views } from '../keyboard.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'
import { addMargaret, comesInAsClerk } from './contact-ground.ts'

let staff: StaffServer
let browser: Browser

before(async () => {
  if (skippedBecause !== false) return
  staff = await openStaffServer()
  browser = await startBrowser()
  await addMargaret(staff.house, staff.house.landlord)
})

after(async () => {
  await browser?.close()
  await staff?.close()
})

const withoutScripts = views['without scripts, on a wide screen'] ?? {}

test('A clerk on the telephone records a routine call without the mouse, in a few key stops', {
  skip: skippedBecause,
}, async () => {
  await onPage(browser, { viewport: { width: 1280, height: 900 } }, async (page) => {
    const { staffId } = await comesInAsClerk(page, staff.origin, staff.house, staff.house.landlord)
    await page.goto(`${staff.origin}/account`)
    const keys = countingKeys(page)
    await Promise.all([page.waitForURL(/contacts\/new/), keys.press('F2')])
    await page.locator('#who:focus').waitFor()
    await page.keyboard.type('okonkwo margret')
    await keys.press('Enter')
    await page.locator('input[value="margaret"]:focus').waitFor()
    await page.getByText('Two must visit').first().waitFor()
    await looksGood(page, 'Record a contact')
    await keys.press('Enter')
    await page.keyboard.type('What is my rent balance?')
    await Promise.all([page.waitForURL(/contacts\/recorded/), keys.press('Control+Enter')])
    await looksGood(page, 'The contact is recorded')
    assert.ok(keys.pressed <= 12, `${keys.pressed} key stops besides the words`)
    assert.deepEqual(await typesIn(page), ['contact-received', 'note-kept', 'reply-sent', 'enquiry-closed'])
    const { events } = await theCase(page)
    assert.ok(events.every(({ data }) => (data as { by?: string }).by === staffId))
    assert.deepEqual(await wordsOf(events), ['What is my rent balance?', 'What is my rent balance?'])
    assert.deepEqual(done(await listDrafts(staff.house.store, { ...staff.house.landlord, staffId })), [])
  })
})

test('Without scripts the same call is recorded, and what must be minded is seen before', {
  skip: skippedBecause,
}, async () => {
  await onPage(browser, withoutScripts, async (page) => {
    await comesInAsClerk(page, staff.origin, staff.house, staff.house.landlord)
    await page.goto(`${staff.origin}/contacts/new`)
    await types(page, 'Find the customer', 'PA4 9ZZ')
    await press(page, 'Find')
    await looksGood(page, 'Record a contact')
    assert.match((await page.textContent('#chosen')) ?? '', /Two must visit.*Letters in large print/s)
    await types(page, 'In a few words', 'What is my rent balance?')
    await press(page, 'Record the contact')
    await looksGood(page, 'The contact is recorded')
    assert.deepEqual(await typesIn(page), ['contact-received', 'note-kept', 'reply-sent', 'enquiry-closed'])
  })
})

test('What is asked besides is shown with the matter chosen, and missing words are asked for with all that was typed', {
  skip: skippedBecause,
}, async () => {
  for (const options of [withoutScripts, views['on a screen of 320 pixels'] ?? {}])
    await onPage(browser, options, async (page) => {
      await comesInAsClerk(page, staff.origin, staff.house, staff.house.landlord)
      await page.goto(`${staff.origin}/contacts/new?customer=margaret`)
      await types(page, 'In a few words', 'The neighbour plays drums')
      await chooses(page, 'What kind of matter is it?', 'Complaint')
      await chooses(page, 'What is the complaint about?', 'Trouble with a neighbour')
      await press(page, 'Record the contact')
      await looksGood(page, 'Record a contact')
      assert.match((await page.textContent('.govuk-error-summary')) ?? '', /what the neighbour does/)
      assert.equal(await page.getByLabel('In a few words').inputValue(), 'The neighbour plays drums')
      await chooses(page, 'What the neighbour does')
      await chooses(page, 'Needs an answer later')
      await press(page, 'Record the contact')
      await looksGood(page, 'The contact is recorded')
      const { case: shown } = await theCase(page)
      assert.equal(shown.kind, 'antisocial-behaviour')
      const cases = done(await listCases(staff.house.store, staff.house.landlord, { kind: 'complaint' }))
      const complaint = done(
        await readTimeline(staff.house.store, staff.house.landlord, cases[0]?.case_id ?? ''),
      )
      assert.deepEqual(
        complaint.events.map(({ type }) => type),
        ['complaint-received', 'complaint-redirected'],
      )
    })
})

test('Pressing the button twice records it once', { skip: skippedBecause }, async () => {
  await onPage(browser, withoutScripts, async (page) => {
    await comesInAsClerk(page, staff.origin, staff.house, staff.house.landlord)
    await page.goto(`${staff.origin}/contacts/new?customer=margaret`)
    await types(page, 'In a few words', 'Pressed twice')
    await press(page, 'Record the contact')
    const first = page.url()
    await page.goBack()
    await press(page, 'Record the contact')
    assert.equal(new URL(page.url()).pathname, new URL(first).pathname)
    assert.match((await page.textContent('main')) ?? '', /was recorded before/)
    await looksGood(page, 'The contact is recorded')
  })
})

test('What was typed survives a lost session, and is there after signing in again', {
  skip: skippedBecause,
}, async () => {
  await onPage(browser, { viewport: { width: 1000, height: 900 } }, async (page) => {
    const { staffId, email } = await comesInAsClerk(page, staff.origin, staff.house, staff.house.landlord)
    await page.goto(`${staff.origin}/contacts/new`)
    await types(page, 'In a few words', 'Half a sentence about the')
    await page.getByText(/Draft saved at/).waitFor()
    await page.context().clearCookies()
    await page.goto(`${staff.origin}/contacts/drafts`)
    await types(page, 'E-mail address', email)
    await types(page, 'Password', goodPassword)
    await press(page, 'Sign in')
    await looksGood(page, 'My drafts')
    await press(page, 'Half a sentence about the')
    assert.equal(await page.getByLabel('In a few words').inputValue(), 'Half a sentence about the')
    const mine = { ...staff.house.landlord, staffId }
    assert.equal(done(await listDrafts(staff.house.store, mine)).length, 1)
    const other = { ...staff.house.landlord, staffId: 'somebody-else' }
    assert.deepEqual(done(await listDrafts(staff.house.store, other)), [], 'nobody else reads it')
  })
})

test('Without scripts, what is sent after the session is over is kept for whoever typed it', {
  skip: skippedBecause,
}, async () => {
  await onPage(browser, withoutScripts, async (page) => {
    const { email } = await comesInAsClerk(page, staff.origin, staff.house, staff.house.landlord)
    await page.goto(`${staff.origin}/contacts/new?customer=margaret`)
    await types(page, 'In a few words', 'Sent in vain')
    staff.house.at += 13 * hour
    await press(page, 'Record the contact')
    await types(page, 'E-mail address', email)
    await types(page, 'Password', goodPassword)
    await press(page, 'Sign in')
    await looksGood(page, 'Record a contact')
    assert.equal(await page.getByLabel('In a few words').inputValue(), 'Sent in vain')
    assert.ok(await page.locator('input[value="margaret"]').isChecked())
  })
})

/** Presses keys and counts them. */
function countingKeys(page: Page) {
  const counting = {
    pressed: 0,
    press: async (key: string) => {
      counting.pressed += 1
      await page.keyboard.press(key)
    },
  }
  return counting
}

function caseIdIn(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

async function theCase(page: Page) {
  return done(await readTimeline(staff.house.store, staff.house.landlord, caseIdIn(page)))
}

async function typesIn(page: Page): Promise<readonly string[]> {
  const { clocks } = done(await readCase(staff.house.store, staff.house.landlord, caseIdIn(page)))
  assert.ok(
    clocks.every(({ ended_at: ended }) => ended !== null),
    'nothing is left open',
  )
  return (await theCase(page)).events.map(({ type }) => type)
}

async function wordsOf(events: Awaited<ReturnType<typeof theCase>>['events']): Promise<readonly string[]> {
  const ids = events.flatMap(({ data }) => (data as { words?: readonly string[] }).words ?? [])
  const words = done(await readWords(staff.house.store, staff.house.landlord, { ids, why: 'a test' }))
  return words.map(({ text }) => text ?? '')
}
