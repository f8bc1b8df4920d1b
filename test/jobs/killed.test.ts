import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { utcDay } from '#core/time/instant.ts'
import { folder } from '#jobs/mail/folder.ts'
import { handingOverMail } from '#jobs/tasks/hand-over-mail.ts'
import { countJobs, listJobs } from '#store/jobs/list-jobs.ts'
import { outboxState } from '#store/jobs/list-mail.ts'
import { done, openTestStore, type TestStore } from '../store/databases.ts'
import { testServers } from '../store/servers.ts'
import { asOwner, counting, add, counted, landlordIn, post, until, work } from './ground.ts'

const child = fileURLToPath(new URL('./worker-child.ts', import.meta.url))

/** A worker that is in the middle of a job. */
async function stuckWorker({ url }: TestStore, path: string): Promise<ChildProcess> {
  const worker = fork(child, [url, path], { execArgv: ['--import', 'tsx'] })
  const ended = once(worker, 'exit').then(() => assert.fail('the worker ended by itself'))
  await Promise.race([once(worker, 'message'), ended])
  ended.catch(() => {})
  return worker
}

for (const { name, says, skip } of testServers)
  test(`a job whose worker is killed in the middle is done by another, with its effect once (${says})`, {
    skip,
  }, async (t) => {
    const opened = await openTestStore(name)
    const { store } = opened
    const path = await mkdtemp(join(tmpdir(), 'kept-mail-'))
    t.after(() => rm(path, { recursive: true }))
    const acting = await landlordIn(opened)
    const mailId = await post(store, acting)
    const worker = await stuckWorker(opened, path)
    assert.equal(done(await countJobs(store, acting)).running, 1)
    const before = await readFile(join(path, `${mailId}.eml`), 'utf8')
    worker.kill('SIGKILL')
    await once(worker, 'exit')

    await work(t, opened, [handingOverMail(folder(path))])
    await until('the queue is empty', async () => done(await listJobs(store, acting)).length === 0)
    assert.deepEqual(await readdir(path), [`${mailId}.eml`])
    assert.equal(
      await readFile(join(path, `${mailId}.eml`), 'utf8'),
      before,
      'the same message under the same id',
    )
    const { waiting, handedOver } = done(await outboxState(store, acting))
    assert.deepEqual([waiting, handedOver], [0, 1])
  })

test('a worker that was there already takes over from one that is killed', async (t) => {
  const opened = await openTestStore()
  const { store } = opened
  const path = await mkdtemp(join(tmpdir(), 'kept-mail-'))
  t.after(() => rm(path, { recursive: true }))
  const acting = await landlordIn(opened)
  await post(store, acting)
  const worker = await stuckWorker(opened, path)
  await work(t, opened, [handingOverMail(folder(path))])
  worker.kill('SIGKILL')
  await until('the queue is empty', async () => done(await listJobs(store, acting)).length === 0)
  assert.equal(done(await outboxState(store, acting)).handedOver, 1)
})

test('a job that is running is left to its worker by others that start and look for the dead', async (t) => {
  const opened = await openTestStore()
  const { store, url } = opened
  const acting = await landlordIn(opened)
  let release = () => {}
  const task = counting('slow', () => new Promise((resolve) => (release = resolve)))
  await work(t, opened, [task], { concurrency: 1 })
  await add(store, acting, { task: 'slow' })
  await until('it is running', async () => task.times() === 1)
  const other = counting('slow')
  await work(t, opened, [other])
  await add(store, acting, { task: 'slow', payload: 'after' })
  await until('the other has worked', async () => (await counted(url, acting.landlord, 'slow'))['"after"'])
  await until('its job is off the queue', async () => done(await listJobs(store, acting)).length === 1)
  assert.equal(done(await countJobs(store, acting)).running, 1)
  release()
  await until('all are done', async () => done(await listJobs(store, acting)).length === 0)
  assert.deepEqual(await counted(url, acting.landlord, 'slow'), { '{}': 1, '"after"': 1 })
})

