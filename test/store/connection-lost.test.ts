import assert from 'node:assert/strict'
import { landlordsOf } from '#store/landlords.ts'
import { statement } from '#store/statement.ts'
import { asOwner } from '#test/wall/as-owner.ts'
import { eachDatabase } from './databases.ts'

eachDatabase(
  'A connection lost between two statements of some work fails that work, and nothing else',
  async (open) => {
    const { store, url, addLandlord } = await open()
    const acting = await addLandlord()
    const work = store.database.transact(acting, 'cases.read', async (tx) => {
      const [own] = await tx.run(ownProcess)
      await asOwner(url, `select pg_terminate_backend(${own?.pid}, 120000)`)
      // The connection says that it is gone while nobody waits for a statement.
      await new Promise((resume) => setImmediate(resume))
      return tx.run(ownProcess)
    })
    await assert.rejects(work, /terminating connection|not queryable|Connection terminated/)
    assert.equal((await landlordsOf(store)).length, 1)
  },
)

const ownProcess = statement<{ readonly pid: number }>('own-process', 'select pg_backend_pid() as pid')
