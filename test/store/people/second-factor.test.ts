import assert from 'node:assert/strict'
import { test } from 'node:test'
import { permissions } from '#core/people/permission.ts'
import { type Role, roles } from '#core/people/role.ts'
import { isRefused } from '#core/refused.ts'
import { giveRoles, takeSecondFactorAway } from '#store/people/change-people.ts'
import { passSecondFactor, renewRecoveryCodes } from '#store/people/second-factor.ts'
import { visitorWith } from '#store/people/sessions.ts'
import { done } from '#test/store/databases.ts'
import { codeOf, type House, openHouse, setUpSecondFactor, tokenIn, visitorIn } from './people.ts'

test('Roles whose loss is everybody’s need a second factor, and the others do not', async (t) => {
  const house = await open(t)
  const standings: Partial<Record<Role, string>> = {}
  for (const role of Object.keys(roles).filter((each) => each !== 'contractor') as Role[]) {
    const { email } = await house.person(`Person ${role}`, role)
    standings[role] = (await house.comesIn(email)).standing
  }
  const needed = 'set up second factor'
  assert.deepEqual(standings, {
    'contact officer': 'in',
    'case officer': 'in',
    'team leader': 'in',
    'complaints officer': 'in',
    'performance officer': 'in',
    publisher: needed,
    observer: 'in',
    'panel member': 'in',
    'data-protection officer': needed,
    auditor: 'in',
    administrator: needed,
  })
})

test('Nobody may do anything half way', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'administrator')
  const visitor = await visitorIn(house.store, (await house.comesIn(email)).token)
  assert.equal(visitor.standing, 'set up second factor')
  assert.deepEqual([...visitor.acting.may], [])
})

test('Half a sign-in is over after a quarter of an hour', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'administrator')
  const { token } = await house.comesIn(email)
  house.at += 15 * 60_000
  assert.equal(await visitorWith(house.store, tokenIn(token)), undefined)
})

test('A code lets somebody in once, and neither it nor an earlier one is taken again', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'administrator')
  const { secret, token } = await setUpSecondFactor(house, await house.comesIn(email))
  assert.equal((await visitorIn(house.store, token)).standing, 'in')
  const setUpWith = await codeOf(secret, house.at)
  assert.ok(isRefused(await passes(house, email, setUpWith)), 'the code of the set-up is used up')
  house.at += 60_000
  const code = await codeOf(secret, house.at)
  const first = await passes(house, email, code)
  assert.equal(isRefused(first) ? first : first.standing, 'in')
  assert.ok(isRefused(await passes(house, email, code)), 'used again')
  assert.ok(isRefused(await passes(house, email, await codeOf(secret, house.at - 30_000))), 'an earlier one')
  house.at += 30_000
  assert.ok(!isRefused(await passes(house, email, await codeOf(secret, house.at))), 'the next one')
})

test('The same code sent many times at once lets in one', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'administrator')
  const { secret } = await setUpSecondFactor(house, await house.comesIn(email))
  house.at += 60_000
  const came = await Promise.all(Array.from({ length: 4 }, () => house.comesIn(email)))
  const code = await codeOf(secret, house.at)
  const answers = await Promise.all(came.map(({ token }) => passWith(house, token, code)))
  assert.equal(answers.filter((each) => !isRefused(each)).length, 1)
})

test('Wrong codes lock the door like wrong passwords', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'administrator')
  const { secret } = await setUpSecondFactor(house, await house.comesIn(email))
  house.at += 60_000
  const { token } = await house.comesIn(email)
  for (let tries = 1; tries <= 9; tries++) assert.ok(isRefused(await passWith(house, token, '000000')))
  const right = await passWith(house, token, await codeOf(secret, house.at))
  assert.equal(isRefused(right) && right.because, 'too many')
})

