import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Registry } from 'prom-client'
import { apiRoutes } from '#apps/api/routes.ts'
import { webhookRoutes } from '#apps/api/webhooks/index.ts'
import { jobPages } from '#apps/staff/jobs/pages.tsx'
import { Jobs } from '#apps/staff/jobs/jobs.tsx'
import { markupOf } from '#http/html/raw.ts'
import { measureJobs } from '#jobs/metrics.ts'
import { listJobs } from '#store/jobs/list-jobs.ts'
import { recordRun } from '#store/jobs/task-runs.ts'
import { openSecretBox } from '#store/people/secret-box.ts'
import { openTestApi } from '../apps/api/api.ts'
import { done } from '../store/databases.ts'
import { add, asOwner, post } from './ground.ts'

const rules = { box: openSecretBox('a secret of this test, long enough'), privateAddresses: false }
const open = () => openTestApi({ routes: [...apiRoutes, ...webhookRoutes(rules)] })

test('jobs are listed by state, and one that failed is run again, over the API', async () => {
  const { test: opened, acting, ask, keyThat, close } = await open()
  const { store, url } = opened
  await asOwner(url, 'delete from graphile_worker._private_jobs')
  for (const task of ['a', 'b', 'c']) await add(store, acting, { task })
  await asOwner(
    url,
    `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'broken' where id % 2 = 0`,
  )
  const first = (await ask('GET', '/jobs?limit=2')).json()
  const second = (await ask('GET', `/jobs?limit=2&after=${first.next}`)).json()
  assert.deepEqual(
    [...first.rows, ...second.rows].map(({ task }: { task: string }) => task),
    ['c', 'b', 'a'],
  )
  assert.equal(second.next, null)
  const failed = (await ask('GET', '/jobs?state=failed')).json().rows
  assert.ok(failed.length > 0)
  assert.equal(failed[0].failedWhy, 'broken')
  const path = `/jobs/${failed[0].job}/tries`
  assert.equal(
    (await ask('POST', path, { headers: { authorization: keyThat(['jobs.read']) } })).statusCode,
    403,
  )
  assert.equal((await ask('POST', path)).statusCode, 202)
  assert.equal((await ask('POST', path)).statusCode, 404)
  for (const odd of ['0', '-1', 'x', '99999999999999999999', '1.5'])
    assert.equal((await ask('POST', `/jobs/${odd}/tries`)).statusCode, 404, odd)
  await recordRun(store, acting, { task: 'a', milliseconds: 12, failedWhy: 'broken' })
  const { tasks } = (await ask('GET', '/tasks')).json()
  assert.deepEqual([tasks[0].task, tasks[0].failuresInARow, tasks[0].failedWhy], ['a', 1, 'broken'])
  await close()
})

test('a webhook is set up, changed, given a new secret, and removed over the API, and no other landlord sees it', async () => {
  const { test: opened, ask, keyOf, close } = await open()
  const other = { headers: { authorization: keyOf(await opened.addLandlord('mount-green')) } }
  const body = { url: 'https://example.com/kept', types: ['reply-sent'] }
  const added = await ask('POST', '/webhooks', { body })
  assert.equal(added.statusCode, 201)
  const { webhookId, secret } = added.json()
  assert.match(secret, /^whsec_/)
  assert.equal((await ask('POST', '/webhooks', { body: { url: 'http://example.com/' } })).statusCode, 422)
  const path = `/webhooks/${webhookId}`
  assert.equal((await ask('PATCH', path, { body: { active: false } })).json().active, false)
  const renewed = await ask('POST', `${path}/secrets`)
  assert.equal(renewed.statusCode, 201)
  assert.notEqual(renewed.json().secret, secret)
  const listed = await ask('GET', '/webhooks')
  assert.equal(listed.json().webhooks.length, 1)
  assert.doesNotMatch(listed.body, /whsec/)
  assert.deepEqual((await ask('GET', '/webhooks', other)).json().webhooks, [])
  assert.equal((await ask('PATCH', path, { ...other, body: { active: true } })).statusCode, 404)
  assert.equal((await ask('DELETE', path, other)).statusCode, 404)
  assert.deepEqual((await ask('GET', '/deliveries')).json(), { rows: [], next: null })
  assert.equal((await ask('POST', '/deliveries/none/tries')).statusCode, 404)
  assert.equal((await ask('DELETE', path)).statusCode, 204)
  assert.equal((await ask('DELETE', path)).statusCode, 404)
  await close()
})

test('the queue is in the machine’s figures, of all landlords together', async () => {
  const { test: opened, acting, close } = await open()
  const { store, url } = opened
  await asOwner(url, 'delete from graphile_worker._private_jobs')
  await add(store, acting, { task: 'a' })
  await add(store, await opened.addLandlord('mount-green'), { task: 'a' })
  await asOwner(url, `update graphile_worker._private_jobs set run_at = now() - interval '90 seconds'`)
  await recordRun(store, acting, { task: 'a', milliseconds: 1_500 })
  await recordRun(store, acting, { task: 'a', milliseconds: 500, failedWhy: 'broken' })
  const registry = new Registry()
  measureJobs(store)(registry)
  const text = await registry.metrics()
  assert.match(text, /kept_jobs\{task="a",state="queued"\} 2/)
  assert.match(text, /kept_job_oldest_waiting_seconds (89|9\d|\d{3,})\b/)
  assert.match(text, /kept_task_runs\{task="a"\} 2/)
  assert.match(text, /kept_task_seconds\{task="a"\} 2/)
  assert.match(text, /kept_task_failures\{task="a"\} 1/)
  assert.match(text, /kept_task_failing_landlords\{task="a"\} 1/)
  await close()
})

test('the page for jobs shows what failed, with a button for who may run it again and none for who may not', async () => {
  const { test: opened, acting, close } = await open()
  const { store, url } = opened
  await asOwner(url, 'delete from graphile_worker._private_jobs')
  await add(store, acting, { task: 'a <b>' })
  await post(store, acting)
  await asOwner(
    url,
    `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'broken & bent'`,
  )
  const failed = done(await listJobs(store, acting, { state: 'failed' }))
  const shown = {
    counts: { waiting: 0, later: 0, running: 0, 'to be tried again': 0, failed: failed.length },
    failed,
    runs: [],
    outbox: { waiting: 1, failing: 0, handedOver: 0, oldestWaitingAt: null },
    failing: [],
    now: store.now(),
  }
  const [may, mayNot] = ['token', undefined].map((token) => markupOf(Jobs({ ...shown, token })))
  assert.match(may ?? '', /broken &amp; bent/)
  assert.match(may ?? '', /A &lt;b&gt;/)
  assert.match(may ?? '', /\/jobs\/\d+\/again/)
  assert.doesNotMatch(mayNot ?? '', /again"/)
  assert.deepEqual(
    jobPages.map(({ method, who }) => [method, who]),
    [
      ['GET', 'jobs.read'],
      ['POST', 'jobs.write'],
    ],
  )
  await close()
})
