import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { readCompensation } from '#store/compensation/read-compensation.ts'
import { openCase } from '#store/ledger/append.ts'
import { readCase } from '#store/ledger/read-case.ts'
import { dayText } from '#store/types.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { chooses, fills, follows, looksGood, onPage, press, types, valueOf, views } from '../keyboard.ts'
import { comesInAs } from '../answering/answer-ground.ts'
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
    const caseId = await complaintIn(ground)
    const own = `${ground.origin}/complaints/${caseId}`
    await onPage(browser, options, async (page) => {
      const comesIn = async (path: string) => {
        await comesInAs(page, { ...ground, acting: ground.house.landlord }, 'complaints officer')
        await page.goto(`${ground.origin}${path}`)
      }
      await comesIn('/complaints')
      await looksGood(page, 'Complaints')
      assert.match(await wordsOn(page), /Stage 1/)
      await follows(page, caseId)
      await looksGood(page, `Complaint ${caseId}`)
      await press(page, 'Acknowledge')
      await chooses(page, 'Who looks into it? (optional)', 'Ann Archer, Housing officer')
      await fills(page, 'When will a decision come? (optional)', '2026-03-16')
      await press(page, 'Send')
      await looksGood(page, 'We are looking into your complaint')

      await ground.turnTo('2026-03-13T10:00Z')
      await comesIn(`/complaints/${caseId}`)
      assert.match(await wordsOn(page), /If it will be late, tell the customer before/)
      assert.match(await wordsOn(page), /Who looks into it Ann Archer Decision told for 16 March 2026/)
      await press(page, 'Say that it takes longer')
      await fills(page, 'When will the answer come? (optional)', '2026-03-23')
      await types(page, 'Why it takes longer, as the letter says it', 'The roofer must look again')
      await press(page, 'Send')
      await page.goto(own)
      assert.match(await wordsOn(page), /Put off Told on 13 March 2026 at 10:00, to 23 March 2026/)
      assert.doesNotMatch(await wordsOn(page), /tell the customer/)

      await ground.turnTo('2026-03-23T10:00Z')
      await comesIn(`/complaints/${caseId}`)
      await decides(page, '1', 'Not upheld')
      await page.goto(own)
      assert.match(await wordsOn(page), /Stage 1, 23 March 2026 at 10:00: Not upheld/)
      await press(page, 'Take to the next stage')
      await types(page, 'Which stage does it go to?', '2')
      await press(page, 'Save')
      await page.goto(`${ground.origin}/complaints`)
      assert.match(await wordsOn(page), /Stage 2/)
      await page.goto(own)
      await decides(page, '2', 'Upheld')
      await page.goto(own)
      await learnsAndCloses(page, ground, caseId)
    })
    const { clocks } = done(await readCase(ground.house.store, ground.house.landlord, caseId))
    assert.deepEqual(
      clocks.map(({ promise, outcome }) => [promise, outcome]),
      [
        ['LHH-39', 'met'],
        ['LHH-40', 'missed'],
      ],
    )
    const owed = done(await readCompensation(ground.house.store, ground.house.landlord, { ofCase: caseId }))
    assert.deepEqual(owed, [], 'they were told in time, so nothing is owed')
  })

/** Notes what was learnt, closes the complaint, and asks how satisfied they are. */
async function learnsAndCloses(page: Page, { origin }: CaseworkGround, caseId: string): Promise<void> {
  const own = `${origin}/complaints/${caseId}`
  await press(page, 'Record what we learnt')
  await press(page, 'Save')
  await page.goto(own)
  await press(page, 'Close the complaint')
  await press(page, 'Save')
  await page.goto(own)
  await looksGood(page, `Complaint ${caseId}`)
  assert.match(await wordsOn(page), /nobody has been asked yet how satisfied they are/)
  await follows(page, 'Ask them')
  await press(page, 'Save')
  await page.goto(own)
  assert.doesNotMatch(await wordsOn(page), /nobody has been asked/)
  await page.goto(`${origin}/complaints/learning`)
  await looksGood(page, 'What complaints taught us')
  assert.match(await wordsOn(page), new RegExp(caseId))
}

/** Decides by letter. */
async function decides(page: Page, stage: string, outcome: string): Promise<void> {
  await press(page, 'Give our decision')
  await types(page, 'Which stage is it?', stage)
  await chooses(page, outcome)
  await types(page, 'Why we decided so, as the letter says it', 'We looked at the roof twice.')
  await types(page, 'How they can take it further, as the letter says it', 'You can go on to our panel.')
  await press(page, 'Check')
  const text = await valueOf(page, 'What it says')
  await types(
    page,
    'What it says',
    text.replace('Write here what you do to put it right, and by when.', 'It is mended.'),
  )
  await press(page, 'Send')
}

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
