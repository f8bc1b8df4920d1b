import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused, refused } from '#core/refused.ts'
import type { Task } from '#jobs/task.ts'
import { enqueue } from '#store/jobs/enqueue.ts'
import { countJobs, listJobs, runAgain } from '#store/jobs/list-jobs.ts'
import { listTaskRuns } from '#store/jobs/task-runs.ts'
import { done, eachDatabase, openTestStore } from '../store/databases.ts'
import { add, asOwner, counted, counting, landlordIn, until, work } from './ground.ts'

eachDatabase(
  'a job added in a transaction that is rolled back is not there, and is never done',
  async (open) => {
    const opened = await open()
    const { store, url } = opened
    const acting = await landlordIn(opened)
    const undone = await store.database.transact(acting, 'jobs.write', async (tx) => {
      await enqueue(tx, { task: 'count' })
      return refused('not valid', 'changed our mind')
    })
    assert.ok(isRefused(undone))
    await assert.rejects(
      store.database.transact(acting, 'jobs.write', async (tx) => {
        await enqueue(tx, { task: 'count' })
        throw new Error('something broke')
      }),
    )
    assert.deepEqual(await asOwner(url, 'select * from graphile_worker.jobs'), [])
    await add(store, acting, { task: 'count' })
    assert.equal(done(await listJobs(store, acting)).length, 1)
  },
)

test('a job is done on behalf of the landlord that added it, with what it was given', async (t) => {
  const opened = await openTestStore()
  const [one, other] = [await landlordIn(opened, 'linstone'), await landlordIn(opened, 'mount-green')]
  const task = counting('count')
  await add(opened.store, one, { task: 'count', payload: { of: 'one' } })
  await add(opened.store, other, { task: 'count', payload: { of: 'other' } })
  await work(t, opened, [task])
  const { url } = opened
  await until(
    'both are done',
    async () => (await asOwner(url, 'select * from graphile_worker.jobs')).length === 0,
  )
  assert.deepEqual(await counted(url, one.landlord, 'count'), { '{"of":"one"}': 1 })
  assert.deepEqual(await counted(url, other.landlord, 'count'), { '{"of":"other"}': 1 })
})

test('nobody can add a job for another landlord, whatever they put in it', async () => {
  const opened = await openTestStore()
  const { store, url, close } = opened
  const [one, other] = [await landlordIn(opened, 'linstone'), await landlordIn(opened, 'mount-green')]
  await add(store, one, { task: 'count', payload: { landlord: other.landlord }, key: 'k' })
  await add(store, other, { task: 'count', key: 'k' })
  const rows = await asOwner<{ payload: unknown }>(
    url,
    'select payload from graphile_worker._private_jobs order by id',
  )
  assert.deepEqual(
    rows.map(({ payload }) => payload),
    [
      { landlord: one.landlord, asked: { landlord: other.landlord } },
      { landlord: other.landlord, asked: {} },
    ],
  )
  await assert.rejects(
    store.database.outside({
      name: 'no-landlord',
      text: "select kept_enqueue('count', '{}', null, null, false)",
    }),
    /belongs to a landlord/,
  )
  await assert.rejects(
    store.database.outside({ name: 'queue-itself', text: 'select * from graphile_worker._private_jobs' }),
    /permission denied/,
  )
  await close()
})

test('of jobs with the same key, only the last that was added is done', async () => {
  const opened = await openTestStore()
  const { store, close } = opened
  const acting = await landlordIn(opened)
  const later = store.now() + 3_600_000
  await add(store, acting, { task: 'count', key: 'k', payload: 1, runAt: later })
  await add(store, acting, { task: 'count', key: 'k', payload: 2, runAt: later + 1 })
  await add(store, acting, { task: 'other', key: 'k', payload: 3, runAt: later })
  const jobs = done(await listJobs(store, acting))
  assert.deepEqual(
    jobs.map(({ task, state, runAt }) => [task, state, runAt - later]),
    [
      ['other', 'later', 0],
      ['count', 'later', 1],
    ],
  )
  await close()
})

