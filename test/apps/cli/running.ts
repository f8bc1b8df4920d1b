import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { runKept } from '#apps/cli/program.ts'
import type { Figure } from '#core/promises/figure.ts'

/** The folder of the whole repository. */
export const root = fileURLToPath(new URL('../../../', import.meta.url))

/** How a run ended and what it printed. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs `kept` within this process. */
export async function kept(...args: readonly string[]): Promise<Ran> {
  let out = ''
  let err = ''
  const screen = {
    out: (text: string) => {
      out += text
    },
    err: (text: string) => {
      err += text
    },
  }
  const code = await runKept(args, screen)
  return { code, out, err }
}

/** Runs `kept` as people do, in a process of its own, with what is fed to its standard input. */
export function keptAlone(args: readonly string[], input = '', more: readonly string[] = []): Promise<Ran> {
  const options = [...more, 'src/apps/cli/main.ts', ...args]
  return run(process.execPath, options, input)
}

/** Runs any program in the repository’s folder. */
export async function run(program: string, args: readonly string[], input = ''): Promise<Ran> {
  const child = spawn(program, args, { cwd: root })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  // It may end before it has read everything, which is its own affair.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exit) => resolve(exit ?? -1))
  })
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }
}

/** A folder for the files of one file of tests, removed when they are done. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'kept-test-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  return {
    /** A path in it. */
    path: (name: string) => join(folder, name),
    /** Writes a file in it and gives its path. */
    file(name: string, content: string | Uint8Array) {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
  }
}

/** The figures that `measure --format json` printed, by promise, or by promise and period. */
export function figuresIn(out: string): ReadonlyMap<string, Figure> {
  const { figures } = JSON.parse(out) as { readonly figures: readonly Figure[] }
  return new Map(
    figures.map((figure) => [
      figure.period === 'all' ? figure.promise : `${figure.promise} ${figure.period}`,
      figure,
    ]),
  )
}

/** “kept of counted”, as people say it. */
export function share(figure: Figure | undefined): string {
  return figure === undefined ? 'no figure' : `${figure.kept} of ${figure.counted}`
}
