import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { localFrom } from '#http/html/local.ts'
import { staffPageRoutes } from '#apps/staff/pages.ts'
import { goodPassword } from '#test/store/people/people.ts'
import { openStaffServer, type StaffServer } from './staff-server.ts'
import { hiddenIn, newVisitor } from './visitor.ts'

let staff: StaffServer

before(async () => {
  staff = await openStaffServer()
})

after(() => staff.close())

const slug = 'linstone'

test('A form without its token, with another’s, or from another site changes nothing', async () => {
  const { email } = await staff.house.person('Ann Archer', 'case officer')
  const mine = newVisitor()
  const page = await mine.goTo(`${staff.origin}/sign-in/${slug}`)
  const right = { email, password: goodPassword }
  const without = await mine.send(page, `/sign-in/${slug}`, { ...right, 'form-token': '' })
  assert.equal(without.status, 403)
  assert.match(without.text, /This form is no longer good/)
  const theirs = await newVisitor().goTo(`${staff.origin}/sign-in/${slug}`)
  const token = hiddenIn(theirs.text, `/sign-in/${slug}`)['form-token'] ?? ''
  assert.equal((await mine.send(page, `/sign-in/${slug}`, { ...right, 'form-token': token })).status, 403)
  const own = hiddenIn(page.text, `/sign-in/${slug}`)
  const visit = mine.cookies(new URL(staff.origin).host).get('kept_visit') ?? ''
  const elsewhere = await staff.server.inject({
    method: 'POST',
    url: `/sign-in/${slug}`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: `kept_visit=${visit}`,
      origin: 'https://elsewhere.example',
    },
    payload: new URLSearchParams({ ...own, ...right }).toString(),
  })
  assert.equal(elsewhere.statusCode, 403)
  assert.match((await mine.send(page, `/sign-in/${slug}`, right)).text, /<h1[^>]*>Today<\/h1>/)
})

test('A form drawn before signing in is no longer good after it', async () => {
  const { email } = await staff.house.person('Bea Baker', 'case officer')
  const visitor = newVisitor()
  const page = await visitor.goTo(`${staff.origin}/sign-in/${slug}`)
  const early = hiddenIn(page.text, `/sign-in/${slug}`)['form-token'] ?? ''
  await visitor.send(page, `/sign-in/${slug}`, { email, password: goodPassword })
  await staff.house.comesIn(email)
  const account = await visitor.goTo(`${staff.origin}/account`)
  assert.equal((await visitor.send(account, '/account/end-sessions', { 'form-token': early })).status, 403)
  assert.equal((await visitor.send(account, '/account/end-sessions')).status, 200)
})

test('Signing out ends the session, not only the cookie', async () => {
  const { email } = await staff.house.person('Cat Carter', 'case officer')
  const visitor = newVisitor()
  const page = await visitor.goTo(`${staff.origin}/sign-in/${slug}`)
  const home = await visitor.send(page, `/sign-in/${slug}`, { email, password: goodPassword })
  const cookie = visitor.cookies(new URL(staff.origin).host).get('kept_session') ?? ''
  const out = await visitor.send(home, '/sign-out')
  assert.match(out.text, /You have signed out/)
  assert.equal(visitor.cookies(new URL(staff.origin).host).has('kept_session'), false)
  const again = await staff.server.inject({ url: '/', headers: { cookie: `kept_session=${cookie}` } })
  assert.equal(again.statusCode, 303)
})

test('Every page forbids scripts but our own, frames and forms elsewhere, and is kept nowhere', async () => {
  const { headers } = await newVisitor().goTo(`${staff.origin}/sign-in/${slug}`)
  const policy = headers.get('content-security-policy') ?? ''
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ])
    assert.ok(policy.includes(part), part)
  assert.ok(!policy.includes('unsafe'))
  assert.equal(headers.get('cache-control'), 'no-store')
  assert.equal(headers.get('referrer-policy'), 'same-origin')
})