test('A recovery code stands in for a code of the app, once, and its owner is told', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'administrator')
  const { recoveryCodes } = await setUpSecondFactor(house, await house.comesIn(email))
  assert.equal(new Set(recoveryCodes).size, 10)
  const [code = ''] = recoveryCodes
  const came = done(await passes(house, email, code.toLowerCase().replace('-', ' ')))
  const visitor = await visitorIn(house.store, came.token)
  assert.equal(visitor.standing, 'in')
  assert.equal(visitor.recoveryCodes, 9)
  assert.ok(isRefused(await passes(house, email, code)))
  assert.ok((await house.mail(email)).some(({ text }) => text.includes('recovery codes was used')))
})

test('New recovery codes put the old ones out of use', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'administrator')
  const { recoveryCodes, token } = await setUpSecondFactor(house, await house.comesIn(email))
  const renewed = done(await renewRecoveryCodes(house.store, house.door, await visitorIn(house.store, token)))
  assert.ok(isRefused(await passes(house, email, recoveryCodes[0] ?? '')))
  assert.ok(!isRefused(await passes(house, email, renewed[0] ?? '')))
})

test('A role given since asks for a second factor with the next request', async (t) => {
  const house = await open(t)
  const { email, staffId } = await house.person('Ann Archer', 'case officer')
  const { token } = await house.comesIn(email)
  await giveRoles(house.store, house.landlord, { staffId, roles: ['case officer', 'publisher'] })
  const visitor = await visitorIn(house.store, token)
  assert.equal(visitor.standing, 'set up second factor')
  assert.equal(visitor.acting.may.size, 0)
})

test('Setting up a second factor ends the sessions that had none', async (t) => {
  const house = await open(t)
  const { email } = await house.person('Ann Archer', 'case officer')
  const elsewhere = await house.comesIn(email)
  await setUpSecondFactor(house, await house.comesIn(email))
  assert.equal(await visitorWith(house.store, tokenIn(elsewhere.token)), undefined)
})

test('Who lost their telephone starts anew once an administrator took the second factor away', async (t) => {
  const house = await open(t)
  const { email, staffId } = await house.person('Ann Archer', 'administrator')
  const { token } = await setUpSecondFactor(house, await house.comesIn(email))
  await takeSecondFactorAway(house.store, house.landlord, { staffId })
  assert.equal(await visitorWith(house.store, tokenIn(token)), undefined)
  assert.equal((await house.comesIn(email)).standing, 'set up second factor')
})

test('The secret of an app is sealed: the database alone does not tell it', async (t) => {
  const house = await open(t)
  const { box } = house.door
  const sealed = box.seal('JBSWY3DP', 'totp 1 a')
  assert.equal(sealed.includes('JBSWY3DP'), false)
  assert.equal(box.open(sealed, 'totp 1 a'), 'JBSWY3DP')
  assert.equal(box.open(sealed, 'totp 1 b'), undefined)
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
  assert.equal(box.open(sealed, 'totp 1 a'), undefined)
})

test('Each role may do what the core says it may, and nothing else', async (t) => {
  const house = await open(t)
  for (const [role, { may }] of Object.entries(roles)) {
    if (role === 'contractor') continue
    const { email } = await house.person(`Person ${role}`, role as Role)
    const came = await house.comesIn(email)
    const { token } = came.standing === 'in' ? came : await setUpSecondFactor(house, came)
    const { acting } = await visitorIn(house.store, token)
    for (const permission of Object.keys(permissions))
      assert.equal(
        acting.may.has(permission as never),
        (may as readonly string[]).includes(permission),
        `${role}: ${permission}`,
      )
  }
})

async function passes(house: House, email: string, code: string) {
  return passWith(house, (await house.comesIn(email)).token, code)
}

async function passWith(house: House, token: string, code: string) {
  const visitor = await visitorIn(house.store, token)
  const came = { visitor, token: tokenIn(token), browser: 'Firefox on Linux' }
  return passSecondFactor(house.store, house.door, came, code)
}

async function open(t: { after: (done: () => Promise<void>) => void }): Promise<House> {
  const house = await openHouse()
  t.after(() => house.close())
  return house
}
