import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Role, roles } from '#core/people/role.ts'
import type { PageRoute } from '#http/layout/page-route.ts'
import { readCase } from '#store/ledger/read-case.ts'
import { readDraft } from '#store/contacts/drafts.ts'
import { isRefused } from '#core/refused.ts'
import { done } from '#test/store/databases.ts'
import { digestsOf } from '#test/wall/as-owner.ts'
import { navigationOf } from './navigation-of.ts'
import { type Part, parts, partsOf } from './parts-of-the-app.ts'
import { addressOf, openPeopled, type Peopled } from './peopled.ts'

// Who may open which page and send which form: every page there is, asked for as everybody, and held to what is written in
// parts-of-the-app.ts for people to read.

const all = Object.keys(roles) as readonly Role[]

let app: Peopled
before(async () => {
  app = await openPeopled()
})
after(() => app?.close())

test('Every page and form belongs to one part of the app', () => {
  const wrong = app.routes
    .map((route) => [nameOf(route), partsWith(route)] as const)
    .filter(([, found]) => found.length !== 1)
  assert.deepEqual(wrong, [])
})

test('Everybody opens the pages of their parts of the app, and is refused all others', async () => {
  const wrong: string[] = []
  for (const role of all)
    for (const route of app.routes.filter(({ method, watch }) => method === 'GET' && watch === undefined)) {
      const { status } = await app.get(app.people[role].token, addressOf(route.path, somethingOf(route)))
      const refused = status === 403
      if (status >= 500 || refused === isFor(role, route)) wrong.push(`${role}: ${status} ${nameOf(route)}`)
    }
  assert.deepEqual(wrong, [])
})

test('No form that is refused changes anything, though it is our own', async () => {
  for (const role of all) {
    const others = app.routes.filter((route) => route.method === 'POST' && !isFor(role, route))
    const was = await unchanging()
    const answers: (readonly [name: string, status: number])[] = []
    // As many at once as there are connections: of hundreds, the last would be told on a busy machine to come again later.
    for (let from = 0; from < others.length; from += 10)
      answers.push(
        ...(await Promise.all(
          others.slice(from, from + 10).map(async (route) => {
            const path = addressOf(route.path, somethingOf(route))
            return [nameOf(route), (await app.post(app.people[role].token, path, typed)).status] as const
          }),
        )),
      )
    assert.deepEqual(
      answers.filter(([, status]) => status !== 403),
      [],
      role,
    )
    assert.deepEqual(await unchanging(), was, role)
  }
})

test('Forms that somebody may send are not refused at the door', async () => {
  for (const role of all) {
    // What ends the session, or what others are in by, is tried elsewhere.
    const own = app.routes.filter((route) => route.method === 'POST' && isFor(role, route) && !ends(route))
    for (const route of own) {
      const { status } = await app.post(app.people[role].token, addressOf(route.path))
      assert.ok(status < 500 && status !== 403, `${role}: ${status} ${nameOf(route)}`)
    }
  }
})

