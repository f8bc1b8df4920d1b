import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { pacedLooks } from '#http/live/paced-looks.ts'

test('Open pages look a few at a time, each in its turn, so that they never hold every connection', async () => {
  const looks = pacedLooks(3_000)
  const begun: number[] = []
  const ends = Array.from({ length: 5 }, () => Promise.withResolvers<void>())
  const all = ends.map(({ promise }, n) =>
    looks.look(async () => {
      begun.push(n)
      await promise
      return n
    }),
  )
  deepEqual(begun, [0, 1, 2])
  ends[1]?.resolve()
  await all[1]
  ends[0]?.resolve()
  await all[0]
  deepEqual(begun, [0, 1, 2, 3, 4])
  for (const { resolve } of ends) resolve()
  deepEqual(await Promise.all(all), [0, 1, 2, 3, 4])
})

test('A look that fails makes room for the next', async () => {
  const looks = pacedLooks(3_000)
  const fails = () => looks.look(() => Promise.reject(new Error('the database is away')))
  const all = Array.from({ length: 7 }, fails)
  await Promise.all(all.map((each) => rejects(each, /away/)))
  equal(await looks.look(async () => 'seen'), 'seen')
})

test('A page that is open looks every so often, and never waits longer than half a minute', async () => {
  const looks = pacedLooks(3_000)
  equal(looks.pauseWith(2_000), 3_000)
  await looks.look(async () => 'seen')
  equal(looks.pauseWith(0), 3_000)
  equal(looks.pauseWith(1_000_000_000), 30_000)
})