test('a worker told to stop ends what it has begun and takes nothing new', async (t) => {
  const opened = await openTestStore()
  const { store, url } = opened
  const acting = await landlordIn(opened)
  let release = () => {}
  const task = counting('slow', () => new Promise((resolve) => (release = resolve)))
  const worker = await work({ after() {} }, opened, [task], { concurrency: 1 })
  t.after(() => worker.ended)
  await add(store, acting, { task: 'slow', payload: 'begun' })
  await until('it is running', async () => task.times() === 1)
  await add(store, acting, { task: 'slow', payload: 'waiting' })
  const stopped = worker.stop()
  release()
  await stopped
  assert.deepEqual(await counted(url, acting.landlord, 'slow'), { '"begun"': 1 })
  assert.deepEqual(done(await countJobs(store, acting)).waiting, 1)
})

test('a worker told to stop gives back what does not end in time', async () => {
  const opened = await openTestStore()
  const { store } = opened
  const acting = await landlordIn(opened)
  const task = counting('endless', () => new Promise(() => {}))
  const worker = await work({ after() {} }, opened, [task], { stopSeconds: 0.2 })
  await add(store, acting, { task: 'endless' })
  await until('it is running', async () => task.times() === 1)
  await worker.stop()
  const [job] = done(await listJobs(store, acting))
  assert.deepEqual([job?.state, job?.tries], ['to be tried again', 1])
})

test('what was to come round while no worker ran is made up for once, and what comes often is not', async (t) => {
  const opened = await openTestStore()
  const { store, url } = opened
  const acting = await landlordIn(opened)
  const nightly = { ...counting('nightly'), comes: { dailyAt: '03:00' } }
  const often = { ...counting('often'), comes: { everyMinutes: 30 } }
  let release = () => {}
  const first = counting('first', () => new Promise((resolve) => (release = resolve)))
  await asOwner(
    url,
    `insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
     select each, now() - interval '9 days', now() - interval '4 days' from unnest('{nightly,often}'::text[]) each`,
  )
  // The only hands are full, with what was to be done before all else, until everything that was missed is in the queue.
  await add(store, acting, { task: 'first', runAt: store.now() - 10 * utcDay })
  await work(t, opened, [first, nightly, often], { concurrency: 1 })
  await until('it is at the first', async () => first.times() === 1)
  await until('what was missed is in the queue', () => cameLately(url, 'nightly'))
  const madeUpFor = await asOwner(
    url,
    `select payload ->> 'task' as task from graphile_worker._private_jobs
      where (payload -> '_cron' ->> 'backfilled')::boolean`,
  )
  assert.deepEqual(madeUpFor, [{ task: 'nightly' }])
  release()
  await until('the nightly task came', async () => (await counted(url, acting.landlord, 'nightly'))['{}'])
  await until('the queue is empty', async () => (await asOwner(url, jobsThere)).length === 0)
  assert.deepEqual(await counted(url, acting.landlord, 'nightly'), { '{}': 1 })
})

/** Also those of no landlord, which give each landlord its own. */
const jobsThere = 'select id from graphile_worker._private_jobs'

/** Whether the last time that something was to come round is in the queue, or was. */
async function cameLately(url: string, identifier: string): Promise<boolean> {
  const lately = `last_execution > now() - interval '24 hours'`
  const rows = await asOwner(
    url,
    `select from graphile_worker._private_known_crontabs where identifier = $1 and ${lately}`,
    [identifier],
  )
  return rows.length === 1
}

test('a worker whose database breaks all its connections goes on when it is back', async (t) => {
  const opened = await openTestStore()
  const { store, url } = opened
  const acting = await landlordIn(opened)
  let broken = false
  const breaking = counting('breaking', async (_payload, times) => {
    if (times > 1) return
    await asOwner(
      url,
      `select pg_terminate_backend(pid, 120000) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`,
    )
    broken = true
  })
  await work(t, opened, [breaking])
  await add(store, acting, { task: 'breaking' })
  // What we ask the database ourselves would be broken as well.
  await until('they are broken', async () => broken)
  await until('it was done after all', async () => (await counted(url, acting.landlord, 'breaking'))['{}'])
  await add(store, acting, { task: 'breaking', payload: 'later' })
  await until('the next is done', async () => (await counted(url, acting.landlord, 'breaking'))['"later"'])
})
