import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import fc from 'fast-check'
import { publicPageRoutes } from '#apps/public/pages.ts'
import { pagesFor } from '#core/publishing/site-pages.ts'
import { savePageVersion } from '#store/public/page-versions.ts'
import { showPage, takePageDown } from '#store/public/showings.ts'
import { keepRecording } from '#store/recordings/recordings.ts'
import { readPublished } from '#store/reports/published.ts'
import { readSite } from '#store/public/site.ts'
import { skippedWithout } from '#test/http/formats/programs-there.ts'
import { done } from '#test/store/databases.ts'
import { setUpSecondFactor } from '#test/store/people/people.ts'
import { openPublicServer, type PublicServer } from './public-server.ts'
import { publishQuarter, publishTranslated } from './published.ts'

// What anybody may read: the same to everybody, kept by caches and never stale, and never our mistake.

let pub: PublicServer
let reportId = ''
before(async () => {
  pub = await openPublicServer('mount-green')
  const { store, landlord } = pub.house
  const { edition } = done(await readSite(store, landlord))
  for (const { name, texts } of pagesFor(edition.pack.promises)) {
    const written = Object.fromEntries(texts.map((text) => [text.name, 'Ring: 01632 960123']))
    done(await savePageVersion(store, landlord, { page: name, texts: written, datedOn: 20_500, expected: 0 }))
    done(await showPage(store, landlord, { page: name }))
  }
  reportId = await publishQuarter(pub.house)
})
after(() => pub.close())

/** What takes a second and more to make. */
const slow = /[.](ogg|mp3|brf|pdf)$/

/** Every page there is, with something that is there in its address; what takes long to make is left out. */
function addresses(): readonly string[] {
  const there = { promise: 'MGH-55', edition: '2009', reportId, what: 'none', language: 'cy' }
  return publicPageRoutes
    .filter(({ method, path, cache }) => method === 'GET' && cache !== 'never' && !slow.test(path))
    .map(({ path }) =>
      path.replaceAll(/:(\w+)/g, (_, name: string) => there[name as keyof typeof there] ?? 'none'),
    )
}

test('Every page comes whole to somebody who is nobody, says how long it is good for, and sets no cookie', async () => {
  for (const path of addresses()) {
    const answer = await pub.ask(path)
    const missing = /none|[/]in[/]/.test(path)
    assert.equal(answer.statusCode, missing ? 404 : 200, path)
    assert.equal(answer.headers['set-cookie'], undefined, path)
    if (missing) continue
    assert.match(String(answer.headers['cache-control']), /^public, max-age=\d+/, path)
    assert.match(String(answer.headers.etag), /^"[\w-]{22}"$/, path)
    assert.match(
      String(answer.headers['content-security-policy']),
      /default-src 'none'(?!.*script-src)/,
      path,
    )
    if (String(answer.headers['content-type']).startsWith('text/html'))
      assert.doesNotMatch(answer.body, /<script|src="(?!\/assets)|https?:\/\/(?!www.w3.org)[^"]*"/, path)
  }
})

test('What has not changed is not sent again, however it was pressed; what has changed is', async () => {
  const { store, landlord } = pub.house
  const plain = await pub.ask('/complaints')
  const pressed = await pub.ask('/complaints', { headers: { 'accept-encoding': 'gzip, br' } })
  assert.equal(pressed.headers['content-encoding'], 'br')
  assert.equal(brotliDecompressSync(pressed.rawPayload).toString(), plain.body)
  assert.notEqual(pressed.headers.etag, plain.headers.etag)
  for (const { headers } of [plain, pressed]) {
    const again = await pub.ask('/complaints', { headers: { 'if-none-match': String(headers.etag) } })
    assert.equal(again.statusCode, 304)
    assert.equal(again.body, '')
  }
  const typed = { page: 'complaints', texts: { how: 'Write to us.' }, datedOn: 20_501, expected: 1 }
  done(await savePageVersion(store, landlord, typed))
  assert.equal((await pub.ask('/complaints')).body, plain.body, 'what is written is not shown yet')
  done(await showPage(store, landlord, { page: 'complaints' }))
  const changed = await pub.ask('/complaints', { headers: { 'if-none-match': String(plain.headers.etag) } })
  assert.equal(changed.statusCode, 200)
  assert.match(changed.body, /Write to us/)
})

test('A page that was taken down is gone, and nothing leads to it', async () => {
  const { store, landlord } = pub.house
  assert.match((await pub.ask('')).body, /estate-services/)
  await publishTranslated(pub.house, 'page:estate-services', 'cy')
  assert.match((await pub.ask('/estate-services/in/cy')).body, /Gwasanaethau/)
  done(await takePageDown(store, landlord, { page: 'estate-services' }))
  assert.equal((await pub.ask('/estate-services')).statusCode, 404)
  assert.equal((await pub.ask('/estate-services.txt')).statusCode, 404)
  assert.equal((await pub.ask('/estate-services/in/cy')).statusCode, 404, 'nor in another language')
  assert.doesNotMatch((await pub.ask('')).body, /estate-services/)
})

