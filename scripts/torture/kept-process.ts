import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A command of Kept that is started again whenever it ends, as a machine does that runs it for good. */
export interface Kept {
  kill(): void
  /** How it ended when nobody killed it: a database that goes away is no reason to. */
  fellOver(): readonly string[]
  stop(): Promise<void>
}

const program = fileURLToPath(new URL('../../src/apps/cli/main.ts', import.meta.url))

/** It could not start, which it may: the database is starting as well. */
const couldNotStart = 2

/** Keeps `kept serve` or `kept worker` running; all that it says goes into a file. */
export function keepRunning(
  command: 'serve' | 'worker',
  variables: Readonly<Record<string, string>>,
  logFile: string,
): Kept {
  let child: ChildProcess | undefined
  const stopping = new AbortController()
  const falls: string[] = []
  const run = async () => {
    const log = openSync(logFile, 'a')
    while (!stopping.signal.aborted) {
      child = spawn(process.execPath, [program, command], {
        env: { ...process.env, KEPT_LOG: 'info', ...variables },
        stdio: ['ignore', log, log],
      })
      const code = await endOf(child)
      if (stopping.signal.aborted) break
      if (code !== null && code !== couldNotStart)
        falls.push(`“kept ${command}” ended by itself with ${code}: ${logFile} says why`)
      await wait(200)
    }
    closeSync(log)
  }
  const ended = run()
  return {
    kill: () => void child?.kill('SIGKILL'),
    fellOver: () => falls,
    async stop() {
      stopping.abort()
      child?.kill('SIGTERM')
      await ended
    },
  }
}

/** Its exit code; none where a signal ended it. */
function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((finish) => child.once('exit', (code) => finish(code)))
}
