import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import type { Role } from '#core/people/role.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import type { CaseToLoad } from '#store/loading/case-to-load.ts'
import { loadEvents } from '#store/loading/load-events.ts'
import { listTries } from '#store/tries/read-tries.ts'
import { runTry } from '#store/tries/run-try.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { goodPassword } from '#test/store/people/people.ts'
import { chooses, looksGood, onPage, press, types } from '../keyboard.ts'
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

/** Two letters of Monday 2 March: one answered on the 5th working day, one on the 8th. Both keep 10 working days. */
async function lettersCome(): Promise<void> {
  const { store, landlord } = staff.house
  const came = { type: 'contact-received', data: { channel: 'letter' } }
  const reply = { type: 'reply-sent', data: { channel: 'letter', full: true } }
  for (const caseId of ['soon', 'later'])
    done(await openCase(store, landlord, { kind: 'enquiry', caseId, act: came }))
  for (const [caseId, at] of [
    ['soon', '2026-03-09T15:00:00Z'],
    ['later', '2026-03-12T15:00:00Z'],
  ] as const) {
    staff.house.at = Date.parse(at)
    done(await recordAct(store, landlord, caseId, reply))
  }
  staff.house.at = Date.parse('2026-03-20T09:00:00Z')
}

async function signedIn(page: Page, name: string, role: Role, path: string): Promise<void> {
  const { email } = await staff.house.person(name, role)
  await page.goto(`${staff.origin}${path}`)
  await types(page, 'E-mail address', email)
  await types(page, 'Password', goodPassword)
  await press(page, 'Sign in')
}

/** What a worker does, on this landlord’s behalf. */
async function workOff(): Promise<void> {
  const { store, landlord } = staff.house
  for (const { tryId } of done(await listTries(store, landlord)))
    done(await runTry(store, landlord, tryId, new AbortController().signal))
}

test('A performance officer asks what if letters took 5 working days, reads what it would have come to, and opens a case that turns', {
  skip: skippedBecause,
}, async () => {
  await lettersCome()
  await onPage(browser, {}, async (page) => {
    await signedIn(page, 'Perry Measure', 'performance officer', '/tries')
    await looksGood(page, 'What if')
    const option = await page.locator('#promise option[value="LIN-39"]').textContent()
    await chooses(page, 'What if this promise', option?.trim() ?? '')
    await types(page, 'were kept within', 'soonish')
    await press(page, 'Try it')
    assert.match((await page.textContent('main')) ?? '', /is not a length of time/)
    await types(page, 'were kept within', '5 working days')
    await press(page, 'Try it')
    assert.match((await page.textContent('main')) ?? '', /Waiting to begin/)
    await workOff()
    // The page is live: what it came to appears by itself.
    await page.getByRole('link', { name: 'The 1 case' }).waitFor()
    await looksGood(page, 'LIN-39: within 5 working days instead of 10 working days')
    const row = (await page.locator('tbody tr', { hasText: 'LIN-39' }).first().textContent()) ?? ''
    assert.match(row, /100%.*2 kept of 2 counted.*50%.*1 kept of 2 counted.*Would have been missed/)
    assert.match(
      (await page.textContent('main')) ?? '',
      /of 2 counted, 2 have to be kept, and 1 would have been/,
    )
    await press(page, 'The 1 case that turn of LIN-39')
    assert.match((await page.textContent('tbody')) ?? '', /later.*Kept.*Missed/)
    await press(page, 'later')
    assert.equal(new URL(page.url()).pathname, '/cases/later')
  })
})

test('A team leader sees how many people the telephone promise needs, and takes the table away', {
  skip: skippedBecause,
}, async () => {
  const { store, landlord } = staff.house
  done(await loadEvents(store, landlord, [callsOfFebruary()], { actor: 'import:test' }))
  await onPage(browser, {}, async (page) => {
    await signedIn(page, 'Tea Leader', 'team leader', '/staffing?from=2026-02&to=2026-02&people=1')
    await looksGood(page, 'Staffing')
    const words = (await page.textContent('main')) ?? ''
    assert.match(words, /1,200 calls came on open days/)
    assert.match(words, /A conversation takes 5 min on average/)
    assert.match(words, /Too few gave up to say how long callers wait: 3 min is assumed/)
    assert.match(words, /With one more person you would keep \d+%/)
    const taken = await page.request.get(`${staff.origin}/staffing.csv?from=2026-02&to=2026-02`)
    const [head, ...lines] = (await taken.text()).trim().split('\r\n')
    assert.match(head ?? '', /^day,from,calls_in_all/)
    // Five days of twenty half hours; three calls of five minutes in each: half a person talks all the time.
    assert.equal(lines.length, 100)
    assert.match(lines[0] ?? '', /^Monday,08:00,12,3.00,300,2,2,3$/)
    await page.goto(`${staff.origin}/staffing?from=2026-01&to=2026-01`)
    assert.match((await page.textContent('main')) ?? '', /There are too few calls to say: 0 on open days/)
  })
})

/** On each of the twenty working days of February, three calls in each half hour from 08:00 to 18:00, all answered at once. */
function callsOfFebruary(): readonly CaseToLoad[] {
  const days = Array.from({ length: 28 }, (_, index) => index + 1).filter(
    (date) => ![6, 0].includes(new Date(Date.UTC(2026, 1, date)).getUTCDay()),
  )
  return days.flatMap((date) =>
    Array.from({ length: 60 }, (_, place) => {
      const caseId = `call-${date}-${place}`
      const at = Date.UTC(2026, 1, date, 8, place * 10)
      const told = (type: string, later: number, line: number) => ({
        case: caseId,
        kind: 'call',
        type,
        id: undefined,
        at: at + later,
        recordedAt: at + later,
        line,
        data: type === 'call-offered' ? { queue: 'main' } : {},
      })
      return {
        caseId,
        events: [told('call-offered', 0, 1), told('call-answered', 5_000, 2), told('call-ended', 305_000, 3)],
      }
    }),
  )
}
