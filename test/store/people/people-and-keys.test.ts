import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { permissions } from '#core/people/permission.ts'
import { isRefused } from '#core/refused.ts'
import { parseDay } from '#core/time/day.ts'
import { statement } from '#store/statement.ts'
import { dropOld } from '#store/jobs/drop-old.ts'
import { listCases } from '#store/ledger/list-cases.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { readCase } from '#store/ledger/read-case.ts'
import { addPerson } from '#store/people/add-person.ts'
import { endPersonsSessions, giveRoles, inviteAgain, setActive } from '#store/people/change-people.ts'
import { actingWithKey, endKey, listKeys, makeKey } from '#store/people/keys.ts'
import { endMySessions, listMySessions } from '#store/people/my-sessions.ts'
import { findPerson, listPeople } from '#store/people/people.ts'
import { readPeopleLog } from '#store/people/people-log.ts'
import { choosePassword } from '#store/people/reset.ts'
import { visitorWith } from '#store/people/sessions.ts'
import { parseKey } from '#store/people/token.ts'
import { done } from '#test/store/databases.ts'
import { type House, linkIn, openHouse, tokenIn, visitorIn } from './people.ts'

test('A person is added, invited by e-mail, chooses a password and comes in', async (t) => {
  const house = await open(t)
  const { store, door, landlord } = house
  const person = { name: 'Ann Archer', email: 'Ann.Archer@example.org', roles: ['case officer'] }
  done(await addPerson(store, landlord, { door, person }))
  const [mail] = await house.mail('ann.archer@example.org')
  assert.match(mail?.subject ?? '', /^You can now sign in to Kept for /)
  house.at += 71 * 3_600_000
  done(await choosePassword(store, door, { token: linkIn(mail?.text), password: 'seven green kettles' }))
  assert.ok(!isRefused(await house.tries('ann.archer@example.org', 'seven green kettles')))
  const twice = await addPerson(store, landlord, { door, person })
  assert.equal(isRefused(twice) && twice.because, 'already there')
})

test('Whoever is in the staff list already is let in as who they are there', async (t) => {
  const house = await open(t)
  const { store, door, landlord } = house
  await asOwner(
    house,
    `insert into staff (landlord, staff_id, name, email, changed_at, changed_by)
     values (${landlord.landlord}, 'X17', 'Ann Archer', 'ANN@example.org', now(), 'import:1')`,
  )
  const person = { name: 'Ann Archer', email: 'ann@example.org', roles: ['team leader'] }
  assert.equal(done(await addPerson(store, landlord, { door, person })).staffId, 'X17')
  const found = done(await findPerson(store, landlord, { door, staffId: 'X17' }))
  assert.deepEqual(found.roles, ['team leader'])
  assert.equal(found.hasPassword, false)
})

test('Roles that do not go together, and unknown ones, are refused', async (t) => {
  const house = await open(t)
  const { staffId } = await house.person('Ann Archer', 'case officer')
  const give = (roles: readonly string[], contractorId?: string) =>
    giveRoles(house.store, house.landlord, {
      staffId,
      roles,
      ...(contractorId !== undefined && { contractorId }),
    })
  for (const refusal of [
    await give([]),
    await give(['king']),
    await give(['contractor']),
    await give(['contractor', 'auditor'], 'c1'),
  ])
    assert.equal(isRefused(refusal) && refusal.because, 'not valid')
  const missing = await give(['contractor'], 'c1')
  assert.equal(isRefused(missing) && missing.field, '/contractorId')
})

test('A contractor’s person carries their firm; without one, the role counts for nothing', async (t) => {
  const house = await open(t)
  const { landlord } = house.landlord
  await asOwner(
    house,
    `insert into contractors (landlord, contractor_id, name, changed_at, changed_by) values (${landlord}, 'c1', 'Boilers', now(), 'x')`,
  )
  const { email, staffId } = await house.person('Ann Archer', 'case officer')
  const { token } = await house.comesIn(email)
  done(await giveRoles(house.store, house.landlord, { staffId, roles: ['contractor'], contractorId: 'c1' }))
  const visitor = await visitorIn(house.store, token)
  assert.equal(visitor.acting.contractorId, 'c1')
  assert.deepEqual([...visitor.acting.may].sort(), ['cases.read', 'cases.write'])
  await asOwner(
    house,
    `update staff set contractor_id = null where landlord = ${landlord} and staff_id = '${staffId}'`,
  )
  assert.deepEqual([...(await visitorIn(house.store, token)).acting.may], [])
})

