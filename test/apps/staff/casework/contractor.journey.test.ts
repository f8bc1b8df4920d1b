import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { readTimeline } from '#store/ledger/read-case.ts'
import { contractors } from '#store/masters/kinds/contractors.ts'
import { addMaster } from '#store/masters/writing.ts'
import { addPerson } from '#store/people/add-person.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { goodPassword } from '#test/store/people/people.ts'
import { chooses, follows, looksGood, onPage, press, views } from '../keyboard.ts'
import { comesInAs } from '../answering/answer-ground.ts'
import { type CaseworkGround, caseworkGround, wordsOn } from './casework-ground.ts'

let browser: Browser
let ground: CaseworkGround

before(async () => {
  if (skippedBecause !== false) return
  ground = await caseworkGround('longhurst-and-havelok')
  const { store, landlord, door } = ground.house
  const passwordHash = done(await door.passwords.hashOf(goodPassword))
  for (const [id, name] of Object.entries({ fell: 'Fell Plumbing', tarn: 'Tarn Roofing' }))
    done(await addMaster(store, landlord, contractors, { id, values: { name } }))
  const person = {
    name: 'Phil Plumb',
    email: 'phil@example.org',
    roles: ['contractor'],
    contractorId: 'fell',
  }
  done(await addPerson(store, landlord, { door, person: { ...person, passwordHash } }))
  browser = await startBrowser()
})

after(async () => {
  await browser?.close()
  await ground?.close()
})

/** A repair at Mabel Hill’s home, given to a firm. */
async function jobOf(contractor: string): Promise<string> {
  const { store, landlord } = ground.house
  const data = { priority: 'urgent', customer: 'mabel', home: 'home-1' }
  const act = { type: 'repair-reported', data }
  const { caseId } = done(await openCase(store, landlord, { kind: 'repair', act }))
  done(await recordAct(store, landlord, caseId, { type: 'case-assigned', data: { contractor } }))
  return caseId
}

for (const [view, options] of Object.entries(views).slice(0, 2))
  test(`A contractor sees and finishes its own job, and no other firm’s is there, ${view}`, {
    skip: skippedBecause,
  }, async () => {
    const [own, other] = [await jobOf('fell'), await jobOf('tarn')]
    await asContractor(options, async (page) => {
      await looksGood(page, 'Jobs of Fell Plumbing')
      assert.match(await wordsOn(page), /4 Fell Close, Kendal/)
      assert.doesNotMatch(await wordsOn(page), new RegExp(`${other}|Mabel|Tarn`))
      for (const path of [`/repairs/${other}`, `/cases/${other}`, `/cases/${other}/acts/repair-completed`]) {
        const answer = await page.goto(`${ground.origin}${path}`)
        assert.equal(answer?.status(), 404, path)
      }
      await page.goto(`${ground.origin}/`)
      await looksGood(page, 'Today')
      assert.match(await wordsOn(page), new RegExp(`Repair ${own}`), 'a job without a date is there too')
      assert.doesNotMatch(await wordsOn(page), new RegExp(`${other}|All my open cases`))
      await page.goto(`${ground.origin}/repairs`)
      await follows(page, own)
      await looksGood(page, `Repair ${own}`)
      await press(page, 'Record that it is done')
      await chooses(page, 'Yes')
      await press(page, 'Save')
      await page.goto(`${ground.origin}/repairs/${own}`)
      assert.match(await wordsOn(page), /Done 2 March 2026 at 09:00, on the first visit/)
      for (const path of ['/compensation', '/complaints'])
        assert.doesNotMatch(await textAt(page, path), /Mabel/, path)
    })
    const { events } = done(await readTimeline(ground.house.store, ground.house.landlord, own))
    assert.equal(events.at(-1)?.type, 'repair-completed')
  })

test('A job is given to a contractor on the page of the repair', { skip: skippedBecause }, async () => {
  const caseId = await jobOf('fell')
  await onPage(browser, { javaScriptEnabled: false }, async (page) => {
    await comesInAs(page, { ...ground, acting: ground.house.landlord }, 'team leader')
    await page.goto(`${ground.origin}/repairs/${caseId}`)
    await looksGood(page, `Repair ${caseId}`)
    await chooses(page, 'Contractor', 'Tarn Roofing')
    await press(page, 'Give it to them')
    assert.match(await wordsOn(page), /Done by Tarn Roofing/)
  })
})

async function asContractor(
  options: BrowserContextOptions,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  await onPage(browser, options, async (page) => {
    await ground.comesIn(page, 'phil@example.org', '/repairs')
    await work(page)
  })
}

async function textAt(page: Page, path: string): Promise<string> {
  await page.goto(`${ground.origin}${path}`)
  return wordsOn(page)
}
