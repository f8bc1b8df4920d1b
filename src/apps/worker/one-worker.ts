import { run, type Runner, type TaskList } from 'graphile-worker'
import type { Logger } from 'pino'
import { cronItems } from '#jobs/queue/cron-items.ts'
import { comeRound, forEachLandlord } from '#jobs/queue/for-each-landlord.ts'
import { runTask } from '#jobs/queue/run-task.ts'
import type { Task } from '#jobs/task.ts'
import type { Store } from '#store/store.ts'
import { libraryLogger } from './library-logger.ts'
import { showLife } from './show-life.ts'
import type { WorkerConfig } from './worker-config.ts'

export interface WorkerOptions {
  /** Of the database, signed in as the owner of the queue’s schema. */
  readonly url: string
  /** Through which the tasks do their work, one landlord at a time. */
  readonly store: Store
  readonly tasks: readonly Task[]
  readonly config: WorkerConfig
  readonly logger: Logger
}

export interface RunningWorker {
  /** Takes no more jobs, lets those running end, and gives back what takes too long. Resolves when it is quiet. */
  stop(): Promise<void>
  /** Resolves when the worker has stopped, asked to or not; rejects where it had to give up. */
  readonly ended: Promise<void>
}

/** Starts one worker, which ends when it is told to, or has to give up: where it cannot say that a job is done. */
export async function oneWorker({
  url,
  store,
  tasks,
  config: rules,
  logger,
}: WorkerOptions): Promise<RunningWorker> {
  const life = showLife(url, rules.recoverSeconds, logger)
  const runner = await run({
    connectionString: url,
    // One each for a job being fetched or ended, one that listens, one for what comes round.
    maxPoolSize: rules.concurrency + 2,
    concurrency: rules.concurrency,
    pollInterval: rules.pollMilliseconds,
    noHandleSignals: true,
    taskList: taskList(store, tasks, rules, logger),
    parsedCronItems: cronItems(tasks),
    logger: libraryLogger(logger),
    // In batches, since only of those does the library wait for the last when it stops.
    preset: { plugins: [life.plugin], worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    // Half of the time to leave off by themselves, half until they are left.
    gracefulShutdownAbortTimeout: rules.stopSeconds * 500,
  })
  logger.info({ tasks: tasks.length, concurrency: rules.concurrency }, 'the worker has started')
  const ended = endOf(runner, life)
  // Whoever cares waits for it; nobody having to is no reason to fall over.
  ended.catch(() => {})
  return { stop: () => stop(runner, ended, logger), ended }
}

async function endOf(runner: Runner, life: ReturnType<typeof showLife>): Promise<void> {
  try {
    await Promise.race([runner.promise, gaveUp(runner)])
  } finally {
    await life.end()
  }
}

/** How long the library may take to end once it has given up, in milliseconds. */
const longestEnd = 5_000

/**
 * Where it cannot say what became of a job, the library gives up, and may then wait for ever for a database that has
 * long come back. Its jobs go back to the queue with its sign of life, so it can be left.
 */
function gaveUp({ events }: Runner): Promise<never> {
  return new Promise((_, reject) => {
    events.once('pool:fatalError', ({ error }) => {
      setTimeout(() => reject(new Error('it gave up and did not end', { cause: error })), longestEnd)
    })
  })
}

function taskList(store: Store, tasks: readonly Task[], rules: WorkerConfig, logger: Logger): TaskList {
  const ours = tasks.map((task) => [task.name, jobOf(store, task, rules, logger)] as const)
  const rounds = async (payload: unknown) => {
    const { task } = payload as { readonly task: string }
    await comeRound(store, task)
  }
  return { ...Object.fromEntries(ours), [forEachLandlord]: rounds }
}

function jobOf(store: Store, task: Task, rules: WorkerConfig, logger: Logger): NonNullable<TaskList[string]> {
  return async (payload, { job, abortSignal }) => {
    const given = { jobId: job.id, payload, signal: abortSignal }
    const running = runTask(store, task, given)
    const { landlord, milliseconds, failedWhy } = await beforeTheEnd(
      running,
      abortSignal,
      rules.stopSeconds * 500,
    )
    const line = { task: task.name, job: job.id, landlord, milliseconds: Math.round(milliseconds) }
    if (failedWhy === undefined) {
      logger.info(line, 'a job is done')
      return
    }
    logger.warn({ ...line, tries: job.attempts, of: job.max_attempts, failedWhy }, 'a job failed')
    throw new Error(failedWhy)
  }
}

/** What a job comes to, unless the worker has to stop and the job does not: then it goes back to the queue. */
function beforeTheEnd<Done>(
  running: Promise<Done>,
  signal: AbortSignal,
  milliseconds: number,
): Promise<Done> {
  return new Promise((resolve, reject) => {
    const leave = () =>
      setTimeout(() => reject(new Error('its worker had to stop before it ended')), milliseconds).unref()
    signal.addEventListener('abort', leave, { once: true })
    const forget = () => signal.removeEventListener('abort', leave)
    running.then(resolve, reject).finally(forget)
  })
}

async function stop(runner: Runner, ended: Promise<void>, logger: Logger): Promise<void> {
  logger.info('the worker is stopping')
  // Asked twice, it is stopping already.
  await runner.stop().catch(() => {})
  await ended
  logger.info('the worker has stopped')
}
