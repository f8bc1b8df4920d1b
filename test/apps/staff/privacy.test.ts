import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PageRoute } from '#http/layout/page-route.ts'
import { listLetters } from '#store/letters/read-letters.ts'
import { sendLetter } from '#store/letters/send-letter.ts'
import { readCase } from '#store/ledger/read-case.ts'
import { done } from '#test/store/databases.ts'
import { asOwner } from '#test/wall/as-owner.ts'
import { addressOf, type Answered, openPeopled, type Peopled } from './peopled.ts'

// Customers’ names, addresses and words on pages: nobody sees them who may not, no title or address holds them, and whoever
// sees them is written down. Every page there is, with the things of a day.

let app: Peopled
let letterId = ''
/** By customer, how they are called. */
let names: ReadonlyMap<string, string>
/** What was written, by whom it is about. */
let words: readonly { readonly text: string; readonly customer: string | null }[]
/** Addresses of homes that are nobody’s jobs. */
let homes: readonly string[]

before(async () => {
  app = await openPeopled()
  const { store, landlord, url } = app.house
  const caseId = app.cases['enquiry'] ?? ''
  const { version, customer_id: customerId } = done(await readCase(store, landlord, caseId)).case
  assert.ok(customerId !== null)
  ;({ letterId } = done(
    await sendLetter(store, landlord, {
      caseId,
      expectedVersion: version,
      act: { type: 'reply-sent', data: { full: false } },
      channel: 'letter',
      subject: 'About what you told us of your neighbour',
      text: 'Dear customer\n\nYour letter of the damp in the back bedroom has come to us.',
      copies: [{ recipientId: customerId, to: ['Somebody', '9 Unlikely Street'] }],
      way: 'full',
    }),
  ))
  assert.equal(done(await listLetters(store, landlord, { caseId })).length, 1)
  const named = await asOwner<{ readonly id: string; readonly name: string }>(
    url,
    'select customer_id as id, name from customer_names',
  )
  names = new Map(named.map(({ id, name }) => [id, name]))
  words = await asOwner(url, 'select text, customer_id as customer from words where length(text) > 25')
  const others = await asOwner<{ readonly address: string }>(
    url,
    `select split_part(address, E'\\n', 1) as address from homes h
      where not exists (select from cases c where c.home_id = h.home_id and c.contractor_id is not null)`,
  )
  homes = others.map(({ address }) => address)
  assert.ok(names.size > 20 && words.length > 10 && homes.length > 10)
})
after(() => app?.close())