test('Everybody’s navigation leads where they may go', async () => {
  for (const role of all) {
    const { text } = await app.get(app.people[role].token, '/account')
    const header = text.slice(0, text.indexOf('<main'))
    const links = [...header.matchAll(/<a [^>]*href="[/](?!account)[^"]*"[^>]*>([^<]+)<[/]a>/g)]
    const named = links.map(([, name = '']) => name.trim()).filter((name) => !/Kept|Skip/.test(name))
    assert.equal([...new Set(named)].join(', '), navigationOf[role], role)
  }
})

test('Nobody records an act of a kind that is not theirs to record', async () => {
  const refusedTo: Readonly<Record<string, readonly Role[]>> = {
    'complaint complaint-acknowledged': all.filter((role) => role !== 'complaints officer'),
    'complaint complaint-answered': all.filter((role) => role !== 'complaints officer'),
    'complaint complaint-closed': all.filter((role) => role !== 'complaints officer'),
    'compensation compensation-paid': all.filter((role) => !/leader|complaints/.test(role)),
    'compensation compensation-offered': all.filter((role) => !/leader|complaints/.test(role)),
    'compensation compensation-declined': all.filter((role) => !/leader|complaints/.test(role)),
    'enquiry case-assigned': all.filter((role) => !/leader|complaints/.test(role)),
    'enquiry note-kept': ['performance officer', 'publisher', 'auditor', 'administrator', 'contractor'],
  }
  const { store, landlord } = app.house
  for (const [named, who] of Object.entries(refusedTo)) {
    const [kind = '', type = ''] = named.split(' ')
    const caseId = app.cases[kind]
    assert.ok(caseId !== undefined, `the day holds no ${kind}`)
    const { version } = done(await readCase(store, landlord, caseId)).case
    for (const role of who) {
      const fields = { version: String(version), words: 'We write.', ...typed }
      const { status } = await app.post(app.people[role].token, `/cases/${caseId}/acts/${type}`, fields)
      assert.ok([403, 404, 422].includes(status), `${role}: ${status} ${named}`)
    }
    assert.equal(done(await readCase(store, landlord, caseId)).case.version, version, named)
  }
})

test('Whose act it is records the same with the same form', async () => {
  const theirs: readonly (readonly [Role, kind: string, type: string])[] = [
    ['contact officer', 'enquiry', 'note-kept'],
    ['team leader', 'compensation', 'compensation-offered'],
  ]
  for (const [role, kind, type] of theirs) {
    const path = `/cases/${app.cases[kind] ?? ''}/acts/${type}`
    const { status, text } = await app.post(app.people[role].token, path, { ...typed, words: 'We write.' })
    assert.equal(status, 303, `${role}: ${type}: ${text.slice(text.indexOf('<main'))}`)
  }
})

test('What somebody types of a contact is theirs alone', async () => {
  const { 'contact officer': ann, 'case officer': ben, 'team leader': lea } = app.people
  const draft = '0123456789ABCDEF'
  const fields = { draft, who: 'Wilhelmina', words: 'She rang of the damp.', customer: '' }
  await app.post(ann.token, '/contacts/drafts/keep', fields)
  const kept = async () => !isRefused(await readDraft(app.house.store, ann.acting, draft))
  assert.ok(await kept(), 'nothing was kept')
  for (const { token } of [ben, lea]) {
    for (const path of ['/contacts/drafts', `/contacts/new?draft=${draft}`])
      assert.doesNotMatch((await app.get(token, path)).text, /Wilhelmina|damp/)
    await app.post(token, '/contacts/drafts/drop', { draft })
    await app.post(token, '/contacts/drafts/keep', { ...fields, who: 'Somebody', words: 'else' })
  }
  assert.match((await app.get(ann.token, `/contacts/new?draft=${draft}`)).text, /Wilhelmina/)
})

function nameOf({ method, path }: PageRoute): string {
  return `${method} ${path}`
}

function partsWith(route: PageRoute): readonly Part[] {
  const name = nameOf(route)
  return (Object.keys(parts) as Part[]).filter((part) => parts[part].some((each) => each.test(name)))
}

function isFor(role: Role, route: PageRoute): boolean {
  const [part] = partsWith(route)
  return part !== undefined && partsOf[role].includes(part)
}

function ends({ path }: PageRoute): boolean {
  return /sign-|password|second-factor|end-session|recovery|forgotten/.test(path)
}

/** Something of the day in each address, so that it is the door that refuses. */
function somethingOf({ path }: PageRoute): Readonly<Record<string, string>> {
  const kind = kinds.find(([begins]) => path.startsWith(begins))?.[1] ?? 'enquiry'
  return {
    caseId: app.cases[kind] ?? '',
    customerId: 'customer-0001',
    homeId: 'home-0001',
    staffId: app.people['case officer'].staffId,
    teamId: 'housing',
    type: 'note-kept',
    part: 'needs',
    sequence: '1',
    promise: 'LIN-01',
    n: '1',
    templateId: 'holding-reply',
  }
}

const kinds: readonly (readonly [begins: string, kind: string])[] = [
  ['/complaints', 'complaint'],
  ['/repairs', 'repair'],
  ['/access-requests', 'access-request'],
  ['/appointments', 'appointment'],
  ['/reception/visits', 'reception-visit'],
]

/** What would do something wherever it were taken. */
const typed: Readonly<Record<string, string>> = {
  name: 'Somebody',
  receiver: 'team_housing',
  team: 'housing',
  reason: 'entered-twice',
  word: 'void',
  say: 'empty home',
  kind: 'person',
  email: 'somebody@example.org',
  roles: 'administrator',
  scopes: 'cases.read',
  passage: 'the',
  pence: '1000',
  q: 'Brown',
}

/** Everything kept but sessions, which say when they were last used. */
async function unchanging() {
  const { sessions: _, ...rest } = await digestsOf(app.house.url, app.house.landlord.landlord)
  return rest
}
