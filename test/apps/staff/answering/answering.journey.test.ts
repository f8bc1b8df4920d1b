import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { explainClocks } from '#store/ledger/explain-clocks.ts'
import { readCase, readTimeline } from '#store/ledger/read-case.ts'
import { listLetters } from '#store/letters/read-letters.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { chooses, fills, looksGood, onPage, press, types, valueOf, views } from '../keyboard.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'
import { comesInAs, type Ground, landlordBy } from './answer-ground.ts'

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

const letter = { channel: 'letter' }
const withScripts = { viewport: { width: 1280, height: 900 } }
const withoutScripts = views['without scripts, on a wide screen'] ?? {}

for (const [how, options] of Object.entries({
  'with scripts': withScripts,
  'without scripts': withoutScripts,
}))
  test(`A letter is answered by a holding reply and then in full, ${how}; what a promise asks for is asked for`, {
    skip: skippedBecause,
  }, async () => {
    const ground = await landlordFor('south-lakes')
    const caseId = await ground.open('enquiry', 'contact-received', letter)
    await onPage(browser, options, async (page) => {
      await comesInAs(page, { ...staff, acting: ground.acting }, 'case officer')
      await sendsHolding(page, caseId)
      await sendsFull(page, caseId)
    })
    await assertAnswered(ground, caseId)
  })

async function sendsHolding(page: Page, caseId: string): Promise<void> {
  await page.goto(`${staff.origin}/cases/${caseId}/answer?as=holding`)
  await looksGood(page, 'Send a holding reply')
  assert.match(
    await valueOf(page, 'What it says'),
    /^Contact: Ann Archer, Housing officer\nDirect dial: .*711222/,
  )
  await press(page, 'Check')
  await looksGood(page, 'Send a holding reply')
  assert.match(await summary(page), /Say when the answer will come: the letter promises it/)
  await chooses(page, 'Why does it take longer? (optional)', 'Waiting for others')
  await fills(page, dateLabel, '2026-03-20')
  await types(
    page,
    'Why it takes longer, as the letter says it',
    'The arrears were paid and the roofer is away',
  )
  await press(page, 'Check')
  await looksGood(page, 'Send a holding reply')
  assert.match((await page.textContent('main')) ?? '', /“arrears”.*Say: the rent you owe.*“were paid”/s)
  const text = await valueOf(page, 'What it says')
  assert.match(text, /You will have our full answer by 20 March 2026/)
  await types(page, 'What it says', text.replace(/^Direct dial.*\n/m, ''))
  await press(page, 'Send')
  await looksGood(page, 'Send a holding reply')
  const lacks = /At the head of each letter .* \(SLH-21\)\. The letter lacks your direct telephone number/
  assert.match(await summary(page), lacks)
  await chooses(page, 'SLH-21: why not?', 'The customer asked for it to be done this way')
  await press(page, 'Send')
  await looksGood(page, 'Our answer to you needs longer')
  assert.match((await page.textContent('main')) ?? '', /sentences were plain/)
}

async function sendsFull(page: Page, caseId: string): Promise<void> {
  await page.goto(`${staff.origin}/cases/${caseId}/answer?as=full`)
  await looksGood(page, 'Answer')
  const full = await valueOf(page, 'What it says')
  await types(page, 'What it says', full.replace('Write your answer here.', 'The roof is mended.'))
  await press(page, 'Send')
  await looksGood(page, 'Our answer to you')
  await page.goto(`${staff.origin}/outbox`)
  await looksGood(page, 'Outbox')
}

async function assertAnswered(ground: Ground, caseId: string): Promise<void> {
  const events = await eventsOf(ground, caseId)
  assert.deepEqual(
    events.map(({ type }) => type),
    ['contact-received', 'holding-reply-sent', 'reply-sent'],
  )
  const [, holding, answer] = events.map(({ data }) => data as Readonly<Record<string, unknown>>)
  assert.deepEqual(
    { ...holding, words: undefined, by: undefined },
    {
      channel: 'letter',
      name: true,
      position: true,
      email: true,
      address: true,
      copyKept: true,
      reason: 'waiting-for-others',
      newDate: '2026-03-20',
      overrides: { 'SLH-21': 'customer-asked' },
      words: undefined,
      by: undefined,
    },
  )
  assert.equal(answer?.['telephone'], true)
  assert.equal(answer?.['full'], true)
  const letters = done(await listLetters(staff.house.store, ground.acting, { caseId }))
  assert.deepEqual(
    letters.map(({ channel, state }) => [channel, state]),
    [
      ['letter', 'waiting'],
      ['letter', 'waiting'],
    ],
  )
  assert.ok(letters.every(({ attachmentId, score }) => attachmentId !== null && score !== null))
  const { clocks } = done(await readCase(staff.house.store, ground.acting, caseId))
  assert.ok(
    clocks.every(({ outcome }) => outcome === 'met'),
    JSON.stringify(clocks.map((each) => [each.promise, each.outcome])),
  )
  done(await explainClocks(staff.house.store, ground.acting, { caseId }))
}

const dateLabel = 'When will the answer come? (optional)'

