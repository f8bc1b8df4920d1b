import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { keepDraft } from '#store/contacts/drafts.ts'
import { openCase } from '#store/ledger/append.ts'
import { seeCase } from '#store/presence/presence.ts'
import { done } from '#test/store/databases.ts'
import { setUpSecondFactor } from '#test/store/people/people.ts'
import { digestsOf } from '#test/wall/as-owner.ts'
import { contactDraft, type Ids, mark, type TwoLandlords, twoLandlords } from '#test/wall/two-landlords.ts'
import { addressOf, askAs } from './peopled.ts'
import { openStaffServer, type StaffServer } from './staff-server.ts'
import { staffPageRoutes } from '#apps/staff/pages.ts'
import { letterTemplate } from '#test/wall/letters-across.ts'

// What belongs to another landlord of the same installation: its ids in every address, every query and every field of every
// form show nothing of it and change nothing of it, whoever asks.

let staff: StaffServer
let ground: TwoLandlords
let token = ''
let ownCase = ''

before(async () => {
  staff = await openStaffServer()
  const { house } = staff
  ground = await twoLandlords(house)
  const roles = ['administrator', 'team leader', 'complaints officer', 'data-protection officer'] as const
  const { email } = await house.person('Dee Dixon', ...roles)
  ;({ token } = await setUpSecondFactor(house, await house.comesIn(email)))
  const act = { type: 'contact-received', data: { channel: 'letter' } }
  ownCase = done(await openCase(house.store, house.landlord, { kind: 'enquiry', act })).caseId
  done(await seeCase(house.store, ground.a, ground.ids.case, { live: true }))
  done(await keepDraft(house.store, ground.a, { draftId: contactDraft, fields: { who: `${mark} rang` } }))
})
after(() => staff?.close())

const never = /sign-out|end-session|password|second-factor|recovery/

test('No page shows anything of another landlord’s, whichever of its ids stands in the address', async () => {
  const wrong: string[] = []
  for (const { path } of routesBy('GET')) {
    const asked = `${addressOf(path, inAddress(ground.ids))}?${new URLSearchParams(inFields(ground.ids)).toString()}`
    const { status, text } = await ask('GET', asked)
    const said = text.replaceAll(ownIds(ground.ids), '')
    if (status >= 500 || said.includes(mark)) wrong.push(`${status} ${path}: ${around(said)}`)
  }
  assert.deepEqual(wrong, [])
})

test('No form changes anything of another landlord’s, whichever of its ids it names', async () => {
  const { landlord } = ground.a
  const was = await digestsOf(staff.house.url, landlord)
  // Into a case of one’s own, another’s customers, homes and staff may be told.
  const own = inAddress({ ...ground.ids, case: ownCase })
  let read = 0
  for (const { path } of routesBy('POST'))
    for (const values of [inAddress(ground.ids), own]) {
      const { status, text } = await ask('POST', addressOf(path, values), inFields(ground.ids))
      assert.ok(status < 500, `${status} ${path}`)
      if (status !== 403) read += 1
      assert.ok(!text.replaceAll(ownIds(ground.ids), '').includes(mark), `${path} shows something of A’s`)
    }
  assert.deepEqual(await digestsOf(staff.house.url, landlord), was)
  assert.ok(read > 80, `only ${read} forms were read`)
})

function routesBy(method: 'GET' | 'POST') {
  const { store, door } = staff.house
  return staffPageRoutes({ store, door }).filter(
    (route) => route.method === method && route.watch === undefined && !never.test(route.path),
  )
}

function ask(method: 'GET' | 'POST', url: string, fields?: Readonly<Record<string, string>>) {
  return askAs(staff, token, { method, url, ...(fields && { fields }) })
}

function inAddress(ids: Ids): Readonly<Record<string, string>> {
  return {
    caseId: ids.case,
    customerId: ids.customers,
    homeId: ids.homes,
    staffId: ids.staff,
    teamId: ids.teams,
    viewId: ids.view,
    letterId: ids.letter,
    templateId: letterTemplate,
    draftId: ids.draft,
    tryId: ids.try,
    absenceId: ids.absence,
    keyId: ids.key,
    edition: ids.edition,
    callId: ids.case,
    rowId: ids.needs,
    job: String(ids.job),
    id: ids.teams,
    part: 'needs',
    type: 'note-kept',
    sequence: '1',
    act: 'left',
    promise: 'LIN-01',
    n: '1',
  }
}

/** By whatever name pages ask for such a thing. */
function inFields(ids: Ids): Readonly<Record<string, string>> {
  return {
    customer: ids.customers,
    case: ids.case,
    into: ids.case,
    call: ids.case,
    home: ids.homes,
    team: ids.teams,
    holder: ids.staff,
    staff: ids.staff,
    second: ids.staff,
    alternative: ids.staff,
    office: ids.offices,
    room: ids.rooms,
    contractor: ids.contractors,
    receiver: `team_${ids.teams}`,
    draft: contactDraft,
    letters: ids.letter,
    template: letterTemplate,
    words: 'Ours',
    note: 'Ours',
    list: `customer=${ids.customers}`,
    version: '1',
    matter: 'question',
    channel: 'telephone',
    do: 'save',
    subject: 'Ours',
    details: 'Ours',
    outcome: 'pass-on',
    name: 'Ours',
  }
}

/** What was asked for may be said again. */
function ownIds(ids: Ids): RegExp {
  const asked = [...Object.values(inAddress(ids)), ...Object.values(inFields(ids))]
  const marked = [...new Set(asked)]
    .filter((each) => each.includes(mark))
    .toSorted((a, b) => b.length - a.length)
  return new RegExp(marked.flatMap((each) => [each, encodeURIComponent(each)]).join('|'), 'g')
}

function around(text: string): string {
  const at = text.indexOf(mark)
  return at < 0 ? '' : text.slice(at - 100, at + 100)
}
