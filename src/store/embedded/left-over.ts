import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Refusal, refuse } from '#core/refusal.ts'
import { folderOf, isThere, markOf, until } from './processes.ts'

/**
 * Stops a server that outlived whoever started it: it is in nobody’s hands, and its settings may be of another
 * version. Nothing acknowledged is lost by it.
 */
export async function stopLeftOver(database: string): Promise<Refusal | undefined> {
  const pid = postmasterOf(database)
  // The file of a server that was killed names a process that is gone, or somebody else’s by now.
  if (pid === undefined || folderOf(pid) !== database) return undefined
  if (await endServer(pid)) return undefined
  return refuse(`a PostgreSQL server left over in ${database} does not stop`, `stop process ${pid} first`)
}

/** Ends a server: disconnecting everybody, then at once, then by force. Tells whether it is gone. */
export function endServer(pid: number): Promise<boolean> {
  return endBy(pid, steps)
}

/** The same, but whoever is about to leave may do so by themselves first: pools close their connections in their own time. */
export function endServerPolitely(pid: number): Promise<boolean> {
  return endBy(pid, [['SIGTERM', 1_000], ...steps])
}

async function endBy(pid: number, by: readonly Step[]): Promise<boolean> {
  const server = markOf(pid)
  for (const [signal, limitMs] of by) {
    try {
      process.kill(pid, signal)
    } catch {
      return true
    }
    if (await until(() => !isThere(server), limitMs)) return true
  }
  return false
}

type Step = readonly [signal: NodeJS.Signals, limitMs: number]

/** What PostgreSQL takes these signals for: end connections and stop; stop as though the power had gone; be gone. */
const steps: readonly Step[] = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
]

/** The process that PostgreSQL’s own file names, and whether it takes connections yet. */
function postmasterOf(database: string): number | undefined {
  return linesOf(database)?.pid
}

/** Whether this process is a server of that folder and takes connections. */
export function isReady(database: string, pid: number | undefined): boolean {
  const lines = linesOf(database)
  return lines !== undefined && lines.pid === pid && lines.state === 'ready'
}

/** The first line is the process and the eighth how it stands; a stopping one has a minus. */
function linesOf(database: string): { readonly pid: number; readonly state: string } | undefined {
  try {
    const lines = readFileSync(join(database, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Math.abs(Number(lines[0]))
    return Number.isSafeInteger(pid) && pid > 0 ? { pid, state: (lines[7] ?? '').trim() } : undefined
  } catch {
    return undefined
  }
}
