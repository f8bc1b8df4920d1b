import { setTimeout as wait } from 'node:timers/promises'
import type { Worker } from 'graphile-worker'
import type { Logger } from 'pino'
import { holdLife, type Life } from '#store/jobs/living.ts'

/**
 * Has a worker show that it lives before it takes its first job, and look now and then for jobs of those that do not.
 * A plugin of the job library, since the library makes up the name under which it locks jobs.
 */
export function showLife(url: string, recoverSeconds: number, logger: Logger) {
  let life: Promise<Life> | undefined
  let timer: NodeJS.Timeout | undefined
  const ending = new AbortController()
  const begin = async (name: string): Promise<Life> => {
    const held = await lifeWhenever(url, name, ending.signal)
    await recover(held, logger)
    timer = setInterval(() => void recover(held, logger), recoverSeconds * 1_000)
    return held
  }
  const startWorker = async (_context: unknown, { worker }: { readonly worker: Worker }) => {
    life ??= begin(worker.workerPool.id)
    await life
  }
  return {
    plugin: { name: 'KeptLifePlugin', version: '1.0.0', worker: { hooks: { startWorker } } },
    async end() {
      ending.abort()
      clearInterval(timer)
      await life?.then((held) => held.end()).catch(() => {})
      clearInterval(timer)
    },
  }
}

/** Tries until the server lets it, or until we stop: without it, others would take its running jobs for a dead one’s. */
async function lifeWhenever(url: string, name: string, signal: AbortSignal): Promise<Life> {
  for (;;) {
    signal.throwIfAborted()
    try {
      return await holdLife(url, name)
    } catch {
      await wait(1_000, undefined, { signal })
    }
  }
}

async function recover(life: Life, logger: Logger): Promise<void> {
  try {
    const dead = await life.unlockJobsOfTheDead()
    if (dead > 0) logger.warn({ workers: dead }, 'jobs of workers that had died are back in the queue')
  } catch (error) {
    logger.warn(
      { why: error instanceof Error ? error.message : String(error) },
      'could not look for dead workers',
    )
  }
}
