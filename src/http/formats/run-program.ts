import { type ChildProcess, spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { type Program, missingOf, programPath } from './programs.ts'

export interface Run {
  readonly program: Program
  /** Never through a shell. */
  readonly args: readonly string[]
  readonly input: string
  /** Longer than this, it is ended, in milliseconds. */
  readonly longest: number
  /** More than this, and it is ended. */
  readonly mostBytes: number
  /** Nobody waits for it: it gives way to whatever else the machine has to do. */
  readonly isAhead?: boolean
}

/** Runs a program of the machine to its end: what it is to read goes to its input, what it writes comes back. */
export async function runProgram(run: Run): Promise<Buffer | Refused> {
  const chunks: Buffer[] = []
  let bytes = 0
  const ended = await readProgram(run, (chunk) => {
    bytes += chunk.length
    chunks.push(chunk)
    return bytes <= run.mostBytes
  })
  return isRefused(ended) ? ended : Buffer.concat(chunks)
}

/** The same, chunk by chunk; `take` says false where it is enough. Waits for `take` where that takes its time. */
export async function readProgram(
  { program, args, input, longest, isAhead = false }: Omit<Run, 'mostBytes'>,
  take: (chunk: Buffer) => boolean | Promise<boolean>,
): Promise<Refused | undefined> {
  const path = programPath(program)
  if (path === undefined) return missingOf([program])
  const child = spawn(path, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: longest,
    killSignal: 'SIGKILL',
  })
  const ended = endOf(child)
  if (isAhead) giveWay(child)
  child.stdin.on('error', () => {}) // It ended before it read everything: its exit says why.
  child.stdin.end(input)
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    if (said.length < 500) said += chunk.toString('utf8')
  })
  for await (const chunk of child.stdout) {
    if (await take(chunk as Buffer)) continue
    child.kill('SIGKILL')
    await ended
    return tooMuch()
  }
  const { code, signal } = await ended
  if (signal === 'SIGKILL') return tooMuch()
  if (code !== 0) throw new Error(`${program} ended with ${code ?? signal}: ${said.slice(0, 500)}`)
  return undefined
}

/** Has a program wait while others have work to do. */
export function giveWay({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It has ended already, or the machine does not let us.
  }
}

function endOf(child: ReturnType<typeof spawn>) {
  return new Promise<{ readonly code: number | null; readonly signal: string | null }>((done, fail) => {
    child.on('error', fail)
    child.on('close', (code, signal) => done({ code, signal }))
  })
}

function tooMuch(): Refused {
  return refused('too large', 'this is too long to be made in one piece', 'make two documents of it')
}
