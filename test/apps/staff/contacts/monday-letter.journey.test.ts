import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { formatDay } from '#core/time/day.ts'
import { readCase } from '#store/ledger/read-case.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { chooses, fills, looksGood, onPage, opens, press, types, views } from '../keyboard.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'
import { addMargaret, comesInAsClerk } from './contact-ground.ts'

// The letter came on Monday 30 March 2026 and is typed on Wednesday 1 April. Good Friday, 3 April, is a bank holiday for all;
// Easter Monday, 6 April, in England and Wales alone. So ten working days from Monday are
//   in Scotland           31, 1, 2, then 6, 7, 8, 9, 10, 13, 14 April: Tuesday 14 April
//   in England and Wales  31, 1, 2, then 7, 8, 9, 10, 13, 14, 15 April: Wednesday 15 April
const cameOn = '2026-03-30'
const typedAt = Date.parse('2026-04-01T10:00:00+01:00')

interface Expected {
  readonly landlord: string
  /** What the page says to be read out. */
  readonly answer: string
  /** Each promise about the letter that is owed something, with its date, and why. */
  readonly due: Readonly<Record<string, string>>
}

const expected: readonly Expected[] = [
  {
    landlord: 'linstone',
    answer: 'by Tuesday 14 April 2026',
    // “Reply in full within 10 working days”; “acknowledged on receipt”: the same working day, Monday.
    due: { 'LIN-39': '2026-04-14', 'LIN-41': '2026-03-30' },
  },
  {
    landlord: 'mount-green',
    answer: 'by Wednesday 15 April 2026',
    // Twice “within 10 working days”, in section and in table; the acknowledgement “on receipt”.
    due: { 'MGH-17': '2026-04-15', 'MGH-45': '2026-03-30', 'MGH-47': '2026-04-15' },
  },
  {
    landlord: 'one-housing-group',
    answer: 'by Wednesday 15 April 2026',
    // “Acknowledge within 24 hours” of noon on Monday, elapsed; “full response in 10 working days”.
    due: { 'OHG-16': '2026-03-31T11:00:00.000Z', 'OHG-17': '2026-04-15' },
  },
]

const looks = [...Object.values(views).slice(0, 2), { viewport: { width: 1280, height: 900 } }]

let staff: StaffServer
let browser: Browser

before(async () => {
  if (skippedBecause !== false) return
  staff = await openStaffServer()
  staff.house.at = typedAt
  browser = await startBrowser()
})

after(async () => {
  await browser?.close()
  await staff?.close()
})

for (const [place, { landlord: slug, answer, due }] of expected.entries())
  test(`The letter that came on Monday and is typed on Wednesday has the dates that ${slug} promises`, {
    skip: skippedBecause,
  }, async () => {
    const acting = slug === 'linstone' ? staff.house.landlord : await staff.house.addLandlord(slug)
    await addMargaret(staff.house, acting)
    const view = looks[place] ?? {}
    await onPage(browser, view, async (page) => {
      await comesInAsClerk(page, staff.origin, staff.house, acting)
      await typesTheLetter(page)
      await looksGood(page, 'The contact is recorded')
      const words = (await page.textContent('main')) ?? ''
      assert.ok(words.includes(`You will have our answer ${answer}.`), words)
      assert.match(
        words,
        /reached us on 30 March 2026 at 12:00 and was written down on 1 April 2026 at 10:00/,
      )
      const caseId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
      const { clocks, case: shown } = done(await readCase(staff.house.store, acting, caseId))
      const found = clocks.map(({ promise, due_on: on, due_at: at }) => [
        promise,
        on === null ? new Date(at ?? 0).toISOString() : formatDay(on),
      ])
      assert.deepEqual(Object.fromEntries(found), due)
      assert.equal(new Date(shown.first_at ?? 0).toISOString(), '2026-03-30T11:00:00.000Z')
      assert.equal(shown.opened_at, typedAt, 'and it was recorded on Wednesday')
    })
  })

async function typesTheLetter(page: Page): Promise<void> {
  await page.goto(`${staff.origin}/contacts/new?customer=margaret`)
  await types(page, 'In a few words', 'Damp in the hall')
  await chooses(page, 'How did it come?', 'Letter')
  await opens(page, 'It came earlier than now')
  await fills(page, 'When did it reach us?', cameOn)
  await chooses(page, 'The letter is stamped with the date')
  await chooses(page, 'Needs an answer later')
  await looksGood(page, 'Record a contact')
  await press(page, 'Record the contact')
}
