import assert from 'node:assert/strict'
import { statement } from '#store/statement.ts'
import { eachDatabase } from './databases.ts'

eachDatabase(
  'Of statements that are sent together, the first that fails says why, wherever it is waited for',
  async (open) => {
    const { store, addLandlord } = await open()
    const acting = await addLandlord()
    // Many at once, so that answers lie there together when we come to them; no more than get a connection each, since who waits
    // for one too long is told that instead.
    for (let round = 0; round < 20; round++)
      await Promise.all(
        Array.from({ length: 10 }, async () => {
          const work = store.database.transact(acting, 'cases.read', async (tx) => {
            const first = afterLinks(5, () => tx.run(cannotBe))
            return (await Promise.all([first, tx.run(canBe), tx.run(canBe)])).flat()
          })
          await assert.rejects(work, /division by zero/)
        }),
      )
    const done = await store.database.transact(acting, 'cases.read', (tx) => tx.run(canBe))
    assert.deepEqual(done, [{ one: 1 }])
  },
)

eachDatabase(
  'What is asked for once the work is over is refused, and never done in the work of somebody else',
  async (open) => {
    const { store, addLandlord } = await open()
    const acting = await addLandlord()
    let late: Promise<unknown> = Promise.resolve()
    const work = store.database.transact(acting, 'cases.read', async (tx) => {
      late = new Promise((resume) => setTimeout(resume, 50)).then(() => tx.run(canBe))
      late.catch(() => {})
      return Promise.all([late, tx.run(cannotBe)])
    })
    await assert.rejects(work, /division by zero/)
    await assert.rejects(late, /transaction is over/)
  },
)

eachDatabase('What the database took back is never said to be done', async (open) => {
  const { store, addLandlord } = await open()
  const acting = await addLandlord()
  const work = store.database.transact(acting, 'cases.read', (tx) => tx.run(cannotBe).catch(() => []))
  await assert.rejects(work, /division by zero/)
})

eachDatabase('A transaction that cannot begin says why', async (open) => {
  const { store, addLandlord } = await open()
  const acting = await addLandlord()
  const how = { longestStatement: -5 }
  const work = store.database.transact(acting, 'cases.read', (tx) => tx.run(canBe), how)
  await assert.rejects(work, /outside the valid range/)
})

async function afterLinks<Done>(links: number, work: () => Promise<Done>): Promise<Done> {
  return links === 0 ? work() : afterLinks(links - 1, work)
}

const cannotBe = statement('one-by-nothing', 'select 1 / 0 as one')

const canBe = statement<{ readonly one: number }>('one', 'select 1 as one')