test('What is open now follows the clock, and is kept no longer than until it changes', async () => {
  const { house } = pub
  const atFirst = house.at
  house.at = Date.parse('2026-03-02T16:59:30Z')
  const open = await pub.ask('/hours')
  assert.match(open.body, /Open now.*Closes today at 5pm/s)
  assert.equal(open.headers['cache-control'], 'public, max-age=30')
  house.at = Date.parse('2026-03-02T17:00:00Z')
  assert.match((await pub.ask('/hours')).body, /Closed now.*Opens tomorrow at 9am/s)
  house.at = atFirst
})

test('Who is signed in sees what anybody sees', async () => {
  const { email } = await pub.house.person('Pat Archer', 'publisher')
  const { token } = await setUpSecondFactor(pub.house, await pub.house.comesIn(email))
  for (const path of ['', '/promises', '/reports', '/data/figures.json']) {
    const [nobody, staff] = [
      await pub.ask(path),
      await pub.ask(path, { headers: { cookie: `kept_session=${token}` } }),
    ]
    assert.equal(staff.body, nobody.body, path)
    assert.equal(staff.headers['set-cookie'], undefined, path)
  }
})

test('A published report is listed, in the feed, among the figures, and in every form', async () => {
  assert.match((await pub.ask('/reports')).body, new RegExp(`/reports/${reportId}"`))
  const feed = (await pub.ask('/news.rss')).body
  assert.match(feed, new RegExp(`<link>${pub.site}/reports/${reportId}</link>`))
  assert.match(feed, /<guid isPermaLink="false">urn:sha256:[0-9a-f]{64}<\/guid>/)
  const { figures } = (await pub.ask('/data/figures.json')).json<{ figures: { report: string }[] }>()
  assert.equal(figures[0]?.report, reportId)
  const csv = await pub.ask(`/reports/${reportId}.csv`)
  assert.match(String(csv.headers.link), /csv-metadata[.]json>; rel="describedby"/)
  assert.equal(csv.headers['access-control-allow-origin'], '*')
  for (const extension of ['csv-metadata.json', 'json', 'xlsx', 'txt', 'pdf', 'large-print.pdf', 'brf'])
    assert.equal((await pub.ask(`/reports/${reportId}.${extension}`)).statusCode, 200, extension)
})

test('What was read aloud ahead is given as it is kept, to whoever asks', {
  skip: skippedWithout('espeak-ng', 'opusenc', 'lame'),
}, async () => {
  const { store, landlord } = pub.house
  const { report } = done(await readPublished(store, landlord, { reportId }))
  for (const [form, extension] of [
    ['audio', 'ogg'],
    ['audio-mp3', 'mp3'],
  ] as const) {
    const recording = { document: `report:${reportId}`, form, source: report.digest }
    const sound = Buffer.from(`the sound of ${form}`)
    const read = { ...recording, said: report.digest, voice: 'a voice', bytes: sound }
    done(await keepRecording(store, landlord, read))
    const answer = await pub.ask(`/reports/${reportId}.${extension}`)
    assert.deepEqual(answer.rawPayload, sound)
    assert.match(String(answer.headers['content-type']), /^audio[/]/)
  }
})

test('Whatever is written into an address, it is answered, and shows nothing of what is not published', async () => {
  const routes = publicPageRoutes.filter(({ path }) => path.includes(':') && !slow.test(path))
  const part = fc.oneof(
    fc.constantFrom('MGH-55', reportId, '2009', '..', '%', '0', 'mount-green', 'x'.repeat(500)),
    fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...routes),
      fc.array(part, { minLength: 2, maxLength: 2 }),
      fc.string({ maxLength: 50, unit: 'binary' }),
      async (route, parts, query) => {
        const left = [...parts]
        const path = route.path.replaceAll(/:\w+/g, () =>
          encodeURIComponent((left.pop() ?? 'x').toWellFormed()),
        )
        const answer = await pub.ask(`${path}?size=${encodeURIComponent(query.toWellFormed())}`, {
          method: route.method,
        })
        assert.ok(answer.statusCode < 500, `${answer.statusCode} from ${path}`)
      },
    ),
    { numRuns: 100 },
  )
})

test('Nobody is found who is not there, and robots are told what to leave alone', async () => {
  for (const path of [
    '/public/nobody',
    '/public/nobody/hours',
    '/public/..%2f',
    '/public/mount-green/nothing/at/all',
  ])
    assert.equal((await pub.server.inject(path)).statusCode, 404, path)
  const post = { method: 'POST' as const, headers: { accept: 'text/html' } }
  const nowhere = await pub.ask('/hours', post)
  assert.equal(nowhere.statusCode, 404)
  assert.match(nowhere.body, /kept-public/, 'what goes wrong here is said on a page of the public’s')
  assert.match((await pub.server.inject('/public')).body, /href="\/public\/mount-green"/)
  assert.match((await pub.server.inject('/robots.txt')).body, /Disallow: \/public\/\*\/surveys\//)
  assert.match((await pub.ask('/sitemap.xml')).body, new RegExp(`<loc>${pub.site}/hours</loc>`))
})
