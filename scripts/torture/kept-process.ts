import { type ChildProcess, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A command of Kept that is started again whenever it ends, as a machine does that runs it for good. */
export interface Kept {
  kill(): void
  stop(): Promise<void>
}

const program = fileURLToPath(new URL('../../src/apps/cli/main.ts', import.meta.url))

/** Keeps `kept serve` or `kept worker` running; all that it says goes into a file. */
export function keepRunning(
  command: 'serve' | 'worker',
  variables: Readonly<Record<string, string>>,
  logFile: string,
): Kept {
  let child: ChildProcess | undefined
  const stopping = new AbortController()
  const log = openSync(logFile, 'a')
  const run = async () => {
    while (!stopping.signal.aborted) {
      child = spawn(process.execPath, ['--import', 'tsx', program, command], {
        env: { ...process.env, KEPT_LOG: 'info', ...variables },
        stdio: ['ignore', log, log],
      })
      const started = child
      await new Promise<void>((finish) => started.once('exit', () => finish()))
      if (!stopping.signal.aborted) await wait(200)
    }
  }
  const ended = run()
  return {
    kill: () => void child?.kill('SIGKILL'),
    async stop() {
      stopping.abort()
      child?.kill('SIGTERM')
      await ended
    },
  }
}
