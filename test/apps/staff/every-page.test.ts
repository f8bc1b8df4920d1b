import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { staffPageRoutes } from '#apps/staff/pages.ts'
import { type Role, roles } from '#core/people/role.ts'
import { possibleActs } from '#store/acts/possible-acts.ts'
import { listCases } from '#store/ledger/list-cases.ts'
import { readCase } from '#store/ledger/read-case.ts'
import { contractors } from '#store/masters/kinds/contractors.ts'
import { addMaster } from '#store/masters/writing.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { setUpSecondFactor } from '#test/store/people/people.ts'
import { recordDay } from '../../../examples/day/day.ts'
import { isInOrder, looksGood, onPage } from './keyboard.ts'
import { recordMeasured } from './measured.ts'
import { openStaffServer, type StaffServer } from './staff-server.ts'

// Every page there is, over a day's work: it comes, nobody is shut out of it, and at 320 pixels, on a dark screen and in
// forced colours it is as good. Pages that need more than the day holds are walked through by journeys of their own.

/** A hundred pages, each looked at in four ways; a busy machine takes its time. */
const timeout = 480_000

let staff: StaffServer
let browser: Browser
let staffId = ''
let token = ''

before(async () => {
  if (skippedBecause !== false) return
  staff = await openStaffServer()
  browser = await startBrowser()
  const { house } = staff
  done(await addMaster(house.store, house.landlord, contractors, { id: 'firm', values: { name: 'A firm' } }))
  const staffIds = new Map<Role, string>()
  for (const role of Object.keys(roles) as Role[]) {
    if (role !== 'contractor') staffIds.set(role, (await house.person(`A ${role}`, role)).staffId)
  }
  const everything = (Object.keys(roles) as Role[]).filter((role) => role !== 'contractor')
  const somebody = await house.person('Any Body', ...everything)
  staffIds.set('contractor', somebody.staffId)
  assert.equal(
    await recordDay({ store: house.store, acting: house.landlord, staffIds, contractorId: 'firm' }),
    undefined,
  )
  staffId = somebody.staffId
  ;({ token } = await setUpSecondFactor(house, await house.comesIn(somebody.email)))
})

after(async () => {
  await browser?.close()
  await staff?.close()
})

/** What cannot be reached here, and why. */
const notHere: readonly RegExp[] = [
  // Files and streams are no pages.
  /\/live|\/changes$|[.]csv$|[.]json$|\/pdf$|\/calendars\//,
  // For who is not in, or not yet: the journey of signing in goes through them.
  /sign-in|forgotten|choose-password|second-factor|account\/password/,
  // They show what was made a moment ago: the journeys that make it look at them.
  /:letterId|:draftId|:reportId|\/contacts\/recorded|\/copy|\/preview|\/no-access|\/card|\/reception\/visits|:templateId|:tryId|:attachmentId|:invitationId|:round|:format|[/]correct$|[/]comments$/,
  // Which there are goes by the pack: the journeys through duties and what is shown elsewhere look at them.
  /[/]returns[/]:name|[/]elsewhere[/]:what/,
]

test('Every page comes and shuts nobody out, on every screen', {
  skip: skippedBecause,
  timeout,
}, async () => {
  const { house } = staff
  const paths = staffPageRoutes({ store: house.store, door: house.door })
    .filter(({ method, path }) => method === 'GET' && !notHere.some((each) => each.test(path)))
    .map(({ path }) => path)
  const cases = await casesByKind()
  const clock = await aClock(cases)
  const { store, landlord } = staff.house
  const measured = await recordMeasured(store, landlord, { staffId, caseId: cases['complaint'] ?? '' })
  assert.ok(paths.length > 60, `${paths.length} pages`)
  const addresses = paths.map((path) => addressOf(path, { cases, clock, measured }))
  assert.deepEqual(await faultsOf(addresses, looksGood), [])
})

