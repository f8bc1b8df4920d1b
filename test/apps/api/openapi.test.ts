import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import axe from 'axe-core'
import { Compile } from 'typebox/compile'
import { isPermission } from '#core/people/permission.ts'
import { isOpen, permissionsOf } from '#http/api/guard.ts'
import { problemsOf } from '#http/api/problems-of.ts'
import { openApiOf } from '#http/api/openapi/document.ts'
import { problemKinds } from '#http/server/problem-kinds.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { openTestApi, type TestApi, testRoutes } from './api.ts'

const document = JSON.parse(JSON.stringify(openApiOf(testRoutes, '0'))) as Document

interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

interface Operation {
  readonly operationId: string
  readonly parameters: readonly Parameter[]
  readonly responses: Readonly<Record<string, unknown>>
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
}

let api: TestApi
before(async () => {
  api = await openTestApi()
})
after(() => api.close())

test('Every route names what it takes to use it, and what is open says why', () => {
  assert.ok(testRoutes.length > 10)
  for (const { method, path, permission } of testRoutes) {
    const name = `${method} ${path}`
    if (isOpen(permission)) assert.match(permission.open, /\w{4}/, name)
    else if (permission !== 'signed in') {
      assert.ok(permissionsOf(permission).length > 0, name)
      for (const each of permissionsOf(permission)) assert.ok(isPermission(each), `${name}: ${each}`)
    }
  }
})

test('Every route says what it does, how it answers and how it refuses, and no two are the same', () => {
  const seen = new Set<string>()
  for (const route of testRoutes) {
    const name = `${route.method} ${route.path.replace(/\{\w+\}/g, '{}')}`
    assert.ok(!seen.has(name), `${name} is there twice`)
    seen.add(name)
    assert.match(route.summary, /^[A-Z][^.]{5,90}$/, name)
    assert.ok(
      Object.keys(route.answers).every((status) => /^2\d\d$/.test(status)),
      name,
    )
    for (const { says } of Object.values(route.answers)) assert.match(says, /\w{3}/, name)
    assert.ok(
      [400, 429, 500, 503].every((status) => problemsOf(route).has(status)),
      name,
    )
    if (!isOpen(route.permission)) assert.ok(problemsOf(route).has(401), name)
  }
})

test('Every reference in the OpenAPI document leads to something in it', () => {
  const references = [...allOf(document)].flatMap((part) =>
    '$ref' in part && typeof part.$ref === 'string' ? [part.$ref] : [],
  )
  assert.ok(references.length > 10)
  for (const reference of new Set(references)) {
    const found = reference
      .split('/')
      .slice(1)
      .reduce<unknown>((at, part) => (at as Readonly<Record<string, unknown>> | undefined)?.[part], document)
    assert.ok(found, reference)
  }
})

test('The OpenAPI document declares every parameter of every path, each operation under a name of its own', () => {
  assert.match(document.openapi, /^3[.]1[.]\d$/)
  const names = new Set<string>()
  for (const [path, operations] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(operations)) {
      assert.match(method, /^(get|post|put|patch|delete)$/)
      const name = operation.operationId
      assert.ok(!names.has(name), `${name} is there twice`)
      names.add(name)
      const inPath = operation.parameters.filter((each) => each.in === 'path')
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, each]) => each)
      assert.deepEqual(new Set(inPath.map((each) => each.name)), new Set(wanted), `${method} ${path}`)
      assert.ok(inPath.every(({ required }) => required))
      assert.ok(Object.keys(operation.responses).every((status) => /^[2-5]\d\d$/.test(status)))
      assert.equal('requestBody' in operation && method === 'get', false, `${method} ${path}`)
    }
})

test('Every schema of every route compiles, and takes its own example', () => {
  for (const route of testRoutes) {
    const { method, path, params, query, body, example, answers } = route
    const declared = [params, query, body, ...Object.values(answers).map((answer) => answer.body)]
    for (const schema of declared) if (schema !== undefined) Compile(schema)
    if (body !== undefined && example !== undefined)
      assert.deepEqual(Compile(body).Errors(example), [], `${method} ${path}`)
  }
})

test('The document and the page are open to anybody, and name every route and every problem', async () => {
  const json = await api.server.inject('/api/v1/openapi.json')
  assert.equal(json.statusCode, 200)
  assert.deepEqual(Object.keys(json.json<Document>().paths), [...new Set(testRoutes.map(({ path }) => path))])
  const page = await api.server.inject('/api/v1/docs')
  assert.equal(page.statusCode, 200)
  for (const { summary } of testRoutes) assert.ok(page.body.includes(`>${summary}</h3>`), summary)
  for (const kind of Object.keys(problemKinds)) assert.ok(page.body.includes(`id="problem-${kind}"`), kind)
  const ids = [...page.body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  assert.equal(new Set(ids).size, ids.length, 'no id is there twice')
  const links = [...page.body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  for (const link of links) assert.ok(ids.includes(link), `#${link} leads nowhere`)
})

test('The page can be read in a browser under its own policy, and axe finds nothing wrong with it', {
  skip: skippedBecause,
}, async () => {
  const address = await api.server.listen({ host: '127.0.0.1', port: 0 })
  const browser = await startBrowser()
  try {
    const page = await browser.newPage()
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    await page.goto(`${address}/api/v1/docs`)
    assert.match(await page.evaluate(`getComputedStyle(document.body).fontFamily`), /system-ui/)
    await page.evaluate(axe.source)
    const found = await page.evaluate<readonly string[]>(
      'axe.run().then(({ violations }) => violations.map((each) => `${each.id}: ${each.nodes[0].html}`))',
    )
    assert.deepEqual(found, [])
    assert.deepEqual(faults, [])
  } finally {
    await browser.close()
  }
})

/** Every object of a document. */
function* allOf(part: unknown): Iterable<object> {
  if (typeof part !== 'object' || part === null) return
  yield part
  for (const each of Object.values(part)) yield* allOf(each)
}
