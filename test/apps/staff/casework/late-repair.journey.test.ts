import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { readCompensation } from '#store/compensation/read-compensation.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { chooses, follows, looksGood, onPage, press, types, views } from '../keyboard.ts'
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

for (const [view, options] of Object.entries(views).slice(0, 2))
  test(`A repair runs late, nobody tells the tenant, and compensation is found, offered and paid, ${view}`, {
    skip: skippedBecause,
  }, async () => {
    const ground = await caseworkGround('longhurst-and-havelok')
    grounds.push(ground)
    const { email } = await ground.house.person('Olga Swift', 'complaints officer')
    await onPage(browser, options, async (page) => {
      await ground.comesIn(page, email, '/repairs')
      await looksGood(page, 'Repairs')
      await press(page, 'Report a repair')
      await types(page, 'Which home?', 'LA9 4AA')
      await press(page, 'Find it')
      await looksGood(page, 'Report a repair')
      await follows(page, '4 Fell Close, Kendal, LA9 4AA')
      await press(page, 'Report it')
      await looksGood(page, 'Report a repair')
      assert.match(await page.title(), /^Error: /)
      await chooses(page, 'Urgent')
      await types(page, 'What needs repair, and where in the home?', 'The bath leaks into the kitchen.')
      await press(page, 'Report it')
      const heading = (await page.textContent('h1')) ?? ''
      await looksGood(page, heading)
      // Five working days from Monday 2 March: Monday 9.
      assert.match(await wordsOn(page), /Due Monday 9 March/)
      const repair = heading.replace('Repair ', '')

      await ground.turnTo('2026-03-05T10:00Z')
      await ground.comesIn(page, email, '/repairs')
      assert.match(await wordsOn(page), /If it will be late, tell the customer before/)

      await ground.turnTo('2026-03-11T10:00Z')
      await ground.comesIn(page, email, `/repairs/${repair}`)
      await looksGood(page, heading)
      assert.match(await wordsOn(page), /the customer was not told/)
      await page.goto(`${ground.origin}/compensation`)
      await looksGood(page, 'Compensation')
      const [found] = done(
        await readCompensation(ground.house.store, ground.house.landlord, { ofCase: repair }),
      )
      assert.deepEqual([found?.promise, found?.state], ['LHH-32', 'found'])
      await follows(page, found?.caseId ?? '')
      await press(page, 'Offer compensation')
      await looksGood(page, 'Offer compensation')
      await types(page, 'How much?', '25')
      await press(page, 'Save')
      await press(page, 'Record that they accept')
      await press(page, 'Save')
      await press(page, 'Record the payment')
      await types(page, 'How much?', '25')
      await press(page, 'Save')
      await page.goto(`${ground.origin}/compensation`)
      await looksGood(page, 'Compensation')
      assert.match(await wordsOn(page), /Paid 1, £25\.00/)
      assert.match(await wordsOn(page), /Mabel Hill, £25\.00/)
    })
  })
