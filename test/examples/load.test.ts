import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse as parseCsv } from 'csv-parse/sync'
import { systemActing } from '#core/people/acting.ts'
import { roles } from '#core/people/role.ts'
import { figureText } from '#core/promises/shown-figure.ts'
import { landlordsOf } from '#store/landlords.ts'
import { readFigures } from '#store/ledger/figures.ts'
import { listCases } from '#store/ledger/list-cases.ts'
import { openDoor } from '#store/people/door.ts'
import { readReturns } from '#store/returns/read-returns.ts'
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
  for (const { landlord } of landlords) {
    assert.ok((await casesOf(store, landlord)) > 10)
    await hasEveryFigure(store, landlord)
    await hasCheckedReturns(store, landlord)
  }
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

/** Every clause that is measured, and not by a clock or a rule, has a figure, or says that there is nothing to count. */
async function hasEveryFigure(store: Store, landlord: number): Promise<void> {
  const { pack, promises } = done(await readFigures(store, systemActing(landlord), { by: 'month' }))
  const prefix = /^[A-Z]+-/.exec(promises[0]?.promise.id ?? '')?.[0] ?? 'none'
  const clauses = register.filter(
    ({ id, kind }) => id.startsWith(prefix) && kind !== 'clock' && kind !== 'rule',
  )
  assert.ok(clauses.length > 20, `${pack.id} has ${clauses.length} such clauses`)
  for (const { id, kind } of clauses) {
    const found = promises.find(({ promise }) => promise.id === id)
    assert.ok(found, `${id} is measured`)
    assert.equal(found.promise.measure, kind, id)
    const text = figureText(found.promise, found.whole)
    assert.match(text, found.whole.counted === 0 ? /^nothing to count$/ : /\d/, id)
  }
}

/** Figures of the last months were typed in by one and checked by another, and one waits for its check. */
async function hasCheckedReturns(store: Store, landlord: number): Promise<void> {
  const { lines, waitingIn, month } = done(await readReturns(store, systemActing(landlord)))
  if (lines.every(({ state }) => state === 'from cases')) return
  assert.deepEqual(waitingIn, [month])
  assert.equal(lines.filter(({ state }) => state === 'to be checked').length, 1)
  const before = [month - 1, month - 2].map(async (each) => {
    const shown = done(await readReturns(store, systemActing(landlord), { month: each }))
    return shown.lines.flatMap(({ checked }) => checked)
  })
  const figures = (await Promise.all(before)).flat()
  assert.ok(figures.length > 0)
  for (const { author, checker, isUnchecked } of figures) {
    assert.equal(isUnchecked, false)
    assert.notEqual(author, checker)
  }
}

const register: readonly { readonly id: string; readonly kind: string }[] = parseCsv(
  readFileSync(new URL('../register.csv', import.meta.url)),
  { columns: true },
)

async function casesOf(store: Store, landlord: number): Promise<number> {
  return done(await listCases(store, systemActing(landlord), {})).length
}
