import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a process came to: what it printed, and what it used of the machine from its start to its end. */
export interface Used {
  readonly printed: unknown
  readonly processorMs: number
  readonly peakMB: number
}

const longestMs = 900_000
const mostBytes = 64 << 20
const tellAtExit = new URL('./tell-at-exit.ts', import.meta.url).href

/** Runs one of our programs in a process of its own, to its end. */
export function started(program: string, args: readonly string[]): Used {
  const file = fileURLToPath(new URL(program, import.meta.url))
  const { status, stdout, stderr, output } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', '--import', tellAtExit, file, ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      encoding: 'utf8',
      timeout: longestMs,
      maxBuffer: mostBytes,
    },
  )
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr.slice(0, 2000)}`)
  const used = JSON.parse(output[3] ?? '') as { readonly processorMs: number; readonly peakMB: number }
  return { printed: JSON.parse(stdout), ...used }
}
