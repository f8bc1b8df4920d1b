import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own. */
export interface Serving {
  readonly address: string
  readonly pid: number
  /** How long it took from its start until it took requests. */
  readonly readyAfterMs: number
  stop(): Promise<void>
}

/** What servers that are measured seal with. */
export const measuringSecret = 'a secret for measuring that nobody needs to keep'

const program = fileURLToPath(new URL('../../src/apps/cli/main.ts', import.meta.url))
const longestStartMs = 60_000

/** Starts `kept serve` with these variables, on a port that is free, without jobs. */
export async function serving(variables: Readonly<Record<string, string>>): Promise<Serving> {
  const began = performance.now()
  const child = spawn(process.execPath, [program, 'serve'], {
    env: {
      ...process.env,
      KEPT_SECRET: measuringSecret,
      KEPT_PORT: '0',
      KEPT_WORKER: 'no',
      KEPT_LOG: 'info',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((finish) => child.once('exit', () => finish()))
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-2_000)
  })
  const lines = createInterface(child.stdout)
  const address = await new Promise<string>((finish, fail) => {
    const limit = setTimeout(() => fail(new Error(`the server was not ready: ${said}`)), longestStartMs)
    limit.unref()
    void ended.then(() => fail(new Error(`the server ended: ${said}`)))
    lines.on('line', (line) => {
      const { msg, address: where } = JSON.parse(line) as { readonly msg?: string; readonly address?: string }
      if (msg === 'ready' && where !== undefined) finish(where)
    })
  })
  return {
    address,
    pid: child.pid ?? 0,
    readyAfterMs: performance.now() - began,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
