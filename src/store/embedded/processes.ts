import { readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** A process, told from a later one that was given the same number. */
export interface ProcessMark {
  readonly pid: number
  /** When it began, in the kernel’s own count; not known where there is no /proc. */
  readonly began?: string
}

/** Marks a process that is there now. */
export function markOf(pid: number): ProcessMark {
  const began = beganAt(pid)
  return began === undefined ? { pid } : { pid, began }
}

/** Whether that very process is still there. */
export function isThere({ pid, began }: ProcessMark): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0 || !answers(pid)) return false
  const now = beganAt(pid)
  return began === undefined || now === undefined || now === began
}

/** The folder a process works in; PostgreSQL works in its data folder. Not known where there is no /proc. */
export function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/** Looks again and again until something holds; tells whether it came to hold in time. */
export async function until(holds: () => boolean, limitMs: number): Promise<boolean> {
  const latest = performance.now() + limitMs
  while (!holds()) {
    if (performance.now() > latest) return false
    await wait(10)
  }
  return true
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A process that ended and was not yet waited for is not there for us. */
function beganAt(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in brackets, may hold spaces; the 20th field after it is the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? 'ended' : fields[19]
  } catch {
    return undefined
  }
}
