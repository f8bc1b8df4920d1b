import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { fastify, type FastifyInstance } from 'fastify'
import { assets, prepareAssets, serveAssets } from '#http/assets/assets.ts'
import { icon, serveIcon } from '#http/assets/icon.ts'

let server: FastifyInstance
before(async () => {
  await prepareAssets()
  server = fastify()
  serveAssets(server)
  serveIcon(server)
})
after(() => server.close())

test('The style sheet and the script are kept for ever at an address that carries their digest', async () => {
  for (const address of Object.values(assets())) {
    const { body, headers } = await server.inject(address)
    const digest = createHash('sha256').update(body).digest('hex').slice(0, 16)
    assert.match(address, new RegExp(`^/assets/kept-${digest}[.](css|js)$`))
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable')
    assert.match(String(headers['content-type']), /^text\/(css|javascript); charset=utf-8$/)
    const pressed = await server.inject({ url: address, headers: { 'accept-encoding': 'gzip, br' } })
    assert.equal(pressed.headers['content-encoding'], 'br')
    assert.equal(brotliDecompressSync(pressed.rawPayload).toString('utf8'), body)
  }
})

test('Nothing else is served beside them', async () => {
  for (const name of ['kept-0000000000000000.css', '..%2fpackage.json', 'toString'])
    assert.equal((await server.inject(`/assets/${name}`)).statusCode, 404)
})

test('A small picture is there for every page, drawn and as browsers ask for it by themselves, and is kept for a week', async () => {
  const [drawn, bitmap] = [await server.inject(icon), await server.inject('/favicon.ico')]
  assert.match(drawn.body, /^<svg [^>]*viewBox="0 0 32 32">/)
  // An ICO of two pictures.
  assert.equal(bitmap.rawPayload.subarray(0, 6).toString('hex'), '000001000200')
  for (const { headers } of [drawn, bitmap]) assert.equal(headers['cache-control'], 'public, max-age=604800')
})

test('What was made is not made again while nothing of it changes', async () => {
  assert.equal(await prepareAssets(), 'there')
})

test('The style has nothing of the government’s own: no crown, no logo, no typeface', async () => {
  const { body } = await server.inject(assets().style)
  assert.doesNotMatch(body, /GDS Transport|crown|govuk-logo|@font-face|@import/i)
  assert.match(body, /system-ui/)
})
