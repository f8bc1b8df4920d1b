import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused } from '#core/refused.ts'
import { askReset, changePassword, choosePassword, isGoodLink } from '#store/people/reset.ts'
import { visitorWith } from '#store/people/sessions.ts'
import { done } from '#test/store/databases.ts'
import { goodPassword, type House, linkIn, openHouse, tokenIn, visitorIn } from './people.ts'

const other = 'seven green kettles'

test('A link from an e-mail sets a password once, and ends every session', async (t) => {
  const house = await open(t)
  const { email, staffId } = await house.person('Ann Archer', 'case officer')
  const { token } = await house.comesIn(email)
  const link = await linkFor(house, email)
  assert.ok(await isGoodLink(house.store, link))
  assert.deepEqual(await choosePassword(house.store, house.door, { token: link, password: other }), {
    staffId,
  })
  assert.equal(await visitorWith(house.store, tokenIn(token)), undefined)
  assert.ok(isRefused(await house.tries(email, goodPassword)))
  assert.ok(!isRefused(await house.tries(email, other)))
  const again = await choosePassword(house.store, house.door, { token: link, password: 'nine orange lamps' })
  assert.equal(isRefused(again) && again.because, 'not found')
})

test('A link sent twice at once sets one password', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'case officer')
  const token = await linkFor(house, email)
  const answers = await Promise.all(
    [other, 'nine orange lamps'].map((password) =>
      choosePassword(house.store, house.door, { token, password }),
    ),
  )
  assert.equal(answers.filter((each) => !isRefused(each)).length, 1)
})

test('A link holds for an hour, and a new one puts the old one out of use', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'case officer')
  const first = await linkFor(house, email)
  const second = await linkFor(house, email)
  assert.equal(await isGoodLink(house.store, first), false)
  house.at += 3_600_000 - 1
  assert.equal(await isGoodLink(house.store, second), true)
  house.at += 1
  assert.equal(await isGoodLink(house.store, second), false)
})

test('Whoever asks for a link is told the same, whether or not there is such a person', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'case officer')
  assert.deepEqual(await asks(house, 'nobody@example.org'), await asks(house, email))
  assert.equal((await house.mail('nobody@example.org')).length, 0)
  assert.equal((await house.mail(email)).length, 1)
})

test('No more than three links an hour are sent to one person', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'case officer')
  for (let times = 1; times <= 6; times++) await asks(house, email)
  assert.equal((await house.mail(email)).length, 3)
})

test('A new password opens a locked door', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'case officer')
  for (let tries = 1; tries <= 11; tries++) await house.tries(email, 'wrong')
  done(await choosePassword(house.store, house.door, { token: await linkFor(house, email), password: other }))
  assert.ok(!isRefused(await house.tries(email, other)))
})

test('A password that others would guess is refused with the reason', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'case officer')
  const token = await linkFor(house, email)
  const refusals: Record<string, string> = {}
  for (const password of [
    'short',
    'Password 1234!',
    'aaaaaaaaaaaa',
    'Ann Archer 2026',
    'ann.archer@example.org',
  ]) {
    const answer = await choosePassword(house.store, house.door, { token, password })
    assert.ok(isRefused(answer) && answer.field === '/password', password)
    refusals[password] = answer.refusal
  }
  assert.deepEqual(refusals, {
    short: 'the password is shorter than 12 characters',
    'Password 1234!': 'many people use this password',
    aaaaaaaaaaaa: 'the password repeats a few characters',
    'Ann Archer 2026': 'the password is little more than your name or e-mail address',
    'ann.archer@example.org': 'the password is little more than your name or e-mail address',
  })
  assert.ok(await isGoodLink(house.store, token), 'a refused password does not use the link up')
})

test('Changing one’s password needs the one before, and ends all other sessions', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'case officer')
  const elsewhere = await house.comesIn(email)
  const here = await house.comesIn(email)
  const visitor = await visitorIn(house.store, here.token)
  const wrong = await changePassword(house.store, house.door, visitor, { now: 'wrong', password: other })
  assert.equal(isRefused(wrong) && wrong.field, '/now')
  done(await changePassword(house.store, house.door, visitor, { now: goodPassword, password: other }))
  assert.equal(await visitorWith(house.store, tokenIn(elsewhere.token)), undefined)
  assert.notEqual(await visitorWith(house.store, tokenIn(here.token)), undefined)
  assert.ok(!isRefused(await house.tries(email, other)))
})

async function asks({ store, door, landlord }: House, email: string) {
  return askReset(store, door, { landlord: landlord.landlord, email, address: '192.0.2.1' })
}

async function linkFor(house: House, email: string) {
  await asks(house, email)
  const mails = await house.mail(email)
  const links = mails.filter(({ text }) => text.includes('choose-password')).map(({ text }) => linkIn(text))
  const good = await Promise.all(links.map((link) => isGoodLink(house.store, link)))
  const link = links[good.indexOf(true)]
  assert.ok(link !== undefined, 'a link was sent that works')
  return link
}

async function open(t: { after: (done: () => Promise<void>) => void }): Promise<House> {
  const house = await openHouse()
  t.after(() => house.close())
  return house
}
