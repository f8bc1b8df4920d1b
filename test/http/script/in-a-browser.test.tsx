import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { local } from '#http/html/local.ts'
import { mountPages } from '#http/layout/mount-pages.ts'
import { openLogger } from '#http/server/logger.ts'
import { buildServer } from '#http/server/server.ts'
import { recogniser } from '#http/session/recognise.ts'
import { giveRoles } from '#store/people/change-people.ts'
import { onPage } from '#test/apps/staff/keyboard.ts'
import { skippedBecause, startBrowser } from '#test/http/browser.ts'
import { done } from '#test/store/databases.ts'
import { type House, openHouse, setUpSecondFactor } from '#test/store/people/people.ts'
import { kept, routes } from './pages.tsx'

let house: House
let server: FastifyInstance
let origin: string
let browser: Browser

before(async () => {
  if (skippedBecause !== false) return
  house = await openHouse()
  server = await buildServer({
    store: house.store,
    logger: openLogger('silent'),
    recognise: recogniser(house.store, { secure: false }),
    routes: [],
    pages: { register: (scope) => mountPages(scope, routes, ground()) },
    config: { unrecognisedPerMinute: 100_000 },
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  browser = await startBrowser()
})

after(async () => {
  await browser?.close()
  await server?.close()
  await house?.close()
})

test('A live page shows what changed without being loaded again, and says so, but never under the keyboard', {
  skip: skippedBecause,
}, async () => {
  await asSomebody(async (page) => {
    kept.waiting = 1
    await page.goto(`${origin}/waiting`)
    await page.evaluate('window.sameLoading = true')
    kept.waiting = 2
    await page.getByText('2 are waiting').waitFor()
    assert.match((await page.textContent('#kept-said')) ?? '', /^Brought up to date at \d\d:\d\d$/)
    await page.getByLabel('Note on who waits').focus()
    kept.waiting = 3
    await page.getByText('3 came today').waitFor()
    assert.ok(await page.getByText('2 are waiting').isVisible(), 'the part with the keyboard stays')
    await page.getByLabel('Another field').focus()
    await page.getByText('3 are waiting').waitFor()
    assert.equal(await page.evaluate('window.sameLoading'), true)
  })
})

test('What is typed is kept as a draft, without pressing anything, until it is recorded', {
  skip: skippedBecause,
}, async () => {
  await asSomebody(async (page) => {
    kept.drafts.length = 0
    await page.goto(`${origin}/note`)
    await page.getByLabel('Note', { exact: true }).pressSequentially('Rang about the roof')
    await page.getByText(/^Draft saved at \d\d:\d\d$/).waitFor()
    // Whoever types slowly has half of it kept before.
    await until(() => kept.drafts.includes('Rang about the roof'), 'all of it is kept')
    await page.getByLabel('Note', { exact: true }).pressSequentially(', again')
    await page.goto(`${origin}/waiting`)
    await until(() => kept.drafts.includes('Rang about the roof, again'), 'the page was left')
    await page.goto(`${origin}/note`)
    // In one go: whoever takes seconds over it has a draft kept before they press the button.
    await page.evaluate(`{
      const note = document.querySelector('textarea')
      note.value = 'Recorded now'
      note.dispatchEvent(new Event('input', { bubbles: true }))
      note.form.requestSubmit()
    }`)
    await page.waitForURL(`${origin}/waiting`)
    assert.deepEqual(kept.recorded, ['Recorded now'])
    assert.ok(!kept.drafts.includes('Recorded now'), 'what is recorded is no draft')
  })
})

test('Who was signed out is told that the draft is not saved', { skip: skippedBecause }, async () => {
  await asSomebody(async (page) => {
    await page.goto(`${origin}/note`)
    await page.context().clearCookies({ name: 'kept_session' })
    await page.getByLabel('Note', { exact: true }).pressSequentially('Is this lost?')
    await page.getByText(/^The draft could not be saved. You may have been signed out/).waitFor()
  })
})

test('A form of filters shows what it finds as it is typed into, and as a page without scripts', {
  skip: skippedBecause,
}, async () => {
  await asSomebody(async (page) => {
    await page.goto(`${origin}/list`)
    await page.getByLabel('Name').pressSequentially('an')
    // Two are found for the first letter alone as well, where the second is long in coming.
    await page.waitForURL(`${origin}/list?name=an`)
    await page.getByText('2 found').waitFor()
    assert.equal(await page.evaluate('document.activeElement.name'), 'name')
  })
  await asSomebody(
    async (page) => {
      await page.goto(`${origin}/list`)
      await page.getByLabel('Name').fill('bo')
      await page.getByRole('button', { name: 'Show' }).click()
      await page.getByText('1 found').waitFor()
    },
    { javaScriptEnabled: false },
  )
})

test('F2 goes to where a contact is recorded, and opens it beside a form that is not kept', {
  skip: skippedBecause,
}, async () => {
  await asSomebody(async (page) => {
    await page.goto(`${origin}/waiting`)
    await page.keyboard.press('F2')
    await page.waitForURL(`${origin}/note`)
    await page.goto(`${origin}/plain`)
    await page.getByLabel('Reason').fill('half typed')
    const [other] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('F2')])
    await other.waitForURL(`${origin}/note`)
    assert.equal(await page.getByLabel('Reason').inputValue(), 'half typed')
  })
})

