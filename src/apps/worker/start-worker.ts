import { run, type Runner, type TaskList } from 'graphile-worker'
import type { Logger } from 'pino'
import { cronItems } from '#jobs/queue/cron-items.ts'
import { comeRound, forEachLandlord } from '#jobs/queue/for-each-landlord.ts'
import { runTask } from '#jobs/queue/run-task.ts'
import type { Task } from '#jobs/task.ts'
import type { Store } from '#store/store.ts'
import { libraryLogger } from './library-logger.ts'
import { showLife } from './show-life.ts'
import { usualWorker, type WorkerConfig } from './worker-config.ts'

export interface WorkerOptions {
  /** Of the database, signed in as the owner of the queue’s schema. */
  readonly url: string
  /** Through which the tasks do their work, one landlord at a time. */
  readonly store: Store
  readonly tasks: readonly Task[]
  readonly config?: Partial<WorkerConfig>
  readonly logger: Logger
}

export interface RunningWorker {
  /** Takes no more jobs, lets those running end, and gives back what takes too long. Resolves when it is quiet. */
  stop(): Promise<void>
  /** Resolves when the worker has stopped, asked to or not; rejects where it had to give up. */
  readonly ended: Promise<void>
}

/** Starts a worker on the queue. Resolves once it takes jobs. */
export async function startWorker({
  url,
  store,
  tasks,
  config,
  logger,
}: WorkerOptions): Promise<RunningWorker> {
  const rules: WorkerConfig = { ...usualWorker, ...config }
  const life = showLife(url, rules.recoverSeconds, logger)
  const runner = await run({
    connectionString: url,
    // One each for a job being fetched or ended, one that listens, one for what comes round.
    maxPoolSize: rules.concurrency + 2,
    concurrency: rules.concurrency,
    pollInterval: rules.pollMilliseconds,
    noHandleSignals: true,
    taskList: taskList(store, tasks, logger),
    parsedCronItems: cronItems(tasks),
    logger: libraryLogger(logger),
    preset: { plugins: [life.plugin] },
    gracefulShutdownAbortTimeout: Math.min(5_000, rules.stopSeconds * 500),
  })
  logger.info({ tasks: tasks.length, concurrency: rules.concurrency }, 'the worker has started')
  const ended = endOf(runner, life)
  // Whoever cares waits for it; nobody having to is no reason to fall over.
  ended.catch(() => {})
  return { stop: () => stop(runner, ended, rules, logger), ended }
}

async function endOf(runner: Runner, life: ReturnType<typeof showLife>): Promise<void> {
  try {
    await runner.promise
  } finally {
    await life.end()
  }
}

function taskList(store: Store, tasks: readonly Task[], logger: Logger): TaskList {
  const ours = tasks.map((task) => [task.name, jobOf(store, task, logger)] as const)
  const rounds = async (payload: unknown) => {
    const { task } = payload as { readonly task: string }
    await comeRound(store, task)
  }
  return { ...Object.fromEntries(ours), [forEachLandlord]: rounds }
}

function jobOf(store: Store, task: Task, logger: Logger): NonNullable<TaskList[string]> {
  return async (payload, { job, abortSignal }) => {
    const { landlord, milliseconds, failedWhy } = await runTask(store, task, {
      jobId: job.id,
      payload,
      signal: abortSignal,
    })
    const line = { task: task.name, job: job.id, landlord, milliseconds: Math.round(milliseconds) }
    if (failedWhy === undefined) {
      logger.info(line, 'a job is done')
      return
    }
    logger.warn({ ...line, tries: job.attempts, of: job.max_attempts, failedWhy }, 'a job failed')
    throw new Error(failedWhy)
  }
}

async function stop(
  runner: Runner,
  ended: Promise<void>,
  rules: WorkerConfig,
  logger: Logger,
): Promise<void> {
  logger.info('the worker is stopping')
  const late = setTimeout(() => {
    logger.warn('jobs that would not end are given back to the queue')
    runner.kill('it was told to stop, and waited long enough').catch(() => {})
  }, rules.stopSeconds * 1_000)
  try {
    await runner.stop().catch(() => {})
    await ended
  } finally {
    clearTimeout(late)
  }
  logger.info('the worker has stopped')
}
