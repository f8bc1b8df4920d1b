import { Worker } from 'node:worker_threads'
import { isRefused, type Refused, refused } from '#core/refused.ts'

/** Work that would hold up every page, done beside them: one thread, one piece of work at a time, in their order. */
export interface OneThread<Asked, Answer> {
  ask(asked: Asked): Promise<Answer | Refused>
}

export interface ThreadLimits {
  /** What is done there, for the refusals: “setting the page”. */
  readonly doing: string
  /** The most that may wait. */
  readonly mostWaiting: number
  /** Longer than this, a piece of work is given up and its thread with it, in milliseconds. */
  readonly longest: number
}

interface Waiting<Asked, Answer> {
  readonly asked: Asked
  readonly give: (answer: Answer | Refused) => void
  readonly fail: (error: unknown) => void
}

/**
 * Does its work in a thread of its own, started by the first that is asked of it. The thread answers each message with
 * one message. It keeps no process alive but while somebody waits for it.
 */
export function oneThread<Asked, Answer>(file: URL, limits: ThreadLimits): OneThread<Asked, Answer> {
  const waiting: Waiting<Asked, Answer>[] = []
  let running: Running<Asked, Answer> | undefined
  let worker: Worker | undefined
  const goOn = () => {
    const next = waiting.shift()
    if (next === undefined) return
    worker ??= startedAt(file, over, gone)
    worker.ref()
    const timer = setTimeout(
      () => gone(worker, refused('too large', `${limits.doing} took too long`, tooLong)),
      limits.longest,
    )
    running = { ...next, timer }
    worker.postMessage(next.asked)
  }
  const over = (then: (done: Running<Asked, Answer>) => void) => {
    if (running === undefined) return
    const done = running
    running = undefined
    clearTimeout(done.timer)
    worker?.unref()
    then(done)
    goOn()
  }
  const gone = (which: Worker | undefined, why: unknown) => {
    if (which !== worker) return
    worker = undefined
    void which?.terminate()
    over(({ give, fail }) => (isRefused(why) ? give(why) : fail(why)))
  }
  return {
    ask(asked) {
      if (waiting.length >= limits.mostWaiting)
        return Promise.resolve(
          refused('too many', `too many are ${limits.doing} just now`, 'try again in a minute'),
        )
      return new Promise((give, fail) => {
        waiting.push({ asked, give, fail })
        if (running === undefined) goOn()
      })
    },
  }
}

const tooLong = 'make the text shorter, or try again'

interface Running<Asked, Answer> extends Waiting<Asked, Answer> {
  readonly timer: NodeJS.Timeout
}

/** The thread reads TypeScript as Node does, so it needs none of what the process was started with. */
function startedAt<Asked, Answer>(
  file: URL,
  over: (then: (done: Running<Asked, Answer>) => void) => void,
  gone: (which: Worker, why: unknown) => void,
): Worker {
  const worker = new Worker(file, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 512 } })
  worker.on('message', (answer: Answer) => over(({ give }) => give(answer)))
  worker.on('error', (error) => gone(worker, error))
  worker.on('exit', () => gone(worker, new Error(`the thread of ${file.pathname} ended`)))
  return worker
}