test('A role taken away and a person stopped count with the very next request', async (t) => {
  const house = await open(t)
  const { email, staffId } = await house.person('Ann Archer', 'team leader')
  const { token } = await house.comesIn(email)
  assert.ok((await visitorIn(house.store, token)).acting.may.has('cases.assign'))
  await giveRoles(house.store, house.landlord, { staffId, roles: ['auditor'] })
  assert.ok(!(await visitorIn(house.store, token)).acting.may.has('cases.assign'))
  await setActive(house.store, house.landlord, { staffId, active: false })
  assert.equal(await visitorWith(house.store, tokenIn(token)), undefined)
  await setActive(house.store, house.landlord, { staffId, active: true })
  assert.equal(await visitorWith(house.store, tokenIn(token)), undefined, 'their sessions stay ended')
})

test('Sessions are ended one by one, all but one, and by an administrator, each at once', async (t) => {
  const house = await open(t)
  const { store, landlord } = house
  const { email, staffId } = await house.person('Ann Archer', 'case officer')
  const tokens = [
    (await house.comesIn(email)).token,
    (await house.comesIn(email)).token,
    (await house.comesIn(email)).token,
  ]
  const [first, second, third] = await Promise.all(tokens.map((token) => visitorIn(store, token)))
  assert.ok(first && second && third)
  const holds = () =>
    Promise.all(tokens.map(async (token) => (await visitorWith(store, tokenIn(token))) !== undefined))
  await endMySessions(store, first.acting, { sessionId: second.sessionId })
  assert.deepEqual(await holds(), [true, false, true])
  await endMySessions(store, first.acting, { allBut: first.sessionId })
  assert.deepEqual(await holds(), [true, false, false])
  assert.equal(done(await listMySessions(store, first.acting)).length, 1)
  await endPersonsSessions(store, landlord, { staffId })
  assert.deepEqual(await holds(), [false, false, false])
})

test('Nobody ends the session of somebody else, or looks after people, without the permission', async (t) => {
  const house = await open(t)
  const ann = await house.person('Ann Archer', 'case officer')
  const bea = await house.person('Bea Baker', 'case officer')
  const anns = await visitorIn(house.store, (await house.comesIn(ann.email)).token)
  const beas = await visitorIn(house.store, (await house.comesIn(bea.email)).token)
  const own = await endMySessions(house.store, anns.acting, { sessionId: beas.sessionId })
  assert.equal(isRefused(own) && own.because, 'not found')
  const all = await endPersonsSessions(house.store, anns.acting, { staffId: bea.staffId })
  assert.equal(isRefused(all) && all.because, 'not allowed')
  const roles = await giveRoles(house.store, anns.acting, { staffId: ann.staffId, roles: ['administrator'] })
  assert.equal(isRefused(roles) && roles.because, 'not allowed')
})

test('Another landlord’s administrator finds nobody here', async (t) => {
  const house = await open(t)
  const other = await house.addLandlord('south-lakes')
  const { staffId } = await house.person('Ann Archer', 'case officer')
  const { store, door } = house
  for (const answer of [
    await findPerson(store, other, { door, staffId }),
    await giveRoles(store, other, { staffId, roles: ['auditor'] }),
    await setActive(store, other, { staffId, active: false }),
    await inviteAgain(store, other, { door, staffId }),
  ])
    assert.equal(isRefused(answer) && answer.because, 'not found')
  assert.deepEqual(done(await listPeople(store, other, { limit: 50 })).people, [])
})

test('People are listed by name, a page at a time, each once', async (t) => {
  const house = await open(t)
  for (const name of ['Cat', 'Ann', 'Bea', 'Ann Too', 'Dee']) await house.person(name, 'auditor')
  const names: string[] = []
  let after: { readonly name: string; readonly staffId: string } | undefined
  do {
    const page = done(await listPeople(house.store, house.landlord, { after, limit: 2 }))
    names.push(...page.people.map(({ name }) => name))
    after = page.next
  } while (after !== undefined)
  assert.deepEqual(names, ['Ann', 'Ann Too', 'Bea', 'Cat', 'Dee'])
})

test('An API key does what its scopes say until it is ended, and only its digest is kept', async (t) => {
  const house = await open(t)
  const { store, landlord } = house
  const { keyId, key } = done(
    await makeKey(store, landlord, { name: 'Telephone system', scopes: ['cases.write'] }),
  )
  const token = parseKey(key)
  assert.ok(token)
  const acting = await actingWithKey(store, token)
  assert.equal(acting?.by, `key:${keyId}`)
  assert.deepEqual([...(acting?.may ?? [])], ['cases.write'])
  const wrong = { ...token, secret: token.secret.replace(/.$/, (last) => (last === '0' ? '1' : '0')) }
  assert.equal(await actingWithKey(store, wrong), undefined)
  assert.equal(await actingWithKey(store, { ...token, landlord: landlord.landlord + 1 }), undefined)
  const [shown] = done(await listKeys(store, landlord))
  assert.equal(shown?.lastUsedOn, parseDay('2026-03-02'))
  assert.ok(!JSON.stringify(shown).includes(token.secret))
  await endKey(store, landlord, { keyId })
  assert.equal(await actingWithKey(store, token), undefined)
})

