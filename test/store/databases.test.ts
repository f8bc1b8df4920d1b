import assert from 'node:assert/strict'
import { landlordsOf } from '#store/landlords.ts'
import { eachDatabase } from './databases.ts'

eachDatabase('Each test has an empty database of its own, and landlords with their packs', async (open) => {
  const [one, other] = [await open(), await open()]
  const first = await one.addLandlord()
  const second = await one.addLandlord('second-landlord')
  assert.notEqual(first.landlord, second.landlord)
  assert.deepEqual((await landlordsOf(one.store)).map(({ slug }) => slug).sort(), [
    'linstone',
    'second-landlord',
  ])
  assert.deepEqual(await landlordsOf(other.store), [])
})
