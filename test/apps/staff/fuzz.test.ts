import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { staffPageRoutes } from '#apps/staff/pages.ts'
import type { PageRoute } from '#http/layout/page-route.ts'
import { openCase } from '#store/ledger/append.ts'
import { done } from '#test/store/databases.ts'
import { setUpSecondFactor } from '#test/store/people/people.ts'
import { openStaffServer, type StaffServer } from './staff-server.ts'

// Whatever is typed into whichever form, or written into whichever address: the answer is a page, and never our mistake.

const visit = 'a-visit-of-32-letters-for-forms-'
const requests = 8

let staff: StaffServer
let staffId: string
let caseId: string
before(async () => {
  staff = await openStaffServer()
  staffId = (await staff.house.person('Ann Archer', 'case officer')).staffId
  const { store, landlord } = staff.house
  const act = { type: 'contact-received', data: { channel: 'letter' } }
  caseId = done(await openCase(store, landlord, { kind: 'enquiry', act })).caseId
})
after(() => staff.close())

test('Whatever is sent to a page, it is answered', async () => {
  const { house } = staff
  const { email } = await house.person('Dee Dixon', 'administrator', 'team leader', 'complaints officer')
  const { token } = await setUpSecondFactor(house, await house.comesIn(email))
  // What ends the session comes last.
  const ending = (route: PageRoute) => Number(/sign-out|end-session|password/.test(route.path))
  // A stream ends when its reader goes.
  const routes = staffPageRoutes({ store: house.store, door: house.door }).filter(({ watch }) => !watch)
  let forms = 0
  for (const route of routes.toSorted((a, b) => ending(a) - ending(b)))
    await fc.assert(
      fc.asyncProperty(asks(route), async ({ path, query, fields }) => {
        const status = await send(route, { path, query, fields, token })
        assert.ok(status >= 200 && status < 500, `${status} from ${route.method} ${path}`)
        // A form that is not refused as somebody else’s has been read.
        if (route.method === 'POST' && status !== 403) forms += 1
      }),
      { numRuns: requests },
    )
  assert.ok(forms > requests * 5, `only ${forms} forms were read`)
})

interface Sent {
  readonly path: string
  readonly query: string
  readonly fields: Readonly<Record<string, string>>
}

async function send(route: PageRoute, { path, query, fields, token }: Sent & { readonly token: string }) {
  const formToken = staff.house.door.box.mark(`${visit} ${token}`, 'form').toString('base64url')
  const answer = await staff.server.inject({
    method: route.method,
    url: `${path}?${query}`,
    headers: {
      cookie: `kept_visit=${visit}; kept_session=${token}`,
      origin: staff.origin,
      host: new URL(staff.origin).host,
      'content-type': 'application/x-www-form-urlencoded',
    },
    ...(route.method === 'POST' && {
      payload: new URLSearchParams({ ...fields, 'form-token': formToken }).toString(),
    }),
  })
  return answer.statusCode
}

function asks(route: PageRoute): fc.Arbitrary<Sent> {
  const part = fc.oneof(
    fc.constantFrom(
      'linstone',
      staffId,
      caseId,
      caseId,
      'note-kept',
      'referred',
      '1',
      '0',
      '-1',
      '99999999999999999999',
    ),
    fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }),
  )
  const path = fc
    .array(part, { minLength: 3, maxLength: 3 })
    .map((parts) =>
      route.path.replace(/:\w+/g, () => encodeURIComponent((parts.pop() ?? 'x').toWellFormed())),
    )
  const fields = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(typed, fc.string({ unit: 'binary', maxLength: 300 })),
  )
  return fc.record({ path, fields, query: fields.map((each) => new URLSearchParams(each).toString()) })
}

/** The names of fields on the pages, and what people and others type. */
const names = [
  'email',
  'password',
  'again',
  'new',
  'now',
  'name',
  'roles',
  'contractor',
  'next',
  'code',
  'link',
  'scopes',
  'ends',
  'session',
  'before',
  'to',
  'act',
  'at',
  'at-time',
  'words',
  'note',
  'version',
  'team',
  'holder',
  'into',
  'reason',
  'page',
]
const typed = fc.constantFrom(
  '',
  'ann@example.org',
  'administrator',
  '000000',
  '\0',
  '2026-02-30',
  '-1',
  '1e309',
  '%',
  '<b>',
  '//elsewhere.example',
  'x'.repeat(5_000),
)
