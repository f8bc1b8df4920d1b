import { setTimeout as wait } from 'node:timers/promises'
import { shortReason } from '#store/jobs/short-reason.ts'
import { oneWorker, type RunningWorker, type WorkerOptions } from './one-worker.ts'
import { usualWorker, type WorkerConfig } from './worker-config.ts'

export type { RunningWorker } from './one-worker.ts'

export interface StartOptions extends Omit<WorkerOptions, 'config'> {
  readonly config?: Partial<WorkerConfig>
}

/**
 * Starts a worker on the queue, and another in its place where it had to give up: when the database goes away in the
 * middle of a job, the library stops. Resolves once it takes jobs.
 */
export async function startWorker(options: StartOptions): Promise<RunningWorker> {
  const whole = { ...options, config: { ...usualWorker, ...options.config } }
  const stopping = new AbortController()
  const now = { worker: await oneWorker(whole) }
  const ended = keepWorking(whole, now, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await now.worker.stop()
      await ended
    },
    ended,
  }
}

/** The longest wait before another try to start. */
const longestWait = 30_000

async function keepWorking(
  options: WorkerOptions,
  now: { worker: RunningWorker },
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 0; !signal.aborted; failures++) {
    const began = performance.now()
    const why = await now.worker.ended.then(() => 'it ended by itself', shortReason)
    if (signal.aborted) return
    if (performance.now() - began > longestWait) failures = 0
    options.logger.error({ why }, 'the worker gave up; another is started')
    const next = await another(options, failures, signal)
    if (next === undefined) return
    now.worker = next
  }
}

async function another(
  options: WorkerOptions,
  failures: number,
  signal: AbortSignal,
): Promise<RunningWorker | undefined> {
  for (let tries = failures; ; tries++) {
    await wait(Math.min(500 * 2 ** tries, longestWait), undefined, { signal }).catch(() => {})
    if (signal.aborted) return undefined
    try {
      const worker = await oneWorker(options)
      // Told to stop just now: whoever told it did not know of this one.
      if (signal.aborted) await worker.stop()
      return worker
    } catch (error) {
      options.logger.error({ why: shortReason(error) }, 'a worker could not be started')
    }
  }
}