test('what comes round is not added again while it is there, but is once it has failed for good', async () => {
  const opened = await openTestStore()
  const { store, url, close } = opened
  const acting = await landlordIn(opened)
  const job = { task: 'count', key: 'comes round', unlessThere: true }
  await add(store, acting, job)
  await asOwner(url, `update graphile_worker._private_jobs set attempts = 3, last_error = 'broken'`)
  await add(store, acting, job)
  const [only, ...more] = done(await listJobs(store, acting))
  assert.deepEqual(
    [only?.state, only?.tries, only?.failedWhy, more.length],
    ['to be tried again', 3, 'broken', 0],
  )
  await asOwner(url, 'update graphile_worker._private_jobs set attempts = max_attempts')
  await add(store, acting, job)
  assert.deepEqual(done(await countJobs(store, acting)), {
    waiting: 1,
    later: 0,
    running: 0,
    'to be tried again': 0,
    failed: 1,
  })
  await close()
})

test('a job that fails is tried again, says why, and after its last try can be run again by hand', async (t) => {
  const opened = await openTestStore()
  const { store, url } = opened
  const acting = await landlordIn(opened)
  let broken = true
  const task: Task = {
    name: 'fragile',
    says: 'fails for a while',
    run: async () => (broken ? refused('not found', 'the other end is away', 'wait for it') : undefined),
  }
  await work(t, opened, [task])
  await add(store, acting, { task: 'fragile' })
  const failing = async () =>
    done(await listJobs(store, acting)).some(({ tries, state }) => tries > 0 && state !== 'running')
  await until('it has failed once', failing)
  const [tried] = done(await listJobs(store, acting))
  assert.equal(tried?.state, 'to be tried again')
  assert.equal(tried.failedWhy, 'the other end is away; wait for it')
  assert.ok(tried.runAt > tried.madeAt, 'it waits before the next try')
  assert.ok(isRefused(await runAgain(store, acting, tried.jobId)), 'it has tries left: it needs no help')

  await asOwner(url, 'update graphile_worker._private_jobs set attempts = max_attempts')
  assert.equal(done(await countJobs(store, acting)).failed, 1)
  const [runs] = done(await listTaskRuns(store, acting))
  assert.deepEqual(
    [runs?.task, runs?.failuresInARow, runs?.failedWhy],
    ['fragile', 1, 'the other end is away; wait for it'],
  )

  broken = false
  assert.deepEqual(await runAgain(store, acting, tried.jobId), { jobId: tried.jobId })
  await until('it is done', async () => done(await listJobs(store, acting)).length === 0)
  const [after] = done(await listTaskRuns(store, acting))
  assert.deepEqual([after?.runs, after?.failures, after?.failuresInARow], [2, 1, 0])
})

test('another landlord neither sees a job nor runs it again', async () => {
  const opened = await openTestStore()
  const { store, url, close } = opened
  const [one, other] = [await landlordIn(opened, 'linstone'), await landlordIn(opened, 'mount-green')]
  await add(store, one, { task: 'count' })
  await asOwner(url, 'update graphile_worker._private_jobs set attempts = max_attempts')
  const [job] = done(await listJobs(store, one))
  assert.ok(job)
  assert.deepEqual(done(await listJobs(store, other)), [])
  const refusal = await runAgain(store, other, job.jobId)
  assert.ok(isRefused(refusal) && refusal.because === 'not found')
  assert.equal(done(await countJobs(store, one)).failed, 1)
  await close()
})

test('jobs are listed page by page, the newest first', async () => {
  const opened = await openTestStore()
  const { store, close } = opened
  const acting = await landlordIn(opened)
  for (let n = 0; n < 5; n++) await add(store, acting, { task: `t${n}` })
  const first = done(await listJobs(store, acting, { limit: 3 }))
  const second = done(await listJobs(store, acting, { limit: 3, after: first.at(-1)?.jobId ?? 0 }))
  assert.deepEqual(
    [...first, ...second].map(({ task }) => task),
    ['t4', 't3', 't2', 't1', 't0'],
  )
  await close()
})
