import { spawn } from 'node:child_process'
import { root } from '#test/house/tree.ts'

/** How a command ended, and what it said. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs `kept` in a process of its own, with this environment and no other. */
export function keptInProcess(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ran> {
  return new Promise((finish) => {
    const child = spawn(process.execPath, ['src/apps/cli/main.ts', ...args], {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', ...environment },
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (text) => (out += String(text)))
    child.stderr.on('data', (text) => (err += String(text)))
    child.on('close', (code) => finish({ code, out, err }))
  })
}