test('Cookies cannot be read by scripts, and go by https alone where staff come by https', async () => {
  const { cookieOf, setCookie } = await import('#http/session/cookies.ts')
  const answer = await staff.server.inject({ url: `/sign-in/${slug}` })
  assert.match(
    String(answer.headers['set-cookie']),
    /^kept_visit=[\w-]{32}; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  const set: string[] = []
  const reply = { header: (_name: string, value: string) => set.push(value) }
  setCookie(reply as never, { secure: true }, 'session', '1.abc')
  assert.deepEqual(set, ['__Host-kept_session=1.abc; Path=/; HttpOnly; SameSite=Lax; Secure'])
  const request = { headers: { cookie: 'kept_session=1.plain; __Host-kept_session=1.abc' } }
  assert.equal(cookieOf(request as never, 'session', { secure: true }), '1.abc')
})

test('After signing in somebody goes on to a page of ours, and nowhere else', async () => {
  assert.equal(localFrom('/people?after=A&id=1'), '/people?after=A&id=1')
  for (const bad of [
    '//x.example',
    '/\\x.example',
    'https://x.example',
    'javascript:alert(1)',
    '/a\n//x',
    '/\t/x.example',
    '',
    7,
    `/${'a'.repeat(600)}`,
  ])
    assert.equal(localFrom(bad), undefined, JSON.stringify(bad))
  const { email } = await staff.house.person('Dee Dixon', 'case officer')
  for (const [next, leadsTo] of [
    ['/account', '/account'],
    ['//x.example/account', '/'],
  ] as const) {
    const visitor = newVisitor()
    const page = await visitor.goTo(`${staff.origin}/sign-in/${slug}?next=${encodeURIComponent(next)}`)
    const there = await visitor.send(page, `/sign-in/${slug}`, { email, password: goodPassword })
    assert.equal(there.url.pathname, leadsTo)
    assert.equal(there.url.origin, staff.origin)
  }
})

test('What is typed is never taken for markup', async () => {
  const visitor = newVisitor()
  const page = await visitor.goTo(
    `${staff.origin}/sign-in/${slug}?next=${encodeURIComponent('"><script>1</script>')}`,
  )
  assert.ok(!page.text.includes('<script>'))
  const typed = await visitor.send(page, `/sign-in/${slug}`, {
    email: '"><script>1</script>',
    password: '<b>',
  })
  assert.equal(typed.status, 422)
  assert.ok(!typed.text.includes('<script>'))
  assert.ok(!typed.text.includes('&lt;b&gt;'), 'a password is never shown again')
})

test('Every page says who may see it, and nobody else does', async () => {
  const routes = staffPageRoutes({ store: staff.house.store, door: staff.house.door })
  assert.ok(routes.length > 25)
  for (const { method, path, who } of routes) {
    if (who === 'anybody') continue
    const answer = await staff.server.inject({ method, url: path.replaceAll(/:\w+/g, 'x') })
    assert.equal(answer.statusCode, 303, `${method} ${path}`)
    assert.match(String(answer.headers.location), /^\/sign-in/, `${method} ${path}`)
  }
  const open = routes.filter(({ who }) => who === 'anybody').map(({ method, path }) => `${method} ${path}`)
  assert.deepEqual(open.sort(), [
    // A calendar program brings no cookie: whoever has the address, which nobody guesses, reads the diary it names.
    'GET /calendars/:token',
    'GET /choose-password',
    'GET /forgotten/:slug',
    'GET /sign-in',
    'GET /sign-in/:slug',
    'POST /choose-password',
    // Keeps what somebody was typing when they were signed out, and sends them to sign in.
    'POST /contacts/new',
    'POST /forgotten/:slug',
    'POST /sign-in/:slug',
  ])
})

test('An administrator’s pages are closed to who may not look after people', async () => {
  const { email } = await staff.house.person('Eve Evans', 'team leader')
  const { token } = await staff.house.comesIn(email)
  for (const path of ['/people', '/people/add', '/people/log', '/people/x', '/keys']) {
    const answer = await staff.server.inject({ url: path, headers: { cookie: `kept_session=${token}` } })
    assert.equal(answer.statusCode, 403, path)
    assert.match(answer.body, /You may not see this page/)
  }
})
