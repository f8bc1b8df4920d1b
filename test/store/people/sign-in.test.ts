import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused } from '#core/refused.ts'
import { unlock } from '#store/people/change-people.ts'
import type { Passwords } from '#store/people/password.ts'
import { visitorWith } from '#store/people/sessions.ts'
import { signIn } from '#store/people/sign-in.ts'
import { testServers } from '#test/store/servers.ts'
import { goodPassword, type House, openHouse, tokenIn, visitorIn } from './people.ts'

for (const { name, says, skip } of testServers)
  test(`Staff sign in with e-mail address and password (${says})`, { skip }, async (t) => {
    const house = await openHouse(name)
    t.after(() => house.close())
    const { email, staffId } = await house.person('Ann Archer', 'case officer')
    const { token, standing } = await house.comesIn(`  ${email.toUpperCase()} `)
    assert.equal(standing, 'in')
    const visitor = await visitorIn(house.store, token)
    assert.equal(visitor.acting.staffId, staffId)
    assert.equal(visitor.acting.by, `staff:${staffId}`)
    assert.ok(visitor.acting.may.has('cases.write'))
    assert.ok(!visitor.acting.may.has('people'))
  })

test('A wrong password, an unknown address and somebody stopped are told the same', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'case officer')
  const stopped = await house.person('Bea Baker', 'case officer')
  const { setActive } = await import('#store/people/change-people.ts')
  await setActive(house.store, house.landlord, { staffId: stopped.staffId, active: false })
  const answers = await Promise.all([
    house.tries(email, 'not the password'),
    house.tries('nobody@example.org'),
    house.tries(stopped.email),
  ])
  assert.deepEqual(answers[1], answers[0])
  assert.deepEqual(answers[2], answers[0])
  assert.ok(isRefused(answers[0]))
})

test('A hash is worked out whether or not there is such a person', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'case officer')
  const against: (string | undefined)[] = []
  const passwords: Passwords = {
    hashOf: (password) => house.door.passwords.hashOf(password),
    isRight: async (password, hashed) => {
      against.push(hashed)
      return house.door.passwords.isRight(password, hashed)
    },
  }
  for (const each of [email, 'nobody@example.org'])
    await signIn(
      house.store,
      { ...house.door, passwords },
      {
        landlord: house.landlord.landlord,
        email: each,
        password: 'wrong',
        address: '192.0.2.1',
        browser: '',
      },
    )
  assert.match(against[0] ?? '', /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.equal(against[1], undefined)
  assert.equal(against.length, 2)
  assert.equal(await house.door.passwords.isRight('the password of nobody at all', undefined), false)
})

test('Ten wrong tries lock the door, for longer each time, and its owner is told', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'case officer')
  for (const minutes of [15, 30]) {
    for (let tries = 1; tries <= 10; tries++) assertBecause(await house.tries(email, 'wrong'), 'not allowed')
    const locked = await house.tries(email)
    assertBecause(locked, 'too many')
    assert.ok(isRefused(locked) && locked.fix?.includes(`${minutes} minutes`), JSON.stringify(locked))
    house.at += (minutes - 1) * 60_000
    assertBecause(await house.tries(email), 'too many')
    house.at += 61_000
  }
  assert.equal((await house.comesIn(email)).standing, 'in')
  const mail = await house.mail(email)
  assert.deepEqual(
    mail.map(({ subject }) => subject),
    ['Your sign-in to Kept is locked for a while', 'Your sign-in to Kept is locked for a while'],
  )
})

test('Somebody who is not there is locked out in the same words, and nobody is told', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'case officer')
  for (const each of [email, 'nobody@example.org'])
    for (let tries = 1; tries <= 10; tries++) await house.tries(each, 'wrong', `192.0.2.${tries}`)
  assert.deepEqual(await house.tries('nobody@example.org'), await house.tries(email))
  assert.equal((await house.mail('nobody@example.org')).length, 0)
})

test('Tries at the same moment are each counted', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'case officer')
  const answers = await Promise.all(Array.from({ length: 15 }, () => house.tries(email, 'wrong')))
  const told = answers.map((each) => (isRefused(each) ? each.because : 'in'))
  assert.equal(told.filter((because) => because === 'not allowed').length, 10)
  assert.equal(told.filter((because) => because === 'too many').length, 5)
})

test('An administrator unlocks a door before its time', async (t) => {
  const house = await open(t)
  const { email, staffId } = await house.person('Ann Archer', 'case officer')
  for (let tries = 1; tries <= 11; tries++) await house.tries(email, 'wrong')
  assertBecause(await house.tries(email), 'too many')
  await unlock(house.store, house.landlord, { door: house.door, staffId })
  assert.equal((await house.comesIn(email)).standing, 'in')
})

test('One address may try for many people, but not without end', async (t) => {
  const house = await open(t)
  for (let tries = 1; tries <= 100; tries++)
    assertBecause(await house.tries(`person${tries}@example.org`, 'wrong'), 'not allowed')
  assertBecause(await house.tries('another@example.org', 'wrong'), 'too many')
  assertBecause(await house.tries('another@example.org', 'wrong', '192.0.2.2'), 'not allowed')
})

test('A session ends when idle for twelve hours, and after seven days in any case', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'case officer')
  const hour = 3_600_000
  const idle = tokenIn((await house.comesIn(email)).token)
  house.at += 11 * hour
  assert.notEqual(await visitorWith(house.store, idle), undefined)
  house.at += 11 * hour
  assert.notEqual(await visitorWith(house.store, idle), undefined, 'being seen counts')
  house.at += 12 * hour
  assert.equal(await visitorWith(house.store, idle), undefined)
  const busy = tokenIn((await house.comesIn(email)).token)
  for (let hours = 0; hours < 7 * 24 - 8; hours += 8) {
    house.at += 8 * hour
    assert.notEqual(await visitorWith(house.store, busy), undefined)
  }
  house.at += 8 * hour
  assert.equal(await visitorWith(house.store, busy), undefined)
})

test('A token of another landlord opens nothing, whatever its number', async (t) => {
  const house = await open(t)
  const other = await house.addLandlord('south-lakes')
  const { email } = await house.person('Ann Archer', 'case officer')
  const token = tokenIn((await house.comesIn(email)).token)
  assert.equal(await visitorWith(house.store, { ...token, landlord: other.landlord }), undefined)
  assert.equal(await visitorWith(house.store, { ...token, landlord: 999_999 }), undefined)
  const elsewhere = await signIn(house.store, house.door, {
    landlord: other.landlord,
    email,
    password: goodPassword,
    address: '192.0.2.1',
    browser: '',
  })
  assertBecause(elsewhere, 'not allowed')
})

async function open(t: { after: (done: () => Promise<void>) => void }): Promise<House> {
  const house = await openHouse()
  t.after(() => house.close())
  return house
}

function assertBecause(value: unknown, because: string): void {
  assert.equal(isRefused(value) ? value.because : value, because)
}
