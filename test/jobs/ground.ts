import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { pino } from 'pino'
import { type RunningWorker, startWorker } from '#apps/worker/start-worker.ts'
import type { WorkerConfig } from '#apps/worker/worker-config.ts'
import type { Acting } from '#core/people/acting.ts'
import type { Task } from '#jobs/task.ts'
import { enqueue, type JobToDo } from '#store/jobs/enqueue.ts'
import { queueMail, type MailToSend } from '#store/jobs/outbox.ts'
import { statement } from '#store/statement.ts'
import type { Store } from '#store/store.ts'
import { done, type TestStore } from '../store/databases.ts'

export const quiet = pino({ level: 'silent' })

/** Where closing is registered: a test. */
interface Scope {
  after(close: () => Promise<void>): void
}

/** A worker for the length of a test. */
export async function work(
  t: Scope,
  { store, url }: Pick<TestStore, 'store' | 'url'>,
  tasks: readonly Task[],
  config: Partial<WorkerConfig> = {},
): Promise<RunningWorker> {
  const quick = { pollMilliseconds: 100, recoverSeconds: 1, stopSeconds: 60, ...config }
  const worker = await startWorker({ url, store, tasks, config: quick, logger: quiet })
  t.after(() => worker.stop())
  return worker
}

/** Waits until something is so; fails where it never comes to be so. The limit ends the test, and measures nothing. */
export async function until<Found>(
  what: string,
  look: () => Promise<Found | undefined | false>,
): Promise<Found> {
  for (let tries = 0; tries < 2_400; tries++) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    await wait(50)
  }
  const now = JSON.stringify(await look().catch((error: unknown) => String(error)))
  return assert.fail(`it did not come to this: ${what} (${now})`)
}

/** Asks the database as its owner, whom the wall does not hold. */
export async function asOwner<Row>(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(sql, [...values])
    return rows as readonly Row[]
  } finally {
    await client.end()
  }
}

/** A landlord with its shipped pack, and an empty queue: what activating it asked for is not what is tested here. */
export async function landlordIn(opened: TestStore, slug?: string): Promise<Acting> {
  const acting = await opened.addLandlord(slug)
  await asOwner(opened.url, 'delete from graphile_worker._private_jobs')
  return acting
}

/** Adds a job in a transaction of its own. */
export async function add(store: Store, acting: Acting, job: JobToDo): Promise<void> {
  done(await store.database.transact(acting, 'jobs.write', (tx) => enqueue(tx, job)))
}

/** Puts a mail into the outbox in a transaction of its own. */
export async function post(store: Store, acting: Acting, mail: Partial<MailToSend> = {}): Promise<string> {
  const whole = { to: 'a@example.com', subject: 'A subject', text: 'A text', about: 'a test', ...mail }
  return done(await store.database.transact(acting, 'jobs.write', (tx) => queueMail(tx, whole, store.now())))
}

/** A task whose effect can be counted: one row of the landlord for each time it came to its end. */
export function counting(
  name: string,
  meanwhile: (payload: unknown, times: number) => Promise<void> = async () => {},
): Task & { times(): number } {
  let times = 0
  return {
    name,
    says: 'counts for a test',
    times: () => times,
    async run(store, acting, payload) {
      times++
      await meanwhile(payload, times)
      done(
        await store.database.transact(acting, 'jobs.write', (tx) =>
          tx.run(count, [acting.landlord, `${name} ${JSON.stringify(payload)}`]),
        ),
      )
    },
  }
}

/** How often a counted task came to its end, by its payload. */
export async function counted(
  url: string,
  landlord: number,
  name: string,
): Promise<Readonly<Record<string, number>>> {
  const rows = await asOwner<{ key: string; answer: number }>(
    url,
    'select key, answer from idempotency_keys where landlord = $1 and key like $2',
    [landlord, `${name} %`],
  )
  return Object.fromEntries(rows.map(({ key, answer }) => [key.slice(name.length + 1), answer]))
}

// Any table that the application may write would do.
const count = statement(
  'test-count',
  `insert into idempotency_keys as k (landlord, actor, key, request, answer) values ($1, 'test', $2, '', '1')
   on conflict (landlord, actor, key) do update set answer = to_json(k.answer::text::integer + 1)`,
)
