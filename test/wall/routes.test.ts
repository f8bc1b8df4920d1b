import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { systemActing } from '#core/people/acting.ts'
import { isOpen } from '#http/api/guard.ts'
import type { Route } from '#http/api/route.ts'
import { openTestApi, type TestApi, testRoutes } from '#test/apps/api/api.ts'
import { digestsOf } from './as-owner.ts'
import { askedAcross, namesOfParameters, ofNobody } from './asked-across.ts'
import { mark, type TwoLandlords, twoLandlords } from './two-landlords.ts'

let api: TestApi
let ground: TwoLandlords
before(async () => {
  api = await openTestApi()
  ground = await twoLandlords(api.test)
})
after(() => api.close())

test('Every parameter of every route has an example on the far side of the wall', () => {
  const missing = testRoutes.flatMap((route) =>
    namesOfParameters(route)
      .filter((name) => askedAcross(route, ground.ids)?.params[name] === undefined)
      .map((name) => `{${name}} of ${route.method} ${route.path}`),
  )
  assert.deepEqual(missing, [], 'add these names to the table in test/wall/asked-across.ts')
})

test('A route asked with what is another landlord’s does not find it, and gives and changes nothing of it', async () => {
  const key = api.keyOf(ground.b)
  const was = await digestsOf(ground.url, ground.a.landlord)
  for (const route of testRoutes) {
    const name = `${route.method} ${route.path}`
    const answer = await ask(route, key)
    assert.deepEqual(
      await digestsOf(ground.url, ground.a.landlord),
      was,
      `${name} changed rows of the other landlord`,
    )
    assertNothingOfA(name, answer)
    assert.notEqual(
      answer.statusCode,
      403,
      `${name} tells that something is there: ${answer.body.slice(0, 300)}`,
    )
    assert.ok(
      answer.statusCode < 500,
      `${name} was answered ${answer.statusCode}: ${answer.body.slice(0, 300)}`,
    )
    if (namesOfParameters(route).some((parameter) => !ofNobody.has(parameter)))
      assert.ok(isNotFound(answer), `${name} was answered ${answer.statusCode}: ${answer.body.slice(0, 300)}`)
  }
})

test('Nobody gets into a route that is not open to everybody', async () => {
  for (const route of testRoutes.filter(({ permission }) => !isOpen(permission))) {
    const { statusCode } = await ask(route, '')
    assert.equal(statusCode, 401, `${route.method} ${route.path}`)
  }
})

test('A key of a landlord that is not there sees nothing either', async () => {
  const key = api.keyOf(systemActing(999_999))
  for (const route of testRoutes.filter(({ method }) => method === 'GET'))
    assertNothingOfA(`GET ${route.path}`, await ask(route, key))
})

/** Not found; or of a list about it, one with nothing on it. */
function isNotFound({ statusCode, body }: LightMyRequestResponse): boolean {
  if (statusCode !== 200) return statusCode === 404
  const values = Object.values(JSON.parse(body) as Readonly<Record<string, unknown>>)
  return values.every((value) => value === null || (Array.isArray(value) && value.length === 0))
}

function ask(route: Route, authorization: string): Promise<LightMyRequestResponse> {
  const { path, query, body, type } = askedAcross(route, ground.ids)
  return api.server.inject({
    method: route.method,
    url: `/api/v1${path}`,
    query,
    headers: {
      authorization,
      ...(route.ifMatch !== undefined && { 'if-match': '"1"' }),
      ...(body !== undefined && { 'content-type': type }),
    },
    ...(body !== undefined && { payload: body }),
  })
}

/** Ids that B named itself may come back in what it is told. */
function assertNothingOfA(name: string, { body }: LightMyRequestResponse): void {
  const { mail, session, key } = ground.ids
  const named = askedFor(name)
  const secrets = [`${mark} `, `${mark}’`, `${mark}@`, `${mark}.`, mail, session, key]
  for (const secret of secrets.filter((each) => !named.includes(each)))
    assert.ok(!body.includes(secret), `${name} gave ${secret}: ${body.slice(0, 300)}`)
}

function askedFor(name: string): string {
  const route = testRoutes.find((each) => `${each.method} ${each.path}` === name)
  return route === undefined ? '' : JSON.stringify(askedAcross(route, ground.ids))
}
