import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openCase } from '#store/ledger/append.ts'
import { readCase } from '#store/ledger/read-case.ts'
import { dayText } from '#store/types.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { chooses, fills, follows, looksGood, onPage, press, types, views } from '../keyboard.ts'
import { type CaseworkGround, caseworkGround, wordsOn } from './casework-ground.ts'

let browser: Browser
const grounds: CaseworkGround[] = []

before(async () => {
  if (skippedBecause === false) browser = await startBrowser()
})

after(async () => {
  for (const ground of grounds) await ground.close()
  await browser?.close()
})

async function groundOf(landlord: string): Promise<CaseworkGround> {
  const ground = await caseworkGround(landlord)
  grounds.push(ground)
  return ground
}

/** A complaint of Mabel Hill’s about a repair, made by letter on Monday 2 March. */
async function complaintIn({ house }: CaseworkGround, data: Readonly<Record<string, unknown>> = {}) {
  const about = { channel: 'letter', about: 'repair', complainant: 'customer', customer: 'mabel', ...data }
  const act = {
    type: 'complaint-received',
    data: about,
    words: [{ kind: 'message' as const, text: 'Nobody came.' }],
  }
  return done(await openCase(house.store, house.landlord, { kind: 'complaint', act })).caseId
}

for (const [view, options] of Object.entries(views).slice(0, 2))
  test(`A complaint is put off in time, answered, taken to the second stage and learnt from, ${view}`, {
    skip: skippedBecause,
  }, async () => {
    const ground = await groundOf('longhurst-and-havelok')
    const { email } = await ground.house.person('Olga Swift', 'complaints officer')
    const caseId = await complaintIn(ground)
    const heading = `Complaint ${caseId}`
    await onPage(browser, options, async (page) => {
      await ground.comesIn(page, email, '/complaints')
      await looksGood(page, 'Complaints')
      assert.match(await wordsOn(page), /Stage 1/)
      await follows(page, caseId)
      await looksGood(page, heading)
      await press(page, 'Acknowledge')
      await chooses(page, 'Who looks into it?', 'Olga Swift')
      await fills(page, 'When will a decision come?', '2026-03-16')
      await press(page, 'Save')

      await ground.turnTo('2026-03-13T10:00Z')
      await ground.comesIn(page, email, `/complaints/${caseId}`)
      assert.match(await wordsOn(page), /If it will be late, tell the customer before/)
      assert.match(await wordsOn(page), /Who looks into it Olga Swift/)
      await press(page, 'Say that it takes longer')
      await fills(page, 'When will the answer come?', '2026-03-23')
      await types(page, 'Why does it take longer?', 'inspection')
      await press(page, 'Save')
      await page.goto(`${ground.origin}/complaints/${caseId}`)
      assert.match(await wordsOn(page), /to 23 March 2026 \(inspection\)/)

      await ground.turnTo('2026-03-23T10:00Z')
      await ground.comesIn(page, email, `/complaints/${caseId}`)
      await press(page, 'Give our decision')
      await types(page, 'Which stage is it?', '1')
      await chooses(page, 'Not upheld')
      await press(page, 'Save')
      assert.match(await page.title(), /^Error: /, 'the reason is missing, and this landlord promises one')
    })
    const { clocks } = done(await readCase(ground.house.store, ground.house.landlord, caseId))
    assert.deepEqual(
      clocks.map(({ promise, outcome }) => [promise, outcome]),
      [
        ['LHH-39', 'met'],
        ['LHH-40', 'missed'],
      ],
    )
  })

// The seeds: Longhurst & Havelok acknowledges in 3 working days and answers in 10; South Lakes answers within 10 working
// days, or acknowledges within 2; One Housing acknowledges on the day.
const dueBy: readonly (readonly [landlord: string, due: Readonly<Record<string, string>>])[] = [
  ['longhurst-and-havelok', { 'LHH-39': '2026-03-05', 'LHH-40': '2026-03-16' }],
  ['south-lakes', { 'SLH-20': '2026-03-16' }],
  ['one-housing-group', { 'OHG-20': '2026-03-02' }],
]

for (const [landlord, due] of dueBy)
  test(`A complaint of Monday 2 March falls due as ${landlord} promises, on its page and in its clocks`, async () => {
    const ground = await groundOf(landlord)
    const caseId = await complaintIn(ground)
    const { clocks } = done(await readCase(ground.house.store, ground.house.landlord, caseId))
    assert.deepEqual(
      Object.fromEntries(clocks.map(({ promise, due_on: on }) => [promise, dayText(on ?? undefined)])),
      due,
    )
  })
