import assert from 'node:assert/strict'
import { test } from 'node:test'
import { invitingRoutes } from '#apps/api/people/inviting-routes.ts'
import { apiRoutes } from '#apps/api/routes.ts'
import { openDoor } from '#store/people/door.ts'
import { recogniser } from '#http/session/recognise.ts'
import { openLogger } from '#http/server/logger.ts'
import { buildServer } from '#http/server/server.ts'
import { openHouse, secret } from '#test/store/people/people.ts'
import { openTestApi } from './api.ts'

test('An administrator’s program adds a person, gives roles, stops them and reads the log', async (t) => {
  const routes = [...apiRoutes, ...invitingRoutes(openDoor({ secret, origin: 'http://127.0.0.1' }))]
  const api = await openTestApi({ routes })
  t.after(() => api.close())
  const body = { name: 'Ann Archer', email: 'ann@example.org', roles: ['case officer'] }
  const added = await api.ask('POST', '/people', { body })
  assert.equal(added.statusCode, 201, added.body)
  const { staffId } = added.json<{ staffId: string }>()
  assert.equal((await api.ask('POST', '/people', { body })).statusCode, 409)
  const roles = await api.ask('PUT', `/people/${staffId}/roles`, {
    body: { roles: ['team leader', 'auditor'] },
  })
  assert.deepEqual(roles.json(), { roles: ['team leader', 'auditor'] })
  const both = await api.ask('PUT', `/people/${staffId}/roles`, {
    body: { roles: ['contractor', 'auditor'] },
  })
  assert.equal(both.statusCode, 422)
  assert.equal(
    (await api.ask('PUT', `/people/${staffId}/active`, { body: { active: false } })).statusCode,
    200,
  )
  assert.equal((await api.ask('POST', `/people/${staffId}/invitations`)).statusCode, 422)
  assert.equal((await api.ask('DELETE', `/people/${staffId}/lock`)).statusCode, 204)
  assert.equal((await api.ask('DELETE', '/people/nobody/sessions')).statusCode, 404)
  const people = (await api.ask('GET', '/people')).json<{
    rows: readonly { name: string; active: boolean }[]
  }>()
  assert.deepEqual(
    people.rows.map(({ name, active }) => ({ name, active })),
    [{ name: 'Ann Archer', active: false }],
  )
  const log = (await api.ask('GET', '/people-log', { query: { limit: '2' } })).json<{
    rows: readonly { did: string }[]
    next: string
  }>()
  assert.deepEqual(
    log.rows.map(({ did }) => did),
    ['sign-in unlocked', 'person stopped'],
  )
  const more = (await api.ask('GET', '/people-log', { query: { after: log.next } })).json<{
    rows: readonly { did: string }[]
  }>()
  assert.deepEqual(
    more.rows.map(({ did }) => did),
    ['roles given', 'person invited', 'person added'],
  )
  const reader = api.keyThat(['cases.read'])
  for (const path of ['/people', '/keys', '/people-log'])
    assert.equal((await api.ask('GET', path, { headers: { authorization: reader } })).statusCode, 403)
})

test('An API key and a session are recognised, and count no more once ended', async (t) => {
  const house = await openHouse()
  const server = await buildServer({
    store: house.store,
    logger: openLogger('silent'),
    recognise: recogniser(house.store, { secure: true }),
    routes: apiRoutes,
  })
  t.after(async () => {
    await server.close()
    await house.close()
  })
  const { email, staffId } = await house.person('Ann Archer', 'auditor')
  const { token } = await house.comesIn(email)
  const asStaff = { cookie: `other=1; __Host-kept_session=${token}` }
  const me = await server.inject({ url: '/api/v1/me', headers: asStaff })
  assert.equal(me.json<{ by: string }>().by, `staff:${staffId}`)
  assert.equal(
    (await server.inject({ url: '/api/v1/me', headers: { cookie: `kept_session=${token}` } })).statusCode,
    401,
  )
  const forged = await server.inject({
    method: 'DELETE',
    url: '/api/v1/me/sessions/x',
    headers: { ...asStaff, 'sec-fetch-site': 'cross-site' },
  })
  assert.equal(forged.statusCode, 403, 'a page of somebody else cannot use the cookie')
  const { makeKey, endKey } = await import('#store/people/keys.ts')
  const made = await makeKey(house.store, house.landlord, { name: 'Trial', scopes: ['people'] })
  assert.ok('key' in made)
  const asProgram = { authorization: `Bearer ${made.key}` }
  assert.equal((await server.inject({ url: '/api/v1/people', headers: asProgram })).statusCode, 200)
  const withBoth = { ...asStaff, authorization: `Bearer ${made.key.slice(0, -1)}x` }
  assert.equal((await server.inject({ url: '/api/v1/me', headers: withBoth })).statusCode, 401)
  await endKey(house.store, house.landlord, { keyId: made.keyId })
  assert.equal((await server.inject({ url: '/api/v1/people', headers: asProgram })).statusCode, 401)
  const sessions = await server.inject({ url: '/api/v1/me/sessions', headers: asStaff })
  const [mine] = sessions.json<{ sessions: readonly { sessionId: string }[] }>().sessions
  const ended = await server.inject({
    method: 'DELETE',
    url: `/api/v1/me/sessions/${mine?.sessionId}`,
    headers: { ...asStaff, 'sec-fetch-site': 'same-origin' },
  })
  assert.equal(ended.statusCode, 204)
  assert.equal((await server.inject({ url: '/api/v1/me', headers: asStaff })).statusCode, 401)
})
