import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused } from '#core/refused.ts'
import { choosePassword } from '#store/people/reset.ts'
import { visitorWith } from '#store/people/sessions.ts'
import { done } from '#test/store/databases.ts'
import { keptInProcess } from './kept-process.ts'
import { linkIn, openHouse, secret, tokenIn } from '#test/store/people/people.ts'

test('Whoever runs the machine adds a person, gives roles, resets and ends sessions', async (t) => {
  const house = await openHouse()
  t.after(() => house.close())
  const kept = (...args: readonly string[]) =>
    keptInProcess(['user', ...args, '--landlord', 'linstone'], {
      DATABASE_URL: house.url,
      KEPT_SECRET: secret,
    })
  const email = 'ann@example.org'
  const added = await kept('add', '--email', email, '--name', 'Ann Archer', '--role', 'case officer')
  assert.equal(added.code, 0, added.err)
  house.at = Date.now()
  const token = linkIn(added.out)
  done(await choosePassword(house.store, house.door, { token, password: 'seven green kettles' }))
  const came = await house.tries(email, 'seven green kettles')
  assert.ok(!isRefused(came))
  const roles = await kept('roles', '--email', email, '--role', 'team leader', 'auditor')
  assert.equal(roles.out, 'ann@example.org is team leader, auditor\n')
  const wrong = await kept('roles', '--email', email, '--role', 'king')
  assert.equal(wrong.code, 2)
  assert.match(wrong.err, /there is no role “king”; choose from contact officer/)
  const list = await kept('list', '--format', 'json')
  assert.match(list.out, /"Ann Archer"/)
  assert.equal((await kept('end-sessions', '--email', email)).out, 'Sessions ended: 1\n')
  assert.equal(await visitorWith(house.store, tokenIn(came.token)), undefined)
  const reset = await kept('reset', '--email', email)
  assert.match(reset.out, /http:\/\/localhost:8020\/choose-password\?link=/)
  const nobody = await kept('reset', '--email', 'nobody@example.org')
  assert.equal(nobody.code, 2)
  assert.match(nobody.err, /there is no such member of staff/)
})