test('The form of every act that is possible comes and shuts nobody out', {
  skip: skippedBecause,
  timeout,
}, async () => {
  const { store, landlord } = staff.house
  const addresses = new Map<string, string>()
  for (const caseId of Object.values(await casesByKind())) {
    const { acts } = done(await possibleActs(store, { ...landlord, staffId }, caseId))
    for (const { type } of acts) addresses.set(type, `/cases/${caseId}/acts/${type}`)
  }
  assert.ok(addresses.size > 40, `only ${addresses.size} acts`)
  // All of one make: other colours and widths were looked at above.
  assert.deepEqual(await faultsOf([...addresses.values()], isInOrder), [])
})

/** Visits every address, and goes on after a fault, so that one run names them all. */
async function faultsOf(addresses: readonly string[], judge: typeof looksGood): Promise<readonly string[]> {
  const faults: string[] = []
  await onPage(browser, {}, async (page) => {
    const domain = new URL(staff.origin).hostname
    await page.context().addCookies([{ name: 'kept_session', value: token, domain, path: '/' }])
    for (const address of addresses) {
      const answer = await page.goto(`${staff.origin}${address}`)
      if (answer?.status() !== 200) {
        faults.push(`${address}: ${answer?.status()}`)
        continue
      }
      const heading = (await page.getByRole('heading', { level: 1 }).textContent())?.trim() ?? ''
      await judge(page, heading).catch((fault: Error) => faults.push(`${address}: ${fault.message}`))
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.emulateMedia({ forcedColors: null, colorScheme: 'light' })
    }
  })
  return faults
}

/** One open case of each kind that the day holds. */
async function casesByKind(): Promise<Readonly<Record<string, string>>> {
  const cases = done(await listCases(staff.house.store, staff.house.landlord, { isOpen: true, limit: 200 }))
  return Object.fromEntries(cases.map(({ kind, case_id: caseId }) => [kind, caseId]))
}

async function aClock(cases: Readonly<Record<string, string>>) {
  const { clocks } = done(await readCase(staff.house.store, staff.house.landlord, cases['enquiry'] ?? ''))
  const [clock] = clocks
  if (clock === undefined) throw new Error('an enquiry of the day has no clock')
  return clock
}

interface Ground {
  readonly cases: Readonly<Record<string, string>>
  readonly clock: Awaited<ReturnType<typeof aClock>>
  readonly measured: Readonly<Record<string, string>>
}

function addressOf(path: string, { cases, clock, measured }: Ground): string {
  const kind = Object.entries(caseIn).find(([begins]) => path.startsWith(begins))?.[1] ?? 'enquiry'
  const values: Readonly<Record<string, string>> = {
    ...measured,
    caseId: path.includes('/clocks/') ? clock.case_id : (cases[kind] ?? ''),
    promise: promiseIn.find(([begins]) => begins.test(path))?.[1] ?? clock.promise,
    n: String(clock.n),
    sequence: '1',
    type: path.startsWith('/cases/new') ? 'incident-recorded' : 'information-requested',
    customerId: 'customer-0001',
    homeId: 'home-0001',
    staffId,
    teamId: 'housing',
    edition: 'undated',
    part: 'needs',
    id: idIn[path.split('/')[2] ?? ''] ?? '',
  }
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined || value === '') throw new Error(`nothing to put for ${name} in ${path}`)
    return encodeURIComponent(value)
  })
}

/** Pages that are about promises of another measure than a clock. */
const promiseIn: readonly (readonly [RegExp, string])[] = [
  [/^[/]duties[/]/, 'LIN-01'],
  [/[/]facts$/, 'LIN-05'],
]

const caseIn: Readonly<Record<string, string>> = {
  '/complaints': 'complaint',
  '/repairs': 'repair',
  '/access-requests': 'access-request',
  '/appointments': 'appointment',
}

const idIn: Readonly<Record<string, string>> = {
  contractors: 'firm',
  homes: 'home-0001',
  offices: 'main',
  rooms: 'blue',
  teams: 'housing',
  get staff() {
    return staffId
  },
}
