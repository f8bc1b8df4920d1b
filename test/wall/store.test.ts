import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { isRefused } from '#core/refused.ts'
import { openTestStore } from '#test/store/databases.ts'
import { digestsOf } from './as-owner.ts'
import { storeFunctions } from './store-functions.ts'
import { refusedAsNotFound, showsOnlyOwn } from './tries.ts'
import { mark, type TwoLandlords, twoLandlords } from './two-landlords.ts'

let ground: TwoLandlords
before(async () => {
  ground = await twoLandlords(await openTestStore())
})

test('Every function of the store that acts for somebody is tried across the wall', () => {
  const tried = new Set([...Object.keys(refusedAsNotFound), ...Object.keys(showsOnlyOwn)])
  const functions = storeFunctions()
  assert.ok(functions.length > 60, `only ${functions.length} functions were found`)
  assert.deepEqual(
    functions.filter((name) => !tried.has(name)),
    [],
    'say in test/wall/tries.ts how these are tried: with an id of the other landlord, which must be “not found”, or to show only one’s own',
  )
  assert.deepEqual(
    [...tried].filter((name) => !functions.includes(name)),
    [],
    'these are tried in test/wall/tries.ts, but the store has them no more',
  )
})

test('The id of something of another landlord is not found, whatever is done with it', async () => {
  const was = await digestsOf(ground.url, ground.a.landlord)
  for (const [name, attempt] of Object.entries(refusedAsNotFound)) {
    const result = await attempt(ground, ground.b)
    await assertUntouched(name, was)
    assert.ok(isRefused(result), `${name} did something: ${JSON.stringify(result)?.slice(0, 300)}`)
    assert.equal(result.because, 'not found', `${name}: ${result.refusal}`)
  }
})

test('What a landlord lists, changes or takes out holds nothing of another’s', async () => {
  const was = await digestsOf(ground.url, ground.a.landlord)
  for (const [name, attempt] of Object.entries(showsOnlyOwn)) {
    const result = await attempt(ground, ground.b)
    await assertUntouched(name, was)
    const shown = isRefused(result) ? result.refusal : (JSON.stringify(result) ?? '')
    for (const secret of secrets()) assert.ok(!shown.includes(secret), `${name} gave ${secret}`)
  }
})

test('Whose they are may do all of it, so that nothing above was found missing for another reason', async () => {
  for (const [name, attempt] of Object.entries(refusedAsNotFound)) {
    const result = await attempt(ground, ground.a)
    const because = isRefused(result) ? result.because : 'done'
    assert.notEqual(because, 'not found', `${name} is not found by its own landlord`)
    assert.notEqual(because, 'not allowed', `${name} is not allowed to its own landlord`)
  }
})

async function assertUntouched(name: string, was: Readonly<Record<string, string>>): Promise<void> {
  const is = await digestsOf(ground.url, ground.a.landlord)
  assert.deepEqual(is, was, `${name} changed rows of the other landlord`)
}

/** What of A’s must never be seen: ids that B did not name itself, and A’s names and words. */
function secrets(): readonly string[] {
  const { words, attachment, import: imported, key, session, mail } = ground.ids
  return [`${mark} `, `${mark}’`, `${mark}.`, words, attachment, imported, key, session, mail]
}