test('Each landlord’s own promises say what a letter must show', { skip: skippedBecause }, async () => {
  const wanted = {
    'south-lakes': { letter: /whom to ask for, where to write/, 'e-mail': undefined },
    linstone: { letter: /who is dealing with your enquiry and what their job is/, 'e-mail': undefined },
    'mount-green': { letter: /MGH-49/, 'e-mail': /MGH-61/ },
  }
  for (const [pack, channels] of Object.entries(wanted)) {
    const ground = await landlordFor(pack)
    await onPage(browser, withoutScripts, async (page) => {
      await comesInAs(page, { ...staff, acting: ground.acting }, 'case officer')
      for (const [channel, says] of Object.entries(channels)) {
        const caseId = await ground.open('enquiry', 'contact-received', { channel })
        await page.goto(`${staff.origin}/cases/${caseId}/answer?as=full`)
        await chooses(page, channel === 'letter' ? 'By letter' : 'By e-mail')
        await types(page, 'What it says', 'Dear Mrs Doe\n\nThe roof is mended.')
        await press(page, 'Check')
        const told = (await page.textContent('main')) ?? ''
        if (says === undefined)
          assert.match(told, /It has everything our promises ask for/, `${pack} ${channel}`)
        else assert.match(told, says, `${pack} ${channel}`)
      }
    })
  }
})

test('A complaint is acknowledged, extended and decided by letters that say what was promised', {
  skip: skippedBecause,
}, async () => {
  const ground = await landlordFor('one-housing-group')
  const about = { channel: 'letter', about: 'repair', complainant: 'customer' }
  const caseId = await ground.open('complaint', 'complaint-received', about)
  await onPage(browser, withScripts, async (page) => {
    await comesInAs(page, { ...staff, acting: ground.acting }, 'complaints officer')
    await page.goto(`${staff.origin}/cases/${caseId}/answer?as=acknowledgement`)
    await press(page, 'Send')
    assert.match(await summary(page), /Choose who looks into it: the letter names them/)
    await chooses(page, 'Who looks into it?', 'Ann Archer, Housing officer')
    await fills(page, 'When will a decision come?', '2026-03-16')
    await press(page, 'Send')
    await looksGood(page, 'We are looking into your complaint')
    await page.goto(`${staff.origin}/cases/${caseId}/answer?as=full`)
    await looksGood(page, 'Give our decision')
    await types(page, 'Which stage is it?', '1')
    await chooses(page, 'Partly upheld')
    await types(page, 'Why we decided so, as the letter says it', 'The roofer came late.')
    const text = await valueOf(page, 'What it says')
    await types(
      page,
      'What it says',
      text
        .replace('((how to escalate))', 'You can go on.')
        .replace('Write here what you do to put it right, and by when.', 'We pay you £20.'),
    )
    await press(page, 'Send')
    await looksGood(page, 'Give our decision')
    assert.match(await summary(page), /OHG-22/)
    await types(page, 'How they can take it further, as the letter says it', 'You can go on.')
    await press(page, 'Send')
    await looksGood(page, 'Our decision on your complaint')
    await press(page, 'Take it back')
    await looksGood(page, 'Take it back')
    await chooses(page, 'It said something wrong')
    await press(page, 'Take it back')
    await looksGood(page, 'Our decision on your complaint')
  })
  const events = await eventsOf(ground, caseId)
  const told = events.map(({ type }) => type)
  assert.deepEqual(told, [
    'complaint-received',
    'complaint-acknowledged',
    'complaint-answered',
    'event-withdrawn',
  ])
})

test('Two who answer at once: the second is told, and what they typed is kept', {
  skip: skippedBecause,
}, async () => {
  const ground = await landlordFor('linstone')
  const caseId = await ground.open('enquiry', 'contact-received', letter)
  await onPage(browser, withScripts, async (page) => {
    await comesInAs(page, { ...staff, acting: ground.acting }, 'case officer')
    await page.goto(`${staff.origin}/cases/${caseId}/answer?as=full`)
    const { recordAct } = await import('#store/ledger/append.ts')
    done(await recordAct(staff.house.store, ground.acting, caseId, { type: 'note-kept', data: {} }))
    const text = await valueOf(page, 'What it says')
    await types(page, 'What it is about', 'Mine')
    await types(page, 'What it says', text.replace('Write your answer here.', 'Yes, you may.'))
    await press(page, 'Send')
    assert.match(await summary(page), /changed since you read it/)
    assert.equal(await valueOf(page, 'What it is about'), 'Mine')
    await press(page, 'Send')
    await looksGood(page, 'Mine')
  })
})

const landlords = new Map<string, Ground>()

async function landlordFor(pack: string): Promise<Ground> {
  const ground = landlords.get(pack) ?? (await landlordBy(pack, staff.house))
  landlords.set(pack, ground)
  return ground
}

async function summary(page: Page): Promise<string> {
  return (await page.textContent('.govuk-error-summary')) ?? ''
}

async function eventsOf({ acting }: Ground, caseId: string) {
  return done(await readTimeline(staff.house.store, acting, caseId)).events
}
