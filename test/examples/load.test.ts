import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemActing } from '#core/people/acting.ts'
import { roles } from '#core/people/role.ts'
import { landlordsOf } from '#store/landlords.ts'
import { listCases } from '#store/ledger/list-cases.ts'
import { openDoor } from '#store/people/door.ts'
import { signIn } from '#store/people/sign-in.ts'
import type { Store } from '#store/store.ts'
import { done, openTestStore } from '#test/store/databases.ts'
import { demoEmail, demoPassword } from '../../scripts/demo-staff.ts'
import { loadExample } from '../../scripts/load-example.ts'

const door = openDoor({ secret: 'a secret of thirty-two characters', origin: 'http://localhost' })
const small = { door, say: () => {}, scale: 0.005 }

// What loading and recording do is tried on each kind of database elsewhere; this is about what the example does.

test('The example year is loaded once for five landlords, with somebody of each role', async () => {
  const { store } = await openTestStore()
  assert.equal(await loadExample({ ...small, store }), 'loaded')
  const landlords = await landlordsOf(store)
  assert.equal(landlords.length, 5)
  for (const { landlord } of landlords) assert.ok((await casesOf(store, landlord)) > 10)
  const [{ landlord, slug } = { landlord: 0, slug: '' }] = landlords
  for (const role of Object.keys(roles) as (keyof typeof roles)[]) {
    const asked = { landlord, email: demoEmail(role, slug), password: demoPassword(door) }
    done(await signIn(store, door, { ...asked, address: '127.0.0.1', browser: 'a browser' }))
  }
  assert.equal(await loadExample({ ...small, store }), 'there')
})

test('A database in which somebody works already is left as it is', async () => {
  const { store, addLandlord } = await openTestStore()
  await addLandlord('somebody')
  assert.equal(await loadExample({ ...small, store }), 'not ours')
  assert.equal((await landlordsOf(store)).length, 1)
})

async function casesOf(store: Store, landlord: number): Promise<number> {
  return done(await listCases(store, systemActing(landlord), {})).length
}
