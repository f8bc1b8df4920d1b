import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { minute } from '#core/time/instant.ts'
import { passTime } from '#store/ledger/pass-time.ts'
import { readCase } from '#store/ledger/read-case.ts'
import { visitorsNow } from '#store/diaries/visits.ts'
import { verifyLandlord } from '#store/verify/verify-landlord.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { comesInAs } from '../answering/answer-ground.ts'
import { diaryGround, type DiaryGround, pdfAt } from '../diary/diary-ground.ts'
import { chooses, looksGood, onPage, press, types, views } from '../keyboard.ts'
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

const skip = skippedBecause
const withScripts = { viewport: { width: 1280, height: 900 } }
const withoutScripts = views['without scripts, on a wide screen'] ?? {}

test('The visitor without an appointment waits, is told how long, and goes with another time in writing', {
  skip,
}, async () => {
  const { house, origin } = staff
  const ground = await diaryGround('linstone', house)
  let visit = ''
  await onPage(browser, withScripts, async (page) => {
    await atReception(page, ground)
    await press(page, 'Record a visitor')
    await looksGood(page, 'Record a visitor')
    await types(page, 'Find them', 'Jone Doe')
    await press(page, 'Find')
    await chooses(page, 'Joan Doe')
    await chooses(page, 'Whom do they want to see?', 'Bea Baker')
    await press(page, 'They are waiting')
    visit = await onlyVisit(ground)
    house.at += 4 * minute
    await page.goto(`${origin}/reception`)
    await looksGood(page, 'Reception')
    assert.match((await page.textContent('main')) ?? '', /Joan Doe.*to see Bea Baker.*Waiting for 4 minutes/s)
    await press(page, 'Say how long: Joan Doe')
    await looksGood(page, 'Say how long the wait is')
    await press(page, 'They know')
    assert.match((await page.textContent('main')) ?? '', /Say how long the wait is, or what else you offered/)
    await types(page, 'How many minutes will it be?', '15')
    await press(page, 'They know')
    await press(page, 'Nobody available: Joan Doe')
    await looksGood(page, 'Nobody is available')
    await chooses(page, 'An appointment')
    await press(page, 'Record it')
    assert.deepEqual(await outcomesOf(ground, visit, 'LIN-25'), ['running'])
    // The one they came for, here: so it stands there already.
    assert.match(page.url(), /place=office&staff=\w+$/)
    await press(page, 'Propose free times')
    await looksGood(page, 'Book an appointment')
    await chooses(page, 'Tomorrow at 09:00')
    await press(page, 'Book it')
    await page.goto(`${origin}/reception`)
    await press(page, 'Left: Joan Doe')
    await looksGood(page, 'The visitor leaves')
    await types(page, 'What was agreed?', 'Bea Baker sees you on Tuesday at 9.')
    await chooses(page, 'Print a confirmation for them')
    await press(page, 'They have left')
    await looksGood(page, 'The visitor has left')
    assert.equal(await pdfAt(page, `${origin}/reception/visits/${visit}/confirmation/pdf`), '%PDF-')
    await page.goto(`${origin}/reception`)
    assert.match((await page.textContent('main')) ?? '', /Nobody is waiting/)
  })
  // It is the time itself that counts, once it has come.
  house.at = Date.parse('2026-03-03T10:00Z')
  done(await passTime(house.store, ground.acting))
  assert.deepEqual(await outcomesOf(ground, visit, 'LIN-25'), ['met'])
  assert.deepEqual(done(await verifyLandlord(house.store, ground.acting)).listed, [])
})

for (const { pack, promise, minutes, withNobody } of [
  { pack: 'south-lakes', promise: 'SLH-30', minutes: 10, withNobody: 'running' },
  { pack: 'longhurst-and-havelok', promise: 'LHH-36', minutes: 10, withNobody: 'void' },
] as const)
  test(`The same visitor at ${pack}, without scripts: ${minutes} minutes, and ${withNobody} where nobody is free`, {
    skip,
  }, async () => {
    const { house, origin } = staff
    const ground = await diaryGround(pack, house)
    await onPage(browser, withoutScripts, async (page) => {
      await atReception(page, ground)
      await press(page, 'Record a visitor')
      await types(page, 'The name they give', 'Somebody Nobody Knows')
      await press(page, 'They are waiting')
      const visit = await onlyVisit(ground)
      assert.match(
        (await page.textContent('main')) ?? '',
        pack === 'south-lakes' ? /talks to you in ten minutes/ : /seen in 10 minutes all the same/,
      )
      const { clocks } = done(await readCase(house.store, ground.acting, visit))
      const due = clocks.find((each) => each.promise === promise)?.due_at
      assert.equal(due, house.at + minutes * minute)
      await press(page, 'Nobody available: Somebody Nobody Knows')
      await chooses(page, 'Somebody else who can help')
      await press(page, 'Record it')
      assert.deepEqual(await outcomesOf(ground, visit, promise), [withNobody])
      house.at += 5 * minute
      await page.goto(`${origin}/reception`)
      await press(page, 'Seen: Somebody Nobody Knows')
      await looksGood(page, 'The visitor is being seen')
      await chooses(page, 'Who sees them?', 'Bea Baker')
      await chooses(page, 'In which room?', 'The fell room, private')
      await press(page, 'They are being seen')
      await looksGood(page, 'Reception')
      assert.match(
        (await page.textContent('main')) ?? '',
        /With Bea Baker since .*after 5 minutes, in The fell room/,
      )
      await press(page, 'Left: Somebody Nobody Knows')
      await press(page, 'They have left')
      if (pack === 'south-lakes') {
        await looksGood(page, 'The visitor leaves')
        assert.match(
          (await page.textContent('main')) ?? '',
          /Before you go, we tell you what we are going to do/,
        )
        await types(page, 'What was agreed?', 'We look at the boiler this week.')
        await press(page, 'They have left')
      }
      await looksGood(page, 'Reception')
    })
  })

test('Who wished to talk in private and did not is not seen off in silence where that is promised', {
  skip,
}, async () => {
  const { house, origin } = staff
  const ground = await diaryGround('mount-green', house)
  await onPage(browser, withoutScripts, async (page) => {
    await atReception(page, ground)
    await press(page, 'Record a visitor')
    await types(page, 'The name they give', 'Somebody Shy')
    await chooses(page, 'They wish to talk in private')
    await press(page, 'They are waiting')
    const visit = await onlyVisit(ground)
    await page.goto(`${origin}/reception/visits/${visit}/left`)
    await press(page, 'They have left')
    assert.match((await page.textContent('main')) ?? '', /we talk with you in a room of our own/)
    await chooses(page, 'MGH-84: why not?', 'The customer did not want it')
    await press(page, 'They have left')
    await looksGood(page, 'Reception')
  })
})

async function atReception(page: Page, { acting }: DiaryGround): Promise<void> {
  await comesInAs(page, { ...staff, acting }, 'contact officer')
  await page.goto(`${staff.origin}/reception`)
  await looksGood(page, 'Reception')
}

async function onlyVisit({ acting }: DiaryGround): Promise<string> {
  const visits = done(await visitorsNow(staff.house.store, acting))
  assert.equal(visits.length, 1)
  return visits[0]?.caseId ?? ''
}

async function outcomesOf({ acting }: DiaryGround, caseId: string, promise: string) {
  const { clocks } = done(await readCase(staff.house.store, acting, caseId))
  return clocks.filter((each) => each.promise === promise).map(({ outcome }) => outcome)
}
