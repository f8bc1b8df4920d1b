import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { local } from '#http/html/local.ts'
import { textIn } from '#http/layout/fields.ts'
import { mountPages } from '#http/layout/mount-pages.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import type { SentFile } from '#http/layout/sent-file.ts'
import { openLogger } from '#http/server/logger.ts'
import { buildServer } from '#http/server/server.ts'
import { recogniser } from '#http/session/recognise.ts'
import { type House, openHouse } from '#test/store/people/people.ts'

const visit = 'a-visit-of-32-letters-for-forms-'
const came: { note: string; files: readonly SentFile[] }[] = []

const routes: readonly PageRoute[] = [
  pageRoute({
    method: 'POST',
    path: '/files',
    who: 'words.write',
    takesFiles: true,
    handle: async ({ fields, files = [] }) => {
      came.push({ note: textIn(fields, 'note'), files })
      return { goTo: local`/files` }
    },
  }),
  pageRoute({ method: 'POST', path: '/words', who: 'words.write', handle: async () => ({ goTo: local`/` }) }),
]

let house: House
let server: FastifyInstance
let origin: string
let session: string

before(async () => {
  house = await openHouse()
  const door = { ...house.door, origin: 'http://127.0.0.1' }
  const ground = { store: house.store, door, placesFor: () => ({ main: [], own: [] }) }
  server = await buildServer({
    store: house.store,
    logger: openLogger('silent'),
    recognise: recogniser(house.store, { secure: false }),
    routes: [],
    pages: { register: (scope) => mountPages(scope, routes, ground) },
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  const { email } = await house.person('Ann Archer', 'case officer')
  session = (await house.comesIn(email)).token
})

after(async () => {
  await server.close()
  await house.close()
})

test('A form’s files come with its fields, each with its name, type and bytes', async () => {
  const answer = await send('/files', {
    note: 'The roof',
    files: [file('roof.jpg', [1, 2, 0, 255]), file('', [])],
  })
  assert.equal(answer.status, 303)
  const { note, files } = came.at(-1) ?? { note: '', files: [] }
  assert.equal(note, 'The roof')
  assert.deepEqual(
    files.map(({ name, filename, type, bytes }) => ({ name, filename, type, bytes: [...bytes] })),
    [{ name: 'picture', filename: 'roof.jpg', type: 'image/jpeg', bytes: [1, 2, 0, 255] }],
  )
})

test('What a file is called leads to no folder', async () => {
  await send('/files', { note: '', files: [file('../../etc/pass\nwd', [1])] })
  assert.doesNotMatch(came.at(-1)?.files[0]?.filename ?? '/', /[/\\\n]/)
})

test('Files without the form’s token, or from who may not send them, are not taken', async () => {
  const soFar = came.length
  assert.equal((await send('/files', { note: '', files: [file('a.jpg', [1])], token: 'forged' })).status, 403)
  const { email } = await house.person('Otto Auditor', 'auditor')
  const other = (await house.comesIn(email)).token
  assert.equal((await send('/files', { note: '', files: [file('a.jpg', [1])], as: other })).status, 403)
  assert.equal(came.length, soFar)
})

test('Files of more than 10 MB together, or more than ten of them, are refused with the limit', async () => {
  const soFar = came.length
  const six = Array<number>(6_000_000).fill(7)
  const large = await send('/files', { note: '', files: [file('a.jpg', six), file('b.jpg', six)] })
  assert.equal(large.status, 413)
  assert.match(await large.text(), /10 MB/)
  const many = Array.from({ length: 11 }, (_, place) => file(`${place}.jpg`, [1]))
  assert.equal((await send('/files', { note: '', files: many })).status, 413)
  assert.equal(came.length, soFar)
})

test('A form that breaks off is refused, and a form that takes no files is not sent any', async () => {
  const headers = headersOf(session)
  const broken = await fetch(`${origin}/files`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x\r\ncontent-disposition: form-data; name="note"\r\n\r\nhalf',
    redirect: 'manual',
  })
  assert.equal(broken.status, 422)
  assert.equal((await send('/words', { note: '', files: [file('a.jpg', [1])] })).status, 403)
})

interface Sent {
  readonly note: string
  readonly files: readonly File[]
  readonly token?: string
  readonly as?: string
}

async function send(path: string, { note, files, token, as = session }: Sent): Promise<Response> {
  const form = new FormData()
  form.set('form-token', token ?? house.door.box.mark(`${visit} ${as}`, 'form').toString('base64url'))
  form.set('note', note)
  for (const each of files) form.append('picture', each)
  return fetch(`${origin}${path}`, { method: 'POST', headers: headersOf(as), body: form, redirect: 'manual' })
}

function headersOf(token: string): Readonly<Record<string, string>> {
  return { cookie: `kept_visit=${visit}; kept_session=${token}`, origin, accept: 'text/html' }
}

function file(name: string, bytes: readonly number[]): File {
  return new File([Uint8Array.from(bytes)], name, { type: 'image/jpeg' })
}
