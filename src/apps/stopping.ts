import type { Logger } from 'pino'
import { isRefusal, type Refusal } from '#core/refusal.ts'

/** A part of this process that is under way. */
export interface Running {
  /** Comes when it has ended, asked to or not. */
  readonly ended?: Promise<unknown>
  stop(): Promise<void>
}

/** How long a stop may take before it is cut short, in milliseconds. */
const longestStop = 10_000

/** Ctrl-C under npm comes twice, from the terminal and from npm: within this, in milliseconds, it is one wish. */
const sameWish = 500

/**
 * Starts what is started, one part after the other, and waits for a signal, or for a part to end by itself. Then every
 * part is stopped, the last one first. The first SIGTERM or SIGINT asks for that; it gets ten seconds; a second signal
 * ends the process at once.
 */
export async function runUntilAsked(
  logger: Logger,
  start: (running: Running[]) => Promise<Refusal | undefined>,
): Promise<'asked' | 'failed' | Refusal> {
  const signals = listen(logger)
  const running: Running[] = []
  try {
    const refusal = await start(running)
    if (isRefusal(refusal)) return refusal
    const failed = running.map(({ ended }) => ended?.then(over, over) ?? signals.asked)
    const how = await Promise.race([signals.asked, ...failed])
    if (how === 'failed') logger.error('a part ended by itself, so the rest is stopped')
    return how
  } finally {
    for (const part of running.reverse()) await stopPart(part, logger)
    logger.info('stopped')
    signals.forget()
  }
}

function over(): 'failed' {
  return 'failed'
}

async function stopPart(part: Running, logger: Logger): Promise<void> {
  try {
    await part.stop()
  } catch (error) {
    logger.error({ err: error }, 'a part did not stop as it should')
  }
}

function listen(logger: Logger) {
  const { promise, resolve } = Promise.withResolvers<'asked'>()
  let limit: NodeJS.Timeout | undefined
  let firstAt = Number.NaN
  const heard = (signal: NodeJS.Signals) => {
    if (performance.now() - firstAt < sameWish) return
    if (limit !== undefined) atOnce(logger, `a second ${signal}`)
    firstAt = performance.now()
    logger.info({ signal }, 'stopping')
    limit = setTimeout(() => atOnce(logger, 'stopping took too long'), longestStop)
    resolve('asked')
  }
  process.on('SIGTERM', heard).on('SIGINT', heard)
  return {
    asked: promise,
    forget() {
      clearTimeout(limit)
      process.off('SIGTERM', heard).off('SIGINT', heard)
    },
  }
}

/** The embedded database is told by the kernel, and ends by itself. */
function atOnce(logger: Logger, why: string): void {
  logger.error({ why }, 'stopped at once')
  process.exit(1)
}
