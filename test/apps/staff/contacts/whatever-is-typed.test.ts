import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { openStaffServer, type StaffServer } from '../staff-server.ts'
import { addMargaret } from './contact-ground.ts'

// The page of a contact takes more in than any other, and who records contacts is no administrator.

const visit = 'a-visit-of-32-letters-for-forms-'
let sent = 0

let staff: StaffServer
let token: string
before(async () => {
  staff = await openStaffServer()
  await addMargaret(staff.house, staff.house.landlord)
  const { email } = await staff.house.person('Cal Clerk', 'contact officer')
  token = (await staff.house.comesIn(email)).token
})
after(() => staff.close())

test('Whatever is typed of a contact, it is answered', async () => {
  const seen = new Set<number>()
  await fc.assert(
    fc.asyncProperty(fields, async (typed) => {
      const status = await sends(typed)
      seen.add(status)
      assert.ok(status < 500, `${status}`)
    }),
    { numRuns: 60 },
  )
  assert.ok(seen.has(303) && seen.has(422), [...seen].join())
})

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('', '0', '2026-13-40', 'new'),
)
const fields = fc.record({
  do: fc.constantFrom('save', 'save', 'find', 'search', 'look', 'keep', 'x'),
  customer: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('margaret', 'none', 'new') }, odd),
  'new-name': fc.oneof(fc.constant('Sam New'), odd),
  'new-telephone': odd,
  who: odd,
  subject: fc.oneof(fc.constant('The tap drips'), odd),
  details: odd,
  channel: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('telephone', 'letter', 'e-mail', 'web') }, odd),
  matter: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('question', 'complaint', 'format') }, odd),
  about: fc.constantFrom('repair', 'neighbour', 'x'),
  format: fc.constantFrom('braille', 'interpreter', ''),
  language: odd,
  received: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('', '2026-03-01', '0001-01-01') }, odd),
  case: fc.oneof({ weight: 4, arbitrary: fc.constant('new') }, odd),
  call: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, odd),
  outcome: fc.constantFrom('answered', 'call-back', 'pass-on', 'message', 'outside', 'later', 'x'),
  team: odd,
  holder: odd,
  wanted: odd,
  back: fc.oneof(fc.constant('2026-03-09'), odd),
})

async function sends(typed: Readonly<Record<string, string>>): Promise<number> {
  const formToken = staff.house.door.box.mark(`${visit} ${token}`, 'form').toString('base64url')
  const id = String(++sent).padStart(16, '0')
  const answer = await staff.server.inject({
    method: 'POST',
    url: '/contacts/new',
    headers: {
      cookie: `kept_visit=${visit}; kept_session=${token}`,
      origin: staff.origin,
      host: new URL(staff.origin).host,
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({ ...typed, draft: id, 'form-token': formToken }).toString(),
  })
  return answer.statusCode
}