test('Who may not read customers or words is shown none, on any page', async () => {
  const wrong: string[] = []
  for (const role of ['performance officer', 'auditor', 'administrator', 'contractor'] as const) {
    const { may } = app.people[role].acting
    const isContractor = role === 'contractor'
    for (const path of addresses()) {
      const { text } = await says(app.people[role].token, path)
      const seen = [
        ...(may.has('customers.read') ? [] : namesIn(text).map(([, name]) => name)),
        ...(may.has('words.read') ? [] : wordsIn(text).map((each) => each.text)),
        ...(isContractor ? homes.filter((address) => text.includes(address)) : []),
      ]
      if (seen.length > 0) wrong.push(`${role}: ${path} shows ${seen.slice(0, 3).join(' / ')}`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('Whoever is shown a customer’s name or words is written down, with the page once read', async () => {
  const wrong: string[] = []
  let shownPages = 0
  for (const role of ['contact officer', 'data-protection officer'] as const) {
    const { token, acting } = app.people[role]
    let was = await readBy(acting.by)
    for (const path of addresses()) {
      const { text } = await says(token, path)
      const is = await readBy(acting.by)
      const isWritten = (id: string | null) => id !== null && (is.get(id) ?? 0) > (was.get(id) ?? 0)
      // Several customers may have written the same: one of them it was.
      const said = Map.groupBy(wordsIn(text), (each) => each.text)
      const unwritten = [
        ...namesIn(text).filter(([id]) => !isWritten(id)),
        ...[...said].filter(([, each]) => !each.some(({ customer }) => isWritten(customer))),
      ]
      if (said.size > 0 || namesIn(text).length > 0) shownPages += 1
      if (unwritten.length > 0) wrong.push(`${role}: ${path} shows ${String(unwritten[0]?.[0])}`)
      was = is
    }
  }
  assert.ok(shownPages > 30, `only ${shownPages} pages showed anybody`)
  assert.deepEqual(wrong, [])
})

test('No title of a page and no address that one is led to holds a customer’s name or words', async () => {
  const { token } = app.people['case officer']
  for (const path of addresses()) {
    const { text, location } = await says(token, path)
    const title = /<title>([^<]*)<[/]title>/.exec(text)?.[1] ?? ''
    for (const place of [title, decodeURIComponent(location)]) {
      assert.deepEqual([namesIn(place), wordsIn(place)], [[], []], path)
      assert.doesNotMatch(place, /neighbour/, path)
    }
    const links = [...text.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('%20', ' '),
    )
    assert.deepEqual(namesIn(links.join('\n')), [], path)
  }
})

test('What is searched for stands in no address in the open, and opens for whoever searched alone', async () => {
  const { 'case officer': ben, 'contact officer': ann } = app.people
  const [, name = ''] = [...names][0] ?? []
  for (const asked of [
    await app.post(ben.token, '/search', { q: name }),
    await app.get(ben.token, `/search?q=${encodeURIComponent(name)}`),
  ]) {
    assert.equal(asked.status, 303)
    assert.doesNotMatch(decodeURIComponent(asked.location), new RegExp(name.split(' ')[0] ?? '', 'i'))
    assert.ok((await app.get(ben.token, asked.location)).text.includes(name))
    assert.ok(!(await app.get(ann.token, asked.location)).text.includes(name))
  }
})

test('Nothing typed freely stands in the ledger, in views or in what the queue was given', async () => {
  const rows = await asOwner<{ readonly text: string }>(
    app.house.url,
    'select data::text as text from events union all select payload::text from graphile_worker._private_jobs',
  )
  const ledger = rows.map(({ text }) => text).join('\n')
  assert.deepEqual([namesIn(ledger), wordsIn(ledger)], [[], []])
})

function addresses(): readonly string[] {
  return app.routes
    .filter(({ method, watch, path }) => method === 'GET' && watch === undefined && !aboutMe.test(path))
    .flatMap(addressesOf)
}

const aboutMe = /sign-in|forgotten|password|second-factor|calendars/

/** The page of a case is looked at for a case of every kind, others for some. */
function addressesOf({ path }: PageRoute): readonly string[] {
  const around = {
    homeId: 'home-0001',
    customerId: 'customer-0001',
    staffId: app.people['case officer'].staffId,
    teamId: 'housing',
    part: 'needs',
    type: 'note-kept',
    sequence: '1',
    letterId,
    templateId: 'holding-reply',
    act: 'left',
    promise: 'LIN-01',
    n: '1',
    id: path.includes('homes') ? 'home-0001' : 'housing',
  }
  if (!path.includes(':caseId')) return [addressOf(path, around)]
  const kinds = path === '/cases/:caseId' ? Object.keys(app.cases) : ['enquiry', ofPath(path)]
  const caseIds = new Set(kinds.map((kind) => app.cases[kind] ?? ''))
  return [...caseIds].map((caseId) => addressOf(path, { ...around, caseId }))
}

function ofPath(path: string): string {
  return Object.keys(app.cases).find((kind) => path.startsWith(`/${kind}`)) ?? 'repair'
}

function namesIn(text: string): readonly (readonly [string, string])[] {
  return [...names].filter(([, name]) => text.includes(name))
}

function wordsIn(text: string) {
  return words.filter((each) => text.includes(each.text.split('\n')[0]?.slice(0, 60) ?? ''))
}

/** What a page says, as people read it. */
async function says(token: string, path: string): Promise<Pick<Answered, 'text' | 'location'>> {
  const { text, location } = await app.get(token, path)
  return {
    text: text.replaceAll(/&(?:#39|#x27|quot|amp|lt|gt);/g, (entity) => entities[entity] ?? ''),
    location,
  }
}

const entities: Readonly<Record<string, string>> = {
  '&#39;': "'",
  '&#x27;': "'",
  '&quot;': '"',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
}

async function readBy(by: string): Promise<ReadonlyMap<string, number>> {
  const rows = await asOwner<{ readonly id: string; readonly times: number }>(
    app.house.url,
    `select c.customer_id as id, count(*)::int as times from access_log a
       join access_log_customers c on c.landlord = a.landlord and c.access_id = a.access_id
      where a.read_by = '${by}' group by 1`,
  )
  return new Map(rows.map(({ id, times }) => [id, times]))
}