test('An API key works until the end of its last day', async (t) => {
  const house = await open(t)
  const endsOn = parseDay('2026-03-02')
  const { key } = done(
    await makeKey(house.store, house.landlord, { name: 'Trial', scopes: ['figures.read'], endsOn }),
  )
  const token = parseKey(key)
  assert.ok(token)
  assert.notEqual(await actingWithKey(house.store, token), undefined)
  house.at += 24 * 3_600_000
  assert.equal(await actingWithKey(house.store, token), undefined)
})

test('Every change to people and keys is in the log, which nobody can change or shorten', async (t) => {
  const house = await open(t)
  const { store, landlord } = house
  const { staffId } = await house.person('Ann Archer', 'case officer')
  await giveRoles(store, landlord, { staffId, roles: ['auditor'] })
  const { keyId } = done(await makeKey(store, landlord, { name: 'Trial', scopes: ['figures.read'] }))
  await endKey(store, landlord, { keyId })
  const entries = done(await readPeopleLog(store, landlord, { limit: 10 }))
  assert.deepEqual(
    entries.map(({ did }) => did),
    ['API key ended', 'API key made', 'roles given', 'person added'],
  )
  assert.deepEqual(entries[2]?.detail, { before: ['case officer'], roles: ['auditor'] })
  for (const [name, text] of [
    ['test-change-log', 'update people_log set did = did where landlord = $1'],
    ['test-shorten-log', 'delete from people_log where landlord = $1'],
  ] as const)
    await assert.rejects(
      store.database.transact(landlord, 'people', (tx) => tx.run(statement(name, text), [landlord.landlord])),
      /permission denied/,
    )
})

test('What no longer opens any door is dropped, and nothing else', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'case officer')
  await house.comesIn(email)
  await house.tries('nobody@example.org', 'wrong')
  const early = done(await dropOld(house.store, house.landlord))
  assert.equal(early['sessions'], 0)
  house.at += 40 * 24 * 3_600_000
  const { token } = await house.comesIn(email)
  const late = done(await dropOld(house.store, house.landlord))
  assert.equal(late['sessions'], 1)
  assert.notEqual(await visitorWith(house.store, tokenIn(token)), undefined)
})

test('A contractor’s person who is signed in sees the jobs of their firm, and those alone', async (t) => {
  const house = await open(t)
  const { store, landlord } = house
  await asOwner(
    house,
    `insert into contractors (landlord, contractor_id, name, changed_at, changed_by)
     values (${landlord.landlord}, 'c1', 'Boilers', now(), 'x')`,
  )
  const [theirs = '', others = ''] = await Promise.all(
    [1, 2].map(async () => {
      const act = { type: 'repair-reported', data: { priority: 'routine' } }
      return done(await openCase(store, landlord, { kind: 'repair', act })).caseId
    }),
  )
  done(await recordAct(store, landlord, theirs, { type: 'case-assigned', data: { contractor: 'c1' } }))
  const person = await house.person('Ann Archer', 'auditor')
  done(
    await giveRoles(store, landlord, { staffId: person.staffId, roles: ['contractor'], contractorId: 'c1' }),
  )
  const { acting } = await visitorIn(store, (await house.comesIn(person.email)).token)
  assert.deepEqual(
    done(await listCases(store, acting, {})).map((each) => each.case_id),
    [theirs],
  )
  assert.ok(!isRefused(await readCase(store, acting, theirs)))
  const other = await readCase(store, acting, others)
  assert.equal(isRefused(other) && other.because, 'not found')
})

test('The permissions that a key can be given are those of the core', () => {
  assert.ok(Object.keys(permissions).length > 20)
  assert.equal(parseKey('kept_1_short_00'), undefined)
  assert.equal(parseKey(`kept_0_${'A'.repeat(16)}_${'0'.repeat(64)}`), undefined)
  assert.deepEqual(parseKey(`kept_7_${'A'.repeat(16)}_${'0'.repeat(64)}`), {
    landlord: 7,
    keyId: 'A'.repeat(16),
    secret: '0'.repeat(64),
  })
})

async function asOwner({ url }: House, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

async function open(t: { after: (done: () => Promise<void>) => void }): Promise<House> {
  const house = await openHouse()
  t.after(() => house.close())
  return house
}
