import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { mountPages } from '#http/layout/mount-pages.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { openLogger } from '#http/server/logger.ts'
import { buildServer } from '#http/server/server.ts'
import { recogniser } from '#http/session/recognise.ts'
import { type House, openHouse } from '#test/store/people/people.ts'

// Files that pages give: whatever they are called and whatever stands in them, nothing of it runs as our site.

const routes: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/page',
    who: 'anybody',
    handle: async () => ({
      file: {
        name: 'a"; filename=b\r\nset-cookie: x=1; “ü”.html',
        type: 'text/html; charset=utf-8',
        bytes: Buffer.from('<script>alert(1)</script>'),
      },
    }),
  }),
  pageRoute({
    method: 'GET',
    path: '/letter',
    who: 'anybody',
    handle: async () => ({
      file: { name: 'letter.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7') },
    }),
  }),
]

let house: House
let server: FastifyInstance
let origin: string

before(async () => {
  house = await openHouse()
  const ground = { store: house.store, door: house.door, placesFor: () => ({ main: [], own: [] }) }
  server = await buildServer({
    store: house.store,
    logger: openLogger('silent'),
    recognise: recogniser(house.store, { secure: false }),
    routes: [],
    pages: { register: (scope) => mountPages(scope, routes, ground) },
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})

after(async () => {
  await server.close()
  await house.close()
})

test('A page given as a file is kept rather than opened on our site, and runs nothing', async () => {
  const { status, headers } = await fetch(`${origin}/page`)
  assert.equal(status, 200)
  assert.equal(headers.get('content-disposition'), 'attachment; filename="a-filename-b-set-cookie-x-1-.html"')
  assert.match(headers.get('content-security-policy') ?? '', /(^|; )sandbox($|;)/)
  assert.equal(headers.get('x-content-type-options'), 'nosniff')
  assert.equal(headers.get('set-cookie')?.includes('x=1') ?? false, false)
})

test('A letter is looked at in the browser, under its own name', async () => {
  const { headers } = await fetch(`${origin}/letter`)
  assert.equal(headers.get('content-disposition'), 'inline; filename="letter.pdf"')
  assert.equal(headers.get('cache-control'), 'no-store')
})
