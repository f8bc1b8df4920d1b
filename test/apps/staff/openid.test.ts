import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setActive } from '#store/people/change-people.ts'
import { addPerson } from '#store/people/add-person.ts'
import { done } from '#test/store/databases.ts'
import { client, type IdentityProvider, startIdentityProvider } from './identity-provider.ts'
import { openStaffServer, type StaffServer } from './staff-server.ts'
import { type Forged, newVisitor } from './visitor.ts'

test('Staff come in with their organisation’s account: by verified e-mail first, by subject ever after', async (t) => {
  const { house, provider, comes } = await open(t)
  const { staffId } = await invited(house, 'ann@example.org', 'administrator')
  provider.account = { sub: 'a-1', email: 'Ann@Example.org', verified: true }
  const first = await comes()
  assert.equal(first.status, 200)
  assert.match(first.text, /<h1[^>]*>Today<\/h1>/)
  provider.account = { sub: 'a-1', email: 'ann.married@example.org', verified: false }
  assert.match((await comes()).text, /<h1[^>]*>Today<\/h1>/, 'the subject counts now, whatever the address')
  provider.account = { sub: 'a-2', email: 'ann@example.org', verified: true }
  const other = await comes()
  assert.equal(other.status, 403)
  assert.match(other.text, /from another account/)
  assert.ok(staffId)
})

test('Somebody unknown is told so, and is not made', async (t) => {
  const { house, provider, comes } = await open(t)
  provider.account = { sub: 'x-1', email: 'stranger@example.org', verified: true }
  const page = await comes()
  assert.equal(page.status, 403)
  assert.match(page.text, /You are not signed in/)
  assert.match(page.text, /no sign-in to Kept at this landlord/)
  const { listPeople } = await import('#store/people/people.ts')
  assert.deepEqual(done(await listPeople(house.store, house.landlord, { limit: 10 })).people, [])
})

test('An e-mail address that nobody verified, or none, lets nobody in', async (t) => {
  const { house, provider, comes } = await open(t)
  await invited(house, 'ann@example.org', 'case officer')
  provider.account = { sub: 'a-1', email: 'ann@example.org', verified: false }
  assert.match((await comes()).text, /no verified e-mail address/)
  provider.account = { sub: 'a-1' }
  assert.match((await comes()).text, /no verified e-mail address/)
})

test('Somebody who was stopped does not come in, neither before nor after they came once', async (t) => {
  const { house, provider, comes } = await open(t)
  const { staffId } = await invited(house, 'ann@example.org', 'case officer')
  provider.account = { sub: 'a-1', email: 'ann@example.org', verified: true }
  const { store, landlord } = house
  await setActive(store, landlord, { staffId, active: false })
  assert.equal((await comes()).status, 403)
  await setActive(store, landlord, { staffId, active: true })
  assert.equal((await comes()).status, 200)
  await setActive(store, landlord, { staffId, active: false })
  assert.equal((await comes()).status, 403)
})

test('A forged state, a forged nonce and a code of somebody else let nobody in', async (t) => {
  const { house, provider, comes } = await open(t)
  await invited(house, 'ann@example.org', 'case officer')
  provider.account = { sub: 'a-1', email: 'ann@example.org', verified: true }
  const forge =
    (path: string, name: string): Forged =>
    (url) => {
      if (url.pathname === path && url.searchParams.has(name)) url.searchParams.set(name, 'forged')
      return url
    }
  for (const forged of [
    forge('/openid/back', 'state'),
    forge('/auth', 'nonce'),
    forge('/openid/back', 'code'),
    forge('/auth', 'code_challenge'),
    forge('/openid/back', 'iss'),
  ]) {
    const page = await comes(forged)
    assert.equal(page.status, 403)
    assert.match(page.text, /You are not signed in/)
  }
  assert.equal((await comes()).status, 200, 'and unforged it works')
})

test('A way back that began in another browser, or twice, leads nowhere', async (t) => {
  const { origin, house, provider, slug } = await open(t)
  await invited(house, 'ann@example.org', 'case officer')
  provider.account = { sub: 'a-1', email: 'ann@example.org', verified: true }
  const visitor = newVisitor()
  let back = ''
  await visitor.goTo(`${origin}/sign-in/${slug}/openid`, (url) => {
    if (url.pathname === '/openid/back') back = url.href
    return url
  })
  assert.ok(back.includes('code='))
  assert.match((await newVisitor().goTo(back)).text, /begun elsewhere, or too long ago/)
  assert.match((await visitor.goTo(back)).text, /begun elsewhere, or too long ago/)
})

test('After the provider, somebody goes on to what they asked for, and nowhere else', async (t) => {
  const { origin, house, provider, slug } = await open(t)
  await invited(house, 'ann@example.org', 'case officer')
  provider.account = { sub: 'a-1', email: 'ann@example.org', verified: true }
  const meant = await newVisitor().goTo(`${origin}/sign-in/${slug}/openid?next=/account`)
  assert.equal(meant.url.pathname, '/account')
  for (const next of ['https://example.com/', '//example.com', '/\\example.com', 'javascript:alert(1)'])
    assert.equal(
      (await newVisitor().goTo(`${origin}/sign-in/${slug}/openid?next=${encodeURIComponent(next)}`)).url.href,
      `${origin}/`,
    )
})

test('A provider that does not answer is said to be away', async (t) => {
  const { provider, comes } = await open(t)
  await provider.close()
  const page = await comes()
  assert.equal(page.status, 403)
  assert.match(page.text, /does not answer/)
})

interface Opened extends StaffServer {
  readonly provider: IdentityProvider
  readonly slug: string
  /** Comes with a browser of their own. */
  comes(forged?: Forged): ReturnType<ReturnType<typeof newVisitor>['goTo']>
}

async function open(t: { after: (done: () => Promise<void>) => void }): Promise<Opened> {
  let provider: IdentityProvider | undefined
  const staff = await openStaffServer(async (origin) => {
    provider = await startIdentityProvider(origin)
    return { issuer: provider.issuer, ...client, landlords: [] }
  })
  assert.ok(provider)
  const { close } = provider
  t.after(async () => {
    await staff.close()
    await close().catch(() => {})
  })
  const slug = 'linstone'
  return {
    ...staff,
    provider,
    slug,
    comes: (forged) => newVisitor().goTo(`${staff.origin}/sign-in/${slug}/openid`, forged),
  }
}

async function invited({ store, door, landlord }: StaffServer['house'], email: string, role: string) {
  return done(
    await addPerson(store, landlord, { door, person: { name: 'Ann Archer', email, roles: [role] } }),
  )
}