test('A stream ends when its listener is signed out, or may no longer see what it tells of', {
  skip: skippedBecause,
}, async () => {
  const { token, staffId } = await somebody()
  const told = listen(token)
  await until(() => told.text.includes('id: '), 'the stream began')
  assert.ok(!told.text.includes('changed'), 'nothing has changed so far')
  done(await giveRoles(house.store, house.landlord, { staffId, roles: ['performance officer'] }))
  await told.ended
  assert.match(told.text, /event: over/)
  const answer = await fetch(`${origin}/live/waiting`, { headers: { cookie: `kept_session=${token}` } })
  assert.equal(answer.status, 403)
  await answer.body?.cancel()
})

test('Nobody holds more than twelve streams', { skip: skippedBecause }, async () => {
  const { token } = await somebody()
  const open = new AbortController()
  const answers = await Promise.all(
    Array.from({ length: 13 }, () =>
      fetch(`${origin}/live/waiting`, { headers: { cookie: `kept_session=${token}` }, signal: open.signal }),
    ),
  )
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [...Array<number>(12).fill(200), 429],
  )
  open.abort()
})

async function asSomebody(work: (page: Page) => Promise<void>, options = {}): Promise<void> {
  const { token } = await somebody()
  await onPage(browser, options, async (page) => {
    await page.context().addCookies([{ name: 'kept_session', value: token, url: origin }])
    await work(page)
  })
}

let people = 0
async function somebody(): Promise<{ readonly token: string; readonly staffId: string }> {
  people += 1
  const { email, staffId } = await house.person(`Eve ${people}`, 'contact officer')
  const came = await house.comesIn(email)
  return {
    staffId,
    token: came.standing === 'in' ? came.token : (await setUpSecondFactor(house, came)).token,
  }
}

function listen(token: string) {
  const told = { text: '', ended: Promise.resolve() }
  told.ended = (async () => {
    const answer = await fetch(`${origin}/live/waiting`, { headers: { cookie: `kept_session=${token}` } })
    for await (const part of answer.body ?? []) told.text += new TextDecoder().decode(part)
  })()
  return told
}

async function until(holds: () => boolean, what: string): Promise<void> {
  const ends = Date.now() + 120_000
  while (!holds()) {
    if (Date.now() > ends) assert.fail(`waited in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

function ground() {
  return {
    store: house.store,
    door: { ...house.door, origin: 'http://127.0.0.1' },
    placesFor: () => ({ main: [], own: [], record: { text: 'Record a contact', href: local`/note` } }),
    live: { everyMilliseconds: 50 },
  }
}
